import type { Instant } from '../model/post.ts'
import { monthOf, zoneOf } from './calendar-words.ts'

/**
 * When this is, or null when it cannot be told: RFC 822, ISO 8601, ASCTIME and what people write in between, in
 * French, English and their neighbours. What names no zone is taken as UTC. Never throws.
 */
export function readDate(text: string): Instant | null {
  const short = text.slice(0, longest).trim()
  if (short === '') return null
  return (startsWithDigit(short) ? readIso(short) : null) ?? readRfc822(short) ?? readLoose(short)
}

const longest = 100
const startsWithDigit = (text: string) => text < ':' && text >= '0'

type Parts = {
  year: number
  month: number
  day: number
  hour?: number
  minute?: number
  second?: number
  fraction?: string
  zone?: number
}

const iso =
  /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:(?:[Tt_]|\s+)(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?)?\s*([Zz]|[+-]\d{2}(?::?\d{2})?|[A-Za-z]{2,5})?$/u

function readIso(text: string): Instant | null {
  const found = iso.exec(text)
  if (!found) return readIsoRare(text)
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = '', zone = ''] =
    found
  const offset = zone === '' ? 0 : zoneOf(zone)
  if (offset === null) return null
  return instantOf({
    year: +year!,
    month: +month,
    day: +day,
    hour: +hour,
    minute: +minute,
    second: +second,
    fraction,
    zone: offset,
  })
}

/** The day of the year (`2003-335`, `2003335`), years of two digits (`03-12-31`), and seconds since 1970. */
function readIsoRare(text: string): Instant | null {
  const ordinal = /^(\d{4})-?(\d{3})(?:T(.*))?$/u.exec(text)
  if (ordinal) {
    const day = +ordinal[2]!
    const time = ordinal[3] ? readIso(`1970-01-01T${ordinal[3]}`) : 0
    const at = Date.UTC(+ordinal[1]!, 0, day)
    return time === null || new Date(at).getUTCFullYear() !== +ordinal[1]! ? null : at + time
  }
  const short = /^(\d{2})-(\d{2})(-\d{2}(?:T.*)?)?$/u.exec(text)
  if (short && +short[2]! <= 12) return readIso(`${fullYear(short[1]!)}-${short[2]}${short[3] ?? ''}`)
  if (/^\d{10}(?:\.\d+)?$/u.test(text)) return Math.round(Number(text) * 1000)
  return /^1\d{12}$/u.test(text) ? Number(text) : null
}

const rfc822 =
  /^(?:\p{L}+\.?,?\s*)?(\d{1,2})[\s-]+(\p{L}{3,})\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?)?\s*(?:(?:(?:GMT|UTC?)\s*)?([+-]\d{1,2}:?\d{2}|\p{L}+))?(?:\s*\(.*\))?$/u

function readRfc822(text: string): Instant | null {
  const found = rfc822.exec(text)
  if (!found) return null
  const [, day, name, year, hour = '0', minute = '0', second = '0', fraction = '', zone = ''] = found
  const month = monthOf(name!)
  const offset = zone === '' ? 0 : zoneOf(zone)
  if (month === null || offset === null) return null
  return instantOf({
    year: fullYear(year!),
    month,
    day: +day!,
    hour: +hour,
    minute: +minute,
    second: +second,
    fraction,
    zone: offset,
  })
}

const time =
  /(\d{1,2})\s*(?::|h|\bheures?\b)\s*(\d{2})(?!\d)(?:\s*(?::|min?)\s*(\d{1,2})(?:[.,](\d+))?)?(?:\s*([ap])\.?m\b\.?)?/iu
const offset = /(?:GMT|UTC?)?\s*([+-]\d{1,2}:?\d{2}|[+-]\d{1,2})(?=\s*(?:\(|$|[^\d:./-]))/iu
const numbers =
  /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/u

/** Takes the time, the zone and the day out of the text one by one, in whatever order they come. */
function readLoose(text: string): Instant | null {
  const clock = time.exec(text)
  let rest = clock ? `${text.slice(0, clock.index)} ` : text
  let behind = clock ? text.slice(clock.index + clock[0].length) : ''
  const zone = offset.exec(behind)
  if (zone) behind = behind.slice(0, zone.index) + behind.slice(zone.index + zone[0].length)
  rest += ` ${behind}`
  const day = dayByNumbers(rest, clock?.[5] !== undefined) ?? dayByWords(rest)
  if (!day) return null
  return instantOf({
    ...day,
    hour: hourOf(clock),
    minute: +(clock?.[2] ?? 0),
    second: +(clock?.[3] ?? 0),
    fraction: clock?.[4] ?? '',
    zone: zone ? (zoneOf(zone[1]!) ?? 0) : (day.zone ?? 0),
  })
}

function hourOf(clock: RegExpExecArray | null): number {
  if (!clock) return 0
  const half = clock[5]?.toLowerCase()
  const hour = +clock[1]!
  return half === undefined || hour > 12 ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
}

/** `14/07/2026` is read day first, as nearly everywhere; month first where it must be, or where the clock says am or pm. */
function dayByNumbers(text: string, american: boolean): Parts | null {
  const found = numbers.exec(text)
  if (!found) return null
  const zone = zoneIn(text)
  if (found[1]) return { year: +found[1], month: +found[2]!, day: +found[3]!, zone }
  const [first, second] = [+found[4]!, +found[5]!]
  const monthFirst = second > 12 || (american && first <= 12)
  return {
    year: fullYear(found[6]!),
    month: monthFirst ? first : second,
    day: monthFirst ? second : first,
    zone,
  }
}

/** A month's name, the number beside it is the day, the other one the year. */
function dayByWords(text: string): Parts | null {
  const words = (text.match(/\p{L}+|\d+/gu) ?? []).slice(0, mostWords)
  const figures = words.filter((word) => /^\d+$/u.test(word))
  if (figures.length < 2) return null
  const year = figures.find((figure) => figure.length === 4) ?? figures[figures.length - 1]!
  for (const [at, word] of words.entries()) {
    const month = /^\p{L}{3,}$/u.test(word) ? monthOf(word) : null
    if (month === null) continue
    const near = [words[at - 1], words[at + 1], words[at + 2], words[at - 2]]
    const day = near.find((other) => other !== undefined && /^\d{1,2}$/u.test(other))
    // « mar. 3 mars » : a Tuesday, not the month; the name with a day beside it counts.
    if (day === undefined || isWeekday(words, at)) continue
    return { year: fullYear(year), month, day: +day, zone: zoneIn(text) }
  }
  return null
}

/** The longest date that people write has a dozen. */
const mostWords = 16

const isWeekday = (words: string[], at: number) =>
  /^mar$/iu.test(words[at]!) &&
  words.slice(at + 1).some((word) => /^\p{L}{3,}$/u.test(word) && monthOf(word) !== null)

function zoneIn(text: string): number {
  for (const word of text.match(/\b[A-Z]{1,5}\b/gu) ?? []) {
    const zone = zoneOf(word)
    if (zone !== null) return zone
  }
  return 0
}

/** Feeds are younger than 1990: the two digits before that are of this century. */
const fullYear = (digits: string) => (digits.length > 2 ? +digits : +digits + (+digits < 90 ? 2000 : 1900))

function instantOf({ year, month, day, hour = 0, minute = 0, second = 0, fraction = '', zone = 0 }: Parts) {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  if (hour > 24 || minute > 59 || second > 61 || (hour === 24 && minute + second > 0)) return null
  const thousandths = fraction === '' ? 0 : Math.floor(Number(`0.${fraction}`) * 1000)
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  at.setUTCHours(hour, minute, second, thousandths)
  const instant = at.getTime() - zone * 60_000
  return Number.isFinite(instant) ? instant : null
}

const daysIn = (year: number, month: number) =>
  month !== 2
    ? 30 + ((month + (month >> 3)) & 1)
    : year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
