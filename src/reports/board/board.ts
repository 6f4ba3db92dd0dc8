import type { Incident, Cause as IncidentCause } from '../../model/incident.ts'
import type { Reading } from '../../model/measure.ts'
import type { Reason } from '../../model/oops.ts'
import { type Period, periodBefore, spanOf } from '../../model/period.ts'
import type { Instant } from '../../model/post.ts'
import type { Reader } from '../../model/report.ts'
import type { About, PromiseThen, StoryThen, Waiting } from '../../store/happened.ts'
import type { Facts } from '../kpi/measured.ts'
import { measuresOf, readMeasure } from '../kpi/read.ts'
import { type Blind, blindIn } from './blind.ts'
import { type Move, movesIn } from './moves.ts'
import { type Rival, rivalsIn } from './rivals.ts'
import { type ToDo, toDoIn } from './to-do.ts'
import { type Day, trendIn } from './trend.ts'

export type AskedBoard = { period: Period; reader: Reader }

/** What a period was like, as data: what it is said with is src/reports/board/sheet-of.ts. */
export type Board = AskedBoard & {
  before: Period
  /** The period is not over: so far. */
  soFar: boolean
  /** Everything that is measured now, in order; what cannot be known says so. */
  readings: Reading[]
  moves: Move[]
  trend: Day[]
  stories: StoryThen[]
  incidents: IncidentThen[]
  promises: PromiseThen[]
  work: { replies: number; answered: number; ignored: number }
  replies: { at: Instant; by: string | null; outlet: string; title: string; url: string | null }[]
  unanswered: { count: number; oldest: Waiting | null; shown: Waiting[] }
  rivals: Rival[]
  blind: Blind
  toDo: ToDo[]
}

/** A crisis that a period saw, and how many mentions it had in it. */
export type IncidentThen = {
  id: number
  cause: IncidentCause
  topic: string | null
  title: string | null
  from: Instant
  overAt: Instant | null
  mentions: number
  incident: Incident
}

/** Everything a report is made of. Nothing is known that the store does not know: nobody outside is asked. */
export async function boardOf(facts: Facts, { period, reader }: AskedBoard): Promise<Board> {
  const { store, team, now } = facts
  const span = spanOf(period, team.timeZone)
  const until = { from: span.from, to: Math.min(span.to, now) }
  const readings: Reading[] = []
  for (const { key } of await measuresOf(facts)) readings.push(await readMeasure(facts, key, { period }))
  const stories = await store.happened.stories(team.name, until, ours, mostStories)
  const incidents = await incidentsIn(facts, until)
  const before = readings[0]?.beside ?? periodBefore(period)
  const seen = {
    period,
    reader,
    before,
    soFar: span.to > now,
    readings,
    trend: await trendIn(facts, period),
    stories,
    incidents,
    promises: await store.happened.promises(team.name, until, now),
    work: await store.happened.work(team.name, until),
    replies: await store.happened.replies(team.name, until, mostReplies),
    unanswered: await store.happened.unanswered(team.name, until, mostWaiting),
    rivals: await rivalsIn(facts, period, until),
    blind: await blindIn(facts, until, readings),
  }
  const moves = await movesIn(facts, seen, until)
  return { ...seen, moves, toDo: toDoIn(seen, until.to - until.from) }
}

export const reasonKey = (because: Reason): string | null => ('key' in because ? because.key : null)

async function incidentsIn({ store, team, now }: Facts, { from, to }: { from: Instant; to: Instant }) {
  const all = await store.incidents.list(team.name, mostIncidents)
  const then = all.filter((one) => !one.drill && one.from < to && (one.overAt ?? now) >= from)
  const told: IncidentThen[] = []
  for (const incident of then) {
    const span = { from: Math.max(incident.from, from), to: Math.min(incident.overAt ?? to, to) }
    const { moods } = await store.voices.totals(incident, span)
    const { id, cause, topic, title, overAt } = incident
    const mentions = moods.negative + moods.neutral + moods.positive
    told.push({ id, cause, topic, title, from: incident.from, overAt, mentions, incident })
  }
  return told.sort((a, b) => b.mentions - a.mentions)
}

/** The team's own: its brand and its people. */
export const ours: About = { kinds: ['brand', 'person'] }

const mostStories = 12
const mostReplies = 12
const mostWaiting = 8
const mostIncidents = 200
