import { grainFor } from '../../chat/period.ts'
import { bucketsOf, type Day, dayAfter, type Grain, lengthOf, type Period } from '../../model/period.ts'

/** The days that a chart shows and how they are cut, with the days before them, as many buckets. */
export type ChartDays = { period: Period; grain: Grain; buckets: Period[]; before: Period }

/**
 * Whole weeks and months, so that no first or last one looks like a fall; at least a few buckets, up to where they end
 * or today; and coarser ones where there would be too many to read.
 */
export function chartDays(asked: Period, wanted: Grain | null, today: Day): ChartDays {
  const grain = coarser(asked, wanted ?? grainFor(asked))
  const to = earlier(endOf(asked.to, grain), today)
  const first = startOf(asked.from < to ? asked.from : to, grain)
  const least = startOf(backBy(to, grain, few[grain] - 1), grain)
  const short = bucketsOf({ from: first, to }, grain).length < fewest
  const from = short ? earlier(first, least) : first
  const period = { from, to }
  const buckets = bucketsOf(period, grain)
  const end = dayAfter(from, -1)
  const begin =
    grain === 'day' ? dayAfter(from, -buckets.length) : startOf(backBy(from, grain, buckets.length), grain)
  return { period, grain, buckets, before: { from: begin, to: end } }
}

const coarser = (asked: Period, grain: Grain): Grain => {
  if (grain === 'day' && lengthOf(asked) > mostDays) return coarser(asked, 'week')
  return grain === 'week' && lengthOf(asked) > 7 * mostDays ? 'month' : grain
}

const mostDays = 100
/** Under so many buckets there is no line to see: then so many are shown. */
const fewest = 3
const few: Record<Grain, number> = { day: 14, week: 8, month: 6 }

export const startOf = (day: Day, grain: Grain): Day => {
  if (grain === 'day') return day
  if (grain === 'month') return `${day.slice(0, 7)}-01`
  return dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
}

function endOf(day: Day, grain: Grain): Day {
  if (grain === 'day') return day
  const [first] = [startOf(day, grain)]
  return grain === 'week' ? dayAfter(first, 6) : dayAfter(backBy(first, 'month', -1), -1)
}

/** So many buckets earlier. */
function backBy(day: Day, grain: Grain, many: number): Day {
  if (grain !== 'month') return dayAfter(day, -many * (grain === 'week' ? 7 : 1))
  const [year, month] = day.split('-').map(Number)
  return new Date(Date.UTC(year!, month! - 1 - many, 1)).toISOString().slice(0, 10)
}

const earlier = (one: Day, other: Day) => (one < other ? one : other)
