import { type Kysely, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import type { Limit } from '../model/search.ts'
import { day, hour, minute } from '../model/time.ts'
import type { Tables } from './tables.ts'

/** How much of a limit is left, and when all of it is there again. */
export type Left = Limit & { left: number; until: Instant }

/** What we asked of places, counted for all processes together. */
export const budgets = (db: Kysely<Tables>) => ({
  /**
   * Takes `count` requests from each of these limits, or from none of them: then gives when to come again. To be run in
   * a transaction that is undone where it gives a moment.
   */
  async take(name: string, limits: Limit[], now: Instant, count = 1): Promise<Instant | null> {
    for (const { per, most } of limits) {
      const { from, until } = windowAt(per, now)
      // One that began in the future was begun before a clock was set back.
      const over = sql<boolean>`(b.from_at < ${from} or b.from_at > ${now})`
      const { rows } = await sql<{ used: number }>`
        insert into budgets as b (name, per, from_at, used) values (${name}, ${per}, ${beginning(per, now)}, ${count})
        on conflict (name, per) do update set
          used = case when ${over} then ${count} else b.used + ${count} end,
          from_at = case when ${over} then excluded.from_at else b.from_at end
        where ${over} or b.used + ${count} <= ${most}
        returning used`.execute(db)
      if (rows.length > 0) continue
      const row = await db
        .selectFrom('budgets')
        .select('from_at')
        .where('name', '=', name)
        .where('per', '=', per)
        .executeTakeFirst()
      return until(Number(row?.from_at ?? now))
    }
    return null
  },

  /** What is left of these limits. */
  async left(name: string, limits: Limit[], now: Instant): Promise<Left[]> {
    const rows = await db.selectFrom('budgets').selectAll().where('name', '=', name).execute()
    return limits.map(({ per, most }) => {
      const { from, until } = windowAt(per, now)
      const row = rows.find((one) => one.per === per)
      const counts = row && Number(row.from_at) >= from && Number(row.from_at) <= now
      const used = counts ? Number(row.used) : 0
      return {
        per,
        most,
        left: Math.max(most - used, 0),
        until: used > 0 ? until(Number(row!.from_at)) : now,
      }
    })
  },
})

/**
 * Whatever began before `from` is over; `until`: when what began at a moment is. Minutes and hours begin with the first
 * request, days and months with the calendar's, in UTC.
 */
function windowAt(per: Limit['per'], now: Instant): { from: Instant; until(began: Instant): Instant } {
  const date = new Date(now)
  if (per === 'month')
    return {
      from: Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1),
      until: () => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1),
    }
  if (per === 'day') {
    const from = Math.floor(now / day) * day
    return { from, until: () => from + day }
  }
  const length = per === 'hour' ? hour : per === 'minute' ? minute : 5 * minute
  return { from: now - length + 1, until: (began) => began + length }
}

const beginning = (per: Limit['per'], now: Instant) =>
  per === 'day' || per === 'month' ? windowAt(per, now).from : now
