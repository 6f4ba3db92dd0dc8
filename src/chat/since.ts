import { Oops } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { day, dayStart, hour, instantOf, localOf, minute } from '../model/time.ts'
import { folded } from '../model/words.ts'

/**
 * A moment in the past as people type it, French or English, by the team's calendar: `24h`, `30 min`,
 * `3 jours`, `2w`, `hier`, `today`, `2026-11-01`, `01/11/2026`. Throws Oops when it is none, or not past.
 */
export function readSince(raw: string, now: Instant, timeZone: string): Instant {
  const at = spanBefore(raw, now) ?? named(raw, now, timeZone) ?? dated(raw, timeZone)
  if (at === null) throw new Oops('option.since', { given: raw })
  if (at > now) throw new Oops('option.since-future', { given: raw })
  return at
}

const units: [RegExp, number][] = [
  [/^(m|mn|min|mins|minutes?)$/, minute],
  [/^(h|hr|hrs|hours?|heures?)$/, hour],
  [/^(d|days?|j|jours?)$/, day],
  [/^(w|weeks?|s|sem|semaines?)$/, 7 * day],
  [/^(mois|months?)$/, 30 * day],
  [/^(y|years?|a|ans?|annees?)$/, 365 * day],
]

function spanBefore(raw: string, now: Instant): Instant | null {
  const [, count, unit] = /^(\d{1,5})\s*(\p{L}+)$/u.exec(raw.trim()) ?? []
  const length = units.find(([names]) => unit !== undefined && names.test(folded(unit)))?.[1]
  return length === undefined ? null : now - Number(count) * length
}

const namedDays = new Map(
  Object.entries({ today: 0, 'aujourd hui': 0, aujourdhui: 0, yesterday: -1, hier: -1, 'avant hier': -2 }),
)

const named = (raw: string, now: Instant, timeZone: string) => {
  const days = namedDays.get(folded(raw))
  return days === undefined ? null : dayStart(now, timeZone, days)
}

function dated(raw: string, timeZone: string): Instant | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(raw.trim())
  const european = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(raw.trim())
  const [year, month, date] = (iso ? iso.slice(1) : european ? european.slice(1).reverse() : []).map(Number)
  if (year === undefined || month === undefined || date === undefined) return null
  // A 31 February is nobody's day.
  const whole = new Date(Date.UTC(year, month - 1, date))
  if (whole.getUTCMonth() !== month - 1 || whole.getUTCDate() !== date) return null
  return instantOf({ year, month, day: date }, timeZone)
}

/** A day of the team's calendar, as `readSince` reads it back and its people write it: `21/11/2026`, `2026-11-21`. */
export function dateOf(at: Instant, { locale, timeZone }: Pick<Team, 'locale' | 'timeZone'>): string {
  const { year, month, day } = localOf(at, timeZone)
  const [dd, mm] = [day, month].map((number) => String(number).padStart(2, '0'))
  return locale === 'fr' ? `${dd}/${mm}/${year}` : `${year}-${mm}-${dd}`
}
