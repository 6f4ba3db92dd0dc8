import { type Kysely, sql } from 'kysely'
import type { Day, Period } from '../model/period.ts'
import type { ChatName } from '../model/person.ts'
import type { Place } from '../model/team.ts'
import type { Tables } from './tables.ts'

/** What somebody did in a community on a day. */
export type MemberDid = 'spoke' | 'joined' | 'left'

/**
 * Who spoke, came or left on a day, each once, by their key. Keys stay as long as a month can be compared with the one
 * before; how many spoke in weeks and months that are over stays as a count.
 */
export const memberDays = (db: Kysely<Tables>) => ({
  /** False where that was heard of them that day already. */
  async once(
    team: string,
    what: { chat: ChatName; channel: string; did: MemberDid; day: Day; author: string },
  ): Promise<boolean> {
    const { chat, channel, did, day, author } = what
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('member_days')
      .values({ team, chat, channel, did, day, author_key: author })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return (numInsertedOrUpdatedRows ?? 0n) > 0n
  },

  /** How many different members spoke in a period, of which every day has to be within what is kept. */
  async active(team: string, { from, to }: Period, channel?: string): Promise<number> {
    const there = channel === undefined ? sql`true` : sql`channel = ${channel}`
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from (
        select distinct chat, author_key from member_days
        where team = ${team} and did = 'spoke' and day >= ${from} and day <= ${to} and ${there}
      ) as members`.execute(db)
    return Number(rows[0]!.count)
  },

  /** The same by channel. */
  async activeByChannel(team: string, { from, to }: Period): Promise<{ place: Place; count: number }[]> {
    const { rows } = await sql<{ chat: string; channel: string; count: number }>`
      select chat, channel, count(distinct author_key) as count from member_days
      where team = ${team} and did = 'spoke' and day >= ${from} and day <= ${to}
      group by chat, channel order by 3 desc, channel`.execute(db)
    return rows.map(({ chat, channel, count }) => ({
      place: { chat, channel } as Place,
      count: Number(count),
    }))
  },

  /** How many spoke in a week or month that was over when it was counted; null where nobody counted it. */
  async counted(team: string, { from, to }: Period): Promise<number | null> {
    const row = await db
      .selectFrom('active_counts')
      .select('members')
      .where('team', '=', team)
      .where('from_day', '=', from)
      .where('to_day', '=', to)
      .executeTakeFirst()
    return row?.members ?? null
  },

  /** Keeps how many spoke in a period that is over. */
  async close(team: string, { from, to }: Period, members: number) {
    await db
      .insertInto('active_counts')
      .values({ team, from_day: from, to_day: to, members })
      .onConflict((conflict) => conflict.columns(['team', 'from_day', 'to_day']).doNothing())
      .execute()
  },

  /** Keys of days that nobody counts any more, and counts that nobody compares with. */
  async forget(before: { keys: Day; passing: Day; counts: Day }) {
    await db.deleteFrom('member_days').where('day', '<', before.keys).execute()
    await db.deleteFrom('member_days').where('did', '!=', 'spoke').where('day', '<', before.passing).execute()
    await db.deleteFrom('active_counts').where('to_day', '<', before.counts).execute()
  },
})

/** Days for which keys are kept: a month, the one before it, and a few to count them in. */
export const keysKept = 66
