import type { Logger } from 'pino'
import { tellMention } from '../delivery/mention-life.ts'
import type { Door, Post as Sending } from '../http.ts'
import { isWorthTelling, nextLook } from '../model/engagement.ts'
import { Unavailable } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { budgetKey, type Limit, limitsOf, readSearch, type SearchAccount } from '../model/search.ts'
import type { Team } from '../model/team.ts'
import { day, hour, minute } from '../model/time.ts'
import { type Looking, lookingAt } from '../sources/places/looks.ts'
import type { Looked } from '../sources/places/place.ts'
import { saidAgain } from '../sources/places/said.ts'
import type { Grown, Seen, ToLook } from '../store/engagement.ts'
import { leaseLength } from '../store/leases.ts'
import type { PostChange } from '../store/post-changes.ts'
import type { Store, Parts as StoreParts } from '../store/store.ts'
import { newHosts } from './hosts.ts'
import { newMoments } from './moments.ts'

type Parts = {
  store: Store
  teams: Team[]
  door: Pick<Door, 'get'> & Sending
  accounts: SearchAccount[]
  clock: () => Instant
  log: Logger
  /** Called when something was found to be edited or gone. */
  changed: () => void
  /** Called when something is to be told. */
  wake: () => void
}

/** Posts of one place that are asked for with one request: where, and as whom. */
type Batch = { looking: Looking; base: string; account: SearchAccount | null; host: string; posts: ToLook[] }

/**
 * Mentions are looked at again where they were said: what people did with them, whether they were edited, whether they
 * are still there. One request to a host at a time, with a rest after it, and never more than half of what a place
 * allows, which is there for searching. What a place does not tell now stays as it is, and is asked later.
 */
export function newRefreshing({ store, teams, door, accounts, clock, log, changed, wake }: Parts) {
  const hosts = newHosts(clock)
  const moments = newMoments({ work, next, shared: store.shared, clock, log })
  let stopping = false

  async function work() {
    const now = clock()
    const posts = await store.engagement.claim(now, { leasedUntil: now + leaseLength, most: atOnce })
    const resting = new Set(hosts.resting())
    for (const batch of batchesOf(posts, accounts)) {
      const ids = batch.posts.map(({ postId }) => postId)
      if (resting.has(batch.host) || stopping) await store.engagement.later(ids, clock() + rest)
      else {
        resting.add(batch.host)
        await look(batch, ids)
      }
    }
  }

  async function look(batch: Batch, ids: number[]) {
    const until = await takeBudget(batch)
    if (until !== null) return store.engagement.later(ids, Math.max(until, clock() + rest))
    try {
      const { looking, base, account, posts } = batch
      const looked = await looking.look(
        door,
        { base, account },
        posts.map(({ item }) => item),
      )
      await keep(posts, looked)
    } catch (error) {
      if (!(error instanceof Unavailable)) {
        log.error({ err: error, place: batch.looking.place }, 'posts could not be looked at again')
      }
      await failed(batch, ids, error)
    } finally {
      hosts.rest(batch.host)
    }
  }

  async function keep(posts: ToLook[], looked: Looked[]) {
    const now = clock()
    const by = new Map(looked.map((one) => [one.id, one]))
    const found = posts.map((post) => ({ post, one: by.get(post.item) }))
    const changes = found.flatMap(({ post, one }) => changeOf(post, one, now))
    await store.together(async (store) => {
      const grown = await store.engagement.seen(
        found.map(({ post, one }) => seenOf(post, one, now)),
        now,
      )
      if (changes.length > 0) await store.postChanges.keep(changes)
      await tell(store, grown, now)
    })
    if (changes.length > 0) changed()
    wake()
  }

  /** A message is not edited for every like. */
  async function tell(store: StoreParts, grown: Grown[], now: Instant) {
    const worth = grown.filter((one) => isWorthTelling(one.before, one.now))
    if (worth.length === 0) return
    await store.turns.take()
    for (const { postId } of worth)
      for (const { id, team } of await store.postEnds.mentionsOf(postId)) {
        const its = teams.find(({ name }) => name === team)
        if (its) await tellMention(store, its, id, now, 'itself')
      }
  }

  /** Takes what is asked from what its place allows; gives when to come again where too much of that is used. */
  async function takeBudget({ looking: { place }, base, account, posts }: Batch): Promise<Instant | null> {
    const now = clock()
    const key = account ? account.key : null
    const [name, limits] = [budgetKey({ place, base, account: key }), limitsOf(place, account)]
    const old = posts.every(({ heardAt }) => now - heardAt > 2 * day)
    return store.together(async ({ budgets }) => {
      const used = (await budgets.left(name, limits, now)).find(({ left, most }) => left * 2 < most)
      if (used) return used.until
      if (old) {
        const until = await budgets.take(`looks ${place}`, aDay, now, posts.length)
        if (until !== null) return until
      }
      return budgets.take(name, limits, now)
    })
  }

  /** Who says when to come back is heard; else each time later. */
  async function failed({ looking, posts }: Batch, ids: number[], error: unknown) {
    const asked = error instanceof Unavailable ? (error.retryAfter ?? 0) : 0
    const failures = Math.max(...posts.map((one) => one.failures))
    const wait = Math.max(asked, Math.min(15 * minute * 2 ** failures, day))
    log.warn(
      { place: looking.place, posts: ids.length, wait, reason: error instanceof Error ? error.message : '' },
      'posts are looked at again later',
    )
    await store.engagement.later(ids, clock() + wait, { failed: true })
  }

  function next() {
    return store.engagement.nextAt(clock())
  }

  return {
    ...moments,
    async stop() {
      stopping = true
      await moments.stop()
    },
  }
}

/** As they are asked for: by place, by server, and as whom. */
function batchesOf(posts: ToLook[], accounts: SearchAccount[]): Batch[] {
  const batches: Batch[] = []
  for (const post of posts) {
    const looking = lookingAt(post.source)
    if (!looking?.base) continue
    const search = post.search === null ? null : readSearch(post.search)
    const known = search?.place === looking.place ? search : null
    const found = accounts.find(
      ({ key, place, base }) => key === known?.account && place === looking.place && base === known.base,
    )
    const at = known?.base ?? looking.base
    const own = /^(?:https?:\/\/)?([^/]+)\/(?:\d+$|post\/|comment\/)/u.exec(post.item)?.[1]
    // A post is asked for where it was written: that is whose manners count.
    const host = byServer.has(looking.place) && own ? own : new URL(at).host
    const isAsked = host === new URL(at).host
    const base = isAsked ? at : `https://${host}`
    // Secrets go nowhere but where the settings say.
    const account = isAsked ? (found ?? null) : null
    const batch = batches.find(
      (one) =>
        one.looking.place === looking.place &&
        one.host === host &&
        one.account === account &&
        one.posts[0]!.source === post.source &&
        one.posts.length < looking.atOnce,
    )
    if (batch) batch.posts.push(post)
    else batches.push({ looking, base, account, host, posts: [post] })
  }
  return batches
}

function seenOf(post: ToLook, one: Looked | undefined, now: Instant): Seen {
  const seen = { postId: post.postId, engagement: null, said: null, missingAt: null }
  if (!one) return { ...seen, missingAt: post.missingAt, nextAt: nextLook(post, now) }
  if (!one.deleted) {
    const said = one.text === null ? null : saidAgain(post, one.text).hash
    return { ...seen, engagement: one.engagement, said, nextAt: nextLook(post, now) }
  }
  const missingAt = Math.min(post.missingAt ?? now, now)
  return { ...seen, missingAt, nextAt: isGone(post, now) ? null : missingAt + secondLook }
}

/** A server in trouble may know nothing of anything: gone is what it does not know an hour later either. */
const isGone = ({ missingAt }: ToLook, now: Instant) => missingAt !== null && now - missingAt >= secondLook

/** What a look says that happened; nothing where it says nothing new. */
function changeOf(post: ToLook, one: Looked | undefined, at: Instant): PostChange[] {
  const change = { team: '', source: post.source, item: post.item, at }
  if (one?.deleted && !isGone(post, at)) return []
  if (one?.deleted) return [{ ...change, did: 'deleted', post: null }]
  if (one?.text == null || post.text === null || !saidAgain(post, one.text).edited) return []
  const said = { id: post.item, url: null, title: post.title ?? '', text: one.text }
  return [{ ...change, did: 'edited', post: { ...said, author: null, publishedAt: null, updatedAt: at } }]
}

const byServer = new Set(['mastodon', 'lemmy'])
const atOnce = 25
const secondLook = hour
/** Milliseconds between two requests to a host: what waits for it is not looked at before. */
const rest = 1_000
/** Old posts that are looked at again at a place in a day, to see that they are still there. */
const aDay: Limit[] = [{ per: 'day', most: 2_000 }]
