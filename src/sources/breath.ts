import { setImmediate } from 'node:timers/promises'

/**
 * Lets the thread answer people in between: `await breathe()` goes on at once, or after a turn of the event
 * loop when `most` milliseconds have passed since the last one.
 */
export function newBreath(most = 10): () => Promise<void> | undefined {
  let last = performance.now()
  return () => (performance.now() - last < most ? undefined : turn())

  async function turn() {
    await setImmediate()
    last = performance.now()
  }
}

/** How much is worked on between two breaths, in characters or bytes: well under 10 ms each. */
export const slice = 64 * 1024
