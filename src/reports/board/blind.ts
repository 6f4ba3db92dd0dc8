import type { Reading } from '../../model/measure.ts'
import type { Reason } from '../../model/oops.ts'
import type { Instant } from '../../model/post.ts'
import type { Untold } from '../../store/given-up.ts'
import type { Span } from '../../store/happened.ts'
import type { Facts } from '../kpi/measured.ts'

/** A source that could not be read for a part of a period: for how long in all (ms), and why. */
export type BlindSource = { name: string; away: number; since: Instant; still: boolean; reason: Reason }

/** What the numbers of a period do not hold: said beside them, never hidden. */
export type Blind = {
  sources: BlindSource[]
  watched: number
  untold: Untold
  /** Measures that could not be read at all, and why. */
  unknown: Reading[]
}

export async function blindIn({ store, team, now }: Facts, span: Span, readings: Reading[]): Promise<Blind> {
  const outages = await store.feeds.outages(team.name, span.from)
  const sources = new Map<string, BlindSource>()
  for (const { name, from, until, failure } of outages) {
    const [begin, end] = [Math.max(from, span.from), Math.min(until ?? now, span.to)]
    // One that still lasts is said, however short it has been.
    if (end < begin || (until !== null && end - begin < notable)) continue
    const known = sources.get(name)
    sources.set(name, {
      name,
      away: (known?.away ?? 0) + end - begin,
      since: Math.min(known?.since ?? from, from),
      still: known?.still || until === null,
      reason: failure,
    })
  }
  return {
    sources: [...sources.values()].sort((a, b) => b.away - a.away),
    watched: team.sources.filter(({ paused }) => !paused).length,
    untold: await store.deliveryList.untold(team.name, span.from),
    unknown: readings.filter(({ figure }) => !figure.known),
  }
}

/** Ms: a moment's silence hides nothing. */
const notable = 30 * 60_000
