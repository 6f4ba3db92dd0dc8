import type { Reading } from '../../model/measure.ts'
import type { Period } from '../../model/period.ts'
import type { Span, StoryThen } from '../../store/happened.ts'
import type { Facts } from '../kpi/measured.ts'
import { readMeasure } from '../kpi/read.ts'

/** Who is compared: our brand or a competitor, with what was said of them most. */
export type Rival = {
  name: string
  ours: boolean
  volume: Reading
  mood: Reading
  story: StoryThen | null
}

/** Our brands and the competitors, ours first, then those that are spoken of most; empty where no competitor is watched. */
export async function rivalsIn(facts: Facts, period: Period, span: Span): Promise<Rival[]> {
  const { team, store } = facts
  const topics = team.topics.filter(({ kind }) => kind === 'brand' || kind === 'competitor')
  if (!topics.some(({ kind }) => kind === 'competitor')) return []
  const rivals: Rival[] = []
  for (const { name, kind } of topics) {
    const asked = { period, topic: name }
    const [story = null] =
      kind === 'competitor' ? await store.happened.stories(team.name, span, { topic: name }, 1) : []
    rivals.push({
      name,
      ours: kind === 'brand',
      volume: await readMeasure(facts, 'volume', asked),
      mood: await readMeasure(facts, 'net-sentiment', asked),
      story,
    })
  }
  return rivals.sort((a, b) => Number(b.ours) - Number(a.ours) || countOf(b) - countOf(a))
}

export const countOf = ({ volume: { figure } }: Pick<Rival, 'volume'>) => (figure.known ? figure.value : 0)
