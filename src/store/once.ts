import { type Kysely, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import { minute } from '../model/time.ts'
import type { Tables } from './tables.ts'

/** What is heard several times and done once: an event that a chat sends again, a request that somebody replays. */
export const once = (db: Kysely<Tables>) => ({
  /**
   * Whether it is to be done now: it is new, or was begun more than a minute ago by a process that never finished it.
   */
  async begin(key: string, now: Instant): Promise<boolean> {
    const { rows } = await sql`
      insert into once as o (key, begun_at) values (${key}, ${now})
      on conflict (key) do update set begun_at = ${now}
      where o.done_at is null and o.begun_at < ${now - minute}
      returning key`.execute(db)
    return rows.length > 0
  },

  async done(key: string, now: Instant) {
    await db.updateTable('once').set({ done_at: now }).where('key', '=', key).execute()
  },

  /** Nobody sends anything again after that long. */
  async forget(before: Instant) {
    await db.deleteFrom('once').where('begun_at', '<', before).execute()
  },
})
