import { type Figure, fewUnder, type Measure, type Reading, type Unit } from '../../model/measure.ts'
import type { Reason } from '../../model/oops.ts'
import { isDay } from '../../model/period.ts'
import { hour, minute } from '../../model/time.ts'
import { isKey, reasonWords, type Say } from '../../texts/texts.ts'
import { fewKey } from './measured.ts'
import { dayWords } from './period-words.ts'

/** What a measure is called. */
export const measureName = ({ key }: Pick<Measure, 'key'>, say: Say): string => named(`measure.${key}`, say)

/** How it is counted, with its denominator. */
export const measureFormula = ({ key }: Pick<Measure, 'key'>, say: Say): string =>
  named(`measure.${key}-formula`, say)

/** Under which words people look for it: its name, and others. */
export const measureWords = (measure: Pick<Measure, 'key'>, say: Say): string[] => [
  measureName(measure, say),
  ...named(`measure.${measure.key}-also`, say)
    .split(',')
    .map((word) => word.trim()),
]

const named = (key: string, say: Say) => (isKey(key) ? say.plain(key) : key)

/** A figure in words, plain text: `1,204`, « 12,4 % », « 2 h 14 », « inconnu, car … »; of few observations it says so. */
export function figureWords(figure: Figure, measure: Pick<Measure, 'unit'>, say: Say): string {
  if (!figure.known) return say.plain('measure.unknown', { because: becauseWords(figure.because, say) })
  const value = valueWords(figure.value, measure.unit, say, figure.currency)
  if (isFew(figure)) return say.plain('measure.and-few', { value, n: figure.n })
  return figure.because && isEstimate(figure.because) ? say.plain('measure.about', { value }) : value
}

const isFew = ({ because }: Figure) => because !== undefined && 'key' in because && because.key === fewKey
const isEstimate = (because: object) => 'key' in because && because.key === 'figure.authors-estimated'

/** Why a figure that is known is not surer, as a clause; null where it is sure, or says so already (`figureWords`). */
export const doubtWords = (figure: Figure, say: Say): string | null =>
  figure.known && figure.because && !isFew(figure) ? becauseWords(figure.because, say) : null

/** A reason in words, as a clause: days are written as the reader does, an error as a percentage. */
export function becauseWords(reason: Reason, say: Say): string {
  if ('words' in reason) return reason.words
  const written = ([name, value]: [string, string | number]) => {
    if (typeof value === 'string' && isDay(value)) return [name, dayWords(value, say)]
    return [name, name === 'error' ? valueWords(Number(value), 'percent', say) : value]
  }
  return reasonWords(
    { ...reason, values: Object.fromEntries(Object.entries(reason.values).map(written)) },
    say,
  )
}

/** A value alone, as beside a chart: no doubt is said. */
export function valueWords(value: number, unit: Unit, say: Say, currency?: string): string {
  if (unit === 'percent') return percentWords(numbersOf(say, percentOptions(value)).format(value))
  if (unit === 'score') return signed(value, say, { maximumFractionDigits: 0 })
  if (unit === 'duration') return durationWords(value, say)
  if (unit === 'money') return moneyWords(value, say, currency)
  return numbersOf(say, { maximumFractionDigits: 1 }).format(value)
}

/**
 * How a measure changed against the period before: `+12%`, `+3.2 points`, `+3` where there was too little for a
 * percentage, `× 14`, "unchanged". Null where nothing can be compared.
 */
export function changeWords(reading: Reading, say: Say): string | null {
  const { measure, before, change } = reading
  const figure = reading.over ?? reading.figure
  if (change === null || !figure.known || !before.known) return null
  const { unit } = measure
  if (unit === 'percent' || unit === 'score')
    return pointWords(unit === 'percent' ? change * 100 : change, say)
  if (unit === 'count' && before.value < fewUnder) {
    const more = figure.value - before.value
    return isNothing(more, 1)
      ? say.plain('measure.unchanged')
      : signed(more, say, { maximumFractionDigits: 1 })
  }
  if (change >= tenfold - 1)
    return say.plain('measure.times', { times: numbersOf(say, whole).format(change + 1) })
  const digits = Math.abs(change) < 0.1 ? 1 : 0
  if (isNothing(change * 100, digits)) return say.plain('measure.unchanged')
  return percentWords(signed(change, say, { style: 'percent', maximumFractionDigits: digits }))
}

function pointWords(points: number, say: Say): string {
  if (isNothing(points, 1)) return say.plain('measure.unchanged')
  const change = signed(points, say, { maximumFractionDigits: 1 })
  return say.plain('measure.points', { change, count: Math.round(Math.abs(points) * 10) / 10 })
}

/** What would be written as 0. */
const isNothing = (value: number, digits: number) => Math.abs(value) < 0.5 / 10 ** digits

/** A length in ms: `12 s`, `45 min`, `2 h 14`, `26 h`, `9 days`. */
export function durationWords(length: number, say: Say): string {
  if (length < minute) return say.plain('measure.seconds', { seconds: Math.round(length / 1000) })
  const minutes = Math.round(length / minute)
  const [hours, left] = [Math.floor((minutes * minute) / hour), minutes % 60]
  if (hours === 0) return say.plain('measure.minutes', { minutes })
  if (hours >= 100) return say.plain('measure.days', { count: Math.round(length / (24 * hour)) })
  if (left === 0) return say.plain('measure.hours', { hours })
  return say.plain('measure.hours-minutes', { hours, minutes: String(left).padStart(2, '0') })
}

/** With the currency's own decimals, none where they say little. A currency that nobody knows is written as it is. */
function moneyWords(value: number, say: Say, currency?: string): string {
  const digits: Intl.NumberFormatOptions =
    Math.abs(value) >= 1000 ? { maximumFractionDigits: 0 } : { trailingZeroDisplay: 'stripIfInteger' }
  try {
    if (currency) return numbersOf(say, { style: 'currency', currency, ...digits }).format(value)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return [numbersOf(say, { maximumFractionDigits: 2 }).format(value), currency].filter(Boolean).join('\u00a0')
}

/** French wants a thin space there, and Intl gives a wide one. */
const percentWords = (written: string) => written.replace(/\u00a0%/, '\u202f%')

/** With its sign; the minus is a minus, no hyphen. */
const signed = (value: number, say: Say, options: Intl.NumberFormatOptions) =>
  numbersOf(say, { ...options, signDisplay: 'exceptZero' })
    .format(value)
    .replace('-', '−')

/** Below one percent a second decimal says something. */
const percentOptions = (value: number): Intl.NumberFormatOptions => ({
  style: 'percent',
  maximumFractionDigits: Math.abs(value) < 0.01 ? 2 : 1,
})

const whole: Intl.NumberFormatOptions = { maximumFractionDigits: 0 }
const tenfold = 10

const formats = new Map<string, Intl.NumberFormat>()

function numbersOf({ locale }: Say, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const made = formats.get(key) ?? new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', options)
  formats.set(key, made)
  return made
}
