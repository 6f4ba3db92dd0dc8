import { z } from 'zod'
import { type Weekday, weekdays } from '../model/digest.ts'
import { daysAfter, holidayCalendars, holidayNames } from '../model/holidays.ts'
import { type BusinessHours, type Closing, type Span, usualHours } from '../model/hours.ts'
import { Oops } from '../model/oops.ts'
import { shown } from './problem.ts'
import { oneOrMore } from './route-shape.ts'
import { text } from './shape.ts'
import { readTime, readTimeZone } from './time.ts'

const spans = z.union([oneOrMore(text(readSpan)), z.literal('none')])

/** When a team works. */
export const hoursShape = z.union([
  z.strictObject({
    days: oneOrMore(z.enum(weekdays)).optional(),
    open: oneOrMore(text(readSpan)).optional(),
    ...(Object.fromEntries(weekdays.map((day) => [day, spans.optional()])) as Record<
      Weekday,
      z.ZodOptional<typeof spans>
    >),
    holidays: z.enum(holidayCalendars).optional(),
    worked: oneOrMore(z.enum(holidayNames as [(typeof holidayNames)[number]])).optional(),
    closed: oneOrMore(text(readClosing)).optional(),
    timeZone: text(readTimeZone).optional(),
  }),
  z.literal('always'),
])

export type HoursSettings = z.output<typeof hoursShape>

/** Hours as they are written: `open` on `days`, but for a day that has hours of its own. */
export function hoursOf(given: HoursSettings): BusinessHours {
  if (given === 'always') return usualHours
  const { days = workdays, open = usualSpans, holidays = 'none', worked = [], closed = [], timeZone } = given
  const week = Object.fromEntries(
    weekdays.map((day) => {
      const own = given[day]
      return [day, own === 'none' ? [] : (own ?? (days.includes(day) ? open : []))]
    }),
  ) as BusinessHours['week']
  return { timeZone: timeZone ?? null, week, holidays, closed, worked }
}

const workdays: Weekday[] = weekdays.slice(0, 5)
const usualSpans: Span[] = [{ from: '09:00', to: '18:00' }]

/** `09:00-12:30`, up to `24:00`; what ends before it begins ends on the next day. Throws Oops. */
function readSpan(text: string): Span {
  const [, from, to] = /^\s*([^-–—]+?)\s*[-–—]\s*([^-–—]+?)\s*$/u.exec(text) ?? []
  if (from === undefined || to === undefined) throw new Oops('settings.span', { given: shown(text) })
  const span = { from: readTime(from), to: to === '24:00' ? to : readTime(to) }
  if (span.from === span.to) throw new Oops('settings.span-same', { given: shown(text) })
  return span
}

/** `2026-12-24`, `12-24` for every year, or two of a kind: `2026-12-24..2027-01-03`. Throws Oops. */
function readClosing(text: string): Closing {
  const [from, to = from, ...more] = text.split('..').map((edge) => edge.trim())
  const fits = from !== undefined && isDay(from) && isDay(to!) && from.length === to!.length
  if (!fits || more.length > 0) throw new Oops('settings.closing', { given: shown(text) })
  if (from.length > 5 && to! < from) throw new Oops('settings.closing-order', { given: shown(text) })
  return { from, to: to! }
}

/** A day that some year has: the 29th of February is one of every year. */
function isDay(text: string): boolean {
  const [, year = '2028', month, day] = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/.exec(text) ?? []
  if (month === undefined) return false
  const given = { year: Number(year), month: Number(month), day: Number(day) }
  const real = daysAfter(given, 0)
  return real.month === given.month && real.day === given.day
}
