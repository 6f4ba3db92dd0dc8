import { limits, type Prize } from '../model/giveaway.ts'
import { Oops } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { folded, visible } from '../model/words.ts'
import type { Key } from '../texts/texts.ts'
import type { ReadBy } from './options.ts'
import { readLength, readUntil } from './until.ts'

type Names = { en: string[]; fr: string[] }
type More = { loose?: boolean }

/** What can be won, one after another divided by `;` or lines: `3 x Halo lamp; 1 x voucher`. */
export const prizes = <Given extends More>(names: Names, about: Key, more = {} as Given) => ({
  kind: 'text' as const,
  names,
  about,
  ...more,
  read: (raw: string) => readPrizes(raw),
})

/** Throws Oops where nothing can be won, or too much. */
export function readPrizes(raw: string): Prize[] {
  const all = raw
    .split(/[;\n]/u)
    .map((one) => oneLine(one))
    .filter((one) => one !== '')
    .map(prizeIn)
  if (all.length === 0) throw new Oops('giveaway.no-prize')
  if (all.length > limits.prizes)
    throw new Oops('giveaway.many-prizes', { most: limits.prizes, count: all.length })
  for (const { name } of all) fits(name, 'giveaway.prize-long', limits.prizeLength)
  return all
}

/** A number before the prize says how many there are of it; `50 €` is none. */
function prizeIn(typed: string): Prize {
  const [, count, name] = /^(\d{1,6})\s*[x×*]\s*(\S.*)$/iu.exec(typed) ?? []
  return name === undefined ? { name: typed, count: 1 } : { name, count: Number(count) }
}

const oneLine = (text: string) => visible(text).toWellFormed().replace(/\s+/gu, ' ').trim()

/** Throws Oops with how long it is where it is longer than that. */
export function fits(text: string, key: Key, most: number): string {
  if (text.length > most) throw new Oops(key, { most, length: text.length })
  return text
}

/** Several names or answers, divided by `;` or `,`; `none` is an empty list. */
export const several = (names: Names, about: Key) => ({
  kind: 'text' as const,
  names,
  about,
  read: (raw: string): string[] => (isNone(raw) ? [] : parts(raw, /[;,\n]/u)),
})

export const parts = (raw: string, between: RegExp) =>
  raw
    .split(between)
    .map(oneLine)
    .filter((one) => one !== '')

/** A length in ms, or null for `none`. */
export const lengthOrNone = (names: Names, about: Key) => ({
  kind: 'text' as const,
  names,
  about,
  read: (raw: string): number | null => (isNone(raw) ? null : readLength(raw)),
})

/** Words, or null for `none`; at most so many characters. */
export const wordsOrNone = (names: Names, about: Key, long: Key, most: number) => ({
  kind: 'text' as const,
  names,
  about,
  read: (raw: string): string | null =>
    isNone(raw) ? null : fits(visible(raw).toWellFormed().trim(), long, most),
})

/**
 * When it ends. `24h` is in 24 hours for everybody, and in English so is any `8h`; in French that is a time of day.
 */
export const end = (names: Names, about: Key) => ({
  kind: 'text' as const,
  names,
  about,
  read(raw: string, { now, team, say }: ReadBy): Instant {
    const hours = /^\s*(\d{1,3})\s*h(?:rs?|ours?|eures?)?\s*$/iu.exec(raw)?.[1]
    const span = hours !== undefined && (hours === '24' || say.locale === 'en')
    return readUntil(span ? `in ${hours}h` : raw, now, team.timeZone)
  },
})

const isNone = (raw: string) => ['none', 'no', 'aucun', 'aucune', 'non', 'rien'].includes(folded(raw))
