import type { Instant } from '../../model/post.ts'
import { minute } from '../../model/time.ts'

/**
 * Counts the requests that Discord refused: it shuts out an address with 10,000 of them (401, 403, 429) in ten minutes.
 * Far below that everything that can wait does. Times in ms.
 */
export function newRefusals(clock: () => Instant, most = mostRefused) {
  let refused: Instant[] = []

  return {
    add() {
      const since = clock() - tenMinutes
      if (refused.length >= most) refused = refused.filter((at) => at > since)
      refused.push(clock())
    },
    /** When requests may go on; null while there are few enough. */
    get until(): Instant | null {
      const counted = refused.length >= most ? refused.at(-most)! + tenMinutes : 0
      return counted > clock() ? counted : null
    },
  }
}

const mostRefused = 2_000
const tenMinutes = 10 * minute
