import type { Instant } from '../../model/post.ts'
import type { LocalMessage } from '../../store/local-messages.ts'
import type { Store } from '../../store/store.ts'
import type { Happening } from './local.ts'

/**
 * Hears what other processes say and change in the local channels, by looking for it every second and a half.
 * What is removed there stays on the page until it is read anew.
 */
export function newFollowing(parts: {
  store: Pick<Store, 'localMessages'>
  clock: () => Instant
  tell: (happening: Happening) => void
  /** Whether anybody would hear it. */
  heard: () => boolean
}) {
  const { store, clock, tell, heard } = parts
  /** What this page was told already, with when it was last changed. */
  const known = new Map<string, Instant>()
  let since = clock()
  let timer: NodeJS.Timeout | undefined
  let running = false

  /** What this process says itself need not be told twice. */
  function knows({ id, at, edited_at }: LocalMessage) {
    known.set(id, edited_at ?? at)
  }

  async function look() {
    const now = clock()
    if (!heard()) {
      // Whoever comes reads what there is.
      since = now
      known.clear()
      return
    }
    // After a clock was set back, what has a later time was told before.
    const setBack = since > now
    if (setBack) since = now - overlap
    for (const row of await store.localMessages.since(since)) {
      if (setBack) knows(row)
      const before = known.get(row.id)
      if (before === (row.edited_at ?? row.at)) continue
      knows(row)
      tell({ kind: before === undefined && row.edited_at === null ? 'said' : 'changed', row })
    }
    // Clocks differ, and what was begun before us may be committed after: the last while is read again.
    since = Math.max(since, now - overlap)
    for (const [id, at] of known) if (at < since) known.delete(id)
  }

  async function again() {
    await look().catch(() => {})
    if (running) timer = setTimeout(again, pause)
  }

  return {
    knows,
    look,
    start() {
      running = true
      timer = setTimeout(again, pause)
    },
    stop() {
      running = false
      clearTimeout(timer)
    },
  }
}

const pause = 1_500
const overlap = 30_000
