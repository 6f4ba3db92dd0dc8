import type { Day as DayName, Period } from '../../model/period.ts'
import { lengthOf } from '../../model/period.ts'
import type { Facts } from '../kpi/measured.ts'
import { readSeries } from '../kpi/read.ts'

/** Mentions in a part of a period, and how many of them were negative; null where nobody knows. */
export type Day = { from: DayName; to: DayName; mentions: number | null; negative: number | null }

/** A period day by day; week by week where it is long, by months where it is a year. */
export async function trendIn(facts: Facts, period: Period): Promise<Day[]> {
  const length = lengthOf(period)
  const grain = length <= 45 ? 'day' : length <= 200 ? 'week' : 'month'
  const volume = await readSeries(facts, 'volume', { period }, grain)
  const negative = await readSeries(facts, 'negative-share', { period }, grain).catch(() => [])
  return volume.map(({ bucket, figure }, at) => {
    const mentions = figure.known ? figure.value : null
    const share = negative[at]?.figure
    const known = share?.known ? share.value : mentions === 0 ? 0 : null
    return {
      ...bucket,
      mentions,
      negative: mentions === null || known === null ? null : Math.round(mentions * known),
    }
  })
}
