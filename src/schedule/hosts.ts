import { pauseOf } from '../model/feed-host.ts'
import type { Instant } from '../model/post.ts'
import { minute } from '../model/time.ts'

/** Which hosts are left alone for a moment after they were asked: by this process; who asks for more is heard by all. */
export function newHosts(clock: () => Instant) {
  const rests = new Map<string, Instant>()
  return {
    rest(host: string, pause = pauseOf(host)) {
      rests.set(host, clock() + pause)
    },
    /** Those that rest now. */
    resting(): string[] {
      const now = clock()
      // One that would rest for longer than any rests since before a clock was set back.
      for (const [host, until] of rests) if (until <= now || until > now + longestPause) rests.delete(host)
      return [...rests.keys()]
    },
  }
}

const longestPause = minute
