import type { Asked, Figure } from '../../model/measure.ts'
import type { Reason } from '../../model/oops.ts'
import { type Day, type Period, spanOf } from '../../model/period.ts'
import type { Instant } from '../../model/post.ts'
import { dayIn } from '../../model/time.ts'
import { type Facts, unknown } from './measured.ts'

/** What stands behind every figure about mentions: from which sources, since when, and what could not be read or counted. */
export type Standing = {
  sources: string[]
  since: Day | null
  /** Mentions that are still to be counted. */
  left: number
  outages: { name: string; from: Instant; until: Instant | null }[]
}

/** Counts what was heard last, and says what the figures stand on. For one question most of it is looked up once. */
export async function standingOf(facts: Facts): Promise<Standing> {
  const { store, team } = facts
  const before = known.get(facts)
  // Where much is left, one of its answers has waited for as much of it as it should.
  if (before && before.left > 0) return before
  const left = await store.rollups.settle(team.name, team.timeZone, mostAtOnce)
  const rest = before && before.since !== null ? before : await readRest(facts)
  const standing = { ...rest, left }
  known.set(facts, standing)
  return standing
}

const known = new WeakMap<Facts, Standing>()

async function readRest({ store, team, now }: Facts): Promise<Omit<Standing, 'left'>> {
  const since = await store.rollups.since(team.name)
  const sources = await store.stored.sources(team.name)
  return {
    since: since === null ? null : dayIn(since, team.timeZone),
    sources: [...new Set(sources.map(({ name }) => name))],
    outages: await store.feeds.outages(team.name, now - outagesKept),
  }
}

/** A figure about mentions with the doubts that its period brings; unknown where Vigie did not listen yet. */
export function doubted(figure: Figure, standing: Standing, facts: Facts, asked: Asked): Figure {
  const { since, left } = standing
  const { team } = facts
  if (since === null) return unknown('figure.nothing-heard')
  if (asked.topic && isUnknownTopic(asked.topic, facts) && !isAnything(figure))
    return unknown('figure.no-such-topic', { topic: asked.topic })
  if (asked.period.to < since && !isAnything(figure)) return unknown('figure.not-yet', { day: since })
  if (!figure.known || figure.sure === 'low') return partly(figure, asked.period.from < since)
  if (left > 0)
    return partly({ ...figure, sure: 'low', because: { key: 'figure.counting', values: { left } } }, true)
  const added = team.topics.find(({ name }) => name === asked.topic)?.added
  const watched = added ? dayIn(added.at, team.timeZone) : since
  const from = watched > since ? watched : since
  if (asked.period.from < from) {
    const because: Reason =
      from === since
        ? { key: 'figure.partly', values: { day: since } }
        : { key: 'figure.topic-since', values: { topic: asked.topic!, day: from } }
    return partly({ ...figure, sure: 'medium', because }, true)
  }
  const unseen = unseenIn(asked.period, standing, facts)
  if (unseen === 0 || figure.sure === 'medium') return figure
  return { ...figure, sure: 'medium', because: { key: 'figure.unseen', values: { count: unseen } } }
}

/** Filed with the past, mentions of days are known in which Vigie did not listen. */
const isAnything = (figure: Figure) => figure.known && (figure.value !== 0 || figure.n > 0)

const partly = (figure: Figure, is: boolean): Figure =>
  figure.known && is ? { ...figure, partly: true } : figure

const isUnknownTopic = (topic: string, { team }: Facts) =>
  ![...team.topics, ...(team.pastTopics ?? [])].some(({ name }) => name === topic)

/** How many sources could not be read for a tenth of the time that is over, or longer. */
function unseenIn(period: Period, { outages }: Standing, { team, now }: Facts): number {
  if (outages.length === 0) return 0
  const span = spanOf(period, team.timeZone)
  const end = Math.min(span.to, now)
  const lost = new Map<string, number>()
  for (const { name, from, until } of outages) {
    const length = Math.min(until ?? end, end) - Math.max(from, span.from)
    if (length > 0) lost.set(name, (lost.get(name) ?? 0) + length)
  }
  return [...lost.values()].filter((length) => length >= (end - span.from) / 10).length
}

/** So that an answer does not wait: what is left is counted in the background. */
const mostAtOnce = 3_000
const outagesKept = 31 * 86_400_000
