import { type Clocked, openAfter, openBetween, usualHours } from './hours.ts'
import type { Mention } from './mention.ts'
import type { Instant } from './post.ts'
import type { Route } from './route.ts'
import type { SettingPlace, Team } from './team.ts'

/**
 * Within which time which mentions are answered. Conditions are those of a route; all lengths (ms) are open time. Null
 * asks for nothing, and is nothing.
 */
export type PromiseRule = Pick<
  Route,
  'name' | 'topics' | 'kinds' | 'moods' | 'networks' | 'languages' | 'reach'
> & {
  within: number
  /** So long before it is due, it is said once more. */
  remind: number | null
  /** Whoever took it and lets nothing be heard for so long has it no more. */
  silence: number | null
  /** Who hears of it so long after it was due: everybody of a role, or a person by their id. */
  escalate: Escalation[]
  at?: SettingPlace
}

export type Escalation = { after: number; to: string }

/** That a mention will be answered in time, as it was promised: what the settings say later changes nothing of it. */
export type Promised = {
  team: string
  mention: number
  rule: string
  within: number
  startedAt: Instant
  dueAt: Instant
  remindAt: Instant | null
  silence: number | null
  /** When whoever has it has it no more, unless they are heard of before. */
  silentAt: Instant | null
  escalations: { at: Instant; to: string }[]
  /** What was done of that. */
  reminded: boolean
  late: boolean
  escalated: number
  stopped: Stop | null
}

/** Why its clock stopped, and when. */
export type Stop = { why: 'answered' | 'ignored' | 'deleted'; at: Instant }

/** The first rule that a mention fits. */
export const ruleFor = (rules: PromiseRule[], mention: Chosen): PromiseRule | undefined =>
  rules.find((rule) => fits(rule, mention))

type Chosen = Pick<Mention, 'topics' | 'language'> & { post: Pick<Mention['post'], 'network' | 'reach'> }

function fits(rule: PromiseRule, { topics, language, post }: Chosen): boolean {
  const among = <Value>(values: Value[] | null, value: Value | null) =>
    values === null || (value !== null && values.includes(value))
  return (
    among(rule.networks, post.network) &&
    among(rule.languages, language) &&
    (rule.reach === null || (post.reach !== null && post.reach >= rule.reach)) &&
    topics.some(
      ({ name, kind, mood }) =>
        among(rule.topics, name) && among(rule.kinds, kind) && among(rule.moods, mood.label),
    )
  )
}

/** A promise begins; null where there is not so much open time ahead. */
export function begun(
  rule: PromiseRule,
  mention: { team: string; id: number },
  now: Instant,
  clocked: Clocked,
): Promised | null {
  const times = timesOf(rule, now, rule.within, clocked)
  return (
    times && {
      team: mention.team,
      mention: mention.id,
      rule: rule.name,
      within: rule.within,
      silence: rule.silence,
      silentAt: null,
      startedAt: now,
      ...times,
      reminded: times.remindAt === null,
      late: false,
      escalated: 0,
      stopped: null,
    }
  )
}

/** What happens when, with so much open time left. */
function timesOf(
  { remind, escalate }: Pick<PromiseRule, 'remind' | 'escalate'>,
  now: Instant,
  left: number,
  clocked: Clocked,
) {
  const dueAt = openAfter(now, left, clocked)
  if (dueAt === null) return null
  const remindAt = remind === null || remind >= left ? null : openAfter(now, left - remind, clocked)
  const escalations = escalate.flatMap(({ after, to }) => {
    const at = openAfter(now, left + after, clocked)
    return at === null ? [] : [{ at, to }]
  })
  return { dueAt, remindAt, escalations: escalations.toSorted((one, other) => one.at - other.at) }
}

/** It waits again: with the open time that was left when its clock stopped, or as late as it was. */
export function goesOn(promised: Promised, now: Instant, clocked: Clocked): Promised {
  if (!promised.stopped) return promised
  const left = leftOf(promised, now, clocked)
  const again = { ...promised, stopped: null }
  return left <= 0 ? again : movedTo(again, now, left, clocked)
}

/** A clock that was ahead when the promise began: it begins now. */
export const beginsNow = (promised: Promised, now: Instant, clocked: Clocked): Promised =>
  movedTo({ ...promised, startedAt: now }, now, promised.within, clocked)

/** With so much open time left from now on; what came how long before or after the end still does. */
function movedTo(promised: Promised, now: Instant, left: number, clocked: Clocked): Promised {
  const { remindAt, dueAt, escalations } = promised
  const remind = remindAt === null ? null : openBetween(remindAt, dueAt, clocked)
  const escalate = escalations.map(({ at, to }) => ({ after: openBetween(dueAt, at, clocked), to }))
  const times = timesOf({ remind, escalate }, now, left, clocked)
  return times ? { ...promised, ...times, reminded: promised.reminded || times.remindAt === null } : promised
}

/** Whoever has it was heard of. */
export const heardOf = (promised: Promised, now: Instant, clocked: Clocked): Promised => ({
  ...promised,
  silentAt: promised.silence === null || promised.stopped ? null : openAfter(now, promised.silence, clocked),
})

/** What is to be done now, in the order of the day. */
export type Step = { do: 'remind' } | { do: 'late' } | { do: 'escalate'; to: string[] } | { do: 'give-back' }

/** What a promise asks for at a moment; `snoozed` until then, whoever has it wants no reminder. */
export function stepsAt(promised: Promised, now: Instant, snoozed: Instant | null): Step[] {
  if (promised.stopped) return []
  const { dueAt, remindAt, silentAt, escalations, escalated } = promised
  const hushed = snoozed !== null && snoozed > now
  const due = escalations.slice(escalated).filter(({ at }) => at <= now)
  return [
    // What is late already needs no reminder that it will be.
    ...(!promised.reminded && !hushed && remindAt !== null && remindAt <= now && now < dueAt
      ? [{ do: 'remind' as const }]
      : []),
    ...(!promised.late && dueAt <= now ? [{ do: 'late' as const }] : []),
    ...(due.length > 0 ? [{ do: 'escalate' as const, to: due.map(({ to }) => to) }] : []),
    ...(silentAt !== null && silentAt <= now && !hushed ? [{ do: 'give-back' as const }] : []),
  ]
}

/** With these steps done. */
export function afterSteps(promised: Promised, steps: Step[]): Promised {
  const done = (what: Step['do']) => steps.find((step) => step.do === what)
  const escalate = done('escalate')
  const late = promised.late || done('late') !== undefined
  return {
    ...promised,
    reminded: promised.reminded || late || done('remind') !== undefined,
    late,
    escalated: promised.escalated + (escalate?.do === 'escalate' ? escalate.to.length : 0),
    silentAt: done('give-back') ? null : promised.silentAt,
  }
}

/** When it asks for something next; null when it never does again. */
export function nextStep(promised: Promised, snoozed: Instant | null): Instant | null {
  if (promised.stopped) return null
  const { reminded, late, remindAt, dueAt, escalations, escalated, silentAt } = promised
  const awake = (at: Instant) => Math.max(at, snoozed ?? 0)
  const times = [
    ...(reminded || remindAt === null ? [] : [awake(remindAt)]),
    ...(late ? [] : [dueAt]),
    ...escalations.slice(escalated).map(({ at }) => at),
    ...(silentAt === null ? [] : [awake(silentAt)]),
  ]
  return times.length === 0 ? null : Math.min(...times)
}

/** Open time (ms) until it is due, or from when its clock stopped until then; below 0 once it is late. */
export function leftOf({ dueAt, stopped }: Promised, now: Instant, clocked: Clocked): number {
  const at = stopped?.at ?? now
  return at <= dueAt ? openBetween(at, dueAt, clocked) : -Math.max(openBetween(dueAt, at, clocked), 1)
}

/** Open time (ms) from its beginning until it was answered. */
export const takenFor = ({ startedAt, stopped }: Promised, now: Instant, clocked: Clocked): number =>
  openBetween(startedAt, stopped?.at ?? now, clocked)

/** By whose clock a team's promises run. */
export const clockedOf = ({ hours = usualHours, timeZone }: Pick<Team, 'hours' | 'timeZone'>): Clocked => ({
  hours,
  timeZone,
})
