import { setImmediate } from 'node:timers/promises'
import type { Store } from '../store/store.ts'
import type { StoredPost } from '../store/stored.ts'

/** Why a walk ended before the last post: it was long enough, or it took too long. */
export type Cut = 'posts' | 'time' | null

/**
 * Shows what is stored of a team's posts to `see`, newest first: at most `most` of them, for at most `within`
 * milliseconds, with a rest now and then, so that a command that comes meanwhile is heard at once.
 */
export async function walk(
  store: Pick<Store, 'stored'>,
  { team, sources, most, within }: { team: string; sources: string[]; most: number; within: number },
  see: (post: StoredPost) => void,
): Promise<Cut> {
  const pace = newPace()
  const end = performance.now() + within
  let seen = 0
  for (let before: number | null = null; ; ) {
    const { posts, next } = await store.stored.page(team, sources, { before, look: aPage })
    for (const post of posts) {
      if (seen === most) return 'posts'
      see(post)
      seen++
      await pace()
      if (performance.now() > end) return 'time'
    }
    if (next === null) return null
    if (performance.now() > end) return 'time'
    before = next
    await setImmediate()
  }
}

/** Lets others have their turn once this has worked for a while. */
export function newPace() {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longestStretch) return
    await setImmediate()
    since = performance.now()
  }
}

const aPage = 100
const longestStretch = 10
