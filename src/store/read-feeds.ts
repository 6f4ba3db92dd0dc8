import { CompiledQuery, type Kysely, sql } from 'kysely'
import { hostOf } from '../model/feed-host.ts'
import type { Reason } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { isPostgres } from './dialect.ts'
import { never, watched } from './due-feeds.ts'
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
  /** It was seen to give several of its posts one id. */
  reusedIds?: boolean
  /** What is to be said of it: that not all could be had. */
  note?: Reason | null
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
  dueAt: Instant
}

/** When a feed was read, when it is read next; and when it was due as it was claimed, where somebody claimed it. */
export type Times = { now: Instant; nextAt: Instant; dueAt?: Instant | undefined }

/** What became of readings. Whoever asked for another one meanwhile (`next_at` is no longer what it was) gets it. */
export const readFeeds = (db: Kysely<Tables>) => ({
  /** It was read: what to send along next time, and when that is. Ends the lease, and what was wrong. In a transaction. */
  async read(id: number, found: Found, { now, nextAt, dueAt }: Times) {
    const { title, etag, lastModified, bodyHash, ttl, rhythm, moved, hub, unpushed, reusedIds, note } = found
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
        ...(reusedIds ? { reused_ids: 1 } : {}),
        ...(note === undefined ? {} : { note: note && JSON.stringify(note) }),
        first_read_at: sql`coalesce(first_read_at, ${now})`,
        last_read_at: now,
        tried_at: now,
        next_at: next(nextAt, dueAt),
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
    const rows = all.map(({ id, etag, lastModified, bodyHash, moved, now, nextAt, dueAt }) => ({
      ...{ etag, last_modified: lastModified, body_hash: bodyHash },
      ...{ moved_to: moved.to, moved_times: moved.times },
      ...{ last_read_at: now, tried_at: now, due_at: dueAt, next_at: nextAt, id },
    }))
    const columns = [
      'etag',
      'last_modified',
      'body_hash',
      'moved_to',
      'moved_times',
      'last_read_at',
      'tried_at',
    ]
    if (isPostgres(db)) {
      const set = columns.map((column) => `${column} = n.${column}`).join(', ')
      const statement = `update feeds f set ${set}, leased_until = 0,
          next_at = case when f.next_at = n.due_at or f.next_at > n.next_at then n.next_at else f.next_at end
        from json_to_recordset($1) n (
          id integer, etag text, last_modified text, body_hash text, moved_to text, moved_times integer,
          last_read_at bigint, tried_at bigint, due_at bigint, next_at bigint)
        where f.id = n.id and f.leased_by = $2`
      await db.executeQuery(CompiledQuery.raw(statement, [JSON.stringify(rows), worker]))
    } else {
      const set = columns.map((column) => `${column} = ?`).join(', ')
      const statement = `update feeds set ${set}, leased_until = 0,
          next_at = case when next_at = ? or next_at > ? then ? else next_at end
        where id = ? and leased_by = ?`
      const values = new ManyRows(
        rows.map(({ due_at, next_at, id, ...row }) => [
          ...Object.values(row),
          due_at,
          next_at,
          next_at,
          id,
          worker,
        ]),
      )
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
    { now, nextAt, dueAt }: Times,
    { dead = false, home }: { dead?: boolean; home?: string | undefined } = {},
  ) {
    await db
      .updateTable('feeds')
      .set({
        failure: JSON.stringify(failure),
        failures: sql`failures + 1`,
        failing_since: sql`coalesce(failing_since, ${now})`,
        tried_at: now,
        next_at: next(nextAt, dueAt),
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
    // Those that were read through it have addresses of their own. What these still show was filed under it, and told.
    if (dead) {
      await db
        .updateTable('team_sources')
        .set({ filed: null })
        .where('feed_id', 'in', (parted) =>
          parted.selectFrom('feeds').select('id').where('same_as', 'is not', null).where('same_as', '=', id),
        )
        .execute()
      await db
        .updateTable('feeds')
        .set({ same_as: null, next_at: now })
        .where('same_as', 'is not', null)
        .where('same_as', '=', id)
        .execute()
    }
  },

  /**
   * It moved for good: from now on it is asked there, and keeps its name and what it brought. Where another feed is
   * asked there already, that one is read for both; but where nobody watches that one, or it was never read, this one
   * is, which knows what was told. In a transaction that took its turn.
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
    const other = there && there.id !== id ? await knownAs(db, there.id) : null
    const settled = { moved_to: null, moved_times: 0 }
    if (other?.isRead) {
      await db
        .updateTable('feeds')
        .set({ ...settled, same_as: other.id, next_at: never, pushed_until: 0 })
        .where('id', '=', id)
        .execute()
      await join(db, id, other.id)
      return
    }
    await db
      .updateTable('feeds')
      .set({
        ...{ ...settled, now_at: sql<string>`nullif(${to}, url)`, host: hostOf(to) },
        // Whoever waits for the first reading there waits no longer than before.
        ...(other?.dueAt == null ? {} : { next_at: sooner(other.dueAt) }),
      })
      .where('id', '=', id)
      .execute()
    if (!other) return
    await db
      .updateTable('feeds')
      .set({ same_as: id, next_at: never, pushed_until: 0 })
      .where('id', '=', other.id)
      .execute()
    await join(db, other.id, id)
  },
})

/** Whether somebody watches a feed and it was read before; and when it is due, where somebody waits for that. */
async function knownAs(db: Kysely<Tables>, id: number) {
  const row = await db
    .selectFrom('feeds as f')
    .select([
      'f.first_read_at',
      'f.next_at',
      sql<number>`case when ${watched} then 1 else 0 end`.as('watched'),
    ])
    .where('f.id', '=', id)
    .executeTakeFirstOrThrow()
  const isWatched = Number(row.watched) === 1
  return { id, isRead: isWatched && row.first_read_at !== null, dueAt: isWatched ? row.next_at : null }
}

/** What was read through a feed is read through another. */
const join = (db: Kysely<Tables>, from: number, to: number) =>
  db
    .updateTable('feeds')
    .set({ same_as: to })
    .where('same_as', 'is not', null)
    .where('same_as', '=', from)
    .where('id', '!=', to)
    .execute()

const sooner = (at: Instant) => sql<number>`case when next_at > ${at} then ${at} else next_at end`

/** As planned, unless it was asked for sooner while it was being read. */
const next = (nextAt: Instant, dueAt: Instant | undefined) =>
  dueAt === undefined
    ? nextAt
    : sql<number>`case when next_at = ${dueAt} or next_at > ${nextAt} then ${nextAt} else next_at end`
