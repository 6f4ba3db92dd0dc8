import { newOpenTimes } from '../../model/hours.ts'
import type { Asked, Figure, MeasurePart } from '../../model/measure.ts'
import { spanOf } from '../../model/period.ts'
import { clockedOf } from '../../model/promise.ts'
import { day, dayIn } from '../../model/time.ts'
import type { Stretch } from '../../store/work.ts'
import { type Facts, known, type Measured, rate, unknown } from './measured.ts'
import { doubted, standingOf } from './standing.ts'

/** Day and night: Vigie never sleeps. What was filed at a first reading, imports and samples were never news. */
const timeToNotice: Measured = {
  measure: { key: 'time-to-notice', family: 'work', unit: 'duration', better: 'down', by: [] },
  async read(facts, asked) {
    const { store, team } = facts
    const standing = await standingOf(facts)
    const delays = await store.rollups.notices(team.name, asked.period)
    const n = delays.reduce((sum, { mentions }) => sum + mentions, 0)
    const at = (share: number) => weighted(delays, Math.ceil(share * n))
    const figure =
      n === 0
        ? unknown('figure.none-noticed')
        : known(at(0.5), { p90: at(0.9), n, sources: standing.sources })
    return doubted(figure, standing, facts, asked)
  },
  collected: ({ store, team }) => store.rollups.hasNotices(team.name),
}

/** The delay of the so many-th mention, the quickest first. */
function weighted(delays: { delay: number; mentions: number }[], nth: number): number {
  let passed = 0
  for (const { delay, mentions } of delays) {
    passed += mentions
    if (passed >= nth) return delay
  }
  return 0
}

const timeToTake = ofStretches({
  key: 'time-to-take',
  by: ['topic'],
  none: 'figure.none-taken',
  read: ({ store, team }, of) => store.work.firstSteps(team.name, 'taken', of),
  did: 'took',
})

const timeToApprove = ofStretches({
  key: 'time-to-approve',
  by: [],
  none: 'figure.none-approved',
  read: ({ store, team }, of) => store.work.approvals(team.name, of),
  did: 'approved',
})

const timeToAnswer = ofStretches({
  key: 'time-to-answer',
  by: ['topic'],
  none: 'figure.none-answered',
  read: ({ store, team }, of) => store.work.firstSteps(team.name, 'answered', of),
  did: 'answered',
})

const promisesKept: Measured = {
  measure: { key: 'promises-kept', family: 'work', unit: 'percent', better: 'up', by: ['topic'] },
  async read({ store, team, now }, asked) {
    const { kept, broken } = await store.work.promises(team.name, spanFor(team, asked), now)
    if (kept + broken > 0) return rate(kept, kept + broken, { sources: [] })
    return unknown((team.promises ?? []).length > 0 ? 'figure.none-promised' : 'figure.no-promises')
  },
  collected: async ({ store, team }) => (await store.work.did(team.name)).promised,
}

const answeredShare: Measured = {
  measure: { key: 'answered-share', family: 'work', unit: 'percent', better: 'up', by: ['topic'] },
  async read({ store, team }, asked) {
    const { answered, asking } = await store.work.answered(team.name, spanFor(team, asked))
    return asking === 0 ? unknown('figure.none-asked') : rate(answered, asking, { sources: [] })
  },
  collected: async ({ store, team }) => {
    const { took, promised } = await store.work.did(team.name)
    return took || promised
  },
}

const falseAlerts: Measured = {
  measure: { key: 'false-alerts', family: 'work', unit: 'percent', better: 'down', by: ['topic'] },
  async read({ store, team, now }, asked) {
    // Alerts quote people: they are erased as texts are.
    const kept = dayIn(now - team.keep.texts * day, team.timeZone)
    if (asked.period.to < kept) return unknown('figure.alerts-forgotten', { days: team.keep.texts })
    const { decided, ignored } = await store.work.alerts(team.name, spanFor(team, asked))
    if (decided === 0) return unknown('figure.none-judged')
    const figure = rate(ignored, decided, { sources: [] })
    if (!figure.known || asked.period.from >= kept) return figure
    const because = { key: 'figure.alerts-forgotten', values: { days: team.keep.texts } }
    return { ...figure, ...(figure.sure === 'low' ? {} : { sure: 'medium', because }), partly: true }
  },
  collected: async ({ store, team }) => (await store.work.did(team.name)).decided,
}

export const workMeasures: Measured[] = [
  timeToNotice,
  timeToTake,
  timeToApprove,
  timeToAnswer,
  promisesKept,
  answeredShare,
  falseAlerts,
]

type Timed = {
  key: string
  by: MeasurePart[]
  none: string
  read(facts: Facts, of: Stretch & { topic?: string | undefined }): Promise<Stretch[]>
  did: 'took' | 'answered' | 'approved'
}

/** The median of what something took in business hours, and what nine in ten took at most. */
function ofStretches({ key, by, none, read, did }: Timed): Measured {
  return {
    measure: { key, family: 'work', unit: 'duration', better: 'down', by },
    async read(facts, asked) {
      const stretches = await read(facts, spanFor(facts.team, asked))
      return stretches.length === 0 ? unknown(none) : medianOf(stretches, facts)
    },
    collected: async ({ store, team }) => (await store.work.did(team.name))[did],
  }
}

function medianOf(stretches: Stretch[], { team }: Facts): Figure {
  const first = stretches.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY)
  const last = stretches.reduce((most, { to }) => Math.max(most, to), 0)
  const openBetween = newOpenTimes(first, last, clockedOf(team))
  const lengths = stretches.map(({ from, to }) => openBetween(from, to)).sort((a, b) => a - b)
  const n = lengths.length
  const median = (lengths[Math.floor((n - 1) / 2)]! + lengths[Math.ceil((n - 1) / 2)]!) / 2
  return known(median, { p90: lengths[Math.ceil(0.9 * n) - 1]!, n, sources: [] })
}

const spanFor = ({ timeZone }: Facts['team'], { period, topic }: Asked) => ({
  ...spanOf(period, timeZone),
  topic,
})
