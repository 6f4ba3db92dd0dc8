import type { Instant } from './post.ts'
import type { QuietHours } from './team.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** A moment as the clock and calendar of a time zone show it. */
export type Local = { year: number; month: number; day: number; hour: number; minute: number }

export function localOf(at: Instant, timeZone: string): Local {
  const parts: Record<string, number> = {}
  for (const { type, value } of clock(timeZone).formatToParts(at)) parts[type] = Number(value)
  return { year: parts.year!, month: parts.month!, day: parts.day!, hour: parts.hour!, minute: parts.minute! }
}

/** A day as series name it (`2026-11-22`), by the calendar of a time zone. */
export function dayIn(at: Instant, timeZone: string): string {
  const { year, month, day } = localOf(at, timeZone)
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
}

/**
 * The moment at which a time zone's clock shows this; `day: 0` or `32` run over into the next month. Of a time that
 * a change of the clocks skips, the moment of the change; of one that comes twice, the first.
 */
export const instantOf = (shown: Partial<Local> & DayOf, timeZone: string): Instant =>
  instantsOf(shown, timeZone)[0]

/** The moment, and where it comes twice the second one. */
function instantsOf(
  { year, month, day, hour = 0, minute = 0 }: Partial<Local> & DayOf,
  timeZone: string,
): [Instant, Instant?] {
  const wanted = Date.UTC(year, month - 1, day, hour, minute)
  const offsetAt = (instant: Instant) => {
    const shown = localOf(instant, timeZone)
    return (
      Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) -
      Math.floor(instant / 60_000) * 60_000
    )
  }
  const old = offsetAt(wanted - dayLong)
  const [before, after] = [wanted - old, wanted - offsetAt(wanted + dayLong)]
  const [isBefore, isAfter] = [before, after].map((instant) => instant + offsetAt(instant) === wanted)
  if (isBefore) return isAfter && after > before ? [before, after] : [before]
  if (isAfter) return [after]
  // Skipped: the change lies between the two, on a whole minute.
  let [from, to] = [after, before]
  while (to - from > minuteLong) {
    const middle = from + Math.floor((to - from) / minuteLong / 2) * minuteLong
    if (offsetAt(middle) === old) from = middle
    else to = middle
  }
  return [to]
}

type DayOf = { year: number; month: number; day: number }

/** Midnight of the day `days` from now, by the calendar of the time zone. */
export function dayStart(now: Instant, timeZone: string, days = 0): Instant {
  const { year, month, day } = localOf(now, timeZone)
  return instantOf({ year, month, day: day + days }, timeZone)
}

/** When the quiet hours that hold now end, or null when it is not quiet. */
export function quietUntil(now: Instant, quiet: QuietHours | null, timeZone: string): Instant | null {
  if (!quiet) return null
  const local = localOf(now, timeZone)
  const at = local.hour * 60 + local.minute
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)]
  const holds = from < to ? at >= from && at < to : at >= from || at < to
  if (!holds) return null
  const end = { hour: Math.floor(to / 60), minute: to % 60 }
  const tomorrow = at >= to ? 1 : 0
  const [first, second] = instantsOf({ ...local, day: local.day + tomorrow, ...end }, timeZone)
  // In the hour that comes again, the first end is over.
  return first > now ? first : (second ?? first)
}

const minutesOf = (time: string) => {
  const [hours, minutes] = time.split(':').map(Number)
  return hours! * 60 + minutes!
}

const minuteLong = 60_000
const dayLong = 86_400_000

const clocks = new Map<string, Intl.DateTimeFormat>()

function clock(timeZone: string) {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  clocks.set(timeZone, made)
  return made
}
