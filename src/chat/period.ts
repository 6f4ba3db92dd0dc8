import { Oops } from '../model/oops.ts'
import { type Day, dayAfter, type Grain, lengthOf, type Period } from '../model/period.ts'
import type { Instant } from '../model/post.ts'
import { dayIn } from '../model/time.ts'
import type { Key } from '../texts/texts.ts'
import type { Choice } from './message.ts'
import type { ReadBy } from './options.ts'
import { months, plainWords } from './until.ts'

type Names = { en: string[]; fr: string[] }

/** Days as people say them: `mois`, `7j`, `last week`, `2026-10`, `2026-10-01..2026-10-15`. */
export const period = (names: Names, about: Key) => ({
  kind: 'text' as const,
  names,
  about,
  read: (raw: string, { now, team }: ReadBy) => readPeriod(raw, now, team.timeZone),
  choices: periodChoices,
})

/** Those that people ask for most, as `readPeriod` reads them back. */
export function periodChoices({ say, now, team }: ReadBy): Choice[] {
  const usual = usualPeriods.map((key) => say.plain(`period.${key}`))
  const today = dayIn(now, team.timeZone)
  const names = Array.from({ length: 12 }, (_, back) => {
    const month = firstOfMonth(today, -1 - back)
    return { value: month.slice(0, 7), label: monthName(month, say.locale) }
  })
  return [...usual.map((words) => ({ value: words, label: words })), ...names].slice(0, 25)
}

const usualPeriods = [
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'days-7',
  'days-30',
  'days-90',
  'this-quarter',
  'this-year',
] as const

const monthName = (from: Day, locale: 'fr' | 'en') =>
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${from}T00:00:00Z`))

/**
 * Days as people type them, French or English, by the team's calendar. What goes on (`mois`, `this week`) ends on its
 * last day, which may lie ahead. Throws Oops where it is none, ends before it begins, lies ahead or is too long.
 */
export function readPeriod(raw: string, now: Instant, timeZone: string): Period {
  const typed = bare(raw)
  const today = dayIn(now, timeZone)
  const found = rangeOf(typed, today, raw) ?? oneOf(typed, today)
  if (!found) throw new Oops('option.period', { given: raw })
  if (found.to < found.from) throw new Oops('option.period-backwards', { from: found.from, to: found.to })
  if (found.from > today) throw new Oops('option.period-future', { from: found.from })
  if (lengthOf(found) > longest) throw new Oops('option.period-long', { years: longestYears })
  return found
}

const longestYears = 5
const longest = longestYears * 366

const bare = (raw: string) =>
  plainWords(raw)
    .replace(
      /^(?:periode|period|pour|for|sur|over|pendant|during|en|in|au cours d[eu]|les?|la|the|ces|cette|ce|this) /,
      '',
    )
    .replace(/^(?:du |des |d'|from )(?=\d|1er)/, '')
    .replace(/^(?:mois|month) (?:de |d'|of )(?=[a-z])/, '')
    .replace(/[- ](?:ci|la)$/, '')
    .trim()

/** One word or two for whole days: a day, a month, a number of days until today. */
function oneOf(typed: string, today: Day): Period | null {
  return named(typed, today) ?? lately(typed, today) ?? monthOf(typed, today) ?? dayOf(typed, today)
}

/** `a..b`, `du a au b`, `from a to b`, `depuis a`. */
function rangeOf(typed: string, today: Day, raw: string): Period | null {
  const since = /^(?:depuis|since) (?:le |l')?(.+)$/.exec(typed)?.[1]
  if (since !== undefined) {
    const from = oneOf(bare(since), today)
    return from && { from: from.from, to: today < from.from ? from.from : today }
  }
  const parts =
    /^(.+?) ?(?:\.{2,3}|…|→) ?(.+)$/.exec(typed) ??
    /^(.+?) (?:au|a|to|until|jusqu'au|-|–) (?:the )?(.+)$/.exec(typed)
  if (!parts) return null
  const last = oneOf(bare(parts[2]!), today)
  // « du 1er au 15 octobre » : the month is said once.
  const first = oneOf(bare(parts[1]!), today) ?? (last && sameMonth(parts[1]!, parts[2]!, last))
  if (!first || !last) throw new Oops('option.period', { given: raw })
  return { from: first.from, to: last.to }
}

function sameMonth(first: string, second: string, last: Period): Period | null {
  const date = Number(/^(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(first)?.[1] ?? 0)
  if (date === 0 || !/[a-z]{3}/.test(second)) return null
  return only(`${last.to.slice(0, 7)}-${two(date)}`)
}

/** What has a name: `hier`, `this week`, `mois dernier`. */
function named(typed: string, today: Day): Period | null {
  // What people type may be `__proto__`.
  const days = Object.hasOwn(namedDays, typed) ? namedDays[typed] : undefined
  if (days !== undefined) return only(dayAfter(today, days))
  const found =
    /^(last |past |previous |current |dern[a-z]+ |prec[a-z]+ )?([a-z]+)(?: (derniere?|passee?|precedente?|en cours|courante?))?$/.exec(
      typed.replace(/^l'/, ''),
    )
  const word = found?.[2] ?? ''
  const unit = Object.hasOwn(spans, word) ? spans[word] : undefined
  if (!found || !unit) return null
  const back =
    /^(?:last|past|prev|dern|prec)/.test(found[1] ?? '') || /^(?:dern|pass|prec)/.test(found[3] ?? '')
  return unit(today, back ? -1 : 0)
}

const namedDays: Record<string, number> = {
  today: 0,
  "aujourd'hui": 0,
  'aujourd hui': 0,
  aujourdhui: 0,
  jour: 0,
  day: 0,
  yesterday: -1,
  hier: -1,
  veille: -1,
  'avant-hier': -2,
  'avant hier': -2,
  'day before yesterday': -2,
}

type Span = (today: Day, back: number) => Period

const week: Span = (today, back) => {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const from = dayAfter(today, 7 * back - weekday)
  return { from, to: dayAfter(from, 6) }
}
const monthsLong =
  (many: number): Span =>
  (today, back) => {
    const month = Number(today.slice(5, 7))
    const from = firstOfMonth(today, many * back - ((month - 1) % many))
    return { from, to: dayAfter(firstOfMonth(from, many), -1) }
  }

const spans: Record<string, Span> = {
  week,
  weeks: week,
  semaine: week,
  month: monthsLong(1),
  mois: monthsLong(1),
  quarter: monthsLong(3),
  trimestre: monthsLong(3),
  semestre: monthsLong(6),
  year: monthsLong(12),
  annee: monthsLong(12),
  an: monthsLong(12),
}

/** `7j`, `30 derniers jours`, `last 3 months`: so many, until today. */
function lately(typed: string, today: Day): Period | null {
  const found =
    /^(?:last |past |derniere?s )?(\d{1,4}) ?(?:derniere?s |last )?([a-z]+)(?: (?:derniere?s|passee?s))?$/.exec(
      typed,
    )
  const [count, unit] = [Number(found?.[1] ?? 0), found?.[2] ?? '']
  if (count < 1) return null
  if (/^(?:j|d|jours?|days?)$/.test(unit)) return until(today, count)
  if (/^(?:w|s|sem|weeks?|semaines?)$/.test(unit)) return until(today, 7 * count)
  if (/^(?:m|mois|months?)$/.test(unit)) return { from: dayAfter(dateIn(today, -count), 1), to: today }
  if (/^(?:y|a|ans?|annees?|years?)$/.test(unit))
    return { from: dayAfter(dateIn(today, -12 * count), 1), to: today }
  return null
}

const until = (to: Day, days: number): Period => ({ from: dayAfter(to, 1 - Math.min(days, 9_999)), to })

/** `2026`, `2026-10`, `10/2026`, `octobre`, `oct 2026`: of a month alone the last one that has begun. */
function monthOf(typed: string, today: Day): Period | null {
  const year = /^(\d{4})$/.exec(typed)?.[1]
  if (year !== undefined) return isYear(year) ? { from: `${year}-01-01`, to: `${year}-12-31` } : null
  const digits =
    /^(\d{4})[-/.](\d{1,2})$/.exec(typed)?.slice(1) ??
    /^(\d{1,2})[/.-](\d{4})$/.exec(typed)?.slice(1).reverse()
  if (digits) return monthFrom(digits[0]!, Number(digits[1]))
  const [, name, inYear] = /^([a-z]{3,9})\.?(?: (\d{4}))?$/.exec(typed) ?? []
  const month = months.findIndex((names) => names.includes(name ?? '')) + 1
  if (month === 0) return null
  const thisYear = Number(today.slice(0, 4))
  const begun = `${thisYear}-${two(month)}-01` <= today
  return monthFrom(inYear ?? String(begun ? thisYear : thisYear - 1), month)
}

function monthFrom(year: string, month: number): Period | null {
  if (month < 1 || month > 12 || !isYear(year)) return null
  const from = `${year}-${two(month)}-01`
  return { from, to: dayAfter(firstOfMonth(from, 1), -1) }
}

/** `2026-10-01`, `01/10/2026`, `1er octobre 2026`, `october 1`: without a year the last one that is not ahead. */
function dayOf(typed: string, today: Day): Period | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)?.slice(1)
  const european = /^(?:le )?(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?$/.exec(typed)?.slice(1)
  if (iso) return date(iso[0], Number(iso[1]), Number(iso[2]), today)
  if (european) return date(european[2], Number(european[1]), Number(european[0]), today)
  const words =
    /^(?:le )?(?<date>\d{1,2})(?:er|st|nd|rd|th)? (?:of )?(?<name>[a-z]{3,9})\.?,?(?: (?<year>\d{4}))?$/.exec(
      typed,
    ) ?? /^(?<name>[a-z]{3,9})\.? (?<date>\d{1,2})(?:st|nd|rd|th)?,?(?: (?<year>\d{4}))?$/.exec(typed)
  const month = months.findIndex((names) => names.includes(words?.groups?.name ?? '')) + 1
  return month > 0 ? date(words!.groups!.year, month, Number(words!.groups!.date), today) : null
}

function date(year: string | undefined, month: number, day: number, today: Day): Period | null {
  const thisYear = Number(today.slice(0, 4))
  const written = (inYear: string) => `${inYear}-${two(month)}-${two(day)}`
  const inYear = year ?? String(written(String(thisYear)) <= today ? thisYear : thisYear - 1)
  return isYear(inYear) ? only(written(inYear)) : null
}

/** Null where no calendar has such a day. */
function only(day: Day): Period | null {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : { from: day, to: day }
}

const isYear = (year: string) => Number(year) >= 2000 && Number(year) <= 2999
const two = (number: number) => String(number).padStart(2, '0')

/** The first of a month so many months on. */
function firstOfMonth(day: Day, on: number): Day {
  const [year, month] = day.split('-').map(Number)
  return new Date(Date.UTC(year!, month! - 1 + on, 1)).toISOString().slice(0, 10)
}

/** The same date so many months on; the 31st of a shorter month is its last day. */
function dateIn(day: Day, on: number): Day {
  const first = firstOfMonth(day, on)
  const last = dayAfter(firstOfMonth(first, 1), -1)
  const same = `${first.slice(0, 7)}${day.slice(7)}`
  return same < last ? same : last
}

/** How a period is cut where nobody says it: by day up to a month, by week up to four, else by month. */
export const grainFor = (period: Period): Grain =>
  lengthOf(period) <= 35 ? 'day' : lengthOf(period) <= 125 ? 'week' : 'month'
