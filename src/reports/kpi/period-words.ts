import { type Day, dayAfter, type Grain, type Period } from '../../model/period.ts'
import type { Say } from '../../texts/texts.ts'

/** Days as they are said alone: `octobre 2026`, « du 1er au 15 octobre 2026 », `1–15 October 2026`. */
export function periodWords({ from, to }: Period, say: Say): string {
  if (from === to) return dayWords(from, say)
  const wholeMonths = from.endsWith('-01') && dayAfter(to).endsWith('-01')
  if (wholeMonths && from.slice(0, 7) === to.slice(0, 7)) return monthWords(from, say)
  if (wholeMonths && from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4))
    return from.slice(0, 4)
  const [sameYear, sameMonth] = [from.slice(0, 4) === to.slice(0, 4), from.slice(0, 7) === to.slice(0, 7)]
  const first = sameMonth
    ? dateOfMonth(from, say)
    : format(from, say, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) })
  const last = dayWords(to, say)
  if (say.locale === 'fr') return say.plain('kpi.from-to', { from: first, to: last })
  return sameMonth ? `${first}–${last}` : `${first} – ${last}`
}

/** `21 novembre 2026`, « 1er octobre 2026 ». */
export const dayWords = (day: Day, say: Say) =>
  format(day, say, { day: 'numeric', month: 'long', year: 'numeric' })

/** `21 nov.`, `1er oct.`; the year where it is said. */
export const shortDay = (day: Day, say: Say) => format(day, say, { day: 'numeric', month: 'short' })

/** `octobre 2026`. */
export const monthWords = (day: Day, say: Say) => format(day, say, { month: 'long', year: 'numeric' })

/** Where a bucket begins, as short as an axis likes it. */
export function bucketWords({ from }: Period, grain: Grain, say: Say): string {
  if (grain !== 'month') return shortDay(from, say)
  return format(from, say, { month: 'short', ...(from.slice(5, 7) === '01' ? { year: 'numeric' } : {}) })
}

const dateOfMonth = (day: Day, say: Say) => format(day, say, { day: 'numeric' })

function format(day: Day, { locale }: Say, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${JSON.stringify(options)}`
  const made =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { ...options, timeZone: 'UTC' })
  formats.set(key, made)
  const words = made.format(Date.parse(`${day}T00:00:00Z`))
  // French writes « 1er octobre » where Intl gives « 1 octobre ».
  return locale === 'fr' && options.day ? words.replace(/^1(?=\s|$)/, '1er') : words
}

const formats = new Map<string, Intl.DateTimeFormat>()
