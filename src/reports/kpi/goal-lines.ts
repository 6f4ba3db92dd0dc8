import { type Goal, isBeyond, isOfCurrency, saysSomething } from '../../model/goal.ts'
import type { Measure } from '../../model/measure.ts'
import { dayAfter, lastDays, lengthOf, type Period } from '../../model/period.ts'
import { dayIn } from '../../model/time.ts'
import { type Marked, together } from '../../texts/marked.ts'
import type { Say } from '../../texts/texts.ts'
import { catalogue } from './catalogue.ts'
import { startOf } from './chart-days.ts'
import type { Facts } from './measured.ts'
import { periodWords } from './period-words.ts'
import { readMeasure } from './read.ts'
import { goalWords } from './target.ts'
import { becauseWords, measureName, valueWords } from './words.ts'

/** The measure of a goal; undefined where there is none any more. */
export const measureOfGoal = ({ measure }: Pick<Goal, 'measure'>): Measure | undefined =>
  catalogue.find((one) => one.measure.key === measure)?.measure

/** « Mentions · Nimbus ». */
export const goalName = ({ topic }: Pick<Goal, 'topic'>, measure: Measure, say: Say) =>
  [measureName(measure, say), topic].filter((part) => part !== null).join(' · ')

/** The days that a goal is for now: today, this week, this month. */
export function goalDays({ per }: Pick<Goal, 'per'>, { now, team }: Facts): Period {
  const today = dayIn(now, team.timeZone)
  const from = startOf(today, per)
  if (per === 'day') return { from, to: from }
  if (per === 'week') return { from, to: dayAfter(from, 6) }
  return { from, to: dayAfter(startOf(dayAfter(from, 31), 'month'), -1) }
}

/** The days that an alert looks at: today, the last 7, the last 30. */
export const alertDays = ({ per }: Pick<Goal, 'per'>, { now, team }: Pick<Facts, 'now' | 'team'>): Period =>
  lastDays({ day: 1, week: 7, month: 30 }[per], now, team.timeZone)

/** What is aimed at, and how far it is: « 320 (novembre 2026) : 64 % du chemin, 70 % des jours écoulés ». */
export async function goalProgress(facts: Facts, goal: Goal, say: Say): Promise<Marked | null> {
  const measure = measureOfGoal(goal)
  if (!measure) return null
  const asked = goal.topic === null ? {} : { topic: goal.topic }
  const days = goal.kind === 'goal' ? goalDays(goal, facts) : alertDays(goal, facts)
  const { figure } = await readMeasure(facts, goal.measure, { period: days, ...asked })
  const period = periodWords(days, say)
  if (!figure.known) return say('kpi.goal-unknown', { period, because: becauseWords(figure.because, say) })
  const value = valueWords(figure.value, measure.unit, say, figure.currency)
  if (!isOfCurrency(goal, figure)) return say('kpi.goal-currency', { value, currency: goal.currency! })
  if (goal.kind === 'alert' && goal.crossed === null) {
    if (!isBeyond(goal, figure.value)) return say('kpi.alert-calm', { value })
    if (!saysSomething(goal, figure)) return say('kpi.alert-few', { value })
    const { now, team } = facts
    return goal.restsUntil > now
      ? say('kpi.alert-rests', { value, time: say.time(goal.restsUntil, now, team.timeZone) })
      : say('kpi.alert-due', { value })
  }
  if (goal.kind === 'alert' && goal.crossed !== null)
    return say('kpi.alert-rings', { value, time: say.time(goal.crossed, facts.now, facts.team.timeZone) })
  return stand(goal, measure, { value: figure.value, written: value, days, period }, facts, say)
}

type Stand = { value: number; written: string; days: Period; period: string }

function stand(
  goal: Goal,
  measure: Measure,
  { value, written, days, period }: Stand,
  facts: Facts,
  say: Say,
): Marked {
  const said = { value: written, period }
  const reached = isBeyond(goal, value)
  if (goal.side === 'down') return say(reached ? 'kpi.kept' : 'kpi.missed', said)
  if (reached) return say('kpi.reached', said)
  const addsUp = measure.unit === 'count' || measure.unit === 'money'
  if (!addsUp || goal.per === 'day') return say('kpi.short', said)
  const gone = lengthOf({ from: days.from, to: dayIn(facts.now, facts.team.timeZone) }) / lengthOf(days)
  return say('kpi.on-way', {
    ...said,
    share: share(goal.value > 0 ? value / goal.value : 0, say),
    elapsed: share(gone, say),
  })
}

const share = (ratio: number, say: Say) => valueWords(Math.round(ratio * 100) / 100, 'percent', say)

/** « Objectif : au moins 500 par mois ». */
export const goalIs = (goal: Goal, measure: Measure, say: Say): Marked =>
  say(goal.kind === 'goal' ? 'kpi.goal-is' : 'kpi.alert-is', { goal: goalWords(goal, measure, say) })

/** A goal with its measure and how far it is, in one line. */
export async function goalLine(facts: Facts, goal: Goal, say: Say): Promise<Marked | null> {
  const measure = measureOfGoal(goal)
  const progress = await goalProgress(facts, goal, say)
  if (!measure || !progress) return null
  const words = goalWords(goal, measure, say)
  return together(
    [say('kpi.goal-line', { name: goalName(goal, measure, say), goal: words }), progress],
    ' · ',
  )
}
