import type { Instant } from './post.ts'
import type { Query } from './query.ts'
import type { SettingPlace } from './team.ts'

export const topicKinds = ['brand', 'person', 'competitor', 'sector', 'theme'] as const
export type TopicKind = (typeof topicKinds)[number]

/** What is watched. */
export type Topic = {
  name: string
  kind: TopicKind
  query: Query
  /** The query as it was written; a list's lines one below the other. */
  text?: string
  /** Where it stands in the settings, if it does. */
  at?: SettingPlace
  /** Who added it in the chat, or wrote it last, and when. */
  added?: { by: string; at: Instant }
}
