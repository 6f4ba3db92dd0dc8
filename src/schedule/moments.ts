import type { Logger } from 'pino'
import type { Instant } from '../model/post.ts'

/**
 * Does what is due at its moment, within a second of it, whatever the clock does meanwhile: `work` does all that is
 * due now, `next` tells when something is due after that. What was due while nobody looked is done at the start.
 * `wake` says that there may be something new. Where others share the store they may have left something: then it
 * is looked at every few seconds.
 */
export function newMoments({
  work,
  next,
  shared,
  clock,
  log,
}: {
  work(): Promise<void>
  next(): Promise<Instant | null>
  shared: boolean
  clock: () => Instant
  log: Logger
}) {
  let nextAt: Instant | null = null
  let lookedAt = 0
  let stuck = false
  let ticking: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  let waiting = false

  /** One round at a time; who comes while another waits looks with them. */
  function look(): Promise<void> {
    if (!waiting) {
      waiting = true
      round = round.then(all).catch((err) => {
        // Soon again.
        nextAt = clock()
        stuck = true
        log.error({ err }, 'what is due could not be done; trying again')
      })
    }
    return round
  }

  async function all() {
    waiting = false
    lookedAt = performance.now()
    const before = nextAt
    await work()
    nextAt = await next()
    // Nobody does what is due, as that of a team that is gone: it is not asked for at every tick.
    stuck = nextAt !== null && nextAt === before && nextAt <= clock()
  }

  /** Numbers are compared, nothing is asked: a clock that jumps is noticed at the next tick. */
  function tick() {
    const idle = performance.now() - lookedAt
    const isDue = nextAt !== null && nextAt <= clock()
    if ((isDue && idle >= (stuck ? soon : tickLength)) || idle > (shared ? soon : seldom)) void look()
  }

  return {
    look,
    wake: () => void (ticking && look()),
    async start() {
      ticking = setInterval(tick, tickLength)
      await look()
    },
    async stop() {
      clearInterval(ticking)
      ticking = undefined
      await round
    },
  }
}

const tickLength = 250
const soon = 3_000
const seldom = 60_000
