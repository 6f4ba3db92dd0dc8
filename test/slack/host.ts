import { type Chance, newChance } from '../faults/seeded.ts'
import type { Delivery } from './delivery.ts'
import type { Call } from './stand-in.ts'
import type { Team } from './team.ts'

/** What a test may choose: times are ms. */
export type Rules = {
  seed?: number
  clock?: () => number
  /** How long an acknowledgement may take. */
  patience?: number
  /** How long a trigger opens a window. */
  triggerLife?: number
  /** After which times an event that was not acknowledged is sent again. */
  again?: number[]
  /** How often a message may be posted in a channel; null for as often as one likes. */
  postEvery?: number | null
  /** How often Slack pings a socket. */
  pingEvery?: number
  /** How long after its warning a socket is closed. */
  recycleAfter?: number
  /** Does the connection stay open after the two sides have said goodbye, as Slack leaves it? */
  lingers?: boolean
  /** How many are on a page, whatever is asked for. */
  page?: number
  /** Are `&`, `<` and `>` in the values of buttons and options escaped when they come back, as their labels are? */
  escapesValues?: boolean
}

/** What all parts of the stand-in share. */
export type Host = ReturnType<typeof newHost>

/** With Slack’s own times where the test chose none. */
export function newHost(given: Rules) {
  const rules = {
    seed: given.seed ?? 1,
    patience: given.patience ?? 3_000,
    triggerLife: given.triggerLife ?? 3_000,
    again: given.again ?? [0, 60_000, 300_000],
    postEvery: given.postEvery ?? null,
    pingEvery: given.pingEvery ?? 5_000,
    recycleAfter: given.recycleAfter ?? 10_000,
    lingers: given.lingers ?? true,
    page: given.page ?? 1000,
    escapesValues: given.escapesValues ?? true,
  }
  const chance: Chance = newChance(rules.seed)
  const now = given.clock ?? Date.now
  const watching = new Set<() => void>()
  const timers = new Set<NodeJS.Timeout>()
  let ids = 0

  return {
    rules,
    chance,
    now,
    url: '',
    teams: [] as Team[],
    calls: [] as Call[],
    deliveries: [] as Delivery[],
    pings: [] as { channel: string; ts: string; mention: string }[],
    id: (prefix: string) => `${prefix}${(++ids + 46_656).toString(36).toUpperCase().padStart(8, '0')}`,
    /** Wakes whoever waits for something to happen here. */
    happened() {
      for (const look of [...watching]) look()
    },
    later(ms: number, act: () => void): () => void {
      const timer = setTimeout(() => {
        timers.delete(timer)
        act()
      }, ms)
      timer.unref()
      timers.add(timer)
      return () => {
        clearTimeout(timer)
        timers.delete(timer)
      }
    },
    stop() {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
    eventually<T>(look: () => T | null | undefined | false, within = 5_000): Promise<T> {
      const { promise, resolve, reject } = Promise.withResolvers<T>()
      // What happens on the app's side is not told here.
      const looking = setInterval(() => again(), 20)
      const done = () => {
        clearTimeout(timer)
        clearInterval(looking)
        watching.delete(again)
      }
      const again = () => {
        try {
          const seen = look()
          if (seen === null || seen === undefined || seen === false) return
          done()
          resolve(seen)
        } catch (error) {
          done()
          reject(error)
        }
      }
      const timer = setTimeout(() => {
        done()
        reject(new Error(`it did not happen within ${within} ms: ${look}`))
      }, within)
      watching.add(again)
      again()
      return promise
    },
  }
}
