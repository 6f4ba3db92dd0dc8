import { type Drivers, driversOf } from '../analysis/drivers.ts'
import type { Incident, IncidentStep } from '../model/incident.ts'
import {
  type IncidentPast,
  type IncidentTimes,
  type Lesson,
  lessonsOf,
  timesOf,
} from '../model/incident-lessons.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { day, minute } from '../model/time.ts'
import type { Parts } from '../store/store.ts'
import type { Answered } from '../store/voices.ts'
import { type IncidentCurve, incidentCurve } from './curve-chart.ts'

/** All that a report on an incident says, before it is put in words. */
export type IncidentReport = {
  incident: Incident
  past: IncidentPast
  times: IncidentTimes
  lessons: Lesson[]
  drivers: Drivers
  /** The first of its mentions; a negative one where that is what it is about. */
  first: FirstVoice | null
  /** Null where nothing was heard. */
  curve: IncidentCurve | null
  answers: Answered[]
  /** What could not be read for a while; `until` is null where it still cannot. */
  blind: { name: string; from: Instant; until: Instant | null }[]
}

/** Gathers it from the store: of one that is over as it was, of one that is open as it stands. */
export async function incidentReport(
  store: Parts,
  team: Team,
  incident: Incident,
  now: Instant,
): Promise<IncidentReport> {
  const { from, id } = incident
  const to = incident.overAt ?? now + minute
  const bad = incident.cause === 'bad'
  const [voices, totals, first, before, steps, tasks, answers, outages, curve] = await Promise.all([
    store.voices.of(incident, { from, to }),
    store.voices.totals(incident, { from, to }),
    firstOf(store, incident, { from, to, negative: bad }),
    store.voices.of(incident, { from: from - 7 * day, to: from, most: 500 }),
    store.incidents.steps(id),
    store.incidents.tasks(id),
    store.voices.answers(incident, { from, to }),
    incident.drill ? [] : store.feeds.outages(team.name, from),
    incidentCurve(store, team, incident, now),
  ])
  const texts = before.map(({ title, text }) => `${title ?? ''} ${text ?? ''}`)
  const names = [...team.topics.map(({ name }) => name), team.title]
  const { moods, authors, outlets } = totals
  const count = moods.negative + moods.neutral + moods.positive
  // Of a storm only the newest mentions were read: its numbers are those of all.
  const drivers = { ...driversOf(voices, texts, names), count, moods, authors, outlets }
  const blind = outages.filter(({ from, until }) => from < to && (until === null || until - from >= notable))
  const past: IncidentPast = {
    incident,
    steps: steps.filter(({ did }) => did !== 'charted'),
    tasks,
    firstSignal: first?.at ?? null,
    firstAnswer: answers[0]?.at ?? null,
    negative: drivers.moods.negative,
    blind: [...new Set(blind.map(({ name }) => name))],
  }
  return {
    incident,
    past,
    times: timesOf(past),
    lessons: lessonsOf(past, now),
    drivers,
    first,
    curve,
    answers,
    blind,
  }
}

/** A feed that misses one reading still holds what it said meanwhile. */
const notable = 10 * minute

type FirstVoice = { at: Instant; outlet: string; url: string | null }

const firstOf = async (
  store: Parts,
  incident: Incident,
  span: { from: Instant; to: Instant; negative: boolean },
): Promise<FirstVoice | null> =>
  (await store.voices.first(incident, span)) ??
  (span.negative ? store.voices.first(incident, { ...span, negative: false }) : null)

/** What the team itself said or decided. */
export const isDecision = ({ did, by }: IncidentStep) =>
  (did === 'note' || did === 'reply' || did === 'severity' || did === 'resumed') && by !== null
