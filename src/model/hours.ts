import { type Weekday, weekdayOf, weekdays } from './digest.ts'
import { type Day, daysAfter, type Holiday, type HolidayCalendar, holidaysOn } from './holidays.ts'
import type { Instant } from './post.ts'
import { instantOf, localOf } from './time.ts'

/** Local times `HH:MM`, up to `24:00`; one that ends before it begins ends on the next day. */
export type Span = { from: string; to: string }

/** Days on which nobody works, the last one too: `2026-12-24`, or `12-24` for every year. */
export type Closing = { from: string; to: string }

/** When a team works: promises count these hours alone. */
export type BusinessHours = {
  /** The team's where it is null. */
  timeZone: string | null
  week: Record<Weekday, Span[]>
  holidays: HolidayCalendar
  closed: Closing[]
  /** Holidays on which people work all the same. */
  worked: Holiday[]
}

const onEachDay = (spans: Span[]) =>
  Object.fromEntries(weekdays.map((day) => [day, spans])) as Record<Weekday, Span[]>

/** Day and night: what counts for a team that names no hours. */
export const usualHours: BusinessHours = {
  timeZone: null,
  week: onEachDay([{ from: '00:00', to: '24:00' }]),
  holidays: 'none',
  closed: [],
  worked: [],
}

/** Whether open time is all time. */
export const isRoundTheClock = ({ hours }: Pick<Clocked, 'hours'>) => hours === usualHours

/** Hours by the calendar of a time zone. */
export type Clocked = { hours: BusinessHours; timeZone: string }

/**
 * When so much open time (`length`, ms) has passed since a moment: minutes of open time are added up, so that half an
 * hour from Friday 16:45 on, with hours until 17:00, is over on Monday at 9:15. What is closed at that moment begins
 * with the next opening. Null where there is not so much open time within two years.
 */
export function openAfter(at: Instant, length: number, clocked: Clocked): Instant | null {
  let left = length
  for (const [from, to] of openFrom(at, clocked)) {
    if (left <= to - from) return from + left
    left -= to - from
  }
  return null
}

/** How much open time (ms) lies between two moments. */
export function openBetween(from: Instant, to: Instant, clocked: Clocked): number {
  let open = 0
  for (const [begin, end] of openFrom(from, clocked)) {
    if (begin >= to) break
    open += Math.min(end, to) - begin
  }
  return open
}

/**
 * The same for many pairs of moments that lie between two: the calendar is asked once a day, not once a pair. What lies
 * outside is taken for the nearer of the two.
 */
export function newOpenTimes(
  from: Instant,
  to: Instant,
  clocked: Clocked,
): (from: Instant, to: Instant) => number {
  if (isRoundTheClock(clocked)) return (begin, end) => Math.max(end - begin, 0)
  const stretches: { begin: Instant; end: Instant; before: number }[] = []
  let open = 0
  for (const [begin, end] of openFrom(from, clocked)) {
    if (begin >= to) break
    stretches.push({ begin, end, before: open })
    open += end - begin
  }
  /** How much open time lies before a moment. */
  const until = (at: Instant) => {
    let [low, high] = [0, stretches.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (stretches[middle]!.begin <= at) low = middle + 1
      else high = middle
    }
    const last = stretches[low - 1]
    return last ? last.before + Math.min(at, last.end) - last.begin : 0
  }
  return (begin, end) => Math.max(until(end) - until(begin), 0)
}

/** The stretches of open time from a moment on, one after the other; none is empty, and no two overlap. */
function* openFrom(at: Instant, { hours, timeZone }: Clocked): Generator<[Instant, Instant]> {
  const zone = hours.timeZone ?? timeZone
  const today = localOf(at, zone)
  let reached = at
  // Yesterday's hours may run over midnight.
  for (let days = -1; days < farthest; days++)
    for (const { from, to } of spansOn(daysAfter(today, days), hours)) {
      const day = daysAfter(today, days)
      const begin = Math.max(instantOf({ ...day, ...timeOf(from) }, zone), reached)
      const last = to > from ? day : daysAfter(day, 1)
      const end = instantOf({ ...last, ...timeOf(to) }, zone)
      if (end <= begin) continue
      yield [begin, end]
      reached = end
    }
}

const spansOn = (day: Day, hours: BusinessHours): Span[] =>
  isClosedOn(day, hours) ? [] : hours.week[weekdayOf(day.year, day.month, day.day)].toSorted(byBegin)

const byBegin = (one: Span, other: Span) => (one.from < other.from ? -1 : 1)

/** A holiday on which nobody works, or a day that the team is closed. */
export function isClosedOn(day: Day, { holidays, worked, closed }: BusinessHours): boolean {
  if (closed.some((one) => isWithin(day, one))) return true
  const today = holidaysOn(day, holidays)
  return today.length > 0 && !today.some((name) => worked.includes(name))
}

function isWithin({ year, month, day }: Day, { from, to }: Closing): boolean {
  const yearly = `${two(month)}-${two(day)}`
  const whole = `${year}-${yearly}`
  const shown = (edge: string) => (edge.length > 5 ? whole : yearly)
  // Of every year, from Christmas to Epiphany.
  if (from.length <= 5 && to < from) return yearly >= from || yearly <= to
  return shown(from) >= from && shown(to) <= to
}

function timeOf(time: string) {
  const [hour, minute] = time.split(':').map(Number)
  return { hour: hour!, minute: minute! }
}

const two = (number: number) => String(number).padStart(2, '0')

/** Days: nobody promises anything for later than that. */
const farthest = 730
