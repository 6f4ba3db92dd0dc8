/** What is watched of a topic. `share` is the share of the mentions that is negative; the others are counts. */
export const measures = ['volume', 'negative', 'share', 'reach', 'authors', 'outlets'] as const
export type Measure = (typeof measures)[number]

/**
 * What was heard in a stretch of time, already reduced (`newCounting`): mentions, how many of them negative, the
 * reach of their authors and outlets, how many different authors and outlets. What is left out is not watched.
 * `sight`: how much of what is usually seen could be seen, from 0 (blind) to 1.
 */
export type Counts = {
  volume: number
  negative?: number
  reach?: number
  authors?: number
  outlets?: number
  sight?: number
}

/** Far over all the mentions of the world, and far under what a number can count exactly. */
export const mostCount = 1e12
