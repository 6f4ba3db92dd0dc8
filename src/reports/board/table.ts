import type { Figure } from '../../model/measure.ts'
import type { Say } from '../../texts/texts.ts'
import { becauseWords, measureFormula, measureName } from '../kpi/words.ts'
import type { Board } from './board.ts'
import type { Voice } from './words.ts'

/** Every number of a report as rows, heads first: plain numbers that a spreadsheet counts with, and what they are worth. */
export function tableOf(board: Board, { say }: Voice): (string | number)[][] {
  const rows = board.readings.map(({ measure, figure, before, change }) => [
    measureName(measure, say),
    board.period.from,
    board.period.to,
    numberOf(figure, measure.unit),
    say.plain(`report.unit-${measure.unit}`),
    numberOf(before, measure.unit),
    change === null ? '' : rounded(change),
    figure.known ? figure.n : '',
    figure.known ? say.plain(`report.sure-${figure.sure}`) : '',
    becauseOf(figure, say),
    measureFormula(measure, say),
  ])
  return [heads.map((head) => say.plain(`report.csv-${head}`)), ...rows]
}

/** Durations in seconds: what a spreadsheet can add up. */
const numberOf = (figure: Figure, unit: string): number | string =>
  figure.known ? rounded(unit === 'duration' ? figure.value / 1000 : figure.value) : ''

const rounded = (value: number) => Math.round(value * 10_000) / 10_000

const becauseOf = (figure: Figure, say: Say) => (figure.because ? becauseWords(figure.because, say) : '')

const heads = [
  'name',
  'from',
  'to',
  'value',
  'unit',
  'before',
  'change',
  'observations',
  'sure',
  'because',
  'formula',
] as const
