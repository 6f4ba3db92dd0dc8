import { type Kysely, sql } from 'kysely'
import type { Reason } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { listed, listedNumbers } from './batch.ts'
import { isPostgres } from './dialect.ts'
import type { FeedRow, Tables } from './tables.ts'

export type Feed = Omit<FeedRow, 'id'> & { id: number }

/** A source as a team sees it: its name, and how it is. */
export type SourceHealth = {
  name: string
  url: string
  lastReadAt: Instant | null
  failure: Reason | null
  failingSince: Instant | null
  nextAt: Instant
}

/** That a source could not be read for a while, because `failure`; `until` is null while it lasts. */
export type Outage = { name: string; from: Instant; until: Instant | null; failure: Reason }

/** A first fetch that the team has not been told of: what it filed, and how much of it is about the team. */
export type FirstFetch = { feedId: number; name: string; filed: number; aboutUs: number }

/** What posts of a feed are filed under. */
export const sourceOf = (feed: { id: number }) => `feed:${feed.id}`

export const feeds = (db: Kysely<Tables>) => ({
  /** Makes the feeds that a team watches exactly these; the state of those it kept stays. */
  async watch(team: string, sources: { name: string; url: string }[], now: Instant) {
    for (const { name, url } of sources) {
      await db
        .insertInto('feeds')
        .values({ url, next_at: isSamples(url) ? never : now, leased_until: 0, failures: 0 } as never)
        .onConflict((conflict) => conflict.column('url').doNothing())
        .execute()
      const { id } = await db
        .selectFrom('feeds')
        .select('id')
        .where('url', '=', url)
        .executeTakeFirstOrThrow()
      await db
        .insertInto('team_sources')
        .values({ team, feed_id: id, name, first_told_at: isSamples(url) ? now : null } as never)
        .onConflict((conflict) => conflict.columns(['team', 'feed_id']).doUpdateSet({ name }))
        .execute()
    }
    const urls = sources.map(({ url }) => url)
    await db
      .deleteFrom('team_sources')
      .where('team', '=', team)
      .where('feed_id', 'not in', (feeds) =>
        feeds.selectFrom('feeds').select('id').where('url', 'in', listed(urls)),
      )
      .execute()
  },

  /**
   * Claims the watched feeds that are due, longest due first, until `leasedUntil`. After a clock was set back, what
   * was written by the time before it counts for nothing: a try or a beginning in the future, a wait or a lease longer
   * than any is.
   */
  async claim(worker: string, now: Instant, more: { leasedUntil: Instant; most: number }): Promise<Feed[]> {
    const claimed = await db
      .updateTable('feeds')
      .set({ leased_by: worker, leased_until: more.leasedUntil })
      .where('id', 'in', (due) =>
        due
          .selectFrom('feeds')
          .select('id')
          .where((where) =>
            where.or([
              where('next_at', '<=', now),
              where.and([
                where('next_at', '<', never),
                where.or([
                  where('tried_at', '>', now + clocksDiffer),
                  where('tried_at', 'is', null),
                  where('next_at', '>', now + tooFarAhead),
                ]),
              ]),
            ]),
          )
          .where((where) =>
            where.or([where('leased_until', '<=', now), where('leased_until', '>', now + tooFarLease)]),
          )
          .where('id', 'in', (watched) => watched.selectFrom('team_sources').select('feed_id'))
          .orderBy('next_at')
          .limit(more.most)
          // What another process claims at this moment is not waited for.
          .$if(isPostgres(db), (query) => query.forUpdate().skipLocked()),
      )
      .returningAll()
      .execute()
    // In no order of their own: whoever is stopped soon, again and again, must not read the same ones each time.
    return claimed.sort((a, b) => a.next_at - b.next_at)
  },

  /** The teams that watch a feed, and whether nothing of it was filed for them yet. */
  async teamsOf(feedId: number): Promise<{ team: string; first: boolean }[]> {
    const rows = await db
      .selectFrom('team_sources')
      .select(['team', 'filed'])
      .where('feed_id', '=', feedId)
      .execute()
    return rows.map(({ team, filed }) => ({ team, first: filed === null }))
  },

  /** Nobody but these teams watches anything any more. */
  async onlyFor(teams: string[]) {
    await db.deleteFrom('team_sources').where('team', 'not in', listed(teams)).execute()
  },

  /** Holds on to feeds that wait for their turn, where nobody else has taken them. */
  async renew(worker: string, ids: number[], leasedUntil: Instant) {
    if (ids.length > 0)
      await db
        .updateTable('feeds')
        .set({ leased_until: leasedUntil })
        .where('id', 'in', listedNumbers(ids))
        .where('leased_by', '=', worker)
        .execute()
  },

  async get(url: string): Promise<Feed | null> {
    return (await db.selectFrom('feeds').selectAll().where('url', '=', url).executeTakeFirst()) ?? null
  },

  /** It was read: what to send along next time, and when that is. Ends the lease. */
  async read(
    id: number,
    found: {
      title?: string | null
      etag?: string | null
      lastModified?: string | null
      bodyHash?: string | null
    },
    times: { now: Instant; nextAt: Instant },
  ) {
    const { title, etag, lastModified, bodyHash } = found
    await db
      .updateTable('feeds')
      .set({
        ...(title === undefined ? {} : { title }),
        ...(etag === undefined ? {} : { etag }),
        ...(lastModified === undefined ? {} : { last_modified: lastModified }),
        ...(bodyHash === undefined ? {} : { body_hash: bodyHash }),
        first_read_at: sql`coalesce(first_read_at, ${times.now})`,
        last_read_at: times.now,
        tried_at: times.now,
        next_at: times.nextAt,
        leased_until: 0,
        failures: 0,
        failing_since: null,
        failure: null,
      })
      .where('id', '=', id)
      .execute()
    await db
      .updateTable('feed_outages')
      .set({ until_at: times.now })
      .where('feed_id', '=', id)
      .where('until_at', 'is', null)
      .execute()
  },

  /** Gives a claimed feed back unread. */
  async release(id: number) {
    await db.updateTable('feeds').set({ leased_until: 0 }).where('id', '=', id).execute()
  },

  /** It could not be read, because `failure`. Ends the lease. */
  async failed(id: number, failure: Reason, times: { now: Instant; nextAt: Instant }) {
    await db
      .updateTable('feeds')
      .set({
        failure: JSON.stringify(failure),
        failures: sql`failures + 1`,
        failing_since: sql`coalesce(failing_since, ${times.now})`,
        tried_at: times.now,
        next_at: times.nextAt,
        leased_until: 0,
      })
      .where('id', '=', id)
      .execute()
    const lasting = { failure: JSON.stringify(failure) }
    const { numUpdatedRows } = await db
      .updateTable('feed_outages')
      .set(lasting)
      .where('feed_id', '=', id)
      .where('until_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n)
      await db
        .insertInto('feed_outages')
        .values({ feed_id: id, from_at: times.now, until_at: null, ...lasting })
        .execute()
  },

  /** When sources of a team could not be read since a moment, in order, and why. */
  async outages(team: string, since: Instant): Promise<Outage[]> {
    const rows = await db
      .selectFrom('feed_outages as o')
      .innerJoin('team_sources as s', 's.feed_id', 'o.feed_id')
      .select(['s.name', 'o.from_at', 'o.until_at', 'o.failure'])
      .where('s.team', '=', team)
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

  /** Counts what a first fetch filed for a team, until it is told. */
  async filed(team: string, feedId: number, count: { filed: number; aboutUs: number }) {
    await db
      .updateTable('team_sources')
      .set({ filed: count.filed, about_us: count.aboutUs })
      .where('team', '=', team)
      .where('feed_id', '=', feedId)
      .execute()
  },

  /** First fetches not told yet, once no feed of the team is still waiting for its own (or has waited too long). */
  async firstFetches(team: string, now: Instant): Promise<FirstFetch[]> {
    const rows = await db
      .selectFrom('team_sources')
      .innerJoin('feeds', 'feeds.id', 'feed_id')
      .select(['feed_id', 'name', 'filed', 'about_us', 'first_read_at', 'failures'])
      .where('team', '=', team)
      .where('first_told_at', 'is', null)
      .execute()
    const filed = rows.filter((row) => row.filed !== null)
    const awaited = rows.some((row) => row.filed === null && row.failures === 0)
    const patient = filed.every((row) => Math.abs(now - (row.first_read_at ?? now)) < longestWait)
    if (awaited && patient) return []
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
      .innerJoin('feeds', 'feeds.id', 'feed_id')
      .select(['name', 'url', 'last_read_at', 'failure', 'failing_since', 'next_at'])
      .where('team', '=', team)
      .orderBy('name')
      .execute()
    return rows.map((row) => ({
      name: row.name,
      url: row.url,
      lastReadAt: row.last_read_at,
      failure: row.failure === null ? null : JSON.parse(row.failure),
      failingSince: row.failing_since,
      nextAt: row.next_at,
    }))
  },
})

/** A sample team's shipped posts are a source too, which nobody polls. */
export const isSamples = (url: string) => url.startsWith('samples:')
export const samplesOf = (team: string) => `samples:${team}`
const never = Number.MAX_SAFE_INTEGER

/** A minute: the clocks of several machines are not further apart. */
const clocksDiffer = 60_000
/** Two days, and ten minutes: no feed is left alone, and none held, for so long. */
const tooFarAhead = 2 * 86_400_000
const tooFarLease = 10 * 60_000

/** A minute: after that the team hears of what is there, even while another feed is still being asked. */
const longestWait = 60_000
