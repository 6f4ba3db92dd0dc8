import type { Button, Field, Message } from '../chat/message.ts'
import { usualCrisis } from '../model/incident.ts'
import { type Mention, mainTopic } from '../model/mention.ts'
import { isOver, newest, type Reply } from '../model/reply.ts'
import type { Team } from '../model/team.ts'
import type { Parts } from '../store/store.ts'
import { type Marked, marked, plain, together } from '../texts/marked.ts'
import { isKey, type Say, sayIn } from '../texts/texts.ts'
import type { Writer } from './living.ts'
import { judged } from './reply-judged.ts'
import { stateText, type Told, type Voice } from './reply-state.ts'
import { howWords, quotation } from './reply-words.ts'
import { verdictLines } from './verdict.ts'
import { wordDiff } from './word-diff.ts'

export { type Voice, whyWordsOf } from './reply-state.ts'

/** What the message of a reply says now: for the living messages (src/delivery/living.ts). */
export const writeReply: Writer = async ({ store, team, id, now }) => {
  const reply = await store.replies.get(team.name, Number(id))
  if (!reply) return null
  const mention = await store.mentions.get(team.name, reply.mention)
  const steps = await store.replies.steps(team.name, reply.id)
  const goesOut = reply.state === 'approved' || reply.state === 'by-hand'
  const held = goesOut ? await heldBack(store, team) : null
  const told = { reply, mention, steps, held, ...(await lookedAt(team, mention, reply)) }
  return replyMessage(told, { team, say: sayIn(team.locale), now })
}

/** What is worked out anew each time it is shown, from the policy as it is now. */
async function lookedAt(
  team: Team,
  mention: Mention | null,
  reply: Reply,
): Promise<Pick<Told, 'verdict' | 'changes'>> {
  const [before, last] = reply.versions.slice(-2)
  const { text } = newest(reply)
  return {
    verdict: mention && !isOver(reply) ? judged(team, mention, text).verdict : null,
    changes: last && before && !isOver(reply) ? await wordDiff(before.text, last.text) : null,
  }
}

/** A reply as the team sees it where it is approved, with the buttons of its state. */
export function replyMessage(told: Told, voice: Voice): Message {
  const { reply, mention } = told
  const { say } = voice
  const { id, state, versions } = reply
  const { nth, text } = newest(reply)
  const url = reply.published?.url ?? mention?.post.url
  return {
    title: say.plain(`reply.title-${state}`, { id: String(id) }),
    ...(url ? { url } : {}),
    ...(mention ? { mood: (mainTopic(mention)?.mood ?? mention.mood).label } : {}),
    text: together([
      mention ? answeredText(mention, say) : say('reply.to-gone'),
      say('reply.version', { nth, how: howWords(newest(reply), say) }),
      text === '' ? say('reply.forgotten') : quotation(plain(text)),
    ]),
    fields: [
      { name: say.plain('reply.state'), value: stateText(told, voice) },
      ...approvalFields(reply, voice),
      ...policyFields(told, voice),
      ...(told.changes ? [{ name: changesName(reply, say), value: told.changes }] : []),
      ...(versions.length > 1
        ? [{ name: say.plain('reply.versions'), value: versionLines(reply, voice) }]
        : []),
    ],
    ...(state === 'waiting' ? { note: say('reply.note') } : {}),
    buttons: [...buttonsOf(reply, mention, say), ...historyButton(reply, say)],
    about: `reply:${id}`,
    shows: String(nth),
    team: reply.team,
    react: state === 'waiting' ? ['✅', '✏️', '❌'] : [],
  }
}

/** Who wrote what it answers, and the beginning of that. */
function answeredText({ post }: Mention, say: Say): Marked {
  const who = [post.author, post.outlet].filter((one) => one).join(' · ')
  const words = [post.title, post.text].filter((one, at, all) => one && all.indexOf(one) === at).join('\n')
  const shown = words.length > shownOfPost ? `${words.slice(0, shownOfPost).toWellFormed()}…` : words
  return together([
    say('reply.to', { who }),
    shown === '' ? say('mention.forgotten') : quotation(plain(shown)),
  ])
}

/** Enough to know what it is about: the whole stands in its alert. */
const shownOfPost = 400

function approvalFields(reply: Reply, { say, now, team }: Voice): Field[] {
  if (reply.approvals.length === 0) return []
  const lines = reply.approvals.map(({ name, at }) =>
    say('reply.approval', { name, time: say.at(at, now, team.timeZone) }),
  )
  const count = marked`${say.plain('reply.approvals-of', { n: reply.approvals.length, needs: reply.needs })}`
  return [
    {
      name: say.plain('reply.approvals'),
      value: together([...lines, reply.needs > 1 ? count : null], ' · '),
    },
  ]
}

function policyFields({ verdict }: Told, { say, team }: Voice): Field[] {
  if (!verdict) return []
  const nameOf = (to: string) =>
    team.people.find(({ id }) => id === to)?.name ??
    (isKey(`role.${to}`) ? say.plain(`role.${to}` as 'role.staff') : to)
  const lines = verdictLines(verdict, say, nameOf)
  return lines.length > 0 ? [{ name: say.plain('reply.policy'), value: together(lines) }] : []
}

const changesName = (reply: Reply, say: Say) => say.plain('reply.changes', { nth: newest(reply).nth - 1 })

/** Every version with who wrote it, the newest first; the last few where there are many. */
const versionLines = ({ versions }: Reply, { say, now, team }: Voice): Marked =>
  together(
    versions
      .toReversed()
      .slice(0, shownVersions)
      .map((one) =>
        say('reply.version-line', {
          nth: one.nth,
          how: howWords(one, say),
          time: say.at(one.at, now, team.timeZone),
        }),
      ),
  )

const shownVersions = 8

function buttonsOf(reply: Reply, mention: Mention | null, say: Say): Button[] {
  const value = String(newest(reply).nth)
  const button = (
    verb: 'approve' | 'edit' | 'refuse' | 'stop' | 'withdraw' | 'done' | 'went-out' | 'again' | 'by-hand',
    style?: 'primary' | 'danger',
    label: 'retry' | typeof verb = verb,
  ): Button => ({
    action: `reply.${verb}`,
    label: say.plain(`reply.${label}`),
    value,
    ...(style ? { style } : {}),
  })
  switch (reply.state) {
    case 'waiting':
      return [button('approve', 'primary'), button('edit'), button('refuse', 'danger'), button('withdraw')]
    case 'approved':
      return [button('stop', 'danger'), button('edit')]
    case 'by-hand':
      return [button('done', 'primary'), button('edit'), button('withdraw')]
    case 'unsure':
      return [button('went-out', 'primary'), button('again', 'danger'), button('by-hand')]
    case 'stuck':
      return [button('again', 'primary', 'retry'), button('by-hand'), button('edit'), button('withdraw')]
    case 'refused':
    case 'expired':
      return mention ? [button('edit')] : []
    default:
      return []
  }
}

/** What was written before is never lost. */
const historyButton = ({ versions }: Reply, say: Say): Button[] =>
  versions.length > 1 ? [{ action: 'reply.history', label: say.plain('reply.history') }] : []

/** Every version with its whole text, the newest first: for whoever asks. */
export async function historyMessage(reply: Reply, { say, now, team }: Voice): Promise<Message> {
  const items = reply.versions.map(async (version, at) => {
    const before = reply.versions[at - 1]
    return {
      title: say.plain('reply.history-version', { nth: version.nth, how: howWords(version, say) }),
      quote: version.text || say.plain('reply.forgotten'),
      text: together([
        plain(say.time(version.at, now, team.timeZone)),
        before ? await wordDiff(before.text, version.text) : null,
      ]),
    }
  })
  return {
    quiet: true,
    title: say.plain('reply.history-title', { id: String(reply.id) }),
    items: (await Promise.all(items)).toReversed(),
  }
}

/** The crisis that holds back what the team has approved; null where none does. */
export const heldBack = ({ freezes }: Pick<Parts, 'freezes'>, { name, crisis = usualCrisis }: Team) =>
  freezes.of(name, crisis.freeze)
