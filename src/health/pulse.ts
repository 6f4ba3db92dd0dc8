/**
 * Whether a part that goes round and round still does: it looks at its `clock` each time. Beats are counted by the
 * machine's own time, which no change of the date touches.
 */
export function newPulse(clock: () => number) {
  let last = Number.NEGATIVE_INFINITY
  let waiting: { next: Promise<true>; heard: (beat: true) => void } | null = null
  return {
    clock() {
      last = performance.now()
      waiting?.heard(true)
      waiting = null
      return clock()
    },
    /** Milliseconds since it last beat. */
    age: () => performance.now() - last,
    /** True at the next beat. */
    beat() {
      if (!waiting) {
        const { promise, resolve } = Promise.withResolvers<true>()
        waiting = { next: promise, heard: resolve }
      }
      return waiting.next
    },
  }
}

export type Pulse = ReturnType<typeof newPulse>
