import type { Logger } from 'pino'
import type { Instant } from '../model/post.ts'
import { identify, identityOfId } from '../sources/identify.ts'
import { readFeed } from '../sources/reader.ts'
import { StoreDown } from '../store/fault.ts'
import { type Feed, sourceOf } from '../store/feeds.ts'
import { leaseLength } from '../store/leases.ts'
import type { Push } from '../store/pushes.ts'
import type { Store } from '../store/store.ts'
import { shortest } from './next-reading.ts'
import { type Batch, withComments } from './reading.ts'

type Parts = {
  store: Store
  clock: () => Instant
  log: Logger
  hear: (batch: Batch) => Promise<unknown>
}

/** Hears what hubs pushed, the way of what was polled. Killed in between, it is heard again, which changes nothing. */
export function newPushed({ store, clock, log, hear }: Parts) {
  async function look() {
    for (;;) {
      const now = clock()
      const all = await store.subscriptions.pushes(now, { leasedUntil: now + leaseLength, most: 10 })
      for (const push of all) {
        if (await take(push)) await store.together((store) => store.subscriptions.heard(push, clock()))
        else await store.subscriptions.forgetPush(push.id)
      }
      if (all.length === 0) return
    }
  }

  /** False where it held nothing that could be heard: the same may be pushed again, and mean something else. */
  async function take({ feed_id, body, charset }: Push): Promise<boolean> {
    const feed = await store.feeds.byId(feed_id)
    if (!feed) return true
    const watching = (await store.feeds.watching([feed_id])).get(feed_id) ?? []
    // Who is still to read it for the first time hears all of it then, without a sound.
    const teams = [...new Set(watching.filter(({ first }) => !first).map(({ team }) => team))]
    if (teams.length === 0) return true
    if (feed.reused_ids) {
      await soon(feed)
      return true
    }
    const url = feed.now_at ?? feed.url
    try {
      const { posts, deleted = [] } = await readFeed(body ?? new Uint8Array(), { url, charset })
      const outlet = feed.title || (URL.parse(url)?.host ?? url)
      await hear({
        ...{ source: sourceOf(feed), outlet, teams, posts: identify(posts).map(withComments), firstFor: [] },
        ...(deleted.length > 0 ? { deleted: deleted.map(identityOfId) } : {}),
      })
      return true
    } catch (error) {
      if (error instanceof StoreDown) throw error
      // Some hubs only say that there is something new.
      log.warn(
        { feed: feed.url, reason: String(error) },
        'what a hub pushed cannot be read: the feed is asked instead',
      )
      await soon(feed)
      return false
    }
  }

  const soon = ({ id, tried_at }: Feed) => store.feeds.soon(id, Math.max(clock(), (tried_at ?? 0) + shortest))

  return look
}
