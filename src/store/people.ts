import type { Kysely } from 'kysely'
import type { Account } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Locale } from '../model/team.ts'
import type { Tables } from './tables.ts'

export const people = (db: Kysely<Tables>) => ({
  /** Who an account belongs to; somebody new is remembered, so that what they vote or win has an owner. */
  async meet(account: Account, name: string, locale: Locale, now: Instant): Promise<number> {
    const { chat, workspace, user } = account
    const known = () =>
      db
        .selectFrom('accounts')
        .select('person_id')
        .where('chat', '=', chat)
        .where('workspace', '=', workspace)
        .where('user', '=', user)
        .executeTakeFirst()
    const before = await known()
    if (before) return before.person_id
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
    return (await known())!.person_id
  },
})
