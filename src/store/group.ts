import { setImmediate } from 'node:timers/promises'
import { StoreDown } from './fault.ts'

/**
 * Lets works that arrive while others are being kept share one transaction, and so one durable write, which
 * costs more than all they write. `together` runs its work in a transaction. Where one of a group fails, all
 * are undone and each is done alone, so that nobody pays for another's mistake; a work may thus run twice. Where the
 * store itself is down, nobody is asked to wait for it twice.
 */
export function newGroup<Store>(together: (work: (store: Store) => Promise<void>) => Promise<void>) {
  type Waiting = {
    work: (store: Store) => Promise<unknown>
    done(result: unknown): void
    failed(error: unknown): void
  }
  const waiting: Waiting[] = []
  let busy = false

  return <Result>(work: (store: Store) => Promise<Result>): Promise<Result> =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ work, done: resolve as (result: unknown) => void, failed: reject })
      if (!busy) void keepAll()
    })

  async function keepAll() {
    busy = true
    while (waiting.length > 0) {
      // A turn of the event loop: whoever is about to come is let in.
      await setImmediate()
      const group = waiting.splice(0, most)
      await keep(group).catch(async (error) => {
        if (error instanceof StoreDown) for (const one of group) one.failed(error)
        else for (const one of group) await keep([one]).catch(one.failed)
      })
    }
    busy = false
  }

  async function keep(group: Waiting[]) {
    const results: unknown[] = []
    await together(async (store) => {
      results.length = 0
      for (const { work } of group) {
        results.push(await work(store))
        // SQLite answers without a turn of the event loop: who waits for an answer gets one in between.
        await setImmediate()
      }
    })
    for (const [at, { done }] of group.entries()) done(results[at])
  }
}

/** More would hold the store for too long: people's commands want it too. */
const most = 20
