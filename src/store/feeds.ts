import { type Kysely, type Selectable, sql } from 'kysely'
import type { Reason } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { watchAdded } from './added-sources.ts'
import { insertMany, listed, listedNumbers } from './batch.ts'
import { dueFeeds, never, type Watching } from './due-feeds.ts'
import { feedsAt, isSamples } from './known-feeds.ts'
import { askSoon, lostFeeds } from './lost-feeds.ts'
import { readFeeds } from './read-feeds.ts'
import type { FeedRow, Tables } from './tables.ts'

export type Feed = Selectable<FeedRow>

/** A source as a team sees it: its name, and how it is. */
export type SourceHealth = {
  feedId: number
  name: string
  url: string
  lastReadAt: Instant | null
  failure: Reason | null
  failingSince: Instant | null
  nextAt: Instant
  /** Given up: it says that it is gone and is asked no more, or it has been silent for long and is asked once a day. */
  dead: 'gone' | 'silent' | null
  /** Where it is asked since it moved for good. */
  movedTo: string | null
  /** Until when a hub promised to push it; 0 where none did. */
  pushedUntil: Instant
  /** Its own interval in ms, null where it has none; since when it is not read for this team. */
  every: number | null
  pausedAt: Instant | null
  /** What is to be said of the last reading: not all of it could be had. */
  note: Reason | null
}

/** What a team's settings say of a source. */
type Wanted = { name: string; url: string; every?: number | undefined; paused?: boolean | undefined }

/** That a source could not be read for a while, because `failure`; `until` is null while it lasts. */
export type Outage = { name: string; from: Instant; until: Instant | null; failure: Reason }

/** A first fetch that the team has not been told of: what it filed, and how much of it is about the team. */
export type FirstFetch = { feedId: number; name: string; filed: number; aboutUs: number }

/** What posts of a feed are filed under. */
export const sourceOf = (feed: { id: number }) => `feed:${feed.id}`

export const feeds = (db: Kysely<Tables>) => ({
  ...dueFeeds(db),
  ...readFeeds(db),
  ...lostFeeds(db),

  /** Makes the feeds that a team watches exactly these and those added in the chat; the state of those it kept stays. */
  async watch(team: string, sources: Wanted[], now: Instant) {
    const urls = sources.map(({ url }) => url)
    const ids = await feedsAt(db, urls, now)
    const there = await db
      .selectFrom('team_sources')
      .select(['feed_id', 'name', 'every', 'paused_at'])
      .where('team', '=', team)
      .execute()
    const watched = new Map(there.map((row) => [row.feed_id, row]))
    const fresh = sources.filter(({ url }) => !watched.has(ids.get(url)!))
    const rows = fresh.map(({ name, url, every = null, paused = false }) => ({
      ...{ team, feed_id: ids.get(url)!, name, every, paused_at: paused ? now : null },
      first_told_at: isSamples(url) ? now : null,
    }))
    await insertMany(db, 'team_sources', sourceColumns, rows, 'on conflict (team, feed_id) do nothing')
    for (const { name, url, every = null, paused = false } of sources) {
      const row = watched.get(ids.get(url)!)
      if (!row || (row.name === name && row.every === every && (row.paused_at !== null) === paused)) continue
      await db
        .updateTable('team_sources')
        .set({ name, every, ...pausedOrNot(paused, now) })
        .where('team', '=', team)
        .where('feed_id', '=', row.feed_id)
        .execute()
    }
    await askSoon(
      db,
      rows.map(({ feed_id }) => feed_id),
      now,
    )
    const added = await watchAdded(db, team, urls)
    await db
      .deleteFrom('team_sources')
      .where('team', '=', team)
      .where('feed_id', 'not in', listedNumbers(added))
      .where('feed_id', 'not in', (feeds) =>
        feeds.selectFrom('feeds').select('id').where('url', 'in', listed(urls)),
      )
      .execute()
  },

  /** Nobody but these teams watches anything any more. */
  async onlyFor(teams: string[]) {
    await db.deleteFrom('team_sources').where('team', 'not in', listed(teams)).execute()
  },

  async byId(id: number): Promise<Feed | null> {
    return (await db.selectFrom('feeds').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
  },

  /** A feed that is fine is read at a moment, where it would be later, and once more where it is being read. */
  async soon(id: number, at: Instant) {
    await db
      .updateTable('feeds')
      .set({ next_at: at })
      .where('id', '=', id)
      // What is being read may have been asked a moment too soon.
      .where((where) => where.or([where('next_at', '>', at), where('leased_until', '>', 0)]))
      .where('next_at', '<', never)
      .where('failures', '=', 0)
      .execute()
  },

  async get(url: string): Promise<Feed | null> {
    return (await db.selectFrom('feeds').selectAll().where('url', '=', url).executeTakeFirst()) ?? null
  },

  /** When sources of a team could not be read since a moment, in order, and why. */
  async outages(team: string, since: Instant): Promise<Outage[]> {
    const rows = await db
      .selectFrom('feed_outages as o')
      .innerJoin('feeds as f', (join) => join.on(sql<boolean>`coalesce(f.same_as, f.id) = o.feed_id`))
      .innerJoin('team_sources as s', 's.feed_id', 'f.id')
      .select(['s.name', 'o.from_at', 'o.until_at', 'o.failure'])
      .where('s.team', '=', team)
      .where('s.paused_at', 'is', null)
      .where((where) => where.or([where('o.until_at', 'is', null), where('o.until_at', '>', since)]))
      .orderBy('o.id')
      .execute()
    return rows.map((row) => ({
      name: row.name,
      from: row.from_at,
      until: row.until_at,
      failure: JSON.parse(row.failure),
    }))
  },

  /** Erases outages that were over before a moment. */
  async forgetOutages(before: Instant) {
    await db.deleteFrom('feed_outages').where('until_at', '<', before).execute()
  },

  /** What the posts of these feeds are filed under: by their own numbers, and by those of the feeds they became one with. */
  async sourcesOf(ids: number[]): Promise<string[]> {
    const rows = await db
      .selectFrom('feeds')
      .select(['id', 'same_as'])
      .where('id', 'in', listedNumbers(ids))
      .execute()
    return [...new Set([...ids, ...rows.flatMap(({ same_as }) => same_as ?? [])])].map((id) =>
      sourceOf({ id }),
    )
  },

  /** Counts what a first fetch filed for a team, until it is told. */
  async filed(team: string, feedId: number, count: { filed: number; aboutUs: number; at?: Instant }) {
    await db
      .updateTable('team_sources')
      .set({ filed: count.filed, about_us: count.aboutUs, filed_at: count.at ?? null })
      .where('team', '=', team)
      .where('feed_id', '=', feedId)
      .execute()
  },

  /** First fetches not told yet, once no feed of the team is still waiting for its own (or has waited too long). */
  async firstFetches(team: string, now: Instant): Promise<FirstFetch[]> {
    const rows = await db
      .selectFrom('team_sources')
      .innerJoin('feeds as own', 'own.id', 'feed_id')
      .innerJoin('feeds', (join) => join.on(sql<boolean>`feeds.id = coalesce(own.same_as, own.id)`))
      .select(['feed_id', 'name', 'filed', 'about_us', 'filed_at', 'feeds.first_read_at', 'feeds.failures'])
      .where('team', '=', team)
      .where('first_told_at', 'is', null)
      .where('paused_at', 'is', null)
      .execute()
    const filed = rows.filter((row) => row.filed !== null)
    const awaited = rows.filter((row) => row.filed === null && row.failures === 0).length
    const patient = filed.every(
      (row) => Math.abs(now - (row.filed_at ?? row.first_read_at ?? now)) < longestWait(awaited),
    )
    if (awaited > 0 && patient) return []
    return filed.map((row) => ({
      feedId: row.feed_id,
      name: row.name,
      filed: row.filed!,
      aboutUs: row.about_us!,
    }))
  },

  async firstTold(team: string, feedIds: number[], now: Instant) {
    await db
      .updateTable('team_sources')
      .set({ first_told_at: now })
      .where('team', '=', team)
      .where('feed_id', 'in', listedNumbers(feedIds))
      .execute()
  },

  /** How a team's sources are, by name. */
  async health(team: string): Promise<SourceHealth[]> {
    const rows = await db
      .selectFrom('team_sources')
      .innerJoin('feeds as own', 'own.id', 'feed_id')
      .innerJoin('feeds', (join) => join.on(sql<boolean>`feeds.id = coalesce(own.same_as, own.id)`))
      .leftJoin('resting_hosts as h', 'h.host', 'feeds.host')
      .select([
        'own.id',
        'name',
        'own.url',
        movedTo.as('now_at'),
        'feeds.last_read_at',
        'feeds.failure',
        'feeds.failing_since',
      ])
      .select(['feeds.next_at', 'feeds.dead_at', 'feeds.pushed_until', 'h.until_at', 'every', 'paused_at'])
      .select('feeds.note')
      .where('team', '=', team)
      .orderBy('name')
      .execute()
    return rows.map((row) => ({
      feedId: row.id,
      name: row.name,
      url: row.url,
      lastReadAt: row.last_read_at,
      // What nobody reads cannot fail.
      failure: row.failure === null || row.paused_at !== null ? null : JSON.parse(row.failure),
      failingSince: row.failing_since,
      nextAt: row.next_at < never ? Math.max(row.next_at, row.until_at ?? 0) : row.next_at,
      dead: row.dead_at === null ? null : row.next_at < never ? 'silent' : 'gone',
      movedTo: row.now_at,
      pushedUntil: row.pushed_until,
      every: row.every,
      pausedAt: row.paused_at,
      note: row.note === null ? null : JSON.parse(row.note),
    }))
  },
})

/** Where a feed (`own`) is asked in the end (`feeds`), where that is elsewhere: it moved, or became one with another. */
const movedTo = sql<string | null>`nullif(
  case when own.same_as is null then feeds.now_at else coalesce(feeds.now_at, feeds.url) end, own.url)`

/** What the settings say of a pause: it lasts since it was first seen; what came meanwhile is filed without a sound. */
const pausedOrNot = (paused: boolean, now: Instant) =>
  paused
    ? { paused_at: sql<number>`coalesce(team_sources.paused_at, ${now})` }
    : {
        paused_at: null,
        filed: sql<number>`case when team_sources.paused_at is null then team_sources.filed end`,
      }

/**
 * How long (ms) to wait before a feed is read again, when `usual` is what its rhythm and its sender suggest: of the
 * intervals that teams gave it the shortest, but no shorter than the `least` that it asks for, and no longer than
 * usual for a team that gave none.
 */
export function paceOf(watching: Pick<Watching, 'every'>[], usual: number, least = 0): number {
  const own = watching.flatMap(({ every }) => (every === null ? [] : Math.max(every, least)))
  if (own.length === 0) return usual
  return Math.min(...own, ...(own.length < watching.length ? [usual] : []))
}

export { isSamples }
export const samplesOf = (team: string) => `samples:${team}`

const sourceColumns = ['team', 'feed_id', 'name', 'every', 'paused_at', 'first_told_at']

/** A minute: after that the team hears of what is there, even while some feeds are still being asked; many take longer. */
const longestWait = (awaited: number) => (awaited > few ? 15 : 1) * 60_000
const few = 20
