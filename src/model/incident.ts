import type { Instant } from './post.ts'
import type { Place } from './team.ts'

/** How bad it is. What holds planned posts and drafts, and breaks quiet hours, hangs on it. */
export const severities = ['minor', 'serious', 'grave'] as const
export type Severity = (typeof severities)[number]

export const isAtLeast = (one: Severity, other: Severity) =>
  severities.indexOf(one) >= severities.indexOf(other)

/** One step up; what is grave stays so. */
export const worse = (one: Severity): Severity =>
  severities[Math.min(severities.indexOf(one) + 1, severities.length - 1)]!

/**
 * `firing`: nobody has it; `taken`; `controlled`: somebody says that it is under control; `over`. What is liked is
 * told and followed, but nobody has to take it.
 */
export const incidentStates = ['firing', 'taken', 'controlled', 'over'] as const
export type IncidentState = (typeof incidentStates)[number]

/**
 * What set it off: a burst of mentions that is `bad`, `liked`, or neither (`loud`); a rule of the team's; a person.
 */
export const causes = ['bad', 'loud', 'liked', 'rule', 'hand'] as const
export type Cause = (typeof causes)[number]

/** A window of a measure that stood out: so many in so many minutes where so many are usual. `stands`: it does now. */
export type SeenWindow = {
  measure: 'volume' | 'negative' | 'share' | 'reach' | 'authors' | 'outlets'
  window: number
  count: number
  usual: number
  /** Standard deviations of chance over what was needed: 1 is just enough. */
  clear: number
  stands: boolean
}

/** A crisis: what set it off, who has it, and where it stands. */
export type Incident = {
  id: number
  team: string
  cause: Cause
  topic: string | null
  /** What somebody or a rule called it; null where its cause and topic say it. */
  title: string | null
  severity: Severity
  state: IncidentState
  /** It is played, not true. */
  drill: boolean
  places: Place[]
  /** The windows as they stand, of its cause the clearest first. */
  seen: SeenWindow[]
  /** When it began: the first window that stood out reaches back to here. */
  from: Instant
  openedAt: Instant
  /** Null where Vigie noticed it. */
  openedBy: string | null
  /** When anything last stood out. */
  stoodAt: Instant
  taken: { at: Instant; by: string } | null
  controlledAt: Instant | null
  overAt: Instant | null
  /** Planned posts and drafts go on although it is open. */
  resumed: { at: Instant; by: string } | null
  /** When anybody last said anything of it. */
  saidAt: Instant
  remindedAt: Instant | null
  /** So many of the rota were called. */
  escalated: number
}

/** What happened in it, and when: the timeline writes itself. `what` is as its kind says. */
export type IncidentStep = { id: number; did: StepKind; what: string | null; by: string | null; at: Instant }

export const stepKinds = [
  'noticed',
  'grew',
  'turned-bad',
  'inhibited',
  'taken',
  'handed',
  'controlled',
  'over',
  'reopened',
  'severity',
  'note',
  'task',
  'reply',
  'reminded',
  'called',
  'resumed',
  'calm',
  'charted',
] as const
export type StepKind = (typeof stepKinds)[number]

export type Task = {
  nth: number
  text: string
  owner: string | null
  done: { by: string; at: Instant } | null
}

/** That alerts of a topic, or of a mood, or of all, are not told for a while. */
export type Silence = {
  id: number
  topic: string | null
  mood: 'bad' | 'liked' | null
  until: Instant
  reason: string
  by: string
  at: Instant
  /** So many alerts it kept quiet. */
  muted: number
}

/** How grave a burst is when it is noticed: what is bad more than what is loud, and what is far over all that was more. */
export function severityOf(cause: Cause, clear: number): Severity {
  if (cause !== 'bad') return 'minor'
  return clear >= farOver ? 'grave' : 'serious'
}

/** So many times what an alert needs. */
const farOver = 3

/** What a team says of its crises: `crisis:` in its settings. Lengths in ms. */
export type CrisisSettings = {
  /** A word (`calme`, `normal`, `vif`) or a number; see src/model/sensitivity.ts. */
  sensitivity: string | number
  /** From this severity on planned posts and drafts wait; null: never. */
  freeze: Severity | null
  /** After so long without anybody, or without news, somebody is reminded. */
  remind: number
  /** Who is called, one after the other, by their ids in `people`. */
  rota: string[]
  /** What is to be done, in order; `who` by their id. */
  plan: { text: string; who: string | null }[]
  /** What was noticed is over by itself after so long without anything that stands out, where nobody took it. */
  calm: number
}

const minute = 60_000

/** Without a plan of its own a team gets the one of src/texts. */
export const usualCrisis: CrisisSettings = {
  sensitivity: 'normal',
  freeze: 'serious',
  remind: 30 * minute,
  rota: [],
  plan: [],
  calm: 24 * 60 * minute,
}
