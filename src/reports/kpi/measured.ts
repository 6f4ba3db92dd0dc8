import {
  type Asked,
  type Figure,
  fewUnder,
  type Measure,
  type MeasurePart,
  type Part,
} from '../../model/measure.ts'
import type { Values } from '../../model/oops.ts'
import type { Period } from '../../model/period.ts'
import type { Instant } from '../../model/post.ts'
import type { Team } from '../../model/team.ts'
import type { Parts } from '../../store/store.ts'

/** What measures are read from: whose, out of which store, and now. */
export type Facts = { store: Parts; team: Team; now: Instant }

/**
 * A measure, and how it is read. `read` answers for whole days; what it cannot know it says (`unknown`). Series are
 * read bucket by bucket where a measure has no faster way. `collected`: whether this team has anything to measure.
 */
export type Measured = {
  measure: Measure
  read(facts: Facts, asked: Asked): Promise<Figure>
  series?(facts: Facts, asked: Asked, buckets: Period[]): Promise<Figure[]>
  parts?(facts: Facts, asked: Asked, by: MeasurePart): Promise<Part[]>
  collected(facts: Facts): Promise<boolean>
}

/** What cannot be known, and why: the key of a text that goes on after "because". */
export const unknown = (key: string, values: Values = {}): Figure => ({
  known: false,
  because: { key, values },
})

type More = Omit<Extract<Figure, { known: true }>, 'known' | 'value' | 'sure'> & Partial<Sure>
type Sure = Pick<Extract<Figure, { known: true }>, 'sure'>

/** A number that is known, as sure as its maker says; of few observations never more than `low`. */
export function known(value: number, more: More): Figure {
  const figure = { known: true, value, sure: 'high', ...more } as const
  return more.n < fewUnder
    ? { ...figure, sure: 'low', because: { key: fewKey, values: { count: more.n } } }
    : figure
}

/** A count is as sure as what was counted, however little that is. */
export const counted = (value: number, more: Omit<More, 'n'> & { n?: number }): Figure => ({
  known: true,
  value,
  sure: 'high',
  n: value,
  ...more,
})

/** A rate with its denominator; unknown without one. */
export const rate = (part: number, of: number, more: Omit<More, 'n' | 'of'>): Figure =>
  of === 0 ? unknown('figure.no-denominator') : known(part / of, { ...more, n: of, of })

/** The reason of a figure that stands on few observations. */
export const fewKey = 'figure.few'
