import type { Logger } from 'pino'
import type { Door } from '../http.ts'
import { longestAddress } from '../model/address.ts'
import { hostOf } from '../model/feed-host.ts'
import { type Reason, reasonOf, Unavailable } from '../model/oops.ts'
import type { Instant, Post } from '../model/post.ts'
import { isSearch, placeSource, placeTitles, readSearch } from '../model/search.ts'
import { day, hour, minute } from '../model/time.ts'
import { type Fetched, fetchFeed } from '../sources/feed.ts'
import type { FeedPost } from '../sources/feed-of.ts'
import { identify, identityOfId, reusesIds } from '../sources/identify.ts'
import { BudgetSpent } from '../sources/places/budget.ts'
import type { Watching } from '../store/due-feeds.ts'
import { StoreDown } from '../store/fault.ts'
import { type Feed, paceOf, sourceOf } from '../store/feeds.ts'
import type { Found, Moved, Unchanged } from '../store/read-feeds.ts'
import type { Store } from '../store/store.ts'
import { afterFailure, longest, nextReading, type Rhythm, rhythmOf, shortest } from './next-reading.ts'
import type { Searching } from './searching.ts'

export type Batch = {
  source: string
  outlet: string
  teams: string[]
  posts: Post[]
  firstFor: string[]
  foundBy?: number
  concerns?: string
  /** Items of the source that it says are gone. */
  deleted?: string[]
}

export type Means = {
  store: Store
  door: Door
  clock: () => Instant
  log: Logger
  hear: (batch: Batch) => Promise<{ filed: number } | unknown>
  /** Asks places; without it a search cannot be read. */
  search?: Searching
  /** Called after each reading. */
  onRead: (outcome: 'changed' | 'unchanged' | 'failed') => void
}

/**
 * Reads one feed for those who watch it, and keeps what became of that. What was nothing new, of a feed that was fine
 * before, is given back: many of these are kept together. Throws StoreDown, where nothing is acknowledged.
 */
export function newReading({ store, door, clock, log, hear, search = noSearch, onRead }: Means) {
  async function read(feed: Feed, watching: Watching[]): Promise<Unchanged | null> {
    const heard = new Set(watching.filter(({ first }) => !first).map(({ team }) => team))
    // Who hears it already, under another address that became the same, is told what is new in it.
    const firstFor = watching.filter(({ first, team }) => first && !heard.has(team)).map(({ team }) => team)
    const isFirst = watching.some(({ first }) => first)
    const known = { etag: feed.etag, lastModified: feed.last_modified, bodyHash: feed.body_hash }
    const url = feed.now_at ?? feed.url
    // Whoever watches it for the first time wants all of it, changed or not.
    const state = { url, ...(isFirst ? nothing : known) }
    const fetched = isSearch(url) ? await search(state) : await fetchFeed(door, state, clock())
    const moved = movedOf(feed, fetched)
    if (fetched.unchanged && feed.failures === 0 && feed.dead_at === null && moved.times < believed) {
      onRead('unchanged')
      const { etag, lastModified, bodyHash } = fetched
      return { id: feed.id, etag, lastModified, bodyHash, moved, ...times(feed, fetched, watching) }
    }
    const news: Found = fetched.unchanged ? {} : await take(feed, fetched, watching, firstFor)
    // The posts are safe by now; only then is the place in the feed moved on.
    const { etag, lastModified, bodyHash } = fetched
    await store.together(async (store) => {
      const after = { ...feed, ...pacedBy(news), ...(news.unpushed === null ? { pushed_until: 0 } : {}) }
      if (moved.times >= believed || news.unpushed === null) await store.turns.take()
      await store.feeds.read(
        feed.id,
        { ...news, etag, lastModified, bodyHash, moved },
        times(after, fetched, watching),
      )
      if (moved.times >= believed) await store.feeds.move(feed.id, moved.to!)
      if (news.unpushed === null)
        await store.subscriptions.silent(feed.id, { now: clock(), dueAt: clock() + 7 * day })
    })
    if (moved.times >= believed) log.info({ feed: feed.url, address: moved.to }, 'a source moved for good')
    onRead(fetched.unchanged ? 'unchanged' : 'changed')
    return null
  }

  /** Hands its posts over, and counts for whom they were the first. Gives what is to be kept of the feed. */
  async function take(
    feed: Feed,
    fetched: Fetched & { unchanged: false },
    watching: Watching[],
    firstFor: string[],
  ) {
    const { title, posts, ttl, deleted = [] } = fetched.feed
    const teams = [...new Set(watching.map(({ team }) => team))]
    const taken = await hear({ ...batchOf(feed, { title, posts, deleted }), teams, firstFor })
    await countFirst(feed, watching)
    const fresh = (taken as { filed?: number } | undefined)?.filed ?? 0
    const rhythm = rhythmOf(
      posts.map(({ publishedAt }) => publishedAt),
      { now: clock(), fresh, known: rhythmKnown(feed) },
    )
    const found: Found = {
      ...{ title, ttl: ttl ?? null, rhythm, hub: fetched.offer },
      reusedIds: reusesIds(posts),
      note: fetched.note ?? null,
    }
    if (feed.pushed_until > clock() && fresh > 0 && firstFor.length === 0)
      found.unpushed = feed.unpushed + 1 < silentHub ? feed.unpushed + 1 : null
    return found
  }

  async function countFirst(feed: Feed, watching: Watching[]) {
    const first = watching.filter((one) => one.first)
    if (first.length === 0) return
    const filed = await store.posts.count(sourceOf(feed))
    for (const { team, sourceId } of first) {
      const { all } = await store.mentions.count(team, { sources: [sourceOf(feed)] })
      await store.feeds.filed(team, sourceId, { filed, aboutUs: all, at: clock() })
    }
  }

  function times(feed: Feed, { freshFor }: Fetched, watching: Watching[]) {
    const now = clock()
    const asked = Math.max(freshFor ?? 0, feed.ttl ?? 0)
    const usual = nextReading({ now, rhythm: rhythmKnown(feed), asked, pushedUntil: feed.pushed_until })
    return { now, nextAt: now + paceOf(watching, usual - now, Math.min(asked, longest)), dueAt: feed.next_at }
  }

  /** It could not be read. Who says when to come back is heard, for all of its host. */
  async function failed(feed: Feed, error: unknown) {
    onRead('failed')
    const now = clock()
    const reason = reasonOf(error)
    const retryAfter = error instanceof Unavailable ? error.retryAfter : undefined
    const { failures, failing_since: failingSince } = feed
    const asked = {
      now,
      failures,
      failingSince,
      retryAfter,
      gone: isGone(error),
      offline: isOffline(reason),
    }
    const { nextAt, dead } = afterFailure(asked)
    // Where it moved to it may be gone, and not where it was: its own address has the last word.
    const home = feed.now_at !== null && (dead || failures >= 2) ? feed.url : undefined
    if (failures === 0) log.warn({ feed: feed.url, ...reason }, 'a source cannot be read')
    await store.together(async (store) => {
      const rest = hostRest(reason, retryAfter)
      if (rest > 0) await store.feeds.rest(hostAsked(error, feed), { now, until: now + rest })
      const times = {
        now,
        nextAt: home !== undefined && dead ? now + shortest : nextAt,
        dueAt: feed.next_at,
      }
      await store.feeds.failed(feed.id, reason, times, { dead: dead && home === undefined, home })
    })
  }

  /** Reads a feed, whatever comes of it. */
  return async (feed: Feed, watching: Watching[], leaving: () => boolean): Promise<Unchanged | null> => {
    try {
      return await read(feed, watching)
    } catch (error) {
      // The feed is not to blame; nothing of it is acknowledged, and it comes again when its lease has run out.
      if (error instanceof StoreDown) throw error
      // Its turn comes; nothing is wrong with it.
      if (error instanceof BudgetSpent) {
        await store.feeds.later(feed.id, Math.min(error.until, clock() + day))
        return null
      }
      // What was cut off by our own leaving says nothing about the feed.
      await (leaving() ? store.feeds.release(feed.id) : failed(feed, error))
      return null
    }
  }
}

/** A feed files under itself. What a search finds is filed under its place, by the place's own numbers. */
function batchOf(
  feed: Feed,
  { title, posts, deleted = [] }: { title: string; posts: FeedPost[]; deleted?: string[] },
): Omit<Batch, 'teams' | 'firstFor'> {
  const search = readSearch(feed.url)
  if (!search)
    return {
      ...{ source: sourceOf(feed), outlet: title || new URL(feed.url).host },
      posts: identify(posts).map(withComments),
      ...(deleted.length > 0 ? { deleted: deleted.map(identityOfId) } : {}),
    }
  const { about } = search.params
  return {
    ...{ source: placeSource(search), outlet: title || placeTitles[search.place], posts, foundBy: feed.id },
    ...(about === undefined ? {} : { concerns: about }),
  }
}

/** What people said below a post is counted by many feeds. */
export const withComments = ({ comments, ...post }: FeedPost): Post =>
  typeof comments === 'number' ? { ...post, engagement: { ...post.engagement, comments } } : post

const noSearch: Searching = async () => {
  throw new Unavailable('nobody here asks places')
}

/**
 * Where it says that it moved for good, and how often in a row. Never from a safe address to one that is not, nor to
 * one that is too long to be kept: that is gone through each time.
 */
function movedOf(feed: Feed, { moved }: Fetched): Moved {
  const to = moved.at(-1) ?? null
  if (
    to === null ||
    to.length > longestAddress ||
    (/^https:/iu.test(feed.now_at ?? feed.url) && !/^https:/iu.test(to))
  )
    return { to: null, times: 0 }
  return { to, times: to === feed.moved_to ? feed.moved_times + 1 : 1 }
}

const rhythmKnown = ({ paced_from, paced_posts }: Feed): Rhythm | null =>
  paced_from === null || paced_posts === null ? null : { from: paced_from, posts: paced_posts }

const pacedBy = ({ rhythm, ttl }: Found) => ({
  ...(rhythm ? { paced_from: rhythm.from, paced_posts: rhythm.posts } : {}),
  ...(ttl === undefined ? {} : { ttl }),
})

const isGone = (error: unknown) =>
  error instanceof Unavailable && error.refused && error.key === 'feed.status-410'

/** Whoever answered says how often they want to be asked: where a redirect led elsewhere, that is not who redirects. */
const hostAsked = (error: unknown, feed: Feed) =>
  error instanceof Unavailable && error.from !== undefined ? hostOf(error.from) : feed.host

/** No name server, no network: nobody was reached, and none of these is to blame. */
const isOffline = (reason: Reason) =>
  'key' in reason && (reason.key === 'door.no-name-server' || offline.has(String(reason.values.code ?? '')))

const offline = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'])

/**
 * How long (ms) the whole host of a feed is left alone. Who finds that we ask too often means all that we ask there;
 * what else is wrong with one feed may not last elsewhere.
 */
const hostRest = (reason: Reason, retryAfter = 0) =>
  'key' in reason && reason.key === 'feed.status-429'
    ? Math.max(retryAfter, minute)
    : Math.min(retryAfter, hour)

const nothing = { etag: null, lastModified: null, bodyHash: null }

/** Said three times in a row, a move is believed. */
const believed = 3
/** A hub that had not pushed what three readings in a row found does not push. */
const silentHub = 3
