import type { Language, Sentiment } from './mood.ts'
import type { Network } from './network.ts'
import { Oops } from './oops.ts'
import type { Engagement, Instant } from './post.ts'
import type { Promised } from './promise.ts'
import type { ReplyState } from './reply.ts'
import { type TopicKind, topicKinds } from './topic.ts'

/** A post that concerns a team, as people read it: what it says, what it is about, and what was done about it. */
export type Mention = {
  id: number
  team: string
  post: MentionPost
  topics: TopicMood[]
  /** The mood of the whole text; each topic has its own. */
  mood: Sentiment
  language: Language | null
  /** The same news elsewhere has the same story. */
  story: string
  heardAt: Instant
  state: MentionState
  /** Within which time it is to be answered, where that was promised. */
  promised?: Promised | null
  /** Until when whoever has it set it aside. */
  snoozedUntil?: Instant | null
  /** It was edited since, and no topic finds it any more. */
  offTopic?: boolean
  /** The newest answer to it that Vigie knows of. */
  reply?: MentionReply | null
}

/** What a mention's alert shows of its reply: who wrote and who approved what went out, and when. */
export type MentionReply = {
  id: number
  state: ReplyState
  by: string | null
  approvedBy: string[]
  publishedAt: Instant | null
  url: string | null
}

/** The post as it was kept; `title`, `text` and `author` are null once their retention is over. */
export type MentionPost = {
  url: string | null
  title: string | null
  text: string | null
  author: string | null
  outlet: string
  publishedAt: Instant | null
  network: Network
  /** How many people it may have reached; null where nobody knows. */
  reach: number | null
  sample: boolean
  /** What people did with it, where its place counts that. */
  engagement?: Engagement | null
  /** When it was found to be gone at its place: nothing that it said is kept. */
  deletedAt?: Instant
  /** When it was found to say something else, and what it said when it was heard, while that is kept. */
  edited?: { at: Instant; was: { title: string; text: string } | null }
}

export type TopicMood = { name: string; kind: TopicKind; mood: Sentiment }

export const mentionStates = ['new', 'taken', 'answered', 'ignored'] as const

/**
 * Where a mention stands, who put it there (`id` is theirs in the team, where it is known), when, and why where they
 * said; `from` handed it over to them.
 */
export type MentionState =
  | { is: 'new' }
  | {
      is: 'taken' | 'answered' | 'ignored'
      by: string
      at: Instant
      why?: string
      id?: string
      from?: string
    }

/** What somebody does with a mention. Throws Oops where that would undo what another is doing. */
export function moved(
  state: MentionState,
  to: MentionState['is'],
  step: { by: string; at: Instant; why?: string; id?: string },
): MentionState {
  if (state.is === to && (state.is === 'new' || state.by === step.by)) throw new Oops(`mention.already-${to}`)
  if (to === 'taken' && state.is !== 'new') throw new Oops(`mention.is-${state.is}`, { name: state.by })
  return to === 'new' ? { is: to } : { is: to, ...step }
}

/** Somebody is given it, by whoever has it or anybody else of the team. Throws Oops where nothing is left to do. */
export function handedOver(
  state: MentionState,
  to: { id: string; name: string },
  step: { by: string; id: string; at: Instant },
): MentionState {
  if (state.is === 'answered' || state.is === 'ignored')
    throw new Oops(`mention.is-${state.is}`, { name: state.by })
  if (state.is === 'taken' && isHeldBy(state, to)) throw new Oops('mention.has-it', { name: to.name })
  return {
    is: 'taken',
    by: to.name,
    id: to.id,
    at: step.at,
    ...(to.id === step.id ? {} : { from: step.by }),
  }
}

/** Whether they are who has it: by their id, or by name where it was taken before ids were kept. */
export const isHeldBy = (state: MentionState, { id, name }: { id: string; name: string }) =>
  state.is === 'taken' && (state.id === undefined ? state.by === name : state.id === id)

/** The topic a mention is most about: the brand before its people, those before competitors, sector and themes. */
export const mainTopic = (mention: Pick<Mention, 'topics'>): TopicMood | undefined =>
  [...mention.topics].sort((a, b) => topicKinds.indexOf(a.kind) - topicKinds.indexOf(b.kind))[0]
