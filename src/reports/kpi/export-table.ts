import type { Figure, Measure, Part } from '../../model/measure.ts'
import type { Period } from '../../model/period.ts'
import type { Say } from '../../texts/texts.ts'
import type { Exported } from './export.ts'
import { becauseWords, measureFormula, measureName } from './words.ts'

/** The columns, in their order; their names for people are the texts `export.column-<name>`. */
export const exportColumns = [
  'row',
  'measure',
  'name',
  'topic',
  'from',
  'to',
  'part_by',
  'part',
  'value',
  'unit',
  'currency',
  'observations',
  'denominator',
  'p90',
  'share',
  'change',
  'confidence',
  'reason',
  'sources',
  'formula',
] as const
type Column = (typeof exportColumns)[number]
type Row = Partial<Record<Column, string | number>>

/** Whether a row is the whole period, the one before, a piece of the series, or a part. */
export type RowKind = 'total' | 'before' | 'series' | 'part'

/**
 * One value a row, so that any program can turn it as it likes. A value that is not known is empty, with the reason in a
 * column. Rates are ratios (0.12), durations seconds; a change is a ratio, of rates and scores the difference.
 */
export function exportRows(all: Exported[], say: Say): (string | number)[][] {
  const rows = all.flatMap(({ reading, series, parts }) => {
    const { measure, asked, figure, before, beside, change } = reading
    const { period, topic = '' } = asked
    const about = { measure: measure.key, name: measureName(measure, say), topic, unit: unitOf(measure) }
    const at = (kind: RowKind, { from, to }: Period): Row => ({ row: kind, ...about, from, to })
    const formula = measureFormula(measure, say)
    return [
      {
        ...at('total', period),
        ...columnsOf(figure, measure, say),
        ...(change === null ? {} : { change: rounded(change) }),
        formula,
      },
      { ...at('before', beside), ...columnsOf(before, measure, say) },
      ...series.map(({ bucket, figure }) => ({
        ...at('series', bucket),
        ...columnsOf(figure, measure, say),
      })),
      ...parts.flatMap(({ by, parts }) =>
        parts.map((part) => ({ ...at('part', period), part_by: by, ...partOf(part, measure) })),
      ),
    ]
  })
  return rows.map((row: Row) => exportColumns.map((column) => row[column] ?? ''))
}

const partOf = ({ label, value, share }: Part, measure: Measure): Row => ({
  part: label,
  value: exportedValue(value, measure),
  ...(share === undefined ? {} : { share: rounded(share) }),
})

function columnsOf(figure: Figure, measure: Measure, say: Say): Row {
  if (!figure.known) return { confidence: 'unknown', reason: becauseWords(figure.because, say) }
  const { value, n, of, p90, currency, sure, because, sources } = figure
  return {
    value: exportedValue(value, measure),
    observations: n,
    ...(of === undefined ? {} : { denominator: rounded(of) }),
    ...(p90 === undefined ? {} : { p90: exportedValue(p90, measure) }),
    ...(currency === undefined ? {} : { currency }),
    confidence: sure,
    ...(because === undefined ? {} : { reason: becauseWords(because, say) }),
    sources: sources.join(', '),
  }
}

/** As programs read it: a duration in seconds. */
export const exportedValue = (value: number, { unit }: Measure) =>
  rounded(unit === 'duration' ? value / 1000 : value)

export const unitOf = ({ unit }: Measure) =>
  ({ count: 'count', percent: 'ratio', score: 'score', duration: 'seconds', money: 'money' })[unit]

/** Without the noise of binary fractions. */
const rounded = (value: number) => Number(value.toPrecision(12))
