import type { Instant } from './post.ts'
import { instantOf, localOf } from './time.ts'

export const rhythms = ['day', 'week', 'month'] as const
export type RhythmName = (typeof rhythms)[number]

type Day = { year: number; month: number; day: number }
type Time = { hour: number; minute: number }

/**
 * Something that comes again at the same time of day, by a time zone's calendar, whatever its clocks do: every day,
 * every week, every month (on the last day of months that are too short) from the day `from` on. It lasts so many
 * `days`, or months where it ends on the same day of one, until a time of day; and at the longest until it begins again.
 */
export type Rhythm = {
  every: RhythmName
  from: Day & Time
  lasts: ({ days: number; months?: number } & Time) | null
}

/** The rhythm of something that first begins and ends at these moments. */
export function rhythmOf(
  every: RhythmName,
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant | null },
  timeZone: string,
): Rhythm {
  const from = localOf(startsAt, timeZone)
  if (endsAt === null) return { every, from, lasts: null }
  const to = localOf(endsAt, timeZone)
  const days = Math.round((dateOf(to) - dateOf(from)) / dayLong)
  const months = every === 'month' && to.day === from.day ? monthOf(to) - monthOf(from) : 0
  const lasts = { days: months > 0 ? 0 : days, months, hour: to.hour, minute: to.minute }
  return { every, from, lasts }
}

/** The very first one. */
export const firstOf = (rhythm: Rhythm, timeZone: string) => nthOf(rhythm, 0, timeZone)

/** When it begins next after a moment, and when it then ends. */
export function nextAfter(
  rhythm: Rhythm,
  after: Instant,
  timeZone: string,
): { startsAt: Instant; endsAt: Instant } {
  const { from } = rhythm
  // Near the moment, and never beyond it.
  const passed = Math.max(0, Math.floor((after - dateOf(from)) / dayLong) - 2)
  for (let nth = Math.floor(passed / longestStep[rhythm.every]); ; nth++) {
    const one = nthOf(rhythm, nth, timeZone)
    if (one.startsAt > after) return one
  }
}

const nthOf = (rhythm: Rhythm, nth: number, timeZone: string) => ({
  startsAt: instantOf(dayNth(rhythm, nth), timeZone),
  endsAt: endOf(rhythm, nth, timeZone),
})

function endOf(rhythm: Rhythm, nth: number, timeZone: string): Instant {
  const { lasts } = rhythm
  const next = instantOf(dayNth(rhythm, nth + 1), timeZone)
  if (lasts === null) return next
  const last = dayNth(rhythm, nth + (lasts.months ?? 0))
  const end = { ...last, day: last.day + lasts.days, hour: lasts.hour, minute: lasts.minute }
  // Months differ in length: none lasts into the next one.
  return Math.min(instantOf(end, timeZone), next)
}

function dayNth({ every, from }: Rhythm, nth: number): Day & Time {
  if (every !== 'month') return { ...from, day: from.day + nth * (every === 'week' ? 7 : 1) }
  const months = from.year * 12 + from.month - 1 + nth
  const to = { year: Math.floor(months / 12), month: (months % 12) + 1 }
  const length = new Date(Date.UTC(to.year, to.month, 0)).getUTCDate()
  return { ...from, ...to, day: Math.min(from.day, length) }
}

const monthOf = ({ year, month }: Day) => year * 12 + month

const dateOf = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day)

const dayLong = 86_400_000
/** Days that pass from one to the next, at most. */
const longestStep: Record<RhythmName, number> = { day: 1, week: 7, month: 31 }
