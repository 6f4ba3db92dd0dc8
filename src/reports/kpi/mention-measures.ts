import type { Asked, Figure, MeasurePart, Part } from '../../model/measure.ts'
import { type Period, spanOf } from '../../model/period.ts'
import { usualSureFrom } from '../../model/team.ts'
import { everything, nothing, ours, type Sums } from '../../store/rollups.ts'
import { counted, type Facts, known, type Measured, rate, unknown } from './measured.ts'
import { doubted, type Standing, standingOf } from './standing.ts'
import { shareOfVoice } from './voice-measure.ts'

const volume = ofSums({
  key: 'volume',
  better: null,
  unit: 'count',
  by: ['topic', 'theme', 'network', 'language', 'outlet', 'author'],
  figure: ({ mentions }, { sources }) => counted(mentions, { sources }),
  tells: 'mentions',
  isWhole: true,
})

const reach = ofSums({
  key: 'reach',
  better: 'up',
  unit: 'count',
  by: ['topic', 'theme', 'network', 'language'],
  figure: ({ mentions, reach, reached }, { sources }) => {
    if (mentions > 0 && reached === 0) return unknown('figure.no-reach')
    const figure = { sources, n: reached, of: mentions }
    if (reached * 2 >= mentions) return counted(reach, figure)
    const because = { key: 'figure.reach-partly', values: { known: reached, all: mentions } }
    return counted(reach, { ...figure, sure: 'low', because })
  },
  tells: 'reached',
  isWhole: true,
})

const netSentiment = ofSums({
  key: 'net-sentiment',
  better: 'up',
  unit: 'score',
  by: ['topic', 'theme', 'network', 'language'],
  figure: (sums, { sources }) => {
    const { mentions, positive, negative } = sums
    if (mentions === 0) return unknown('figure.nothing')
    const score = (100 * (positive - negative)) / mentions
    return known(score, { sources, n: mentions, of: mentions, ...moodDoubt(sums) })
  },
  tells: 'mentions',
})

const negativeShare = ofSums({
  key: 'negative-share',
  better: 'down',
  unit: 'percent',
  by: ['topic', 'theme', 'network', 'language'],
  figure: (sums, { sources }) =>
    sums.mentions === 0
      ? unknown('figure.nothing')
      : rate(sums.negative, sums.mentions, { sources, ...moodDoubt(sums) }),
  tells: 'mentions',
})

const interactions = ofSums({
  key: 'interactions',
  better: 'up',
  unit: 'count',
  by: ['topic', 'theme', 'network', 'language'],
  figure: ({ mentions, engaged, likes, shares, comments }, { sources }) => {
    if (mentions > 0 && engaged === 0) return unknown('figure.no-engagement')
    const figure = { sources, n: engaged, of: mentions }
    const all = likes + shares + comments
    if (engaged * 2 >= mentions) return counted(all, figure)
    const because = { key: 'figure.engagement-partly', values: { known: engaged, all: mentions } }
    return counted(all, { ...figure, sure: 'low', because })
  },
  tells: 'engaged',
  isWhole: true,
})

const authors: Measured = {
  measure: { key: 'authors', family: 'mentions', unit: 'count', better: 'up', by: ['topic'] },
  async read(facts, asked) {
    const { store, team } = facts
    const standing = await standingOf(facts)
    const topic = scopeOf(facts, asked)
    const all = await store.rollups.sums(team.name, [topic], asked.period)
    const found = await store.rollups.authors(team.name, { topic, period: asked.period })
    return doubted(authorsFigure(found, all, standing, facts), standing, facts, asked)
  },
  collected: async ({ store, team }) => store.rollups.hasAuthors(team.name),
}

function authorsFigure(
  found: { authors: number; error: number; mentions: number } | null,
  { mentions }: Sums,
  { sources }: Standing,
  { team }: Facts,
): Figure {
  if (found === null) return unknown('figure.authors-forgotten', { days: team.keep.counts })
  if (mentions > 0 && found.mentions === 0) return unknown('figure.no-authors')
  const figure = { sources, n: found.mentions, of: mentions }
  const anonymous = mentions - found.mentions
  if (anonymous * 5 > mentions) {
    const because = { key: 'figure.authors-partly', values: { anonymous, all: mentions } }
    return counted(found.authors, { ...figure, sure: 'low', because })
  }
  if (found.error === 0) return counted(found.authors, figure)
  const because = { key: 'figure.authors-estimated', values: { error: found.error } }
  return counted(found.authors, { ...figure, sure: 'medium', because })
}

const outlets: Measured = {
  measure: { key: 'outlets', family: 'mentions', unit: 'count', better: 'up', by: ['topic'] },
  async read(facts, asked) {
    const { store, team } = facts
    const standing = await standingOf(facts)
    const { sources } = standing
    const topic = scopeOf(facts, asked)
    const all = await store.rollups.outletCount(team.name, { topic, period: asked.period }, daysRead(facts))
    return doubted(counted(all, { sources }), standing, facts, asked)
  },
  collected: ({ store, team }) => store.rollups.tells(team.name, 'mentions', everything),
}

/** A figure and those it is compared with share most of their days: the outlets of each day are read once a question. */
const outletsRead = new WeakMap<Facts, Map<string, string[]>>()

function daysRead(facts: Facts): Map<string, string[]> {
  const read = outletsRead.get(facts) ?? new Map<string, string[]>()
  outletsRead.set(facts, read)
  return read
}

export const mentionMeasures: Measured[] = [
  volume,
  reach,
  shareOfVoice,
  netSentiment,
  negativeShare,
  authors,
  outlets,
  interactions,
]

type Summed = {
  key: string
  unit: 'count' | 'percent' | 'score'
  better: 'up' | 'down' | null
  by: MeasurePart[]
  figure(sums: Sums, standing: Standing): Figure
  /** What has to be known of some mention for the measure to say anything. */
  tells: 'mentions' | 'reached' | 'engaged'
  /** Its parts add up. */
  isWhole?: boolean
}

/** A measure that the sums of some days tell. */
function ofSums({ figure, tells, isWhole = false, ...measure }: Summed): Measured {
  return {
    measure: { ...measure, family: 'mentions' },
    async read(facts, asked) {
      const standing = await standingOf(facts)
      const { store, team } = facts
      const sums = await store.rollups.sums(team.name, [scopeOf(facts, asked)], asked.period)
      return doubted(figure(sums, standing), standing, facts, asked)
    },
    async series(facts, asked, buckets) {
      const standing = await standingOf(facts)
      const { store, team } = facts
      const days = await store.rollups.byDay(team.name, [scopeOf(facts, asked)], asked.period)
      return buckets.map((period) =>
        doubted(figure(sumsIn(period, days), standing), standing, facts, { ...asked, period }),
      )
    },
    async parts(facts, asked, by) {
      if (by === 'outlet' || by === 'author') return namedParts(facts, asked, by)
      const standing = await standingOf(facts)
      const all = await sumsBy(facts, asked, by)
      const parts = [...all].flatMap(([label, sums]) => {
        const of = figure(sums, standing)
        return of.known ? [{ label, value: of.value }] : []
      })
      // A mention may be about several topics: those are no parts of a whole.
      return sorted(isWhole && by !== 'topic' && by !== 'theme' ? withShares(parts) : parts)
    },
    collected: ({ store, team }) => store.rollups.tells(team.name, tells, everything),
  }
}

function sumsBy({ store, team }: Facts, asked: Asked, by: MeasurePart): Promise<Map<string, Sums>> {
  if (by === 'network' || by === 'language')
    return store.rollups.by(team.name, [scopeOf({ team }, asked)], asked.period, by)
  const topics = team.topics.filter(({ kind }) => by === 'topic' || kind === 'theme').map(({ name }) => name)
  return store.rollups.by(team.name, topics, asked.period, 'topic')
}

/** The twenty outlets or authors that said most. */
async function namedParts(facts: Facts, asked: Asked, by: 'outlet' | 'author'): Promise<Part[]> {
  const { store, team } = facts
  await standingOf(facts)
  const topic = scopeOf(facts, asked)
  const { mentions } = await store.rollups.sums(team.name, [topic], asked.period)
  const all =
    by === 'outlet'
      ? [...(await store.rollups.outlets(team.name, { topic, period: asked.period }))]
      : (await store.rollups.topAuthors(team.name, topic, spanOf(asked.period, team.timeZone), most)).map(
          ({ author, mentions }) => [author, mentions] as const,
        )
  const parts = all.map(([label, value]) => ({ label, value, share: mentions > 0 ? value / mentions : 0 }))
  return sorted(parts).slice(0, most)
}

/** What is asked without a topic is asked of the team's own brands and people, where it watches any. */
export const scopeOf = ({ team }: Pick<Facts, 'team'>, { topic }: Pick<Asked, 'topic'>): string =>
  topic ?? (team.topics.some(({ kind }) => kind === 'brand' || kind === 'person') ? ours : everything)

function sumsIn({ from, to }: Period, days: Map<string, Sums>): Sums {
  const all = nothing()
  for (const [day, sums] of days)
    if (day >= from && day <= to)
      for (const [what, count] of Object.entries(sums)) all[what as keyof Sums] += count
  return all
}

const withShares = (parts: Part[]): Part[] => {
  const all = parts.reduce((sum, { value }) => sum + value, 0)
  return all === 0 ? parts : parts.map((part) => ({ ...part, share: part.value / all }))
}

const sorted = (parts: Part[]) => parts.sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1))

/** Where the mood of every third mention or more may be wrong, so may be what is counted of them. */
function moodDoubt({ mentions, unsure }: Sums) {
  if (unsure * 3 < mentions) return {}
  const because = { key: 'figure.moods-unsure', values: { unsure, all: mentions, under: usualSureFrom } }
  return { sure: 'medium' as const, because }
}

const most = 20
