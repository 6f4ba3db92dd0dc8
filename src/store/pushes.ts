import { type Kysely, type Selectable, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import { day } from '../model/time.ts'
import { tooFarLease } from './leases.ts'
import type { PushRow, Tables } from './tables.ts'

export type Push = Selectable<PushRow>

/** What hubs pushed, until it is heard. */
export const pushes = (db: Kysely<Tables>) => ({
  /**
   * Keeps what a hub pushed, until it is heard; what it pushed before is kept once. False where too much waits. In a
   * transaction.
   */
  async push(
    { feed_id }: { feed_id: number },
    push: Pick<Push, 'body' | 'charset' | 'body_hash' | 'at'>,
  ): Promise<boolean> {
    const { rows } = await sql<{ waiting: number | null; today: number }>`
      select sum(case when done_at is null then 1 else 0 end) as waiting, count(*) as today
      from pushes where feed_id = ${feed_id} and at > ${push.at - day}`.execute(db)
    const { waiting = 0, today = 0 } = rows[0] ?? {}
    if (Number(waiting) >= mostWaiting || Number(today) >= mostADay) return false
    await db
      .insertInto('pushes')
      .values({ feed_id, ...push })
      .onConflict((conflict) => conflict.columns(['feed_id', 'body_hash']).doNothing())
      .execute()
    return true
  },

  /** Claims what was pushed and not heard yet, oldest first. */
  async pushes(now: Instant, { leasedUntil, most }: { leasedUntil: Instant; most: number }): Promise<Push[]> {
    const { rows } = await sql<Push>`
      update pushes set leased_until = ${leasedUntil} where id in (
        select id from pushes where done_at is null and ${unheld(now)} order by id limit ${most})
        and ${unheld(now)} returning *`.execute(db)
    return rows.sort((a, b) => a.id - b.id)
  },

  /** It was heard: the hub keeps its word. In a transaction. */
  async heard({ id, feed_id }: Pick<Push, 'id' | 'feed_id'>, now: Instant) {
    await db.updateTable('pushes').set({ done_at: now, body: null }).where('id', '=', id).execute()
    await db
      .updateTable('feeds')
      .set({ unpushed: 0 })
      .where('id', '=', feed_id)
      .where('unpushed', '>', 0)
      .execute()
  },

  /** It could not be heard: nothing is kept of it. */
  async forgetPush(id: number) {
    await db.deleteFrom('pushes').where('id', '=', id).execute()
  },

  /** Erases the traces of what was heard before a moment. */
  async forgetPushes(before: Instant) {
    await db.deleteFrom('pushes').where('at', '<', before).where('done_at', 'is not', null).execute()
  },
})

/** What no process works on. */
export const unheld = (now: Instant) =>
  sql<boolean>`(leased_until <= ${now} or leased_until > ${now + tooFarLease})`

/** Of one feed; its hub is asked to try again later. */
const mostWaiting = 50
const mostADay = 2_000
