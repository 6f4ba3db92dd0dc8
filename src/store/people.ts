import { type Kysely, sql } from 'kysely'
import { type Account, accountKey, type ChatKind } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Locale } from '../model/team.ts'
import type { Tables } from './tables.ts'

export const people = (db: Kysely<Tables>) => ({
  /** Who an account belongs to; somebody new is remembered, so that what they vote or win has an owner. */
  async meet(account: Account, name: string, locale: Locale, now: Instant): Promise<number> {
    const { chat, workspace, user } = account
    const before = await personOf(db, account)
    if (before !== undefined) return before
    const { id } = await db
      .insertInto('people')
      .values({ name, locale, met_at: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('accounts')
      .values({ chat, workspace, user, person_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return (await personOf(db, account))!
  },

  /** Who an account belongs to; undefined where nobody met them yet. */
  known: (account: Account) => personOf(db, account),

  /** These accounts, and those that are joined with one of them. */
  async sameAs(accounts: Account[]): Promise<Account[]> {
    const all = new Map(accounts.map((account) => [accountKey(account), account]))
    for (const { chat, workspace, user } of accounts) {
      const rows = await db
        .selectFrom('accounts as mine')
        .innerJoin('accounts as theirs', 'theirs.person_id', 'mine.person_id')
        .select(['theirs.chat', 'theirs.workspace', 'theirs.user'])
        .where('mine.chat', '=', chat)
        .where('mine.workspace', '=', workspace)
        .where('mine.user', '=', user)
        .execute()
      for (const row of rows) {
        const account = { ...row, chat: row.chat as ChatKind }
        all.set(accountKey(account), account)
      }
    }
    return [...all.values()]
  },

  /** The accounts of everybody who has several, joined by themselves. */
  async joined(): Promise<Account[][]> {
    const several = db
      .selectFrom('accounts')
      .select('person_id')
      .groupBy('person_id')
      .having(sql<number>`count(*)`, '>', 1)
    const rows = await db
      .selectFrom('accounts')
      .selectAll()
      .where('person_id', 'in', several)
      .orderBy('person_id')
      .execute()
    return [...Map.groupBy(rows, ({ person_id }) => person_id).values()].map((of) =>
      of.map(({ chat, workspace, user }) => ({ chat: chat as ChatKind, workspace, user })),
    )
  },

  /** Two accounts are one person's from now on; both have been met. */
  async join(one: Account, other: Account) {
    const [kept, given] = [await personOf(db, one), await personOf(db, other)]
    if (kept === undefined || given === undefined || kept === given) return
    await db.updateTable('accounts').set({ person_id: kept }).where('person_id', '=', given).execute()
  },

  /** An account stands for itself again; false where it was joined with none. */
  async part(account: Account, name: string, locale: Locale, now: Instant): Promise<boolean> {
    const before = await personOf(db, account)
    if (before === undefined) return false
    const others = await db
      .selectFrom('accounts')
      .select('user')
      .where('person_id', '=', before)
      .limit(2)
      .execute()
    if (others.length < 2) return false
    const { id } = await db
      .insertInto('people')
      .values({ name, locale, met_at: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .updateTable('accounts')
      .set({ person_id: id })
      .where('chat', '=', account.chat)
      .where('workspace', '=', account.workspace)
      .where('user', '=', account.user)
      .execute()
    return true
  },
})

async function personOf(db: Kysely<Tables>, { chat, workspace, user }: Account): Promise<number | undefined> {
  const row = await db
    .selectFrom('accounts')
    .select('person_id')
    .where('chat', '=', chat)
    .where('workspace', '=', workspace)
    .where('user', '=', user)
    .executeTakeFirst()
  return row?.person_id
}
