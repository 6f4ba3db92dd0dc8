import type { Mood } from './mood.ts'
import type { Network } from './network.ts'
import type { Instant } from './post.ts'

/** A mention in which one looks for what drives a burst; its words and its author are null once forgotten. */
export type Voice = {
  mention: number
  story: string
  label: Mood
  score: number
  heardAt: Instant
  title: string | null
  text: string | null
  url: string | null
  author: string | null
  outlet: string
  network: Network
  reach: number | null
}
