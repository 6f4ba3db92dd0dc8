import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import type { Place } from '../model/team.ts'
import { listed } from './batch.ts'
import { tooFarLease } from './leases.ts'
import type { Tables } from './tables.ts'

/**
 * The channels as several processes share them: who tells something there (`owner`, one per process) holds the
 * channel by a lease, and a channel rests between two messages.
 */
export const channels = (db: Kysely<Tables>) => ({
  /**
   * Takes a channel until a moment, to tell something there; gives how many tries failed in a row before. Null while
   * another process has it, or while it rests.
   */
  async claim(
    { chat, channel }: Place,
    owner: string,
    { now, until }: { now: Instant; until: Instant },
  ): Promise<{ failures: number } | null> {
    const { rows } = await sql<{ failures: number }>`
      insert into channels as c (chat, channel, held_by, held_until) values (${chat}, ${channel}, ${owner}, ${until})
      on conflict (chat, channel) do update set held_by = ${owner}, held_until = ${until}
      where not ${heldByOther(now, owner)} and not ${resting(now)}
      returning failures`.execute(db)
    return rows[0] ?? null
  },

  /** Holds on to channels (by `channelKey`) in which something is still being told. */
  async renew(keys: string[], owner: string, until: Instant) {
    await sql`
      update channels set held_until = ${until}
      where held_by = ${owner} and chat || '#' || channel in ${listed(keys)}`.execute(db)
  },

  /** Holds on to a channel in which something is about to be told; false when another process has taken it. */
  async keep({ chat, channel }: Place, owner: string, until: Instant): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('channels')
      .set({ held_until: until })
      .where('chat', '=', chat)
      .where('channel', '=', channel)
      .where('held_by', '=', owner)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** Lets go of a channel, in which nothing is told until a moment; says whether the last try failed. */
  async rest(
    { chat, channel }: Place,
    owner: string,
    { until, failed }: { until: Instant; failed: boolean },
  ) {
    await db
      .updateTable('channels')
      .set({
        held_by: null,
        held_until: 0,
        rests_until: until,
        failures: failed ? sql<number>`failures + 1` : 0,
      })
      .where('chat', '=', chat)
      .where('channel', '=', channel)
      .where('held_by', '=', owner)
      .execute()
  },

  /** In how many channels something is being told. */
  async held(now: Instant): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from channels c where ${heldByOther(now, '')}`.execute(db)
    return Number(rows[0]!.count)
  },

  /** Nobody holds any channel: for a process that knows itself to be the only one. */
  async free() {
    await db
      .updateTable('channels')
      .set({ held_by: null, held_until: 0 })
      .where('held_until', '>', 0)
      .execute()
  },
})

export const channelKey = ({ chat, channel }: Place) => `${chat}#${channel}`

/** Whether the channel `c` is another process's now. A lease that ends far ahead was written before a clock jumped back. */
export const heldByOther = (now: Instant, owner: string) =>
  sql<SqlBool>`(c.held_until > ${now} and c.held_until <= ${now + tooFarLease} and c.held_by <> ${owner})`

/** Whether the channel `c` rests now. */
export const resting = (now: Instant) =>
  sql<SqlBool>`(c.rests_until > ${now} and c.rests_until <= ${now + longestRest})`

/** A channel rests no longer than this, whatever its chat says: one message then asks again. */
export const longestRest = 15 * 60_000
