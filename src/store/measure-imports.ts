import type { Kysely } from 'kysely'
import type { Instant } from '../model/post.ts'
import type { Tables } from './tables.ts'

/** A file, or a message of a webhook, whose numbers were taken over. */
export type MeasureImport = { id: number; name: string; by: string; at: Instant }

/** Which files of numbers came, so that each counts once. */
export const measureImports = (db: Kysely<Tables>) => ({
  /** The import of the same content, where one was finished. */
  async same(team: string, hash: string): Promise<MeasureImport | null> {
    const row = await db
      .selectFrom('measure_imports')
      .select(['id', 'name', 'by', 'at'])
      .where('team', '=', team)
      .where('hash', '=', hash)
      .where('done_at', 'is not', null)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    return row ?? null
  },

  async begin(
    team: string,
    given: { name: string; hash: string; by: string },
    now: Instant,
  ): Promise<number> {
    const { id } = await db
      .insertInto('measure_imports')
      .values({ team, ...given, at: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  },

  async done(id: number, now: Instant) {
    await db.updateTable('measure_imports').set({ done_at: now }).where('id', '=', id).execute()
  },

  /** The last ones, the newest first. */
  async latest(team: string, most = 5): Promise<MeasureImport[]> {
    return db
      .selectFrom('measure_imports')
      .select(['id', 'name', 'by', 'at'])
      .where('team', '=', team)
      .where('done_at', 'is not', null)
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
  },

  async forget(team: string, before: Instant) {
    await db.deleteFrom('measure_imports').where('team', '=', team).where('at', '<', before).execute()
  },
})
