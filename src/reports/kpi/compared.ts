import type { Asked, Reading } from '../../model/measure.ts'
import type { Period } from '../../model/period.ts'
import { dayIn } from '../../model/time.ts'
import { type Marked, plain, together } from '../../texts/marked.ts'
import type { Say } from '../../texts/texts.ts'
import type { Facts } from './measured.ts'
import { periodWords } from './period-words.ts'
import { changeOf, readMeasure } from './read.ts'
import { becauseWords, changeWords, doubtWords, figureWords, valueWords } from './words.ts'

/** A reading beside that of the days before, or of other days that were named. */
export type Compared = Reading & { named: boolean }

/** Reads a measure and what it is compared with. */
export async function readCompared(
  facts: Facts,
  key: string,
  asked: Asked,
  beside: Period | null,
): Promise<Compared> {
  const reading = await readMeasure(facts, key, asked)
  if (!beside) return { ...reading, named: false }
  const { figure: before } = await readMeasure(facts, key, { ...asked, period: beside })
  const { over: _, ...whole } = reading
  const change = changeOf(reading.measure, before, reading.figure)
  return { ...whole, before, change, beside, named: true }
}

/** Why a figure is not compared, as a clause; null where it is, or there is nothing to say about that. */
export function whyNotCompared({ figure, over, before }: Compared, say: Say): string | null {
  if (over && !over.known) return becauseWords(over.because, say)
  if (!before.known) return becauseWords(before.because, say)
  return before.partly || (figure.known && figure.partly)
    ? (doubtWords(before, say) ?? doubtWords(figure, say))
    : null
}

/** How it changed, in a sentence; what stood before where that says no change, or why there is nothing to compare with. */
export function changeLine(compared: Compared, say: Say): Marked | null {
  const { measure, figure, over, before, beside, named } = compared
  if (!figure.known) return null
  const period = periodWords(beside, say)
  if (!before.known) return say('kpi.before-unknown', { period, because: becauseWords(before.because, say) })
  const value = valueWords(before.value, measure.unit, say, before.currency)
  const change = changeWords(compared, say)
  if (over && !over.known)
    return say('kpi.before-partly', { period, value, because: becauseWords(over.because, say) })
  if (change === null) {
    const doubt = doubtWords(before, say) ?? doubtWords(figure, say)
    if ((before.partly || figure.partly) && doubt !== null)
      return say('kpi.before-partly', { period, value, because: doubt })
    return say('kpi.before', { period, value })
  }
  if (over?.known) {
    const until = valueWords(over.value, measure.unit, say, over.currency)
    return say('kpi.change-over', { change, period, value, over: until })
  }
  return say(named ? 'kpi.change-beside' : 'kpi.change', { change, period, value })
}

/** « Part de voix **39,6 %** · +3,2 points ». */
export function figureLine(reading: Reading, name: string, say: Say): Marked {
  const change = changeWords(reading, say)
  const value = figureWords(reading.figure, reading.measure, say)
  return together([say('kpi.line', { name, value }), change === null ? null : plain(change)], ' · ')
}

/** The days of a period in words; of one that goes on, that it does. */
export function daysWords(period: Period, say: Say, { now, team }: Facts): string {
  const words = periodWords(period, say)
  return period.to > dayIn(now, team.timeZone) ? say.plain('kpi.so-far', { period: words }) : words
}

/**
 * How far something moved, so that measures of any unit can be put in order: a doubling or a halving is about 0.7, and
 * so are 20 points of a score. Nothing where too few stand behind it.
 */
export function movement({ measure, figure: whole, over, before, change }: Reading): number {
  const figure = over ?? whole
  if (change === null || !figure.known || !before.known) return 0
  if (figure.sure === 'low' || before.sure === 'low') return 0
  if (measure.unit === 'score') return Math.abs(change) / 28
  if (measure.unit === 'percent') return Math.abs(Math.log((figure.value + floor) / (before.value + floor)))
  const few = measure.unit === 'count' && Math.max(figure.value, before.value) < 10
  return few ? 0 : Math.abs(Math.log1p(Math.max(change, -0.99)))
}

/** A rate that goes from 0.1 % to 0.2 % has not doubled for anybody. */
const floor = 0.02
