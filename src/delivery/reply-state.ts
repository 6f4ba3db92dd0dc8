import type { Mention } from '../model/mention.ts'
import type { Verdict } from '../model/policy.ts'
import type { Reply, ReplyStep } from '../model/reply.ts'
import type { Team } from '../model/team.ts'
import { link, type Marked, together } from '../texts/marked.ts'
import { isKey, type Say } from '../texts/texts.ts'
import { lengthWords } from './giveaway-words.ts'

/** A reply with all that its message tells: what it answers, what the policy says of it, who did what with it. */
export type Told = {
  reply: Reply
  /** Null once it is no longer kept. */
  mention: Mention | null
  verdict: Verdict | null
  steps: ReplyStep[]
  /** The words that changed since the version before. */
  changes: Marked | null
  /** The crisis that holds it back. */
  held: { incident: number } | null
}

export type Voice = { team: Team; say: Say; now: number }

/** Where a reply stands, and what can be done about it. */
export function stateText({ reply, mention, steps, held }: Told, voice: Voice): Marked {
  const { say } = voice
  const time = (at: number) => say.at(at, voice.now, voice.team.timeZone)
  const why = reply.why ?? ''
  switch (reply.state) {
    case 'waiting':
      return waitsText(reply, voice)
    case 'approved': {
      if (held) return say('reply.held', { incident: String(held.incident) })
      const facts = { time: time(reply.goesAt ?? voice.now), identity: reply.identity ?? '' }
      return reply.why ? say('reply.goes-again', { ...facts, why }) : say('reply.goes', facts)
    }
    case 'publishing':
      return say('reply.going')
    case 'published':
      return publishedText(reply, mention, voice)
    case 'by-hand':
      return byHandText(mention, held, voice)
    case 'unsure':
      return say('reply.now-unsure', { why: whyWordsOf(why, say) })
    case 'stuck':
      return say('reply.now-stuck', { why: whyWordsOf(why, say) })
    case 'expired':
      return say('reply.was-expired', { edit: say.plain('reply.edit') })
    default: {
      const last = steps.findLast(({ did }) => did === reply.state)
      const facts = { name: last?.by ?? 'Vigie', time: last ? time(last.at) : '' }
      return reply.state === 'refused'
        ? say('reply.was-refused', { ...facts, why })
        : say('reply.was-withdrawn', facts)
    }
  }
}

/** What a network said, by the key of a text where there is one for it. */
export const whyWordsOf = (why: string, say: Say): string => (isKey(why) ? say.plain(why) : why)

function waitsText(reply: Reply, { say, now, team }: Voice): Marked {
  const time = say.at(reply.expiresAt, now, team.timeZone)
  if (reply.alone) return say('reply.waits-alone', { time })
  const role = say.plain(`role.${reply.role}`)
  return say('reply.waits', { count: reply.needs - reply.approvals.length, role, time })
}

function publishedText(reply: Reply, mention: Mention | null, { say, now, team }: Voice): Marked {
  const { at, url } = reply.published!
  const time = say.at(at, now, team.timeZone)
  const line = mention
    ? say('reply.was-published', { time, took: lengthWords(Math.max(at - mention.heardAt, 0), say) })
    : say('reply.was-published-plain', { time })
  return together([line, url ? link(say.plain('reply.see'), url) : null])
}

const byHandText = (mention: Mention | null, held: Told['held'], { say, team }: Voice): Marked =>
  together([
    held ? say('reply.held-hand', { incident: String(held.incident) }) : null,
    say('reply.by-hand-1', { done: say.plain('reply.done') }),
    mention?.post.url ? link(say.plain('reply.by-hand-2'), mention.post.url) : null,
    team.sample || mention?.post.sample ? say('reply.rehearsal') : null,
  ])
