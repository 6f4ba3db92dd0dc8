import type { Asked, Figure } from '../../model/measure.ts'
import type { Period } from '../../model/period.ts'
import { dayIn } from '../../model/time.ts'
import type { Sums } from '../../store/rollups.ts'
import { type Facts, type Measured, rate, unknown } from './measured.ts'
import { doubted, type Standing, standingOf } from './standing.ts'

/**
 * Share of voice: mentions of the team's brands (or of the topic that is asked for) among those of its brands and
 * competitors. All topics are looked for in all of the team's sources, so these are the same for each; a mention counts
 * once per topic.
 */
export const shareOfVoice: Measured = {
  measure: { key: 'share-of-voice', family: 'mentions', unit: 'percent', better: 'up', by: ['topic'] },
  async read(facts, asked) {
    const standing = await standingOf(facts)
    const { all } = voicesOf(facts)
    const counts = await facts.store.rollups.by(facts.team.name, all, asked.period, 'topic')
    return figureOf((topic) => counts.get(topic)?.mentions ?? 0, standing, facts, asked)
  },
  async series(facts, asked, buckets) {
    const standing = await standingOf(facts)
    const byTopic = new Map<string, Map<string, Sums>>()
    for (const topic of voicesOf(facts).all)
      byTopic.set(topic, await facts.store.rollups.byDay(facts.team.name, [topic], asked.period))
    return buckets.map((period) => {
      const countOf = (topic: string) => mentionsIn(period, byTopic.get(topic))
      return figureOf(countOf, standing, facts, { ...asked, period })
    })
  },
  async parts(facts, asked) {
    await standingOf(facts)
    const { all } = voicesOf(facts)
    const counts = await facts.store.rollups.by(facts.team.name, all, asked.period, 'topic')
    const parts = all.map((label) => ({ label, value: counts.get(label)?.mentions ?? 0 }))
    const total = parts.reduce((sum, { value }) => sum + value, 0)
    if (total === 0) return []
    return parts.map((part) => ({ ...part, share: part.value / total })).sort((a, b) => b.value - a.value)
  },
  collected: async (facts) => {
    const { brands, competitors } = voicesOf(facts)
    return brands.length > 0 && competitors.length > 0 && (await standingOf(facts)).since !== null
  },
}

function voicesOf({ team }: Facts) {
  const named = (wanted: string) => team.topics.filter(({ kind }) => kind === wanted).map(({ name }) => name)
  const [brands, competitors] = [named('brand'), named('competitor')]
  return { brands, competitors, all: [...brands, ...competitors] }
}

function figureOf(
  countOf: (topic: string) => number,
  standing: Standing,
  facts: Facts,
  asked: Asked,
): Figure {
  const { brands, competitors, all } = voicesOf(facts)
  if (brands.length === 0) return unknown('figure.no-brand')
  if (competitors.length === 0) return unknown('figure.no-competitor')
  if (asked.topic && !all.includes(asked.topic)) return unknown('figure.no-voice', { topic: asked.topic })
  const sum = (topics: string[]) => topics.reduce((total, topic) => total + countOf(topic), 0)
  const whole = sum(all)
  const figure =
    whole === 0
      ? unknown('figure.nothing')
      : rate(sum(asked.topic ? [asked.topic] : brands), whole, { sources: standing.sources })
  return doubted(comparedFairly(figure, facts, asked.period), standing, facts, asked)
}

/** A topic that is watched for a part of the days only has fewer mentions than it had. */
function comparedFairly(figure: Figure, { team }: Facts, { from }: Period): Figure {
  if (!figure.known || figure.sure === 'low') return figure
  const late = team.topics
    .filter(({ kind }) => kind === 'brand' || kind === 'competitor')
    .flatMap(({ name, added }) => (added ? [{ name, day: dayIn(added.at, team.timeZone) }] : []))
    .filter(({ day }) => day > from)
    .sort((a, b) => (a.day < b.day ? 1 : -1))[0]
  if (!late) return figure
  const because = { key: 'figure.topic-since', values: { topic: late.name, day: late.day } }
  return { ...figure, sure: 'medium', because, partly: true }
}

function mentionsIn({ from, to }: Period, days: Map<string, Sums> = new Map()): number {
  let mentions = 0
  for (const [day, sums] of days) if (day >= from && day <= to) mentions += sums.mentions
  return mentions
}
