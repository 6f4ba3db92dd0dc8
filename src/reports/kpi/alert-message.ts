import type { Message } from '../../chat/message.ts'
import type { AlertStep, Goal } from '../../model/goal.ts'
import type { Figure } from '../../model/measure.ts'
import { plain } from '../../texts/marked.ts'
import type { Say } from '../../texts/texts.ts'
import { askedKey } from './asked.ts'
import { alertDays, goalName, measureOfGoal } from './goal-lines.ts'
import type { Facts } from './measured.ts'
import { periodWords } from './period-words.ts'
import { goalWords } from './target.ts'
import { measureFormula, valueWords } from './words.ts'

/** That a number crossed what a team wants to be alerted at, or is back. */
export function alertMessage(
  facts: Pick<Facts, 'team' | 'now'>,
  goal: Goal,
  figure: Extract<Figure, { known: true }>,
  step: AlertStep,
  say: Say,
): Message {
  const measure = measureOfGoal(goal)!
  const days = alertDays(goal, facts)
  const name = goalName(goal, measure, say)
  const write = (value: number) =>
    valueWords(value, measure.unit, say, figure.currency ?? goal.currency ?? undefined)
  const said = {
    value: write(figure.value),
    period: periodWords(days, say),
    goal: goalWords(goal, measure, say),
    name: goal.by,
    time: goal.crossed === null ? '' : say.time(goal.crossed, facts.now, facts.team.timeZone),
  }
  const topics = goal.topic === null ? [] : [goal.topic]
  const wanted = { measure: goal.measure, period: days, grain: null, by: null, topics, beside: null }
  const see = { action: 'kpi.show', label: say.plain('kpi.see'), value: askedKey(wanted) }
  return {
    title:
      step === 'crossed'
        ? say.plain(`kpi.crossed-${goal.side}`, { name, limit: write(goal.value) })
        : say.plain('kpi.back-title', { name }),
    text: say(step === 'crossed' ? 'kpi.crossed-text' : 'kpi.back-text', said),
    note: plain(measureFormula(measure, say)),
    buttons: [see],
    about: `kpi:${goal.id}`,
  }
}
