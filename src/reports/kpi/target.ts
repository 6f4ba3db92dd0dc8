import { readLength } from '../../chat/until.ts'
import { type Goal, type GoalKind, type Side, usualSide } from '../../model/goal.ts'
import type { Measure, Unit } from '../../model/measure.ts'
import { Oops } from '../../model/oops.ts'
import type { Say } from '../../texts/texts.ts'
import { valueWords } from './words.ts'

/**
 * A value that is aimed at, or at which an alert rings, as people type it: `500`, `≥ 20 %`, `< 2h`, « au moins 1 200 »,
 * `+10`, `500 €`. An amount has the currency that is typed with it, or null. Throws Oops where it is none of the unit.
 */
export function readTarget(
  raw: string,
  measure: Measure,
  kind: GoalKind,
): { side: Side; value: number; currency: string | null } {
  const typed = raw.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  const sign = /^(>=|=>|≥|>|<=|=<|≤|<|=)/u.exec(typed)?.[0] ?? ''
  const words = sideWords.find(({ begins }) => begins.test(typed))
  const rest = words ? typed.replace(words.begins, '') : typed.slice(sign.length)
  const side =
    words?.side ?? (/[>≥]/u.test(sign) ? 'up' : /[<≤]/u.test(sign) ? 'down' : usualSide(kind, measure))
  const { bare, currency } =
    measure.unit === 'money' ? moneyOf(rest.trim()) : { bare: rest.trim(), currency: null }
  const value = amountOf(bare, measure.unit)
  if (value === null) throw new Oops(`kpi.target-${measure.unit}`, { given: raw })
  return { side, value, currency }
}

/** « 500 € », `$500`, `500 CHF`: the amount, and its currency by its three letters. */
function moneyOf(typed: string): { bare: string; currency: string | null } {
  const [, before, bare, after] =
    /^([€$£]|[a-z]{3}(?=[ \d]))? ?(.*?) ?([€$£]|(?<=[ \d])[a-z]{3})?$/iu.exec(typed) ?? []
  const named = (before ?? after)?.toUpperCase()
  if (bare === undefined || (before && after)) return { bare: typed, currency: null }
  return { bare, currency: named === undefined ? null : (signs[named] ?? named) }
}

const signs: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP' }

const sideWords: { begins: RegExp; side: Side }[] = [
  { begins: /^(?:au moins|at least|plus de|more than|over|above|au-dessus d[eu']|min\.?) ?/iu, side: 'up' },
  {
    begins: /^(?:au plus|at most|moins de|less than|under|below|en dessous d[eu']|sous|max\.?) ?/iu,
    side: 'down',
  },
]

function amountOf(typed: string, unit: Unit): number | null {
  if (unit === 'duration') return lengthOf(typed)
  const digits = typed
    .replace(/ ?(?:%|points?|pts?)\.?$/iu, '')
    .replace(/(?<=\d)[ '’](?=\d{3})/gu, '')
    .replace(/−/gu, '-')
  const [, number, thousand] = /^([+-]?\d{1,12}(?:[.,]\d{1,4})?) ?([kKmM])?$/u.exec(digits) ?? []
  if (number === undefined) return null
  const scaled = Number(number.replace(',', '.')) * (thousand ? (/k/i.test(thousand) ? 1e3 : 1e6) : 1)
  if (unit === 'percent') return Math.abs(scaled) > mostPercent ? null : scaled / 100
  if (unit === 'score') return Math.abs(scaled) > 100 ? null : scaled
  return scaled < 0 ? null : scaled
}

const mostPercent = 100_000

function lengthOf(typed: string): number | null {
  try {
    return readLength(typed)
  } catch (error) {
    if (error instanceof Oops) return null
    throw error
  }
}

/** « au moins 500 par mois », `over 2 h in 7 days`. */
export function goalWords(
  { kind, side, value, per, currency }: Pick<Goal, 'kind' | 'side' | 'value' | 'per' | 'currency'>,
  { unit }: Pick<Measure, 'unit'>,
  say: Say,
): string {
  const written = valueWords(value, unit, say, currency ?? undefined)
  return say.plain(`kpi.${kind}-${side}-${per}`, { value: written })
}
