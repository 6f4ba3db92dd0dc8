import type { Counts } from './measures.ts'

/** A mention of the topic. Times in ms since 1970; `behind`: how late its source usually is, in ms. */
export type Heard = {
  at: number
  publishedAt: number | null
  author: string | null
  outlet: string | null
  story: string | null
  negative: boolean
  reach?: number
  behind?: number
}

export type Counting = {
  hear(mention: Heard): void
  /** What was heard since the last time, for `Watch.tell`. */
  take(): Required<Omit<Counts, 'sight'>>
}

/**
 * Counts mentions as a person would who asks how many people talk of it now, within four hours: an author counts
 * three times at most, one text five times however many copy it (its authors and outlets count each), and what was
 * published more than an hour before it came in not at all: an old post, or what piled up while a source was away.
 * Whoever writes without a name is counted each time.
 */
export function newCounting(): Counting {
  const [authors, outlets, stories] = [newTally(), newTally(), newTally()]
  let counts = none()
  return {
    hear({ at, publishedAt, author, outlet, story, negative, reach = 0, behind = 0 }) {
      if (publishedAt !== null && at - publishedAt > freshFor + behind) return
      const byAuthor = author === null ? 1 : authors(author, at)
      // Who says it everywhere is still one voice.
      if (byAuthor > mostOfAuthor) return
      const atOutlet = outlet === null ? 1 : outlets(outlet, at)
      const ofStory = story === null ? 1 : stories(story, at)
      if (author !== null && byAuthor === 1) counts.authors++
      if (outlet !== null && atOutlet === 1) counts.outlets++
      // Who is read by a million reaches no more of them by saying it twice.
      if ((author === null ? atOutlet : byAuthor) === 1) counts.reach += reach
      if (ofStory > mostOfStory) return
      counts.volume++
      if (negative) counts.negative++
    },
    take() {
      const taken = counts
      counts = none()
      return taken
    },
  }
}

const none = () => ({ volume: 0, negative: 0, reach: 0, authors: 0, outlets: 0 })

/** How often something came up within four hours of the first time, this time included. */
function newTally(): (key: string, at: number) => number {
  const all = new Map<string, { since: number; times: number }>()
  return (key, at) => {
    for (const [old, { since }] of all) {
      if (all.size <= mostKept && Math.abs(at - since) < counted) break
      all.delete(old)
    }
    const known = all.get(key) ?? { since: at, times: 0 }
    known.times++
    all.set(key, known)
    return known.times
  }
}

const counted = 4 * 3_600_000
const freshFor = 3_600_000
const mostOfAuthor = 3
const mostOfStory = 5
const mostKept = 4_000
