import type { Mood } from './mood.ts'
import type { Network } from './network.ts'
import { hour } from './time.ts'

/** What somebody who does not exist says in a drill, so long (ms) after its start. `story`: which of its stories. */
export type DrillPost = {
  after: number
  story: string
  label: Mood
  score: number
  title: string | null
  text: string
  author: string | null
  outlet: string
  network: Network
  reach: number | null
}

/** The stories that are played. */
export const scenarios = ['leak', 'video'] as const
export type Scenario = (typeof scenarios)[number]

/** A drill ends by itself after so long: a team that forgot it is not reminded all night. */
export const drillLength = 2 * hour
