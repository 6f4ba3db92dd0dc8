import type { Figure, Measure } from './measure.ts'
import type { Grain } from './period.ts'
import type { Instant } from './post.ts'

export const goalKinds = ['goal', 'alert'] as const
/** What a team wants to reach, or wants to be told of. */
export type GoalKind = (typeof goalKinds)[number]

/** Of a goal: at least, or at most. Of an alert: over, or under. */
export type Side = 'up' | 'down'

/**
 * A value of a measure that a team aims at in each day, week or month, or an alert when one is crossed in the last day,
 * 7 days or 30 days. `crossed` since when an alert rings, `restsUntil` it does not ring again.
 */
export type Goal = {
  id: number
  kind: GoalKind
  measure: string
  topic: string | null
  side: Side
  value: number
  currency: string | null
  per: Grain
  by: string
  at: Instant
  crossed: Instant | null
  restsUntil: Instant
  /** How often something was told of it. */
  told: number
}

/** So many at a time, of a team. */
export const mostGoals = 50

/** Which side is meant where nobody says it: a goal is where good news lies, an alert where bad news does. */
export function usualSide(kind: GoalKind, { better }: Pick<Measure, 'better'>): Side {
  if (kind === 'goal') return better === 'down' ? 'down' : 'up'
  return better === 'up' ? 'down' : 'up'
}

/** Whether a value is beyond: a goal is reached by its value, an alert rings beyond it. */
export function isBeyond({ kind, side, value }: Pick<Goal, 'kind' | 'side' | 'value'>, is: number): boolean {
  if (kind === 'goal') return side === 'up' ? is >= value : is <= value
  return side === 'up' ? is > value : is < value
}

export type AlertStep = 'crossed' | 'back'

/**
 * What an alert does about a figure: it rings once when its value is crossed and once when that is over, and then rests
 * for a while, so that what goes to and fro rings seldom. What is unknown or rests on few observations changes nothing,
 * nor does what seems too little of days that Vigie heard only in part.
 */
export function alertStep(goal: Goal, figure: Figure, now: Instant): AlertStep | null {
  if (!saysSomething(goal, figure)) return null
  const beyond = isBeyond(goal, figure.value)
  if (goal.crossed !== null) return beyond ? null : 'back'
  return beyond && now >= goal.restsUntil ? 'crossed' : null
}

/** Whether a figure is enough to ring, or to end it. */
export const saysSomething = (goal: Pick<Goal, 'side' | 'currency'>, figure: Figure): figure is Known =>
  figure.known &&
  figure.sure !== 'low' &&
  !(figure.partly && goal.side === 'down') &&
  isOfCurrency(goal, figure)

/** Whether amounts can be compared: francs are beyond no number of euros. */
export const isOfCurrency = ({ currency }: Pick<Goal, 'currency'>, figure: Known): boolean =>
  currency === null || (figure.currency ?? null) === currency

type Known = Extract<Figure, { known: true }>

/** The same goal after that. */
export function afterStep(goal: Goal, step: AlertStep, now: Instant): Goal {
  const told = goal.told + 1
  return step === 'crossed'
    ? { ...goal, told, crossed: now }
    : { ...goal, told, crossed: null, restsUntil: now + alertRest }
}

/** After the all-clear an alert rests (ms). */
export const alertRest = 12 * 60 * 60 * 1000
