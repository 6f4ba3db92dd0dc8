import type { Logger } from 'pino'
import type { Door } from '../http.ts'
import { reasonOf, Unavailable } from '../model/oops.ts'
import type { Instant, Post } from '../model/post.ts'
import { day, hour, minute } from '../model/time.ts'
import { fetchFeed } from '../sources/feed.ts'
import { identify } from '../sources/identify.ts'
import { StoreDown } from '../store/fault.ts'
import { type Feed, sourceOf } from '../store/feeds.ts'
import { newId } from '../store/id.ts'
import { leaseLength, leaseRenewal } from '../store/leases.ts'
import type { Store } from '../store/store.ts'

type Batch = { source: string; outlet: string; teams: string[]; posts: Post[]; firstFor: string[] }

type Parts = {
  store: Store
  door: Door
  clock: () => Instant
  log: Logger
  hear: (batch: Batch) => Promise<unknown>
  /** Called after a feed was read for the first time by somebody. */
  first: () => Promise<void>
  /** Called after each reading. */
  onRead?: (outcome: 'changed' | 'unchanged' | 'failed') => void
}

/** Reads the feeds that are due, a few at once and one at a time of each host; a feed that fails disturbs no other. */
export function newPolling({ store, door, clock, log, hear, first, onRead = () => {} }: Parts) {
  const worker = newId(clock())
  /** Claimed feeds until they are read, by number; and the last one of each host. */
  const waiting = new Map<number, Promise<void>>()
  const lastOfHost = new Map<string, Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let running = false
  let leaving = false
  let renewedUntil = 0
  let round: Promise<void> = Promise.resolve()

  function start() {
    running = true
    leaving = false
    wake()
  }

  function wake() {
    clearTimeout(timer)
    let rest = pause
    round = round.then(look).catch((err) => {
      log.error({ err }, 'due feeds could not be looked at; trying again')
      rest = restAfterFailure
    })
    round = round.then(() => {
      if (running) timer = setTimeout(wake, rest)
    })
  }

  async function look() {
    await first()
    if (running) await claim()
  }

  /** Those that wait for a slow host stay ours. */
  async function hold() {
    const leasedUntil = clock() + leaseLength
    if (leasedUntil - renewedUntil < leaseRenewal && renewedUntil <= leasedUntil) return
    renewedUntil = leasedUntil
    await store.feeds.renew(worker, [...waiting.keys()], leasedUntil)
  }

  async function claim() {
    await hold()
    const leasedUntil = clock() + leaseLength
    const claimed = await store.feeds.claim(worker, clock(), { leasedUntil, most: atOnce - waiting.size })
    for (const feed of claimed) {
      const host = URL.canParse(feed.url) ? new URL(feed.url).host : feed.url
      // One request at a time to a host: the next one follows the last.
      const after = lastOfHost.get(host) ?? Promise.resolve()
      const done = after
        .then(() => (leaving ? store.feeds.release(feed.id) : hold().then(() => read(feed))))
        .catch((err) => log.error({ err, feed: feed.url }, 'a feed could not be kept'))
        .then(() => {
          waiting.delete(feed.id)
          if (lastOfHost.get(host) === done) lastOfHost.delete(host)
        })
      waiting.set(feed.id, done)
      lastOfHost.set(host, done)
    }
  }

  async function read(feed: Feed) {
    try {
      const watching = await store.feeds.teamsOf(feed.id)
      const firstFor = watching.filter(({ first }) => first).map(({ team }) => team)
      const known = { etag: feed.etag, lastModified: feed.last_modified, bodyHash: feed.body_hash }
      // Whoever watches it for the first time wants all of it, changed or not.
      const fetched = await fetchFeed(
        door,
        { url: feed.url, ...(firstFor.length > 0 ? nothing : known) },
        clock(),
      )
      if (!fetched.unchanged) {
        const outlet = fetched.feed.title || new URL(feed.url).host
        const teams = watching.map(({ team }) => team)
        await hear({ source: sourceOf(feed), outlet, teams, posts: identify(fetched.feed.posts), firstFor })
        await countFirst(feed, firstFor)
      }
      const { etag, lastModified, bodyHash } = fetched
      const title = fetched.unchanged ? undefined : fetched.feed.title
      // The posts are safe by now; only then is the place in the feed moved on.
      const wait = Math.min(Math.max(interval, fetched.freshFor ?? 0), longestInterval)
      await store.feeds.read(
        feed.id,
        { title, etag, lastModified, bodyHash },
        { now: clock(), nextAt: clock() + wait },
      )
      onRead(fetched.unchanged ? 'unchanged' : 'changed')
    } catch (error) {
      // The feed is not to blame; nothing of it is acknowledged, and it comes again when its lease has run out.
      if (error instanceof StoreDown) throw error
      // What was cut off by our own leaving says nothing about the feed.
      await (leaving ? store.feeds.release(feed.id) : failed(feed, error))
    }
  }

  async function countFirst(feed: Feed, teams: string[]) {
    const filed = await store.posts.count(sourceOf(feed))
    for (const team of teams) {
      const { all } = await store.mentions.count(team, { sources: [sourceOf(feed)] })
      await store.feeds.filed(team, feed.id, { filed, aboutUs: all })
    }
  }

  /** Asked again with growing patience (5 min × 2ⁿ, a quarter up or down, at most a day), or when it said. */
  async function failed(feed: Feed, error: unknown) {
    onRead('failed')
    const reason = reasonOf(error)
    const usual = Math.min(5 * minute * 2 ** Math.min(feed.failures, 10), day)
    const backOff = Math.round(usual * (0.75 + Math.random() / 2))
    const wait = (error instanceof Unavailable && error.retryAfter) || Math.max(backOff, interval)
    if (feed.failures === 0) log.warn({ feed: feed.url, ...reason }, 'a source cannot be read')
    await store.feeds.failed(feed.id, reason, { now: clock(), nextAt: clock() + wait })
  }

  /** Reads what is due now, to the end. */
  async function once() {
    await claim()
    await Promise.allSettled(waiting.values())
    await first()
  }

  /** Waits for what is being read; whoever is in a hurry closes the door meanwhile. */
  async function stop() {
    running = false
    leaving = true
    clearTimeout(timer)
    await round
    await Promise.allSettled(waiting.values())
  }

  return { start, stop, once }
}

const nothing = { etag: null, lastModified: null, bodyHash: null }
const atOnce = 50
const pause = 1_000
const restAfterFailure = 5_000
const interval = 5 * minute
const longestInterval = hour
