import type { Incident, IncidentStep, Task } from './incident.ts'
import type { Instant } from './post.ts'
import { hour, minute } from './time.ts'

/** How long each step took, in ms; null where it was not taken, or nobody can say. */
export type IncidentTimes = {
  /** From the first signal until Vigie noticed; null where somebody declared it. */
  notice: number | null
  /** From the alert on. */
  take: number | null
  answer: number | null
  note: number | null
  control: number | null
  over: number | null
}

/** What of an incident's past the times and lessons hang on. */
export type IncidentPast = {
  incident: Incident
  steps: IncidentStep[]
  tasks: Task[]
  /** When the first of its mentions was heard, and the first answer given. */
  firstSignal: Instant | null
  firstAnswer: Instant | null
  negative: number
  blind: string[]
}

export function timesOf({ incident, steps, firstSignal, firstAnswer }: IncidentPast): IncidentTimes {
  const { openedAt, openedBy, overAt, state } = incident
  const first = (...kinds: IncidentStep['did'][]) =>
    steps.find(({ did, by }) => kinds.includes(did) && by !== null)?.at ?? null
  const since = (at: Instant | null) => (at === null ? null : Math.max(0, at - openedAt))
  return {
    notice: openedBy === null && firstSignal !== null ? Math.max(0, openedAt - firstSignal) : null,
    // It was reopened, perhaps: the first time counts.
    take: since(first('taken', 'handed') ?? incident.taken?.at ?? null),
    answer: since(firstAnswer),
    note: since(first('note')),
    control: since(first('controlled') ?? incident.controlledAt),
    over: since(state === 'over' ? overAt : null),
  }
}

/** What to change, as facts that somebody can act on; the weightiest first. */
export type Lesson =
  | { is: 'noticed-late' | 'taken-late' | 'answered-late'; length: number }
  | { is: 'never-taken' | 'never-answered' | 'no-notes' | 'nothing' }
  | { is: 'called' | 'reopened'; count: number }
  | { is: 'silence'; length: number }
  | { is: 'tasks'; left: string[] }
  | { is: 'blind'; names: string[] }

export function lessonsOf(past: IncidentPast, now: Instant): Lesson[] {
  const { incident, steps, tasks, negative, blind } = past
  const times = timesOf(past)
  const over = incident.state === 'over'
  // Nobody has to do anything about what is liked.
  if (incident.cause === 'liked') return blind.length > 0 ? [{ is: 'blind', names: blind }] : []
  const lessons: Lesson[] = []
  if (times.notice !== null && times.notice > noticed)
    lessons.push({ is: 'noticed-late', length: times.notice })
  if (times.take === null && over) lessons.push({ is: 'never-taken' })
  else if (times.take !== null && times.take > taken) lessons.push({ is: 'taken-late', length: times.take })
  const wanting = negative > 0 && !incident.drill
  if (times.answer === null && wanting && (over || now - incident.openedAt > answered))
    lessons.push({ is: 'never-answered' })
  else if (times.answer !== null && times.answer > answered)
    lessons.push({ is: 'answered-late', length: times.answer })
  const silence = longestSilence(incident, steps, now)
  if (times.take !== null && silence > quiet) lessons.push({ is: 'silence', length: silence })
  const count = (kind: IncidentStep['did']) => steps.filter(({ did }) => did === kind).length
  for (const is of ['called', 'reopened'] as const) if (count(is) > 0) lessons.push({ is, count: count(is) })
  const left = tasks.filter(({ done }) => !done).map(({ text }) => text)
  if (over && left.length > 0) lessons.push({ is: 'tasks', left })
  if (over && count('note') === 0) lessons.push({ is: 'no-notes' })
  if (blind.length > 0) lessons.push({ is: 'blind', names: blind })
  return lessons.length > 0 ? lessons : [{ is: 'nothing' }]
}

/** The longest time in which nobody who had it said anything, until it was under control, or over, or now. */
function longestSilence({ overAt, controlledAt }: Incident, steps: IncidentStep[], now: Instant): number {
  const controlled = steps.findLast(({ did }) => did === 'controlled')?.at ?? controlledAt
  const end = Math.min(controlled ?? now, overAt ?? now)
  const said = steps.filter(({ by, at }) => by !== null && at <= end).map(({ at }) => at)
  const edges = said.length > 0 ? [...said, end] : []
  return Math.max(0, ...edges.slice(1).map((at, nth) => at - edges[nth]!))
}

// What is asked of a team: noticed within 15 minutes, taken within 15, answered within two hours, news every hour.
const [noticed, taken, answered, quiet] = [15 * minute, 15 * minute, 2 * hour, hour]
