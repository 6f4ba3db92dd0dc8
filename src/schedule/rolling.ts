import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Team } from '../model/team.ts'
import { minute } from '../model/time.ts'
import type { Store } from '../store/store.ts'

type Parts = { store: Pick<Store, 'rollups'>; teams: Team[]; log: Logger }

/**
 * Counts what was heard into the days of each team, every minute. What an older version heard, or a changed time zone
 * asks for, is counted in the background, little by little: nobody waits for it, and the log says how far it is.
 */
export function newRolling({ store, teams, log }: Parts) {
  let stopping = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()

  async function look() {
    for (const team of teams)
      await countAll(team).catch((err) =>
        log.error({ err, team: team.name }, 'mentions could not be counted; trying again in a minute'),
      )
  }

  async function countAll({ name, timeZone }: Team) {
    let left = await store.rollups.settle(name, timeZone, atOnce)
    const all = left
    let saidAt = Date.now()
    if (all > many) log.info({ team: name, left }, 'counting older mentions for the KPIs, in the background')
    while (left > 0 && !stopping) {
      // People's commands want the store too.
      await pause(breath)
      left = await store.rollups.settle(name, timeZone, atOnce)
      if (all <= many || Date.now() - saidAt < sayEvery) continue
      saidAt = Date.now()
      log.info({ team: name, left }, 'still counting older mentions')
    }
    if (all > many && left === 0) log.info({ team: name }, 'older mentions are counted')
    // Days on which much was said and of which something changed: nobody's answer waits for these.
    if (left === 0) await store.rollups.settle(name, timeZone)
  }

  function later(wait: number) {
    timer = setTimeout(() => {
      looking = look().finally(() => stopping || later(minute))
    }, wait)
  }

  return {
    look,
    start: () => later(firstWait),
    async stop() {
      stopping = true
      clearTimeout(timer)
      await looking
    },
  }
}

/** Mentions, in one transaction each. */
const atOnce = 500
const many = 10_000
const breath = 20
const sayEvery = 10_000

/** What must be up first, comes first. */
const firstWait = 5_000
