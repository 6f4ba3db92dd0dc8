import { type Kysely, sql } from 'kysely'
import { hostOf } from '../model/feed-host.ts'
import type { Instant } from '../model/post.ts'
import { listed, listedNumbers } from './batch.ts'
import { isPostgres } from './dialect.ts'
import type { Feed } from './feeds.ts'
import type { Tables } from './tables.ts'

/** A team that watches a feed: whether nothing of it was filed for them yet, and the interval (ms) it gave it. */
export type Watching = {
  team: string
  first: boolean
  every: number | null
  /** What the team named: another feed, where two became one. */
  sourceId: number
}

type Claim = {
  leasedUntil: Instant
  most: number
  /** Hosts that are left alone for now. */
  resting?: string[]
  /** Whether feeds were set right (`setRight`) a moment ago. */
  right?: boolean
}

type Asked = {
  /** Hosts that are left alone for now. */
  resting: string[]
  /** Feeds that were read, which is not kept yet: they keep nobody from asking their hosts. */
  done: number[]
  /** How many due feeds are worth a beginning. */
  many: number
  /** After how long (ms) each is. */
  patience: number
}

/** Which feeds are due, and who reads them. */
export const dueFeeds = (db: Kysely<Tables>) => ({
  /** Whether feeds should be claimed now: where many are due, one has been for a while, or one was never asked. */
  async isDue(now: Instant, { resting, done, many, patience }: Asked): Promise<boolean> {
    const due = await dueNow(db, { now, resting, done, most: many })
    return due.length >= many || due.some((one) => one.tried_at === null || one.next_at <= now - patience)
  },

  /**
   * Claims feeds that are due and that somebody watches, longest due first, until `leasedUntil`: of each host one, and
   * none while anybody asks it for another.
   */
  async claim(
    worker: string,
    now: Instant,
    { leasedUntil, most, resting = [], right = false }: Claim,
  ): Promise<Feed[]> {
    if (most <= 0) return []
    if (!right) await setRight(db, now)
    const hosts = new Set(resting)
    const chosen: number[] = []
    for (let more = true; more && chosen.length < most; ) {
      const page = most - chosen.length + 20
      const due = await dueNow(db, { now, resting: [...hosts], done: [], most: page })
      for (const { id, host } of due) {
        if (chosen.length === most) break
        if (hosts.has(host)) continue
        hosts.add(host)
        chosen.push(id)
      }
      more = due.length === page
    }
    if (chosen.length === 0) return []
    const claimed = await db
      .updateTable('feeds')
      .set({ leased_by: worker, leased_until: leasedUntil })
      .where('id', 'in', (still) =>
        still
          .selectFrom('feeds')
          .select('id')
          .where('id', 'in', listedNumbers(chosen))
          .where(free('feeds', now))
          // What another process claims at this moment is not waited for.
          .$if(isPostgres(db), (query) => query.forUpdate().skipLocked()),
      )
      .returningAll()
      .execute()
    // In no order of their own: whoever is stopped soon, again and again, must not read the same ones each time.
    return claimed.sort((a, b) => a.next_at - b.next_at)
  },

  /** The teams that watch these feeds and did not pause them, by feed. */
  async watching(feedIds: number[]): Promise<Map<number, Watching[]>> {
    if (feedIds.length === 0) return new Map()
    const { rows } = await sql<{
      read: number
      source: number
      team: string
      filed: number | null
      every: number | null
    }>`
      select coalesce(f.same_as, f.id) as read, s.feed_id as source, s.team, s.filed, s.every
      from feeds f join team_sources s on s.feed_id = f.id
      where (f.id in ${listedNumbers(feedIds)} or f.same_as in ${listedNumbers(feedIds)}) and s.paused_at is null
      order by s.team`.execute(db)
    const watching = rows.map(({ read, source, team, filed, every }) => ({
      read,
      ...{ team, first: filed === null, every, sourceId: source },
    }))
    return Map.groupBy(watching, ({ read }) => read)
  },

  /** Holds on to feeds that are being read, where nobody else has taken them. */
  async renew(worker: string, ids: number[], leasedUntil: Instant) {
    if (ids.length > 0)
      await db
        .updateTable('feeds')
        .set({ leased_until: leasedUntil })
        .where('id', 'in', listedNumbers(ids))
        .where('leased_by', '=', worker)
        .execute()
  },

  /** Gives a claimed feed back unread. */
  async release(id: number) {
    await db.updateTable('feeds').set({ leased_until: 0 }).where('id', '=', id).execute()
  },

  /** Gives a claimed feed back unread, which is not its fault: it is read at a moment. */
  async later(id: number, at: Instant) {
    await db.updateTable('feeds').set({ leased_until: 0, next_at: at }).where('id', '=', id).execute()
  },

  /** A host asked to be left alone: nothing is asked of it before `until`, by no process. */
  async rest(host: string, { now, until }: { now: Instant; until: Instant }) {
    await db.deleteFrom('resting_hosts').where('until_at', '<=', now).execute()
    await sql`
      insert into resting_hosts as h (host, until_at) values (${host}, ${until})
      on conflict (host) do update set until_at = case
        when h.until_at < excluded.until_at or h.until_at > ${now + tooFarAhead} then excluded.until_at
        else h.until_at end`.execute(db)
  },
})

const dueNow = async (
  db: Kysely<Tables>,
  { now, resting, done, most }: { now: Instant; resting: string[]; done: number[]; most: number },
) => {
  const { rows } = await sql<{ id: number; host: string; next_at: Instant; tried_at: Instant | null }>`
    select f.id, f.host, f.next_at, f.tried_at from feeds f
    where f.next_at <= ${now} and f.same_as is null and ${free('f', now)} and f.host not in ${listed(resting)}
      and ${watched}
      and not exists (
        select 1 from feeds o where o.host = f.host and o.leased_until > 0 and not ${free('o', now)}
          and o.id not in ${listedNumbers(done)})
      and not exists (
        select 1 from resting_hosts h
        where h.host = f.host and h.until_at > ${now} and h.until_at <= ${now + tooFarAhead})
    order by f.next_at, f.id limit ${most}`.execute(db)
  return rows
}

/** A feed (`f`) that a team watches and did not pause, under its own address or one that became the same. */
export const watched = sql<boolean>`(
  exists (select 1 from team_sources s where s.feed_id = f.id and s.paused_at is null)
  or exists (
    select 1 from feeds a join team_sources s on s.feed_id = a.id
    where a.same_as is not null and a.same_as = f.id and s.paused_at is null))`

/** Whether nobody holds a feed; a lease longer than any is was written before a clock was set back. */
const free = (feed: string, now: Instant) =>
  sql<boolean>`(${sql.ref(`${feed}.leased_until`)} <= ${now} or ${sql.ref(`${feed}.leased_until`)} > ${now + tooFarLease})`

/**
 * After a clock was set back, what was written by the time before counts for nothing: a reading in the future, a wait
 * longer than any is. And feeds that are new get their queue. (`union all`: for a `union` SQLite would go through all of them.)
 */
async function setRight(db: Kysely<Tables>, now: Instant) {
  await sql`
    update feeds set next_at = ${now}
    where next_at > ${now} and next_at < ${never} and (
      tried_at > ${now + clocksDiffer} or next_at > ${now + tooFarAhead}
      or (tried_at is null and next_at > ${now + longestFirst}))`.execute(db)
  // What nobody watches stands in nobody's way.
  await sql`
    update feeds as f set next_at = ${now + longestFirst - 1}
    where f.next_at <= ${now} and ${free('f', now)} and not ${watched}`.execute(db)
  const hostless = await db.selectFrom('feeds').select(['id', 'url']).where(sql<boolean>`host = ''`).execute()
  for (const { id, url } of hostless)
    await db
      .updateTable('feeds')
      .set({ host: hostOf(url) })
      .where('id', '=', id)
      .execute()
}

/** When a feed is due that nobody asks: shipped samples, and what is gone for good. */
export const never = Number.MAX_SAFE_INTEGER

/** A minute: the clocks of several machines are not further apart. */
const clocksDiffer = 60_000
/** Two days, and ten minutes: no feed is left alone, and none held, for so long. */
const tooFarAhead = 2 * 86_400_000
const tooFarLease = 10 * 60_000
/** New feeds are read for the first time within half an hour, and one that asks for more patience was read before. */
const longestFirst = 31 * 60_000
