import type { Sensitivity } from '../../model/sensitivity.ts'
import type { Sign } from './alarm.ts'
import { type Gauge, readWindows } from './gauge.ts'
import { type Measure, measures } from './measures.ts'

/** A window of a measure as it stands; `bad` where the negative share of the mentions has grown. */
export type Seen = Omit<Sign, 'measure'> & { measure: Measure }

/** Every window of every measure, and whether it stands out: surprising, far enough over the usual, and not too few. */
export function readAll(
  gauges: Partial<Record<Measure, Gauge>>,
  step: number,
  sensitivity: Sensitivity,
): Seen[] {
  const seen = measures.flatMap((measure) => {
    const gauge = gauges[measure]
    if (!gauge) return []
    const { times, least } = asks[measure] ?? asksOfCounts
    // In its first days a topic has to be far over the little that is known of it.
    const many = times + 2 * Math.exp(-gauge.hours / 72)
    return readWindows(gauge, step, sensitivity).map((reading): Seen => {
      const { count, usual, surprise, needed } = reading
      const enough = count >= least * sensitivity.least && count >= many * usual
      return { ...reading, measure, bad: measure === 'share', stands: surprise >= needed && enough }
    })
  })
  // More of everything holds more bad ones too: it has turned bad only where their share has grown.
  for (const share of seen.filter(({ measure }) => measure === 'share'))
    for (const one of seen)
      if (one.measure === 'negative' && one.window === share.window)
        one.bad = share.count >= worseShare * share.usual
  return seen
}

/** How many times the usual a count has to be, and how many times the least count of the sensitivity. */
const asksOfCounts = { times: 1.5, least: 1 }
const asks: Partial<Record<Measure, typeof asksOfCounts>> = {
  // A share has no room for more.
  share: { times: 1.3, least: 1 },
  // The unlike voices of reach are no count: it has to be clear.
  reach: { times: 3, least: 2 },
}
const worseShare = 1.5
