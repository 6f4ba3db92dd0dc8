import type { Instant } from '../model/post.ts'
import { day, hour, localOf } from '../model/time.ts'

/** Mentions of the time before, hour by hour. */
export type Before = { at: Instant; count: number }[]

/**
 * What is usual in slots of `step` ms from a moment on: the mean of the same hours of the team's clock on the days
 * before, its neighbours counting half, so that a few mentions a day make no peaks. Null where less than a day is known.
 */
export function usualIn(
  before: Before,
  { from, step, count }: { from: Instant; step: number; count: number },
  timeZone: string,
): number[] | null {
  const first = before.findIndex((one) => one.count > 0)
  // A topic that was never talked of is usually not talked of; one that is new is not known yet.
  const known = first < 0 ? [] : before.slice(first)
  if (known.length * hour < day) return null
  const sums = Array.from({ length: 24 }, () => ({ count: 0, hours: 0 }))
  for (const { at, count } of known) {
    const one = sums[localOf(at, timeZone).hour]!
    one.count += count
    one.hours++
  }
  const means = sums.map(({ count, hours }) => count / Math.max(1, hours))
  const smooth = means.map((mean, at) => (means[(at + 23) % 24]! + 2 * mean + means[(at + 1) % 24]!) / 4)
  return Array.from({ length: count }, (_, slot) => {
    const begin = from + slot * step
    const pieces = Math.max(1, Math.round(step / hour))
    const hours = Array.from(
      { length: pieces },
      (_, at) => localOf(begin + (at * step) / pieces, timeZone).hour,
    )
    return (hours.reduce((sum, at) => sum + smooth[at]!, 0) / pieces) * (step / hour)
  })
}
