import { type Kysely, type Selectable, type SqlBool, sql } from 'kysely'
import type { Reason } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { day, minute } from '../model/time.ts'
import { listed } from './batch.ts'
import type { Tables } from './tables.ts'

/** An account of a platform, or a chat, that is counted once a day. */
export type CountedAccount = {
  team: string
  /** A kind of platform, or `chat`. */
  kind: string
  account: string
  nextAt: Instant
  /** How often in a row it could not be counted. */
  fails: number
  countedAt: Instant | null
  /** What stood in the way the last time, by measure; of all of them `all`. */
  trouble: Trouble
}

/** Why measures of an account are not known; those of all its measures under `all`. */
export type Trouble = Record<string, Reason>

type Named = { kind: string; account: string }

/** When each account is counted next, and by which process. */
export const countedAccounts = (db: Kysely<Tables>) => ({
  /** Those of the settings are counted, new ones at once, and no others. */
  async only(team: string, accounts: Named[], now: Instant) {
    const known = await db
      .selectFrom('counted_accounts')
      .select(['kind', 'account'])
      .where('team', '=', team)
      .execute()
    const keyOf = ({ kind, account }: Named) => JSON.stringify([kind, account])
    const wanted = new Set(accounts.map(keyOf))
    for (const one of known)
      if (!wanted.has(keyOf(one)))
        await db
          .deleteFrom('counted_accounts')
          .where('team', '=', team)
          .where('kind', '=', one.kind)
          .where('account', '=', one.account)
          .execute()
    for (const one of accounts)
      await db
        .insertInto('counted_accounts')
        .values({ team, ...one, next_at: now })
        .onConflict((conflict) => conflict.columns(['team', 'kind', 'account']).doNothing())
        .execute()
  },

  /** Those of teams that the settings name no longer are counted no longer. */
  async onlyOf(teams: string[]) {
    await db.deleteFrom('counted_accounts').where('team', 'not in', listed(teams)).execute()
  },

  /** One that is due, held until a moment so that no other process counts it; null when none is. */
  async take(
    now: Instant,
    { owner, until }: { owner: string; until: Instant },
  ): Promise<CountedAccount | null> {
    const due = await db
      .selectFrom('counted_accounts')
      .selectAll()
      .where(isDue(now))
      .orderBy('next_at')
      .limit(1)
      .executeTakeFirst()
    if (!due) return null
    const { numUpdatedRows } = await db
      .updateTable('counted_accounts')
      .set({ held_by: owner, held_until: until })
      .where('team', '=', due.team)
      .where('kind', '=', due.kind)
      .where('account', '=', due.account)
      .where(isDue(now))
      .executeTakeFirst()
    return numUpdatedRows > 0n ? countedOf(due) : this.take(now, { owner, until })
  },

  /** It was counted, or could not be; `trouble` is what stood in the way. */
  async end(
    { team, kind, account }: Pick<CountedAccount, 'team' | 'kind' | 'account'>,
    ended: { nextAt: Instant; trouble: Trouble; failed: boolean },
    now: Instant,
  ) {
    await db
      .updateTable('counted_accounts')
      .set((row) => ({
        next_at: ended.nextAt,
        held_until: 0,
        trouble: Object.keys(ended.trouble).length > 0 ? JSON.stringify(ended.trouble) : null,
        fails: ended.failed ? row('fails', '+', 1) : 0,
        ...(ended.failed ? {} : { counted_at: now }),
      }))
      .where('team', '=', team)
      .where('kind', '=', kind)
      .where('account', '=', account)
      .execute()
  },

  async of(team: string): Promise<CountedAccount[]> {
    const rows = await db
      .selectFrom('counted_accounts')
      .selectAll()
      .where('team', '=', team)
      .orderBy('account')
      .execute()
    return rows.map(countedOf)
  },

  /** When the next one is due; null where none is counted. */
  async next(): Promise<Instant | null> {
    const row = await db
      .selectFrom('counted_accounts')
      .select(
        sql<Instant | null>`min(case when held_until > next_at then held_until else next_at end)`.as('at'),
      )
      .executeTakeFirst()
    return row?.at == null ? null : Number(row.at)
  },

  /** What a process held that is surely gone. */
  async free() {
    await db.updateTable('counted_accounts').set({ held_until: 0 }).where('held_until', '>', 0).execute()
  },
})

/** Nobody holds one this long, and nobody waits this long: it was written before a clock was set back. */
const isDue = (now: Instant) =>
  sql<SqlBool>`(next_at <= ${now} or next_at > ${now + 2 * day})
    and (held_until <= ${now} or held_until > ${now + 20 * minute})`

const countedOf = (row: Selectable<Tables['counted_accounts']>): CountedAccount => ({
  team: row.team,
  kind: row.kind,
  account: row.account,
  nextAt: row.next_at,
  fails: row.fails,
  countedAt: row.counted_at,
  trouble: row.trouble === null ? {} : JSON.parse(row.trouble),
})
