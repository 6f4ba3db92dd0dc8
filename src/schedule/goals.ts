import type { Logger } from 'pino'
import { breathe } from '../breath.ts'
import { afterStep, alertStep, type Goal } from '../model/goal.ts'
import type { Figure } from '../model/measure.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { minute, quietUntil } from '../model/time.ts'
import { alertMessage } from '../reports/kpi/alert-message.ts'
import { alertDays, measureOfGoal } from '../reports/kpi/goal-lines.ts'
import type { Facts } from '../reports/kpi/measured.ts'
import { readMeasure } from '../reports/kpi/read.ts'
import type { Store } from '../store/store.ts'
import { sayIn } from '../texts/texts.ts'
import { newRounds } from './rounds.ts'

/**
 * Looks every few minutes whether a number has crossed what a team wants to be alerted at, or is back. What is told is
 * written down with that it was, in one transaction: no restart and no second process tells it again. One process at a
 * time does this (src/schedule/holder.ts).
 */
export function newGoals({
  store,
  teams,
  clock,
  log,
  wake,
}: {
  store: Store
  teams: Team[]
  clock: () => Instant
  log: Logger
  /** Called when something is to be told. */
  wake: () => void
}) {
  async function look() {
    for (const team of teams)
      for (const goal of await store.goals.of(team.name)) {
        if (goal.kind !== 'alert' || !measureOfGoal(goal)) continue
        // What breaks with one is nobody else's.
        await lookAt(team, goal).catch((err) =>
          log.error(
            { err, team: team.name, measure: goal.measure },
            'an alert could not be looked at; trying again',
          ),
        )
        await breathe()
      }
  }

  async function lookAt(team: Team, goal: Goal) {
    const figure = await figureOf({ store, team, now: clock() }, goal)
    if (alertStep(goal, figure, clock()) === null) return
    const told = await store.together(async (store) => {
      await store.turns.take()
      // Another process may have told it meanwhile, or somebody changed it.
      const now = clock()
      const fresh = await store.goals.get(team.name, goal.id)
      const step = fresh && isSame(fresh, goal) ? alertStep(fresh, figure, now) : null
      if (!fresh || !step || !figure.known) return null
      const after = afterStep(fresh, step, now)
      await store.goals.put(team.name, after)
      const payload = alertMessage({ team, now }, fresh, figure, step, sayIn(team.locale))
      const quiet = quietUntil(now, team.quietHours, team.timeZone)
      const about = `kpi:${goal.id}/${goal.at}-${after.told}`
      const place = team.channels.alerts
      const due = { dueAt: quiet ?? now, ...(quiet === null ? {} : { held: true }) }
      await store.deliveries.add([{ team: team.name, rule: 'notice', about, place, payload, ...due }], now)
      return step
    })
    if (told === null) return
    log.info({ team: team.name, measure: goal.measure, step: told }, 'an alert of a number')
    wake()
  }

  const {
    start,
    stop,
    look: lookSoon,
  } = newRounds({
    look,
    pause: () => pause,
    trouble: 'alerts of numbers could not be looked at; trying again',
    log,
  })

  return { look: lookSoon, start, stop }
}

/** Between two looks (ms): numbers are of days. */
const pause = 5 * minute

async function figureOf(facts: Facts, goal: Goal): Promise<Figure> {
  const topic = goal.topic === null ? {} : { topic: goal.topic }
  const { figure } = await readMeasure(facts, goal.measure, { period: alertDays(goal, facts), ...topic })
  return figure
}

/** Not set anew since it was read. */
const isSame = (one: Goal, other: Goal) =>
  one.at === other.at && one.value === other.value && one.side === other.side && one.per === other.per
