export type Fault = {
  /**
   * `limited`: 429 for this route; `limited-globally`: 429 for all; `failed`: 500 and nothing happened; `failed-after`:
   * 500 though it happened; `lost`: it happened and the socket is destroyed; `hang`: it happened and nothing is ever
   * answered; `late`: it happens and is answered, after `ms`; `forbidden`: 50013; `expired`: an interaction's token died.
   */
  kind:
    | 'limited'
    | 'limited-globally'
    | 'failed'
    | 'failed-after'
    | 'lost'
    | 'hang'
    | 'late'
    | 'forbidden'
    | 'expired'
  /** A route (`POST /channels/:id/messages`) or the beginning of several (`POST`); every route where it is missing. */
  route?: string
  /** By its name or id; every channel where it is missing. */
  channel?: string
  /** The next so many calls: 1 where neither this nor `share` is given. */
  times?: number
  /** Each call with this chance, drawn with `seed`. */
  share?: number
  seed?: number
  /** How long a limit holds, or how late an answer is: 300 ms. */
  ms?: number
}

export type FaultKind = Fault['kind']

/** Routes whose address carries an interaction's token. */
const tokened = /\/(interactions|webhooks)\//

type Ahead = Fault & { left: number; draw: () => number }

/** Faults that lie ahead. `next` says which of them befalls a call, if any, and counts it. `routes` are all there are. */
export function newFaults(routes: Set<string>) {
  const means = (wanted = '', route: string) =>
    routes.has(wanted) ? route === wanted : route.startsWith(wanted)
  let ahead: Ahead[] = []
  return {
    add(fault: Fault) {
      const left = fault.times ?? (fault.share === undefined ? 1 : Number.POSITIVE_INFINITY)
      ahead.push({ ...fault, left, draw: seeded(fault.seed ?? 1) })
    },
    clear() {
      ahead = []
    },
    next(route: string, channels: string[]): Fault | null {
      const befalls = ahead.find(
        (fault) =>
          fault.left > 0 &&
          means(fault.route, route) &&
          (fault.kind !== 'expired' || tokened.test(route)) &&
          (fault.channel === undefined || channels.includes(fault.channel)) &&
          (fault.share === undefined || fault.draw() < fault.share),
      )
      if (befalls) befalls.left--
      return befalls ?? null
    },
  }
}

export type Faults = ReturnType<typeof newFaults>

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
