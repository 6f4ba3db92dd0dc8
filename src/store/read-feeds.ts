import { CompiledQuery, type Kysely, sql } from 'kysely'
import { hostOf } from '../model/feed-host.ts'
import type { Reason } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { isPostgres } from './dialect.ts'
import { never } from './due-feeds.ts'
import { ManyRows } from './sqlite.ts'
import type { Tables } from './tables.ts'

/** What a reading found, to be kept: what is missing stays as it is. */
export type Found = {
  title?: string | null
  etag?: string | null
  lastModified?: string | null
  bodyHash?: string | null
  ttl?: number | null
  rhythm?: { from: Instant; posts: number } | null
  moved?: Moved
  hub?: { hub: string; topic: string } | null
  /** Of the last readings so many in a row brought what the hub had not pushed; it is no longer believed at `null`. */
  unpushed?: number | null
}

/** Where a feed says that it moved for good, and at how many readings in a row it said so. */
export type Moved = { to: string | null; times: number }

/** A reading that found nothing new, of a feed that was fine before. */
export type Unchanged = {
  id: number
  etag: string | null
  lastModified: string | null
  bodyHash: string | null
  moved: Moved
  now: Instant
  nextAt: Instant
}

/** What became of readings. */
export const readFeeds = (db: Kysely<Tables>) => ({
  /** It was read: what to send along next time, and when that is. Ends the lease, and what was wrong. In a transaction. */
  async read(id: number, found: Found, { now, nextAt }: { now: Instant; nextAt: Instant }) {
    const { title, etag, lastModified, bodyHash, ttl, rhythm, moved, hub, unpushed } = found
    await db
      .updateTable('feeds')
      .set({
        ...(title === undefined ? {} : { title }),
        ...(etag === undefined ? {} : { etag }),
        ...(lastModified === undefined ? {} : { last_modified: lastModified }),
        ...(bodyHash === undefined ? {} : { body_hash: bodyHash }),
        ...(ttl === undefined ? {} : { ttl }),
        ...(rhythm === undefined
          ? {}
          : { paced_from: rhythm?.from ?? null, paced_posts: rhythm?.posts ?? null }),
        ...(moved === undefined ? {} : { moved_to: moved.to, moved_times: moved.times }),
        ...(hub === undefined ? {} : { hub: hub?.hub ?? null, hub_topic: hub?.topic ?? null }),
        ...(unpushed === undefined ? {} : { unpushed: unpushed ?? 0 }),
        ...(unpushed === null ? { pushed_until: 0 } : {}),
        first_read_at: sql`coalesce(first_read_at, ${now})`,
        last_read_at: now,
        tried_at: now,
        next_at: nextAt,
        leased_until: 0,
        failures: 0,
        failing_since: null,
        failure: null,
        dead_at: null,
      })
      .where('id', '=', id)
      .execute()
    await db
      .updateTable('feed_outages')
      .set({ until_at: now })
      .where('feed_id', '=', id)
      .where('until_at', 'is', null)
      .execute()
  },

  /**
   * Nothing was new in all of these, which were fine before: one statement, whatever their number. What another
   * process has taken over meanwhile is left to it. In a transaction.
   */
  async unchanged(worker: string, all: Unchanged[]) {
    if (all.length === 0) return
    const rows = all.map(({ id, etag, lastModified, bodyHash, moved, now, nextAt }) => ({
      ...{ etag, last_modified: lastModified, body_hash: bodyHash },
      ...{ moved_to: moved.to, moved_times: moved.times },
      ...{ last_read_at: now, tried_at: now, next_at: nextAt, id },
    }))
    const columns = Object.keys(rows[0]!).filter((column) => column !== 'id')
    if (isPostgres(db)) {
      const set = columns.map((column) => `${column} = n.${column}`).join(', ')
      const statement = `update feeds f set ${set}, leased_until = 0
        from json_populate_recordset(null::feeds, $1) n where f.id = n.id and f.leased_by = $2`
      await db.executeQuery(CompiledQuery.raw(statement, [JSON.stringify(rows), worker]))
    } else {
      const set = columns.map((column) => `${column} = ?`).join(', ')
      const statement = `update feeds set ${set}, leased_until = 0 where id = ? and leased_by = ?`
      const values = new ManyRows(rows.map((row) => [...Object.values(row), worker]))
      await db.executeQuery(CompiledQuery.raw(statement, [values]))
    }
  },

  /**
   * It could not be read, because `failure`. Ends the lease. `dead`: from now on it counts as dead; `home`: its own
   * address is asked again instead of the one that it was said to have moved to. In a transaction.
   */
  async failed(
    id: number,
    failure: Reason,
    { now, nextAt }: { now: Instant; nextAt: Instant },
    { dead = false, home }: { dead?: boolean; home?: string | undefined } = {},
  ) {
    await db
      .updateTable('feeds')
      .set({
        failure: JSON.stringify(failure),
        failures: sql`failures + 1`,
        failing_since: sql`coalesce(failing_since, ${now})`,
        tried_at: now,
        next_at: nextAt,
        leased_until: 0,
        ...(dead ? { dead_at: sql<number>`coalesce(dead_at, ${now})` } : {}),
        ...(home === undefined ? {} : { now_at: null, moved_to: null, moved_times: 0, host: hostOf(home) }),
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
        .values({ feed_id: id, from_at: now, until_at: null, ...lasting })
        .execute()
    // Those that were read through it have addresses of their own.
    if (dead)
      await db
        .updateTable('feeds')
        .set({ same_as: null, next_at: now })
        .where('same_as', 'is not', null)
        .where('same_as', '=', id)
        .execute()
  },

  /**
   * It moved for good: from now on it is asked there, and keeps its name and what it brought. Where another feed is
   * asked there already, that one is read for both. In a transaction that took its turn.
   */
  async move(id: number, to: string) {
    const there = await db
      .selectFrom('feeds')
      .select(sql<number>`coalesce(same_as, id)`.as('id'))
      .where((where) => where.or([where('url', '=', to), where('now_at', '=', to)]))
      .where('id', '!=', id)
      .where('dead_at', 'is', null)
      .orderBy('id')
      .executeTakeFirst()
    const other = there && there.id !== id ? there.id : null
    const settled = { moved_to: null, moved_times: 0 }
    await db
      .updateTable('feeds')
      .set(
        other === null
          ? { ...settled, now_at: sql<string>`nullif(${to}, url)`, host: hostOf(to) }
          : { ...settled, same_as: other, next_at: never, pushed_until: 0 },
      )
      .where('id', '=', id)
      .execute()
    if (other !== null)
      await db
        .updateTable('feeds')
        .set({ same_as: other })
        .where('same_as', 'is not', null)
        .where('same_as', '=', id)
        .execute()
  },
})
