import type { Kysely } from 'kysely'
import type { DrillPost } from '../model/drill.ts'
import type { Instant } from '../model/post.ts'
import { listed } from './batch.ts'
import type { Tables } from './tables.ts'

/** A drill: what is said in it, posts in the order of time. `toldAt`: its times were told. */
export type Drill = {
  incident: number
  team: string
  script: DrillPost[]
  startedAt: Instant
  endsAt: Instant
  toldAt: Instant | null
}

/** What is played in drills; how they stand is kept with their incidents. */
export const drills = (db: Kysely<Tables>) => ({
  /** Begins one for an incident that was opened for it; to be run in the same transaction. */
  async add({ incident, team, script, startedAt, endsAt }: Omit<Drill, 'toldAt'>) {
    await db
      .insertInto('drills')
      .values({
        incident_id: incident,
        team,
        script: JSON.stringify(script),
        started_at: startedAt,
        ends_at: endsAt,
        told_at: null,
      })
      .execute()
  },

  async get(incident: number): Promise<Drill | null> {
    const row = await db
      .selectFrom('drills')
      .selectAll()
      .where('incident_id', '=', incident)
      .executeTakeFirst()
    return row ? drillOf(row) : null
  },

  /** Those of these teams that run, or whose times are not told yet, oldest first. */
  async running(teams: string[]): Promise<Drill[]> {
    const rows = await db
      .selectFrom('drills as d')
      .innerJoin('incidents as i', 'i.id', 'd.incident_id')
      .selectAll('d')
      .where((where) => where.or([where('d.told_at', 'is', null), where('i.state', '<>', 'over')]))
      .where('d.team', 'in', listed(teams))
      .orderBy('d.incident_id')
      .execute()
    return rows.map(drillOf)
  },

  /** Its times were told; false when another process was faster. */
  async told(incident: number, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('drills')
      .set({ told_at: now })
      .where('incident_id', '=', incident)
      .where('told_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** The incident of the drill that the team played before this one; null where it was the first. */
  async before(team: string, incident: number): Promise<number | null> {
    const row = await db
      .selectFrom('drills')
      .select('incident_id')
      .where('team', '=', team)
      .where('incident_id', '<', incident)
      .orderBy('incident_id', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.incident_id ?? null
  },
})

const drillOf = (row: Tables['drills']): Drill => ({
  incident: row.incident_id,
  team: row.team,
  script: JSON.parse(row.script) as DrillPost[],
  startedAt: row.started_at,
  endsAt: row.ends_at,
  toldAt: row.told_at,
})
