import type { Instant } from '../model/post.ts'
import { minute } from '../model/time.ts'
import type { HookCount } from '../store/received.ts'

/**
 * What becomes of requests, counted here and kept now and then: strangers cause no writing. `flood` says whether a
 * webhook, or all together, is called more often in a minute than anybody has to; only what was signed counts there, so
 * that nobody can silence another.
 */
export function newHookCounts(clock: () => Instant) {
  let counts = new Map<string, HookCount>()
  let paces = new Map<string, number>()
  let all = 0
  let began = 0

  function add(team: string, hook: string, what: string, count = 1) {
    const key = `${team} ${hook} ${what}`
    const before = counts.get(key)?.count ?? 0
    counts.set(key, { team, hook, what, at: clock(), count: before + count })
  }

  return {
    add,
    /** What was counted since this was asked last. */
    take(): HookCount[] {
      const taken = [...counts.values()]
      counts = new Map()
      return taken
    },
    /** It could not be kept: it counts still. */
    putBack(all: HookCount[]) {
      for (const { team, hook, what, count } of all) add(team, hook, what, count)
    },
    flood(team: string, hook: string): boolean {
      const now = clock()
      if (Math.abs(now - began) >= minute) {
        paces = new Map()
        all = 0
        began = now
      }
      const key = `${team} ${hook}`
      const pace = (paces.get(key) ?? 0) + 1
      paces.set(key, pace)
      all++
      return pace > mostOfOne || all > mostOfAll
    },
  }
}

export type HookCounts = ReturnType<typeof newHookCounts>

/** In a minute. */
export const mostOfOne = 600
const mostOfAll = 3_000
