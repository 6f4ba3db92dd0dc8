import { isMonth, shortDay } from '../../chat/dates.ts'
import type { Say } from '../../texts/texts.ts'
import type { Board } from './board.ts'
import { countOf, type Rival } from './rivals.ts'
import type { Bars, Shares } from './sheet.ts'
import type { Day } from './trend.ts'

/** A period's mentions, part by part, as bars; null where nothing was heard in it, or it is one day alone. */
export function trendChart({ trend }: Pick<Board, 'trend'>, say: Say): Bars | null {
  const known = trend.flatMap(({ mentions }) => mentions ?? [])
  if (trend.length < 2 || known.every((count) => count === 0)) return null
  const most = Math.max(...known)
  const step = trend.some(({ from, to }) => isMonth({ from, to }))
    ? 'month'
    : trend.some(({ from, to }) => from !== to)
      ? 'week'
      : 'day'
  const unknown = trend.some(({ mentions }) => mentions === null)
  const every = Math.ceil(trend.length / 8)
  const peak = trend.find(({ mentions }) => mentions === most)!
  return {
    title: say.plain(`report.trend-${step}`),
    bars: trend.map((day) => ({
      label: day === peak ? say.number(most) : null,
      whole: day.mentions,
      part: day.negative,
    })),
    ticks: trend.flatMap(({ from }, at) => (at % every === 0 ? [{ at, label: shortDay(from, say) }] : [])),
    scale: scaleTo(most).map((at) => ({ at, label: say.number(at) })),
    legend: {
      whole: say.plain('report.others'),
      part: say.plain('report.negative'),
      unknown: unknown ? say.plain('report.not-watched') : null,
    },
    says: trend.map((day) => dayWords(day, say)).join(', '),
  }
}

const dayWords = ({ from, mentions }: Day, say: Say) =>
  `${shortDay(from, say)}\u00a0${mentions === null ? '?' : say.number(mentions)}`

/** Us and the competitors, side by side; null where nobody was spoken of. */
export function rivalsChart(rivals: Rival[], say: Say): Shares | null {
  const shown = rivals.slice(0, mostRivals)
  const most = Math.max(0, ...shown.map(countOf))
  if (most === 0) return null
  const bars = shown.map((rival) => ({
    label: rival.name,
    share: countOf(rival) / most,
    says: say.number(countOf(rival)),
    first: rival.ours,
  }))
  return {
    title: say.plain('report.rivals-chart'),
    bars,
    says: bars.map(({ label, says }) => `${label}\u00a0${says}`).join(', '),
  }
}

/** Round numbers from 0 up to the first one that is enough, at most five of them. */
export function scaleTo(most: number): number[] {
  const rough = Math.max(most, 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough)!)
  const steps = Math.ceil(most / step)
  return Array.from({ length: steps + 1 }, (_, at) => at * step)
}

const mostRivals = 8
