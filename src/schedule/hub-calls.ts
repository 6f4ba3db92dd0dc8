import type { Logger } from 'pino'
import type { Post as Sending } from '../http.ts'
import type { Instant } from '../model/post.ts'
import { day, hour, minute } from '../model/time.ts'
import { leaseLength } from '../store/leases.ts'
import type { Store } from '../store/store.ts'
import type { Subscription } from '../store/subscriptions.ts'
import type { Keys } from './hub-keys.ts'

type Parts = {
  store: Store
  door: Sending
  /** The public address, where hubs push to. */
  base: string
  keys: Keys
  clock: () => Instant
  log: Logger
}

/** Asks hubs to push the feeds that offer it, again before a promise ends, and no more what nobody watches. */
export function newHubCalls({ store, door, base, keys, clock, log }: Parts) {
  async function look() {
    await store.together(async (store) => {
      await store.turns.take()
      await store.subscriptions.want(base, clock())
    })
    const now = clock()
    const due = await store.subscriptions.due(now, { leasedUntil: now + leaseLength, most: atOnce })
    // One call at a time to a hub; many feeds have the same.
    const hubs = Map.groupBy(due, ({ hub }) => URL.parse(hub)?.host ?? hub)
    await Promise.all(
      [...hubs.values()].map(async (all) => {
        for (const one of all) {
          // What cannot be asked before our time with it is over is left to whoever claims it then.
          if (clock() - now > leaseLength - longestCall) break
          await call(one)
        }
      }),
    )
  }

  async function call(one: Subscription) {
    const { id, hub, topic, wants, failures } = one
    if (wants === 'unsubscribe' && failures >= farewells) return store.subscriptions.forget(id)
    const now = clock()
    const later = (least: number) =>
      now +
      Math.round(
        Math.max(Math.min(10 * minute * 2 ** Math.min(failures, 12), 7 * day), least) *
          (0.75 + Math.random() / 2),
      )
    await store.subscriptions.asking(id, { now, dueAt: later(0) })
    try {
      const { status } = await door.post(hub, {
        form: {
          'hub.callback': `${base.replace(/\/+$/, '')}/websub/${keys.pathOf(id)}`,
          'hub.mode': wants,
          'hub.topic': topic,
          ...(wants === 'subscribe'
            ? { 'hub.secret': keys.secretOf(id), 'hub.lease_seconds': `${askedLease / 1000}` }
            : {}),
        },
        most: 64 * 1024,
      })
      if (status >= 200 && status <= 299) return
      const dueAt = later(status >= 500 || status === 429 ? hour : day)
      await store.subscriptions.failed(id, now, { reason: `it answered ${status}`, dueAt })
      log.warn({ feed: topic, status }, 'the hub of a feed does not take us')
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      await store.subscriptions.failed(id, now, { reason, dueAt: later(hour) })
      log.warn({ feed: topic, reason }, 'the hub of a feed could not be asked')
    }
  }

  return look
}

const askedLease = 10 * day
const atOnce = 20
/** The door waits no longer for an answer. */
const longestCall = 20_000
/** A hub that does not answer our goodbye forgets us when the promise ends. */
const farewells = 3
