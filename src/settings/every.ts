import { Oops } from '../model/oops.ts'
import { folded } from '../model/words.ts'
import { shown } from './problem.ts'

/** How often something is looked at: `15 min`, `2h`, « 1 jour », in milliseconds, from 5 minutes to 24 hours. Throws Oops. */
export function readEvery(text: string): number {
  const every = lengthOf(text)
  if (every === null) throw new Oops('settings.every', { given: shown(text) })
  if (every < shortest || every > longest) throw new Oops('settings.every-range', { given: shown(text) })
  return every
}

/** A length of time as people write it, in milliseconds, or null where it is none. */
export function lengthOf(text: string): number | null {
  const [, count = '', unit = ''] =
    /^\s*(?:(?:every|toutes? les|tous les)\s+)?(\d{1,4}(?:[.,]\d{1,2})?)?\s*(\p{L}+)\s*$/iu.exec(text) ?? []
  const length = units.find(([names]) => names.test(folded(unit)))?.[1]
  return length === undefined ? null : Math.round(Number(count.replace(',', '.') || '1') * length)
}

const minute = 60_000
const units: [RegExp, number][] = [
  [/^(?:m|mn|min|mins|minutes?)$/, minute],
  [/^(?:h|hr|hrs|hours?|heures?)$/, 60 * minute],
  [/^(?:d|days?|j|jours?)$/, 24 * 60 * minute],
  [/^(?:s|sec|secs|seconds?|secondes?)$/, 1000],
]

const shortest = 5 * minute
const longest = 24 * 60 * minute
