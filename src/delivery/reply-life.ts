import type { Message } from '../chat/message.ts'
import { isOver, newest, type PublishOutcome, type Reply } from '../model/reply.ts'
import type { Team } from '../model/team.ts'
import { type Done, type NewReply, replyAbout } from '../store/replies.ts'
import type { Parts } from '../store/store.ts'
import { link, type Marked, together } from '../texts/marked.ts'
import { sayIn } from '../texts/texts.ts'
import { moveMention, tellMention } from './mention-life.ts'
import { type Voice, whyWordsOf, writeReply } from './reply.ts'
import { approvalPlaces } from './reply-judged.ts'
import { approverNames } from './reply-words.ts'
import { freshDue } from './takeover.ts'
import { wordDiff } from './word-diff.ts'

/**
 * A reply begins: its message lives where approvals are asked for, its mention's alert shows it. What Vigie drafts by
 * itself waits for the end of the quiet hours. To be run in a transaction that took its turn.
 */
export async function beginReply(
  store: Parts,
  team: Team,
  given: NewReply,
  done: Omit<Done, 'did'>,
): Promise<Reply> {
  const reply = await store.replies.add(given, done)
  const message = await writeReply({ store, team, id: String(reply.id), now: done.at })
  const places = approvalPlaces(team)
  const dueAt = done.by === null ? freshDue(team, done.at) : done.at
  const living = { places, message: message!, now: done.at, dueAt }
  await store.living.begin(team.name, replyAbout(reply), living)
  await tellMention(store, team, reply.mention, done.at)
  return reply
}

/** What was done with one is kept, and told wherever somebody has to know. To be run in a transaction that took its turn. */
export async function keepReply(
  store: Parts,
  team: Team,
  before: Reply,
  after: Reply,
  done: Done,
): Promise<Reply> {
  await store.replies.keep(before, after, done)
  await tell(store, team, { before, after, done })
  return after
}

/** How asking the network ended (see `store.replies.ended`), and what it means for everybody. Null where nobody was asking. To be run in a transaction. */
export async function endReply(
  store: Parts,
  team: Team,
  id: number,
  outcome: PublishOutcome,
  now: number,
): Promise<Reply | null> {
  await store.turns.take()
  const before = await store.replies.get(team.name, id)
  const after = await store.replies.ended(team.name, id, outcome, now)
  if (before && after)
    await tell(store, team, { before, after, done: { did: outcome.is, by: null, at: now } })
  return after
}

type Happening = { before: Reply; after: Reply; done: Done }

async function tell(store: Parts, team: Team, happening: Happening) {
  const { before, after, done } = happening
  const about = replyAbout(after)
  const now = done.at
  if (after.state === 'published') await answered(store, team, after, now)
  if (isOver(after)) await store.living.end(team.name, about, now)
  const text = await ringing(store, happening, { team, say: sayIn(team.locale), now })
  if (text) {
    const { length } = await store.replies.steps(team.name, after.id)
    const message: Message = { text }
    // Nobody is woken by what nobody did.
    const dueAt = done.did === 'reminded' || done.did === 'expired' ? freshDue(team, now) : now
    await store.living.notice(team.name, about, `step-${length}`, message, now, dueAt)
  }
  if (before.state !== after.state) await tellMention(store, team, after.mention, now)
}

/** Its mention is answered by whoever wrote what went out, else by who let it; nobody waits for it any more. */
async function answered(store: Parts, team: Team, reply: Reply, now: number) {
  const mention = await store.mentions.get(team.name, reply.mention)
  if (!mention || mention.state.is === 'answered') return
  const vigie = { person: '', name: 'Vigie' }
  const { person: id, name } = newest(reply).by ?? reply.approvals[0] ?? vigie
  const state = { is: 'answered' as const, by: name, id, at: now }
  await moveMention(store, team, mention, state, { by: { id, name }, now })
}

/** What people must notice, in the thread: an edit of the message rings nowhere. Null for the rest. */
async function ringing(
  store: Parts,
  { before, after, done }: Happening,
  { team, say, now }: Voice,
): Promise<Marked | null> {
  const name = done.by?.name ?? 'Vigie'
  const time = (at: number) => say.at(at, now, team.timeZone)
  const names = approverNames(after)
  const why = whyWordsOf(done.what ?? after.why ?? '', say)
  switch (done.did) {
    case 'approved':
      if (after.state === 'approved')
        return say('reply.rang-approved', { names, time: time(after.goesAt!), stop: say.plain('reply.stop') })
      return after.state === 'by-hand' ? say('reply.rang-by-hand', { names }) : null
    case 'edited': {
      const { nth, text } = newest(after)
      const changes = await wordDiff(newest(before).text, text)
      return together([say('reply.rang-edited', { name, nth, approve: say.plain('reply.approve') }), changes])
    }
    case 'refused':
      return say('reply.rang-refused', { name, why })
    case 'stopped':
      return done.by ? say('reply.rang-stopped', { name }) : say('reply.rang-stopped-itself', { why })
    case 'later':
      // A try that failed is nothing to notice, a reply that goes out long after its time is.
      if (before.state !== 'approved') return null
      return say('reply.rang-late', { time: time(after.goesAt!), stop: say.plain('reply.stop') })
    case 'took-back':
      return before.state === 'waiting' ? null : say('reply.rang-took-back', { name })
    case 'reminded':
      return say('reply.rang-reminded', { time: time(after.expiresAt) })
    case 'expired':
      return say('reply.rang-expired')
    case 'published': {
      const url = after.published?.url
      const head = await store.replies.trailed(team.name, after.id)
      return together([
        url
          ? say('reply.rang-published', { where: { marked: link(url, url) } })
          : say('reply.rang-published-plain'),
        head ? say('reply.rang-trail', { head }) : null,
      ])
    }
    case 'stuck':
      return say('reply.rang-stuck', { why })
    case 'unsure':
      return say('reply.rang-unsure', { why })
    default:
      return null
  }
}
