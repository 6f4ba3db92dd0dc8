import type { Instant } from '../model/post.ts'
import { minute } from '../model/time.ts'

/** Which hosts are left alone for a moment after they were asked: by this process; who asks for more is heard by all. */
export function newHosts(clock: () => Instant) {
  const rests = new Map<string, Instant>()
  return {
    rest(host: string) {
      rests.set(host, clock() + (pauses[host] ?? usualPause))
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

const usualPause = 1_000
/** Without a key Reddit answers one request a minute of each address. */
const pauses: Record<string, number> = { 'reddit.com': minute, 'old.reddit.com': minute }
const longestPause = minute
