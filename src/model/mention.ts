import type { Language, Sentiment } from './mood.ts'
import type { Network } from './network.ts'
import { Oops } from './oops.ts'
import type { Instant } from './post.ts'
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
}

export type TopicMood = { name: string; kind: TopicKind; mood: Sentiment }

export const mentionStates = ['new', 'taken', 'answered', 'ignored'] as const

/** Where a mention stands, who put it there, when, and why where they said. */
export type MentionState =
  | { is: 'new' }
  | { is: 'taken' | 'answered' | 'ignored'; by: string; at: Instant; why?: string }

/** What somebody does with a mention. Throws Oops where that would undo what another is doing. */
export function moved(
  state: MentionState,
  to: MentionState['is'],
  step: { by: string; at: Instant; why?: string },
): MentionState {
  if (state.is === to && (state.is === 'new' || state.by === step.by)) throw new Oops(`mention.already-${to}`)
  if (to === 'taken' && state.is !== 'new') throw new Oops(`mention.is-${state.is}`, { name: state.by })
  return to === 'new' ? { is: to } : { is: to, ...step }
}

/** The topic a mention is most about: the brand before its people, those before competitors, sector and themes. */
export const mainTopic = (mention: Pick<Mention, 'topics'>): TopicMood | undefined =>
  [...mention.topics].sort((a, b) => topicKinds.indexOf(a.kind) - topicKinds.indexOf(b.kind))[0]
