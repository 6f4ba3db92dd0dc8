import { Oops } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { day, hour, instantOf, type Local, localOf, minute } from '../model/time.ts'
import type { Key } from '../texts/texts.ts'
import type { ReadBy } from './options.ts'

type Names = { en: string[]; fr: string[] }
type Day = { year: number; month: number; day: number }
type Time = { hour: number; minute: number }
type More = { required?: boolean }

/** A moment ahead; the words that follow it belong to it: `jusqu’à:demain 18h`. */
export const until = <Given extends More>(names: Names, about: Key, more = {} as Given) => ({
  kind: 'text' as const,
  names,
  about,
  ...more,
  read: (raw: string, { now, team }: ReadBy) => readUntil(raw, now, team.timeZone),
})

/** A length in milliseconds: `2h`, `3 jours`, `1 day 12 h`. */
export const length = <Given extends More>(names: Names, about: Key, more = {} as Given) => ({
  kind: 'text' as const,
  names,
  about,
  ...more,
  read: (raw: string) => readLength(raw),
})

/**
 * A moment ahead as people type it, French or English, by the team's calendar: `in 2h`, `dans 3 jours`, `18h30`,
 * `demain 18h`, `vendredi`, `next friday 9am`, `2026-12-01 18:00`, `1er décembre à midi`. A day without a time means
 * its end, or the time of `usual`. Throws Oops when it is none, is over, or lies more than a year ahead.
 */
export function readUntil(raw: string, now: Instant, timeZone: string, usual: Time = dayEnd): Instant {
  const typed = plainWords(raw)
  const at = spanAhead(typed, now, timeZone) ?? momentOf(typed, { raw, now, timeZone, usual })
  if (at === null) throw new Oops(isPast(typed) ? 'option.until-past' : 'option.until', { given: raw })
  if (at <= now) throw new Oops('option.until-past', { given: raw })
  if (at > now + longest) throw new Oops('option.until-far', { given: raw })
  return at
}

/** `hier 18h`, `last friday`, `il y a 3 jours`: no moment ahead, and who wrote it shall learn why. */
function isPast(typed: string): boolean {
  const [, span] = /^il y a (.+)$/.exec(typed) ?? /^(.+) ago$/.exec(typed) ?? []
  if (span !== undefined) return spanParts(span) !== null
  const [day, named, other] = gone.exec(typed) ?? []
  if (day === undefined) return false
  const name = named ?? other
  if (name !== undefined && !weekdays.some((names) => names.includes(name)) && !gonePeriod.test(name))
    return false
  return timeOf(typed.slice(day.length).trim()) !== null
}

const gone =
  /^(?:(?:avant-?hier|hier|day before yesterday|yesterday)(?: (?:matin|midi|soir|morning|evening))?|maintenant|now|last ([a-z]+)|(?:l[ae] )?([a-z]+) derniere?)(?= |,|$)/
const gonePeriod = /^(?:night|week|month|year|nuit|semaine|mois|annee|an|fois)$/

/** A length as people type it, in milliseconds. Throws Oops when it is none, or nothing. */
export function readLength(raw: string): number {
  const parts = spanParts(plainWords(raw).replace(/^(?:in|for|dans|pendant) /, ''))
  if (!parts) throw new Oops('option.length', { given: raw })
  const total = parts.reduce((sum, { count, unit }) => sum + count * unit.length, 0)
  if (total <= 0 || total > longest) throw new Oops('option.length', { given: raw })
  return total
}

/** Small letters without accents, one blank between words, one kind of apostrophe. */
export const plainWords = (raw: string) =>
  raw
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/^(?:jusqu'a(?:u)?|until|till) /u, '')
    .replace(/\s+/gu, ' ')
    .trim()

type Unit = { names: RegExp; length: number; calendar?: 'days' | 'months'; times?: number }

const units: Unit[] = [
  { names: /^(s|sec|secs|secondes?|seconds?)$/, length: 1000 },
  { names: /^(m|mn|min|mins|minutes?)$/, length: minute },
  { names: /^(h|hr|hrs|hours?|heures?)$/, length: hour },
  { names: /^(d|days?|j|jours?)$/, length: day, calendar: 'days', times: 1 },
  { names: /^(w|weeks?|sem|semaines?)$/, length: 7 * day, calendar: 'days', times: 7 },
  { names: /^(mois|months?)$/, length: 30 * day, calendar: 'months', times: 1 },
  { names: /^(y|years?|ans?|annees?)$/, length: 365 * day, calendar: 'months', times: 12 },
]

/** `2h30`, `1 day 12 h`, `an hour`, `3 jours et 2 heures`; null where something else stands there. */
function spanParts(typed: string): { count: number; unit: Unit }[] | null {
  const text = typed.replace(/^(?:un|une|an|a) /, '1 ').replace(/ (?:et|and) /g, ' ')
  const whole = text.replace(/^(\d{1,5}) ?h ?(\d{1,2})$/, '$1 h $2 min')
  const parts = [...whole.matchAll(/(\d{1,5}) ?([a-z]+)/g)]
  if (parts.length === 0 || whole.replace(/(\d{1,5}) ?([a-z]+)/g, '').trim() !== '') return null
  const read = parts.map(([, count, name]) => ({
    count: Number(count),
    unit: units.find(({ names }) => names.test(name!)),
  }))
  return read.every((part): part is { count: number; unit: Unit } => part.unit !== undefined) ? read : null
}

/** `in 2h`, `3 jours`; days keep the time of day when the clocks change. What could be a time of day is none. */
function spanAhead(typed: string, now: Instant, timeZone: string): Instant | null {
  const said = /^(?:in|dans|d'ici) /.test(typed)
  const parts = spanParts(typed.replace(/^(?:in|dans|d'ici) /, ''))
  if (!parts) return null
  if (!said && isTimeOfDay(typed)) return null
  const local = localOf(now, timeZone)
  const date = { ...local }
  let rest = 0
  for (const { count, unit } of parts) {
    if (unit.calendar === 'days') date.day += count * unit.times!
    else if (unit.calendar === 'months') Object.assign(date, monthsOn(date, count * unit.times!))
    else rest += count * unit.length
  }
  const moved = date.day !== local.day || date.month !== local.month || date.year !== local.year
  if (!moved) return now + rest
  return instantOf(date, timeZone) + (now % minute) + rest
}

/** The 31st of a shorter month is its last day. */
function monthsOn({ year, month, day }: Day, count: number): Day {
  const months = year * 12 + month - 1 + count
  const to = { year: Math.floor(months / 12), month: (months % 12) + 1 }
  return { ...to, day: Math.min(day, daysIn(to.year, to.month)) }
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

const isTimeOfDay = (typed: string) => {
  const time = timeOf(typed)
  return time !== null && time !== 'none'
}

type Context = { raw: string; now: Instant; timeZone: string; usual: Time }

/** A day, a time of day, or both. */
function momentOf(typed: string, context: Context): Instant | null {
  const { now, timeZone, usual } = context
  const whole = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})$/.exec(typed)
  if (whole) return Date.parse(typed.toUpperCase()) || null
  const { date, rest } = dayOf(typed, localOf(now, timeZone))
  const time = timeOf(rest)
  if (time === null) return null
  if (date === null && time === 'none') return null
  if (date === null) return timeAhead(time as Time, context, typed)
  const at = instantOf({ ...date.day, ...(time === 'none' ? (date.usual ?? usual) : time) }, timeZone)
  // Said on a Friday evening, “Friday” is the next one.
  if (at <= now && date.again)
    return instantOf({ ...date.day, day: date.day.day + 7, ...timeOr(time, usual) }, timeZone)
  if (at <= now && date.yearly)
    return instantOf({ ...date.day, year: date.day.year + 1, ...timeOr(time, usual) }, timeZone)
  return at
}

const timeOr = (time: Time | 'none', usual: Time): Time => (time === 'none' ? usual : time)

/** A time alone is the next one. Whether `2h` is in two hours or at two in the night, its author must say. */
function timeAhead(time: Time, { raw, now, timeZone }: Context, typed: string): Instant {
  if (/^\d ?h$/.test(typed) && time.hour <= 6)
    throw new Oops('option.until-which', { given: raw, hours: time.hour, time: `0${time.hour}:00` })
  const today = localOf(now, timeZone)
  const at = instantOf({ ...today, ...time }, timeZone)
  return at > now ? at : instantOf({ ...today, day: today.day + 1, ...time }, timeZone)
}

type FoundDay = { day: Day; usual?: Time; again?: boolean; yearly?: boolean }

/** The day that the words begin with, and what stands behind it. */
function dayOf(typed: string, today: Local): { date: FoundDay | null; rest: string } {
  for (const read of [namedDay, weekday, writtenDate, monthDate]) {
    const found = read(typed, today)
    if (found) return { date: found, rest: typed.slice(found.to).trim() }
  }
  return { date: null, rest: typed }
}

type Read = (typed: string, today: Local) => (FoundDay & { to: number }) | null

const namedDay: Read = (typed, today) => {
  const [word] =
    /^(?:aujourd'?hui|today|ce soir|tonight|apres[- ]demain|demain soir|demain|day after tomorrow|tomorrow)(?= |,|$)/.exec(
      typed,
    ) ?? []
  if (word === undefined) return null
  const ahead = /apres|after/.test(word) ? 2 : /demain|tomorrow/.test(word) ? 1 : 0
  const evening = /soir|tonight/.test(word)
  const day = { year: today.year, month: today.month, day: today.day + ahead }
  return { day, to: word.length, ...(evening ? { usual: { hour: 20, minute: 0 } } : {}) }
}

const weekdays = [
  ['dimanche', 'dim', 'sunday', 'sun'],
  ['lundi', 'lun', 'monday', 'mon'],
  ['mardi', 'mar', 'tuesday', 'tue', 'tues'],
  ['mercredi', 'mer', 'wednesday', 'wed'],
  ['jeudi', 'jeu', 'thursday', 'thu', 'thurs'],
  ['vendredi', 'ven', 'friday', 'fri'],
  ['samedi', 'sam', 'saturday', 'sat'],
]

const weekday: Read = (typed, today) => {
  const found = /^(?:(next|ce|this) )?([a-z]+)\.?(?: (prochain))?(?= |,|$)/.exec(typed)
  const wanted = weekdays.findIndex((names) => names.includes(found?.[2] ?? ''))
  if (!found || wanted < 0) return null
  const now = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay()
  const next = found[1] === 'next' || found[3] !== undefined
  const ahead = (wanted - now + 7) % 7 || (next ? 7 : 0)
  const day = { year: today.year, month: today.month, day: today.day + ahead }
  return { day, to: found[0].length, again: true }
}

/** `2026-12-01`, `01/12/2026`, `1.12.`, `01/12`. */
const writtenDate: Read = (typed, today) => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?=[ t,]|$)/.exec(typed)
  const european = /^(?:le )?(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?\.?(?= |,|$)/.exec(typed)
  if (iso) return dateOf(typed, iso[0], { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) })
  if (!european) return null
  const year = european[3] === undefined ? undefined : Number(european[3])
  return dateOf(typed, european[0], { year, month: Number(european[2]), day: Number(european[1]) }, today)
}

/** The names of the months, in both languages, folded. */
export const months = [
  ['janvier', 'janv', 'january', 'jan'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb'],
  ['mars', 'march'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'sept', 'september', 'sep'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
]

/** `1er décembre 2026`, `december 1st`. */
const monthDate: Read = (typed, today) => {
  const french = /^(?:le )?(\d{1,2})(?:er|st|nd|rd|th)? (?:of )?([a-z]{3,9})\.?(?:,? (\d{4}))?(?= |,|$)/.exec(
    typed,
  )
  const english = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?(?= |,|$)/.exec(typed)
  for (const [found, name, number, year] of [
    [french, french?.[2], french?.[1], french?.[3]],
    [english, english?.[1], english?.[2], english?.[3]],
  ] as const) {
    const month = months.findIndex((names) => names.includes(name ?? '')) + 1
    if (found && month > 0)
      return dateOf(
        typed,
        found[0],
        { year: year === undefined ? undefined : Number(year), month, day: Number(number) },
        today,
      )
  }
  return null
}

/** Null where no calendar has such a day. */
function dateOf(
  _typed: string,
  found: string,
  { year, month, day }: { year: number | undefined; month: number; day: number },
  today?: Local,
): (FoundDay & { to: number }) | null {
  const inYear = year ?? today!.year
  if (month < 1 || month > 12 || day < 1 || day > daysIn(inYear, month)) return null
  return {
    day: { year: inYear, month, day },
    to: found.length,
    ...(year === undefined ? { yearly: true } : {}),
  }
}

/** `18h`, `18h30`, `18:30`, `6pm`, `à midi`; 'none' where nothing stands there, null where something else does. */
function timeOf(rest: string): Time | 'none' | null {
  const text = rest.replace(/^[,t]? ?(?:(?:a|at|vers|by) )?/, '').trim()
  if (text === '') return rest === '' || rest === ',' ? 'none' : null
  if (/^(?:midi|noon)$/.test(text)) return { hour: 12, minute: 0 }
  if (/^(?:minuit|midnight)$/.test(text)) return { hour: 24, minute: 0 }
  const found = /^(\d{1,2})(?: ?(?:h|heures?) ?(\d{2})?|:(\d{2})(?::\d{2})?)?(?: ?(am|pm))?$/.exec(text)
  if (!found) return null
  const [, hours, french, colon, half] = found
  if (french === undefined && colon === undefined && half === undefined && !/h/.test(text)) return null
  const shown = Number(hours)
  if (half && (shown < 1 || shown > 12)) return null
  const inDay = half ? (shown % 12) + (half === 'pm' ? 12 : 0) : shown
  const minutes = Number(french ?? colon ?? 0)
  return inDay > 24 || (inDay === 24 && minutes > 0) || minutes > 59 ? null : { hour: inDay, minute: minutes }
}

const dayEnd = { hour: 23, minute: 59 }
const longest = 366 * day
