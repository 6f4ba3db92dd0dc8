import { schedule } from 'node-cron'

/**
 * Calls somebody at the times of a cron pattern, until `stop`. A clock that was set and a machine that slept are
 * noticed within a quarter of a minute: then they are called at once, and the times are counted anew (cron alone
 * waits until a clock that went back shows the old time again, and passes over what was missed).
 */
export function wakeAt(pattern: string, call: () => unknown) {
  const begin = () => schedule(pattern, call, { suppressMissedWarning: true })
  let task = begin()
  let apart = Date.now() - performance.now()
  const watch = setInterval(() => {
    const before = apart
    apart = Date.now() - performance.now()
    if (Math.abs(apart - before) < jump) return
    void task.destroy()
    task = begin()
    call()
  }, 15_000)

  return {
    async stop() {
      clearInterval(watch)
      await task.destroy()
    },
  }
}

/** Clocks are set right by less than this all the time. */
const jump = 10_000
