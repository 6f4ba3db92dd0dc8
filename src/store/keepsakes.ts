import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** What is made once and is then the same for every process on this database. */
export const keepsakes = (db: Kysely<Tables>) => ({
  /** The value kept under a name; `make` is kept where there is none yet. Of several who make one, all get the first. */
  async once(name: string, make: () => string | Promise<string>): Promise<string> {
    const kept = () => db.selectFrom('keepsakes').select('value').where('name', '=', name).executeTakeFirst()
    const known = await kept()
    if (known) return known.value
    const value = await make()
    await db
      .insertInto('keepsakes')
      .values({ name, value })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return (await kept())!.value
  },
})
