import type { Kysely, Selectable } from 'kysely'
import type { PollPlan } from '../model/poll.ts'
import type { Instant } from '../model/post.ts'
import type { Rhythm } from '../model/rhythm.ts'
import { listed } from './batch.ts'
import type { PollSeriesRow, Tables } from './tables.ts'

/** A poll that comes again. */
export type Series = { id: number; team: string; plan: PollPlan; rhythm: Rhythm; nextAt: Instant; by: string }

export const pollSeries = (db: Kysely<Tables>) => ({
  async add(
    team: string,
    { plan, rhythm, nextAt }: Pick<Series, 'plan' | 'rhythm' | 'nextAt'>,
    now: Instant,
  ) {
    const { id } = await db
      .insertInto('poll_series')
      .values({
        team,
        poll: JSON.stringify(plan),
        rhythm: JSON.stringify(rhythm),
        next_at: nextAt,
        by: plan.by,
        made_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  },

  /** Those that go on. */
  async list(team: string): Promise<Series[]> {
    const rows = await db
      .selectFrom('poll_series')
      .selectAll()
      .where('team', '=', team)
      .where('stopped_at', 'is', null)
      .orderBy('id')
      .execute()
    return rows.map(seriesOf)
  },

  /** Those of these teams that are to begin again. */
  async due(now: Instant, teams: string[]): Promise<Series[]> {
    const rows = await db
      .selectFrom('poll_series')
      .selectAll()
      .where('stopped_at', 'is', null)
      .where('next_at', '<=', now)
      .where('team', 'in', listed(teams))
      .orderBy('next_at')
      .execute()
    return rows.map(seriesOf)
  },

  /** The next one is later; false where another process was faster. */
  async goOn({ id, nextAt }: Series, next: Instant): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('poll_series')
      .set({ next_at: next })
      .where('id', '=', id)
      .where('next_at', '=', nextAt)
      .where('stopped_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** It does not come again; false where it had been stopped, or never was. */
  async stop(team: string, id: number, { by, at }: { by: string; at: Instant }): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('poll_series')
      .set({ stopped_at: at, stopped_by: by })
      .where('team', '=', team)
      .where('id', '=', id)
      .where('stopped_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },
})

const seriesOf = (row: Selectable<PollSeriesRow>): Series => ({
  id: row.id,
  team: row.team,
  plan: JSON.parse(row.poll),
  rhythm: JSON.parse(row.rhythm),
  nextAt: row.next_at,
  by: row.by,
})
