import type { Kysely, Selectable } from 'kysely'
import type { Goal, GoalKind, Side } from '../model/goal.ts'
import type { Grain } from '../model/period.ts'
import type { GoalRow, Tables } from './tables.ts'

/** What a team sets: everything of a goal but what becomes of it. */
export type SetGoal = Omit<Goal, 'id' | 'crossed' | 'restsUntil' | 'told'>

/** What teams aim at, and of which numbers they want to be alerted. */
export const goals = (db: Kysely<Tables>) => ({
  /** A goal takes the place of the one for the same measure, topic and period; an alert of the one on the same side. */
  async set(team: string, goal: SetGoal): Promise<number> {
    const { kind, measure, topic, side, value, currency, per, by, at } = goal
    const fresh = { kind, measure, topic, side, value, currency, per, by, at }
    // What rang for another value rings anew.
    const anew = { crossed_at: null, rests_until: 0 }
    const { id } = await db
      .insertInto('goals')
      .values({ team, key: keyOf(goal), ...fresh, ...anew })
      .onConflict((conflict) => conflict.columns(['team', 'key']).doUpdateSet({ ...fresh, ...anew }))
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  },

  /** A team's, those of a measure together. */
  async of(team: string): Promise<Goal[]> {
    const rows = await db
      .selectFrom('goals')
      .selectAll()
      .where('team', '=', team)
      .orderBy('measure')
      .orderBy('id')
      .execute()
    return rows.map(goalOf)
  },

  async get(team: string, id: number): Promise<Goal | null> {
    const row = await db
      .selectFrom('goals')
      .selectAll()
      .where('team', '=', team)
      .where('id', '=', id)
      .executeTakeFirst()
    return row ? goalOf(row) : null
  },

  /** How an alert stands now. */
  async put(team: string, { id, crossed, restsUntil, told }: Goal) {
    await db
      .updateTable('goals')
      .set({ crossed_at: crossed, rests_until: restsUntil, told })
      .where('team', '=', team)
      .where('id', '=', id)
      .execute()
  },

  /** False where it is gone already. */
  async remove(team: string, id: number): Promise<boolean> {
    const { numDeletedRows } = await db
      .deleteFrom('goals')
      .where('team', '=', team)
      .where('id', '=', id)
      .executeTakeFirst()
    return numDeletedRows > 0n
  },
})

const keyOf = ({ kind, measure, topic, side, per }: SetGoal) =>
  JSON.stringify([kind, measure, topic, kind === 'goal' ? per : side])

const goalOf = (row: Selectable<GoalRow>): Goal => ({
  id: row.id,
  kind: row.kind as GoalKind,
  measure: row.measure,
  topic: row.topic,
  side: row.side as Side,
  value: row.value,
  currency: row.currency,
  per: row.per as Grain,
  by: row.by,
  at: row.at,
  crossed: row.crossed_at,
  restsUntil: row.rests_until,
  told: row.told,
})
