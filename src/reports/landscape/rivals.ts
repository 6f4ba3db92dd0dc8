import type { Figure, Reading } from '../../model/measure.ts'
import type { Period } from '../../model/period.ts'
import type { Told } from '../../model/told.ts'
import type { Topic } from '../../model/topic.ts'
import type { Facts } from '../kpi/measured.ts'
import { readMeasure } from '../kpi/read.ts'
import { isOwn, ownSigns } from './own.ts'

/**
 * What is known of a topic over a period: how much it is spoken of and in which mood, what it published itself
 * (`own`; null where its query names no account or site of its own), and the stories others told most.
 */
export type Rival = {
  topic: Pick<Topic, 'name' | 'kind'>
  volume: Reading
  mood: Figure
  own: Told[] | null
  stories: { first: Told; count: number }[]
}

/** The brand, its competitors, the sector and themes, in this order, so many at most; with `topic` only that one. */
export async function rivalsOf(
  facts: Facts,
  { period, topic }: { period: Period; topic?: string },
  told: Told[],
): Promise<Rival[]> {
  const shown = facts.team.topics
    .filter(({ name, kind }) => (topic ? name === topic : kinds.includes(kind)))
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
    .slice(0, mostShown)
  const rivals: Rival[] = []
  for (const one of shown) {
    const asked = { period, topic: one.name }
    const volume = await readMeasure(facts, 'volume', asked)
    const mood = (await readMeasure(facts, 'net-sentiment', asked)).figure
    rivals.push({ topic: one, volume, mood, ...saidOf(one, told) })
  }
  return rivals
}

const mostShown = 15
const kinds: Topic['kind'][] = ['brand', 'competitor', 'sector', 'theme']

/** What is said of a topic by itself, and by others. */
export function saidOf(
  { name, query }: Pick<Topic, 'name' | 'query'>,
  told: Told[],
): Pick<Rival, 'own' | 'stories'> {
  const about = told.filter(({ topics }) => topics.some((topic) => topic.name === name))
  const signs = ownSigns(query)
  const own = signs && about.filter((one) => isOwn(one, signs))
  const ours = new Set(own)
  const others = about.filter((one) => !ours.has(one))
  const stories = [...Map.groupBy(others, ({ story }) => story).values()]
    .map((copies) => ({ first: copies.at(-1)!, count: copies.length }))
    .sort((a, b) => b.count - a.count || b.first.saidAt - a.first.saidAt)
  return { own, stories: stories.slice(0, 3) }
}

/** Each one's share of what is said of the brand and its competitors; empty where nothing is. */
export function sharesOf(rivals: Rival[]): { name: string; share: number }[] {
  const counted = rivals.flatMap(({ topic, volume: { figure } }) =>
    (topic.kind === 'brand' || topic.kind === 'competitor') && figure.known
      ? [{ name: topic.name, count: figure.value }]
      : [],
  )
  const all = counted.reduce((sum, { count }) => sum + count, 0)
  return all === 0 || counted.length < 2
    ? []
    : counted.map(({ name, count }) => ({ name, share: count / all }))
}
