import type { Figure, Measure } from '../../model/measure.ts'
import type { Grain, Period } from '../../model/period.ts'
import type { Say } from '../../texts/texts.ts'
import type { Exported } from './export.ts'
import { exportedValue, unitOf } from './export-table.ts'
import { becauseWords, measureFormula, measureName } from './words.ts'

/** The same as JSON, a measure of a topic at a time. Values as in the table; `null` is unknown, and `reason` says why. */
export const exportJson = (
  all: Exported[],
  { team, period, grain, at }: { team: string; period: Period; grain: Grain; at: number },
  say: Say,
) => ({
  team,
  ...period,
  by: grain,
  generated_at: new Date(at).toISOString(),
  measures: all.map(({ reading, series, parts }) => {
    const { measure, asked, figure, before, beside, change } = reading
    return {
      measure: measure.key,
      name: measureName(measure, say),
      formula: measureFormula(measure, say),
      unit: unitOf(measure),
      topic: asked.topic ?? null,
      total: figureOf(figure, measure, say),
      before: { ...beside, ...figureOf(before, measure, say) },
      change,
      series: series.map(({ bucket, figure }) => ({ ...bucket, ...figureOf(figure, measure, say) })),
      parts: Object.fromEntries(
        parts.map(({ by, parts }) => [
          by,
          parts.map(({ label, value, share }) => ({
            part: label,
            value: exportedValue(value, measure),
            share: share ?? null,
          })),
        ]),
      ),
    }
  }),
})

function figureOf(figure: Figure, measure: Measure, say: Say) {
  if (!figure.known) return { value: null, confidence: 'unknown', reason: becauseWords(figure.because, say) }
  const { value, n, of, p90, currency, sure, because, sources } = figure
  return {
    value: exportedValue(value, measure),
    observations: n,
    denominator: of ?? null,
    ...(p90 === undefined ? {} : { p90: exportedValue(p90, measure) }),
    ...(currency === undefined ? {} : { currency }),
    confidence: sure,
    reason: because ? becauseWords(because, say) : null,
    sources,
  }
}
