import type { Reason } from './oops.ts'
import type { Period } from './period.ts'

export const families = ['mentions', 'work', 'community', 'platforms', 'newsletter', 'ads'] as const
export type Family = (typeof families)[number]

/**
 * What a figure counts: `percent` is a ratio (0.12 is 12 %), `score` goes from −100 to +100, `duration` is in ms,
 * `money` in the currency that the figure names.
 */
export type Unit = 'count' | 'percent' | 'score' | 'duration' | 'money'

export const measureParts = [
  'topic',
  'network',
  'language',
  'outlet',
  'author',
  'theme',
  'account',
  'channel',
] as const
export type MeasurePart = (typeof measureParts)[number]

/** A KPI. Its name and its formula are the texts `measure.<key>` and `measure.<key>-formula`. */
export type Measure = {
  key: string
  family: Family
  unit: Unit
  /** Which way is good news; null where neither is. */
  better: 'up' | 'down' | null
  /** What it can be asked of alone, and taken apart by. */
  by: readonly MeasurePart[]
}

/** For which days a measure is asked, and of what alone. */
export type Asked = { period: Period; topic?: string; account?: string; channel?: string }

export type Sureness = 'high' | 'medium' | 'low'

/**
 * A number with what stands behind it: how many observations (`n`), the denominator of a rate (`of`), from which
 * sources, how sure it is, and why it is not surer (`because`). One that cannot be known is never 0.
 */
export type Figure =
  | {
      known: true
      value: number
      n: number
      of?: number
      currency?: string
      /** The value under which nine in ten lie, beside a median. */
      p90?: number
      sources: string[]
      sure: Sureness
      because?: Reason
      /** It covers only a part of the days asked for: nothing is compared with it. */
      partly?: true
    }
  | { known: false; because: Reason }

/**
 * A figure beside that of the days `beside`: `change` is a ratio (0.12: +12 %), of percents and scores the difference. A
 * day that is under way is not compared with a whole one: where there is one, `over` is the figure without it, of which
 * `change` is.
 */
export type Reading = {
  measure: Measure
  asked: Asked
  figure: Figure
  before: Figure
  beside: Period
  over?: Figure
  change: number | null
}

/** One of those that a measure is taken apart by, with its share of the whole where the parts make up a whole. */
export type Part = { label: string; value: number; share?: number }

/** With fewer observations behind it a number says little. */
export const fewUnder = 10
