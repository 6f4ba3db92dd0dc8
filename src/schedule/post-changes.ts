import type { Logger } from 'pino'
import { type Judge, postEdited } from '../delivery/post-edited.ts'
import { postGone } from '../delivery/post-gone.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { minute } from '../model/time.ts'
import { leaseLength } from '../store/leases.ts'
import type { WaitingChange } from '../store/post-changes.ts'
import type { Store } from '../store/store.ts'
import { newMoments } from './moments.ts'

type Parts = {
  store: Store
  teams: Team[]
  /** Judges posts by the topics as they are now. */
  judging: () => Promise<Judge>
  clock: () => Instant
  log: Logger
  /** Called when something is to be told. */
  wake: () => void
}

/**
 * What happened to posts at their places happens here: what is gone there goes, what was edited is judged anew. Each in
 * a transaction that only one process does; killed before its end, it is done again by whoever comes first.
 */
export function newPostChanges({ store, teams, judging, clock, log, wake }: Parts) {
  const moments = newMoments({ work, next, shared: store.shared, clock, log })

  async function work() {
    for (;;) {
      const now = clock()
      const all = await store.postChanges.claim(now, { leasedUntil: now + leaseLength, most: atOnce })
      if (all.length === 0) return
      const judge = all.some(({ did }) => did === 'edited') ? await judging() : undefined
      for (const one of all) await safely(one, judge)
      wake()
    }
  }

  const safely = async (one: WaitingChange, judge: Judge | undefined) =>
    happen(one, judge).catch((err) => {
      // Tried again once nobody seems to work on it.
      log.error(
        { err, source: one.source, did: one.did },
        'what happened to a post could not be done here yet',
      )
    })

  const happen = (one: WaitingChange, judge: Judge | undefined) =>
    store.together(async (store) => {
      await store.turns.take()
      if (!(await store.postChanges.waits(one.id))) return
      const now = clock()
      const filed = await store.postEnds.find(one.source, one.item)
      // What it happened to may be on its way here.
      if (!filed && one.did === 'deleted' && now >= one.at && now - one.at < onItsWay) return
      if (filed && one.did === 'deleted') await postGone(store, teams, filed, now)
      if (filed && one.did === 'edited' && one.post && judge)
        await postEdited(store, teams, { filed, post: one.post, judge, now })
      await store.postChanges.done([one.id], now)
    })

  async function next(): Promise<Instant | null> {
    return store.postChanges.nextAt(clock())
  }

  return moments
}

/** Few: whoever is killed holds them for a while. */
const atOnce = 20
const onItsWay = 2 * minute
