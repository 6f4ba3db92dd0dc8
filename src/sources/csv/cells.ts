import { webAddressOf } from '../../model/address.ts'
import { type Network, networks } from '../../model/network.ts'
import { Oops } from '../../model/oops.ts'
import type { Instant } from '../../model/post.ts'
import { instantOf } from '../../model/time.ts'
import { folded } from '../../model/words.ts'
import { readDate } from '../dates.ts'

/** By whose clock and calendar a file is written. */
export type Calendar = { timeZone: string; now: Instant; monthFirst: boolean }

/** When something was published; a time without a zone is the team's own. Throws Oops where it is no past moment. */
export function dateIn(given: string, { timeZone, now, monthFirst }: Calendar): Instant {
  const [whole, first = '', between = '', second = ''] = numbers.exec(given) ?? []
  if (!monthFirst && orderIn(given) === 'month-first')
    throw new Oops('import.month-first', { given: short(given) })
  const dayFirst = whole && monthFirst ? `${second}${between}${first}${given.slice(whole.length)}` : given
  const read = readDate(dayFirst)
  if (read === null) throw new Oops('import.date', { given: short(given) })
  const at = zoned.test(given) ? read : atHome(read, timeZone)
  if (at > now) throw new Oops('import.future', { given: short(given) })
  return at
}

const numbers = /^(\d{1,2})([-/.])(\d{1,2})(?=[-/.]\d)/

/** Whether a date shows by a number above twelve that it names the day or the month first; a clock with am or pm says so too. */
export function orderIn(given: string): 'day-first' | 'month-first' | null {
  const [, first = 0, , second = 0] = numbers.exec(given) ?? []
  if (Number(first) > 12 && Number(second) <= 12) return 'day-first'
  return Number(second) > 12 && Number(first) <= 12 && !american.test(given) ? 'month-first' : null
}

const american = /\d\s*[ap]\.?m\b/i

const zoned =
  /:\d{2}(?:[.,]\d+)?\s*(?:Z|[+-]\d{2}(?::?\d{2})?|\(?(?:GMT|UTC|[A-Z]{2,4}T)\b.*)\)?$|^\d{10}(?:\d{3})?(?:\.\d+)?$/i

function atHome(read: Instant, timeZone: string): Instant {
  const shown = new Date(read)
  const [year, month, day] = [shown.getUTCFullYear(), shown.getUTCMonth() + 1, shown.getUTCDate()]
  const minutes = { hour: shown.getUTCHours(), minute: shown.getUTCMinutes() }
  return instantOf({ year, month, day, ...minutes }, timeZone) + (read % 60_000)
}

/** A count as people write it: `12 500`, `12,500`, `12.500`, `12,5k`, `1.2M`. Throws Oops where it is none. */
export function countIn(given: string): number | null {
  const text = given.replace(/[\s\u00a0\u202f'’]/g, '')
  if (/^(?:-+|n\/?[ad]|null|none|nan|aucune?|inconnue?)?$/i.test(text)) return null
  const [, digits = '', factor = ''] = /^(\d[\d.,]*)(k|m)?$/i.exec(text) ?? []
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits) && factor === ''
  const plain = grouped
    ? digits.replace(/[.,]/g, '')
    : digits.replace(/[.,](?=\d*[.,])/g, '').replace(',', '.')
  const count = Number(plain) * ({ k: 1e3, m: 1e6 }[factor.toLowerCase()] ?? 1)
  if (digits === '' || !Number.isFinite(count)) throw new Oops('import.reach', { given: short(given) })
  return Math.round(count)
}

/** Throws Oops for what is there and is no address of the web. */
export function addressIn(given: string): string | null {
  if (given === '') return null
  const address = webAddressOf(given)
  if (address === null) throw new Oops('import.address', { given: short(given) })
  return address
}

/** The name of a site without what stands around it in an address. */
export const outletIn = (given: string) =>
  given
    .replace(/^https?:\/\/(?:www\.)?|^www\./i, '')
    .replace(/\/$/, '')
    .slice(0, 200)

export const languageIn = (given: string): string | null =>
  /^[a-z]{2}(?:[-_]\w+)?$/i.test(given)
    ? given.slice(0, 2).toLowerCase()
    : (languages.get(folded(given)) ?? null)

const languages = new Map(
  Object.entries({
    ...{ french: 'fr', francais: 'fr', english: 'en', anglais: 'en', german: 'de', allemand: 'de' },
    ...{ spanish: 'es', espagnol: 'es', italian: 'it', italien: 'it', portuguese: 'pt', portugais: 'pt' },
  }),
)

/** Where people talk, out of what tools call it: `SOCIALMEDIA_TWITTER`, `Online News`, `Avis`; null where it says nothing. */
export function networkIn(given: string): Network | null {
  const words = folded(given).split(' ')
  const named = networks.find((one) => words.includes(one))
  return named ?? kinds.find(([kind]) => words.some((word) => kind.test(word)))?.[1] ?? null
}

const kinds: [RegExp, Network][] = [
  [/^twitter/, 'x'],
  [/^(?:news|onlinenews|press|presse|journal|magazine|newspaper|print|actualites?)/, 'press'],
  [/^(?:avis|review|reviews)/, 'reviews'],
  [/^(?:forums?|messageboard|boards?)$/, 'forum'],
  [/^blogs?$/, 'blog'],
  [/^(?:web|website|site|sites)$/, 'web'],
]

const short = (given: string) => given.slice(0, 60)
