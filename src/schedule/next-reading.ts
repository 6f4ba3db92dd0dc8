import type { Instant } from '../model/post.ts'
import { day, hour, minute } from '../model/time.ts'
import { never } from '../store/due-feeds.ts'

/** How often a feed publishes: so many posts since a moment. With every hour without a new one it is less often. */
export type Rhythm = { from: Instant; posts: number }

/**
 * The rhythm of a feed by the dates of what it holds. Where it gives none, or dates that lag behind what was new at
 * this reading (`fresh` posts), it counts from now: asked soon, then ever more seldom until something new comes.
 */
export function rhythmOf(
  published: (Instant | null)[],
  { now, fresh, known }: { now: Instant; fresh: number; known: Rhythm | null },
): Rhythm | null {
  const dates = published.filter((at) => at !== null && at <= now).sort((a, b) => b! - a!) as Instant[]
  const [newest] = dates
  const lags = newest === undefined || (known !== null && fresh > 0 && newest < now - day)
  if (lags) return fresh > 0 ? { from: now, posts: 1 } : known
  const recent = dates.slice(0, counted)
  return { from: recent.at(-1)!, posts: recent.length }
}

/** The last so many posts tell the rhythm: of a newspaper those of this morning, not of the year. */
const counted = 20

type Known = {
  now: Instant
  rhythm: Rhythm | null
  /** How long (ms) the feed and its sender ask not to be asked again. */
  asked?: number | null
  /** Until when a hub promised to push what is new. */
  pushedUntil?: Instant
}

/**
 * When a feed that could be read is read again: twice for each post that it publishes, within bounds, and never
 * sooner than it asks for, up to an hour. Up to a twentieth sooner or later, so that feeds do not fall due together.
 */
export function nextReading(
  { now, rhythm, asked, pushedUntil = 0 }: Known,
  chance: () => number = Math.random,
): Instant {
  const least = Math.min(Math.max(asked ?? 0, shortest), longest)
  const usual = rhythm ? Math.max(now - rhythm.from, 0) / rhythm.posts / 2 : shortest
  const polled = now + strewn(within(usual, least, longest), least, chance)
  if (pushedUntil <= polled) return polled
  // What the hub does not push is found within the hour; where it stops sooner, so do we.
  return Math.min(now + strewn(longest, least, chance), pushedUntil)
}

const strewn = (interval: number, least: number, chance: () => number) => {
  const [from, to] = [within(interval * 0.95, least, longest), within(interval * 1.05, least, longest)]
  return Math.ceil(from + (to - from) * chance())
}

const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

type Failing = {
  now: Instant
  /** How many times in a row it failed before, and since when. */
  failures: number
  failingSince: Instant | null
  /** How long (ms) it asks not to be asked again. */
  retryAfter?: number | undefined
  /** It says that it is gone for good. */
  gone?: boolean
  /** It is we who are cut off: nobody was asked. */
  offline?: boolean
}

/**
 * When a feed that failed is asked again, and whether it counts as dead: 5 minutes, twice as long after each failure,
 * a quarter up or down, at most a day; never sooner than it says. One that is gone is asked never.
 */
export function afterFailure(
  { now, failures, failingSince, retryAfter = 0, gone = false, offline = false }: Failing,
  chance: () => number = Math.random,
): { nextAt: Instant; dead: boolean } {
  if (gone) return { nextAt: never, dead: true }
  const often = failures + 1 >= fewestFailures
  const dead = often && !offline && now - (failingSince ?? now) >= longestSick
  const usual = Math.min(shortest * 2 ** Math.min(failures, 10), day)
  const backOff = dead ? day * (0.95 + chance() / 20) : within(usual * (0.75 + chance() / 2), shortest, day)
  // Who says when to come back is believed, but not for ever.
  const patience = offline ? Math.min(backOff, longestOffline) : retryAfter > 0 && !often ? shortest : backOff
  return { nextAt: now + Math.ceil(Math.max(patience, retryAfter)), dead }
}

export const shortest = 5 * minute
export const longest = hour
const fewestFailures = 10
export const longestSick = 7 * day
/** Once we are back, so is everything else, soon. */
const longestOffline = 15 * minute
