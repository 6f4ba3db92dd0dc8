import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** What would still be told of mentions that somebody set aside: it stays where it is, and rings nobody. */
export const setAside = (db: Kysely<Tables>) => ({
  /** Alerts of a mention that nobody has tried to tell, and the news of their threads, are told only if it comes back. */
  async withhold(team: string, mention: number) {
    await db
      .updateTable('deliveries')
      .set({ state: 'set-aside' })
      .where('team', '=', team)
      .where('state', '=', 'waiting')
      .where('attempts', '=', 0)
      .where('in_summary', 'is', null)
      .where(toldOf(team, mention))
      // What a told message already points to has to come.
      .where(
        sql<SqlBool>`not exists (select 1 from deliveries o where o.rule = 'moved' and o.moved_to = deliveries.id)`,
      )
      .execute()
  },

  /** It came back: what was withheld waits again. */
  async release(team: string, mention: number) {
    await db
      .updateTable('deliveries')
      .set({ state: 'waiting' })
      .where('team', '=', team)
      .where('state', '=', 'set-aside')
      .where(toldOf(team, mention))
      .execute()
  },

  /** Whether a delivery tells a mention that somebody set aside. */
  async isOf(delivery: string): Promise<boolean> {
    const row = await db
      .selectFrom('deliveries')
      .select(['team', 'about'])
      .where('id', '=', delivery)
      .where('rule', '=', 'alert')
      .executeTakeFirst()
    if (!row) return false
    const last = await db
      .selectFrom('mention_steps')
      .select('is')
      .where('mention_id', '=', Number(row.about.split(':')[1]))
      .where('team', '=', row.team)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    return last?.is === 'ignored'
  },
})

const toldOf = (team: string, mention: number) => {
  const alert = sql`rule = 'alert' and about = ${`mention:${mention}`}`
  return sql<SqlBool>`(${alert} or (rule = 'news' and thread_of in (
    select id from deliveries where team = ${team} and ${alert})))`
}
