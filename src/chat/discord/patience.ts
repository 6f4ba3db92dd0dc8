import type { Instant } from '../../model/post.ts'
import { hour, minute } from '../../model/time.ts'

/**
 * How long to wait before the next try to connect: not at all behind a connection that held, then longer each time;
 * much longer where Vigie has to say too often who it is, which Discord allows 1,000 times a day. Times in ms.
 */
export function newPatience(clock: () => Instant) {
  let failures = 0
  let upSince: Instant | null = null
  let identified: Instant[] = []

  return {
    /** It is connected: where it stopped, or anew, and then said who it is. */
    up(resumed: boolean) {
      upSince = clock()
      if (!resumed) identified = [...identified.filter((at) => at > clock() - window), clock()]
    },
    lost() {
      if (upSince !== null && clock() - upSince >= heldLong) failures = 0
      upSince = null
    },
    /** The wait before a try, which counts as failed until it is `up`. */
    next(): number {
      const often = identified.filter((at) => at > clock() - window).length >= mostIdentified
      const wait = failures === 0 ? 0 : Math.min(250 * 2 ** failures, minute / 3) * (0.75 + Math.random() / 2)
      failures++
      return often ? Math.max(wait, 2 * minute) : wait
    },
  }
}

/** After which a connection was a good one. */
const heldLong = 1_000
const window = hour / 2
/** In half an hour: 960 a day. */
const mostIdentified = 20
