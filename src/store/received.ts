import { type Kysely, type Selectable, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import { hour } from '../model/time.ts'
import { unheld } from './pushes.ts'
import type { ReceivedRow, Tables } from './tables.ts'

export type Received = Selectable<ReceivedRow>

/** What a webhook was sent, and by what it is known again. */
export type ToReceive = Pick<Received, 'team' | 'hook' | 'key' | 'event' | 'type' | 'at'> & {
  body: Uint8Array
}

/** How a webhook is: when it was last sent something good, what waits, what cannot be read, and what became of requests. */
export type HookHealth = {
  lastAt: Instant | null
  waiting: number
  unreadable: number
  /** By what became of them, since a moment. */
  counts: Map<string, number>
}

/** One thing that became of requests, to be counted. */
export type HookCount = { team: string; hook: string; what: string; at: Instant; count: number }

/** What webhooks were sent, from before the answer until it is worked off. */
export const received = (db: Kysely<Tables>) => ({
  /**
   * Keeps it, once: `known` is what was sent before. `full` where too much of that webhook waits; its sender tries
   * again. In a transaction.
   */
  async keep({ body, ...row }: ToReceive): Promise<'kept' | 'known' | 'full'> {
    const known = await db
      .selectFrom('received')
      .select('id')
      .where('team', '=', row.team)
      .where('hook', '=', row.hook)
      .where('key', '=', row.key)
      .executeTakeFirst()
    if (known) return 'known'
    const { rows } = await sql<{ waiting: number; bytes: number | null }>`
      select count(*) as waiting, sum(size) as bytes from received
      where done_at is null and failed_at is null and team = ${row.team} and hook = ${row.hook}`.execute(db)
    const { waiting = 0, bytes = 0 } = rows[0] ?? {}
    if (Number(waiting) >= mostWaiting || Number(bytes) + body.length > mostBytes) return 'full'
    const kept = await db
      .insertInto('received')
      .values({ ...row, body, size: body.length })
      .onConflict((conflict) => conflict.columns(['team', 'hook', 'key']).doNothing())
      .returning('id')
      .executeTakeFirst()
    return kept ? 'kept' : 'known'
  },

  /** Claims what waits, oldest first. */
  async claim(
    now: Instant,
    { leasedUntil, most }: { leasedUntil: Instant; most: number },
  ): Promise<Received[]> {
    const waits = sql`done_at is null and failed_at is null and ${unheld(now)}`
    const { rows } = await sql<Received>`
      update received set leased_until = ${leasedUntil} where id in (
        select id from received where ${waits} order by id limit ${most}) and ${waits} returning *`.execute(
      db,
    )
    return rows.sort((a, b) => a.id - b.id)
  },

  /** It was worked off: its key stays, what it said goes. */
  async done(id: number, now: Instant) {
    await db.updateTable('received').set({ done_at: now, body: null }).where('id', '=', id).execute()
  },

  /** It could not be worked off: again later, or never more (`giveUp`), and then kept for somebody to look at. */
  async failed(id: number, { now, again, giveUp }: { now: Instant; again: Instant; giveUp: boolean }) {
    await db
      .updateTable('received')
      .set({ tries: sql`tries + 1`, leased_until: again, ...(giveUp ? { failed_at: now } : {}) })
      .where('id', '=', id)
      .execute()
  },

  /** Adds to what became of requests, hour by hour. */
  async count(all: HookCount[]) {
    for (const { team, hook, what, at, count } of all)
      await sql`
        insert into hook_counts as c (team, hook, hour, what, count, last_at)
        values (${team}, ${hook}, ${Math.floor(at / hour) * hour}, ${what}, ${count}, ${at})
        on conflict (team, hook, hour, what) do update set count = c.count + excluded.count,
          last_at = case when excluded.last_at > c.last_at then excluded.last_at else c.last_at end`.execute(
        db,
      )
  },

  /** How often something became of requests since a moment, which is one of the full hour. */
  async counted(team: string, hook: string, what: string, since: Instant): Promise<number> {
    const { rows } = await sql<{ count: number | null }>`
      select sum(count) as count from hook_counts
      where team = ${team} and hook = ${hook} and what = ${what} and hour >= ${since}`.execute(db)
    return Number(rows[0]?.count ?? 0)
  },

  /** How a team's webhooks are, by name; what became of requests counts from the hour of a moment on. */
  async health(team: string, since: Instant): Promise<Map<string, HookHealth>> {
    const { rows: waiting } = await sql<{ hook: string; waiting: number; unreadable: number }>`
      select hook, sum(case when failed_at is null then 1 else 0 end) as waiting,
        sum(case when failed_at is null then 0 else 1 end) as unreadable
      from received where team = ${team} and done_at is null group by hook`.execute(db)
    const { rows: last } = await sql<{ hook: string; last_at: number | null }>`
      select hook, max(last_at) as last_at from hook_counts
      where team = ${team} and what in ('received', 'known') group by hook`.execute(db)
    const { rows: counts } = await sql<{ hook: string; what: string; count: number }>`
      select hook, what, sum(count) as count from hook_counts
      where team = ${team} and hour >= ${Math.floor(since / hour) * hour} group by hook, what`.execute(db)
    const found = new Map<string, HookHealth>()
    const of = (hook: string) => {
      const one = found.get(hook) ?? { lastAt: null, waiting: 0, unreadable: 0, counts: new Map() }
      found.set(hook, one)
      return one
    }
    for (const { hook, ...row } of waiting)
      Object.assign(of(hook), { waiting: Number(row.waiting), unreadable: Number(row.unreadable) })
    for (const { hook, last_at } of last) of(hook).lastAt = last_at === null ? null : Number(last_at)
    for (const { hook, what, count } of counts) of(hook).counts.set(what, Number(count))
    return found
  },

  /** Erases keys and counts from before a moment, and what nobody could read. */
  async forget({ keys, unread, counts }: { keys: Instant; unread: Instant; counts: Instant }) {
    await db.deleteFrom('received').where('at', '<', keys).where('done_at', 'is not', null).execute()
    await db.deleteFrom('received').where('failed_at', '<', unread).execute()
    await db.deleteFrom('hook_counts').where('hour', '<', counts).execute()
  },
})

/** Of one webhook: whoever sends more is asked to wait. */
const mostWaiting = 1_000
/** Bytes. */
const mostBytes = 32 * 2 ** 20
