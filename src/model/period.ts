import type { Instant } from './post.ts'
import { day, dayIn, instantOf } from './time.ts'

/** A day of a team's calendar: `2026-11-22`. */
export type Day = string

/** Whole days by a team's calendar, the first and the last one included. */
export type Period = { from: Day; to: Day }

export const grains = ['day', 'week', 'month'] as const
export type Grain = (typeof grains)[number]

/** The moments between which a period lies, the end not included; a day of it may have 23 or 25 hours. */
export const spanOf = ({ from, to }: Period, timeZone: string): { from: Instant; to: Instant } => ({
  from: instantOf(partsOf(from), timeZone),
  to: instantOf(partsOf(dayAfter(to)), timeZone),
})

/** The period that ends today, so many days long. */
export function lastDays(count: number, now: Instant, timeZone: string): Period {
  const to = dayIn(now, timeZone)
  return { from: dayAfter(to, 1 - count), to }
}

/**
 * Tells the day of each of many moments: the calendar of the time zone is asked once a day. What is older than 1970 is
 * somebody's mistake, and of its first day.
 */
export function newDayOf(timeZone: string): (at: Instant) => Day {
  const known = new Map<number, { from: Instant; to: Instant; name: Day }[]>()
  return (at) => {
    const moment = Math.max(at, 0)
    const near = known.get(Math.floor(moment / day)) ?? []
    const found = near.find(({ from, to }) => from <= moment && moment < to)
    if (found) return found.name
    const name = dayIn(moment, timeZone)
    known.set(Math.floor(moment / day), [...near, { ...spanOf({ from: name, to: name }, timeZone), name }])
    return name
  }
}

/** Whether a text is a day of the calendar: `2026-10-32` and `2026-02-30` are none. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(utcOf(text)) && dayAfter(text, 0) === text

/** How many days a period has. */
export const lengthOf = ({ from, to }: Period): number => (utcOf(to) - utcOf(from)) / day + 1

/** The day so many days after another. */
export const dayAfter = (from: Day, days = 1): Day =>
  new Date(utcOf(from) + days * day).toISOString().slice(0, 10)

/** The period before, as long as this one; before a whole month the whole month. */
export function periodBefore(period: Period): Period {
  const to = dayAfter(period.from, -1)
  if (isMonth(period)) return { from: `${to.slice(0, 7)}-01`, to }
  return { from: dayAfter(period.from, -lengthOf(period)), to }
}

const isMonth = ({ from, to }: Period) =>
  from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && dayAfter(to).endsWith('-01')

/** A period cut at midnights, at Mondays or at the firsts of months; the first and the last part may be short. */
export function bucketsOf(period: Period, grain: Grain): Period[] {
  const buckets: Period[] = []
  for (let from = period.from; from <= period.to; ) {
    const to = [lastOf(from, grain), period.to].sort()[0]!
    buckets.push({ from, to })
    from = dayAfter(to)
  }
  return buckets
}

function lastOf(from: Day, grain: Grain): Day {
  if (grain === 'day') return from
  const { year, month } = partsOf(from)
  if (grain === 'month') return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  // Weeks begin on Monday.
  return dayAfter(from, (7 - new Date(utcOf(from)).getUTCDay()) % 7)
}

function partsOf(from: Day) {
  const [year, month, day] = from.split('-').map(Number)
  return { year: year!, month: month!, day: day! }
}

const utcOf = (from: Day) => Date.parse(`${from}T00:00:00Z`)
