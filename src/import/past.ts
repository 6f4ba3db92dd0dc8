import { newStories, type Stories } from '../analysis/stories.ts'
import type { Instant } from '../model/post.ts'
import { day } from '../model/time.ts'

/**
 * Stories of a long past: each month has its own, and the last few are remembered, so that the same headline a year
 * later is other news, and years of posts need no more memory than a quarter.
 */
export function newPastStories(): Stories {
  const months = new Map<number, Stories>()
  const of = (at: Instant) => {
    const month = Math.floor(at / (30 * day))
    const stories = months.get(month) ?? newStories()
    months.delete(month)
    months.set(month, stories)
    if (months.size > 3) months.delete(months.keys().next().value!)
    return stories
  }
  return {
    place: (post, at = 0) => of(at).place(post, at),
    placed: (id, trace, at) => of(at).placed(id, trace, at),
    recall: (kept) => of(kept.at).recall(kept),
    forget: () => {},
    get size() {
      return [...months.values()].reduce((sum, { size }) => sum + size, 0)
    },
  }
}
