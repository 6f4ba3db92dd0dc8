import type { Instant } from './post.ts'
import { instantOf, localOf } from './time.ts'

export const rhythms = ['day', 'week', 'month'] as const
export type RhythmName = (typeof rhythms)[number]

type Day = { year: number; month: number; day: number }
type Time = { hour: number; minute: number }

/**
 * Something that comes again at the same time of day, by a time zone's calendar, whatever its clocks do: every day,
 * every week, every month (on the last day of months that are too short) from the day `from` on. It lasts so many
 * `days`, until a time of day; until it begins again where `lasts` is null.
 */
export type Rhythm = {
  every: RhythmName
  from: Day & Time
  lasts: ({ days: number } & Time) | null
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
  return { every, from, lasts: { days, hour: to.hour, minute: to.minute } }
}

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
    const startsAt = instantOf(dayNth(rhythm, nth), timeZone)
    if (startsAt > after) return { startsAt, endsAt: endOf(rhythm, nth, timeZone) }
  }
}

function endOf(rhythm: Rhythm, nth: number, timeZone: string): Instant {
  const { lasts } = rhythm
  if (lasts === null) return instantOf(dayNth(rhythm, nth + 1), timeZone)
  const begun = dayNth(rhythm, nth)
  return instantOf(
    { ...begun, day: begun.day + lasts.days, hour: lasts.hour, minute: lasts.minute },
    timeZone,
  )
}

function dayNth({ every, from }: Rhythm, nth: number): Day & Time {
  if (every !== 'month') return { ...from, day: from.day + nth * (every === 'week' ? 7 : 1) }
  const months = from.year * 12 + from.month - 1 + nth
  const to = { year: Math.floor(months / 12), month: (months % 12) + 1 }
  const length = new Date(Date.UTC(to.year, to.month, 0)).getUTCDate()
  return { ...from, ...to, day: Math.min(from.day, length) }
}

const dateOf = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day)

const dayLong = 86_400_000
/** Days that pass from one to the next, at most. */
const longestStep: Record<RhythmName, number> = { day: 1, week: 7, month: 31 }
