import type { Query } from './query.ts'
import type { SettingPlace } from './team.ts'

export const topicKinds = ['brand', 'person', 'competitor', 'sector', 'theme'] as const
export type TopicKind = (typeof topicKinds)[number]

/** What is watched. */
export type Topic = {
  name: string
  kind: TopicKind
  query: Query
  at?: SettingPlace
}
