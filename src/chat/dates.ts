import { type Day, lengthOf, type Period, periodBefore } from '../model/period.ts'
import type { Instant } from '../model/post.ts'
import type { Say } from '../texts/texts.ts'

/** « novembre 2026 », « vendredi 20 novembre 2026 », « du 9 au 15 novembre 2026 ». */
export function periodWords(period: Period, say: Say): string {
  if (isMonth(period)) return dayWords(period.from, say, month)
  if (period.from === period.to) return first(dayWords(period.from, say, { ...long, weekday: 'long' }), say)
  return say.plain('report.days', edges(period, say))
}

/** The same at the beginning of a sentence: « En novembre 2026 », "On 20 November 2026". */
export function whenWords(period: Period, say: Say): string {
  if (isMonth(period)) return say.plain('report.in-month', { month: dayWords(period.from, say, month) })
  if (period.from === period.to)
    return say.plain('report.in-day', { day: first(dayWords(period.from, say, long), say) })
  return say.plain('report.in-days', edges(period, say))
}

/** What a period is compared with: « par rapport à octobre 2026 », "on the 7 days before". */
export function againstWords(period: Period, before: Period, say: Say): string {
  const whole = isMonth(period) && before.to === periodBefore(period).to
  if (whole) return say.plain('report.against-month', { month: dayWords(before.from, say, month) })
  return say.plain('report.against-days', { count: lengthOf(before) })
}

/** A day without its year: « 3 nov. ». */
export const shortDay = (day: Day, say: Say) =>
  first(dayWords(day, say, { day: 'numeric', month: 'short' }), say)

/** The day of a moment, by a team's calendar, with its year: « 1er décembre 2026 ». */
export const dateWords = (at: Instant, timeZone: string, say: Say) =>
  first(new Intl.DateTimeFormat(tag(say), { ...long, timeZone }).format(at), say)

export const isMonth = ({ from, to }: Period) =>
  from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && isLast(to)

const isLast = (day: Day) => new Date(utc(day) + 86_400_000).toISOString().slice(8, 10) === '01'

/** The year, and the month where it is the same, are said once. */
function edges({ from, to }: Period, say: Say) {
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  const sameMonth = sameYear && from.slice(0, 7) === to.slice(0, 7)
  const short: Intl.DateTimeFormatOptions = sameMonth
    ? { day: 'numeric' }
    : sameYear
      ? { day: 'numeric', month: 'long' }
      : long
  return { from: first(dayWords(from, say, short), say), to: first(dayWords(to, say, long), say) }
}

const month: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' }
const long: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }

const dayWords = (day: Day, say: Say, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tag(say), { ...options, timeZone: 'UTC' }).format(utc(day))

/** French writes « 1er novembre » where Intl gives « 1 novembre ». */
const first = (text: string, { locale }: Say) =>
  locale === 'fr' ? text.replace(/(^|\s)1(?=\s|$)/, '$11er') : text

const tag = ({ locale }: Say) => (locale === 'fr' ? 'fr-FR' : 'en-GB')
const utc = (day: Day) => Date.parse(`${day}T00:00:00Z`)
