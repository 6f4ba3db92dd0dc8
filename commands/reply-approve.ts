import { randomUUID } from 'node:crypto'
import type { Asked, Pressed } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { judged, neededFor, policyOf } from '../src/delivery/reply-judged.ts'
import { Oops } from '../src/model/oops.ts'
import { accountKey, may } from '../src/model/person.ts'
import { newest, type Reply } from '../src/model/reply.ts'
import { approve, type Doer, takeBack } from '../src/model/reply-moves.ts'
import { replyAbout } from '../src/store/replies.ts'
import type { Parts } from '../src/store/store.ts'
import { isKey, type Say } from '../src/texts/texts.ts'
import { mentionOf } from './reply-draft.ts'
import { change, idIn, type Move, versionIn } from './reply-find.ts'

/** Somebody lets the version go out that they saw. */
export async function approved(asked: Asked & Pressed): Promise<Message> {
  const { say, now, team } = asked
  const byReaction = asked.value === ''
  const after = await change(asked, idIn(asked.about), async (reply, by, store) => {
    if (byReaction) await needsToHaveRead(asked, reply, store)
    const version = byReaction ? newest(reply).nth : versionIn(asked.value)
    const fresh = reply.state === 'waiting' ? await asItIsJudgedNow(asked, reply, store) : reply
    const others = othersCould(asked, fresh, by)
    const { grace } = policyOf(team)
    const more = { version, at: now, grace, others, key: randomUUID() }
    return move(approve(fresh, by, more), 'approved')
  })
  if (!after) return { quiet: true, text: say('reply.did-approve-before') }
  if (after.state === 'by-hand') return { quiet: true, text: say('reply.did-approve-hand') }
  if (after.state === 'waiting')
    return {
      quiet: true,
      text: say('reply.did-approve-more', { count: after.needs - after.approvals.length }),
    }
  const time = say.at(after.goesAt!, now, team.timeZone)
  return { quiet: true, text: say('reply.did-approve', { time, stop: say.plain('reply.stop') }) }
}

/** An approval by reaction is taken away before it went out. */
export async function tookBack(asked: Asked & Pressed): Promise<Message | null> {
  const after = await change(asked, idIn(asked.about), (reply, by) => move(takeBack(reply, by), 'took-back'))
  return after && { quiet: true, text: asked.say('reply.did-take-back') }
}

const move = (after: Reply | null, did: 'approved' | 'took-back'): Move => after && { after, did }

/**
 * A reaction says nothing of the version it was given to: it counts for the newest one where that had stood in the
 * chat long enough to be read. Else whoever tapped may have meant the text before.
 */
async function needsToHaveRead({ chat, by, team }: Asked, reply: Reply, store: Parts) {
  const last = newest(reply)
  if (last.nth === 1) return
  const shown = await store.living.shown(team.name, replyAbout(reply), chat)
  const isRead = shown.every(
    ({ shows, since }) => shows === String(last.nth) && since !== null && by.at - since >= readingTime,
  )
  if (!isRead) throw new Oops('reply.just-changed', { name: last.by?.name ?? 'Vigie' })
}

/** Milliseconds: nobody reads an edit and taps faster. */
const readingTime = 1_500

/** The policy, the network and the account as they are at this moment. Throws Oops where nobody may approve it. */
async function asItIsJudgedNow(asked: Asked, reply: Reply, store: Parts): Promise<Reply> {
  const mention = await mentionOf(asked, store, reply.mention)
  const { verdict, identity } = judged(asked.team, mention, newest(reply).text)
  const refusing = verdict.broken.find((one) => one.do === 'refuse')
  if (refusing) throw new Oops('reply.breaks-rule', { rule: ruleWords(refusing.rule, asked.say) })
  if (verdict.tooLong) {
    const { length, most } = verdict.tooLong
    throw new Oops('reply.too-long', { length, most, over: length - most })
  }
  const needed = neededFor(verdict)
  // Whoever approved it when a lower role was enough may not be somebody who counts now.
  const approvals = may(reply.role, needed.role) ? reply.approvals : []
  return { ...reply, ...needed, approvals, identity: identity?.name ?? null }
}

/** A rule of ours by its name in words, one of the team's as they called it. */
const ruleWords = (rule: string, say: Say) => {
  const key = `policy.rule-${rule}`
  return isKey(key) ? say.plain(key) : rule
}

/** Whether the settings name anybody else who could approve it: of groups nobody knows who is in them. */
function othersCould({ team }: Asked, reply: Reply, by: Doer): boolean {
  const mine = new Set(by.accounts)
  const isMe = (accounts: Parameters<typeof accountKey>[0][]) =>
    accounts.some((account) => mine.has(accountKey(account)))
  return (
    team.people.some(
      ({ id, role, accounts }) => may(role, reply.role) && id !== by.person && !isMe(accounts),
    ) || (team.groups ?? []).some(({ group, role }) => may(role, reply.role) && !mine.has(group))
  )
}
