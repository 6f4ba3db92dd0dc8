import type { Instant } from './post.ts'
import { instantOf, localOf } from './time.ts'

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof weekdays)[number]

/** When a team's digests are told: a local time `HH:MM`, on these days (at least one). */
export type DigestTime = { at: string; days: readonly Weekday[] }

export const usualDigest: DigestTime = { at: '08:30', days: weekdays }

/** The last moment for a digest, up to and with `now`. */
export function digestBefore(now: Instant, digest: DigestTime, timeZone: string): Instant {
  for (let days = 0; ; days--) {
    const at = momentOn(days, now, digest, timeZone)
    if (at !== null && at <= now) return at
  }
}

/** The next moment for a digest after `now`. */
export function digestAfter(now: Instant, digest: DigestTime, timeZone: string): Instant {
  for (let days = 0; ; days++) {
    const at = momentOn(days, now, digest, timeZone)
    if (at !== null && at > now) return at
  }
}

/** The moment for a digest on the day so many days from now, null where that day has none. */
function momentOn(days: number, now: Instant, digest: DigestTime, timeZone: string): Instant | null {
  const { year, month, day } = localOf(now, timeZone)
  if (!digest.days.includes(weekdayOf(year, month, day + days))) return null
  const [hour, minute] = digest.at.split(':').map(Number)
  return instantOf({ year, month, day: day + days, hour: hour!, minute: minute! }, timeZone)
}

/** Of a day of the calendar, wherever it is. */
export const weekdayOf = (year: number, month: number, day: number): Weekday =>
  weekdays[(new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7]!
