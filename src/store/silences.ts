import { type Kysely, type Selectable, sql } from 'kysely'
import type { Cause, Silence } from '../model/incident.ts'
import type { Instant } from '../model/post.ts'
import type { SilenceRow, Tables } from './tables.ts'

/** What keeps alerts quiet for a while, and why. */
export const silences = (db: Kysely<Tables>) => ({
  async add(
    team: string,
    given: Pick<Silence, 'topic' | 'mood' | 'until' | 'reason' | 'by'>,
    now: Instant,
  ): Promise<number> {
    const { topic, mood, until, reason, by } = given
    const { id } = await db
      .insertInto('silences')
      .values({ team, topic, mood, until_at: until, reason, by, at: now, ended_at: null, ended_by: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  },

  /** Those that hold now, the one that ends first before others. */
  async of(team: string, now: Instant): Promise<Silence[]> {
    const rows = await db
      .selectFrom('silences')
      .selectAll()
      .where('team', '=', team)
      .where('until_at', '>', now)
      .where('ended_at', 'is', null)
      .orderBy('until_at')
      .execute()
    return rows.map(silenceOf)
  },

  /** Ends one before its time; false where it is over. */
  async end(team: string, id: number, by: string, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('silences')
      .set({ ended_at: now, ended_by: by })
      .where('team', '=', team)
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .where('until_at', '>', now)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** Counts an alert that was kept quiet. */
  async muted(id: number) {
    await db.updateTable('silences').set({ muted: sql<number>`muted + 1` }).where('id', '=', id).execute()
  },
})

/** Whether a silence keeps quiet what is noticed of a topic. */
export const silenced = ({ topic, mood }: Silence, noticed: { topic: string | null; cause: Cause }) =>
  (topic === null || topic === noticed.topic) && (mood === null || mood === noticed.cause)

const silenceOf = (row: Selectable<SilenceRow>): Silence => ({
  id: row.id,
  topic: row.topic,
  mood: row.mood as Silence['mood'],
  until: row.until_at,
  reason: row.reason,
  by: row.by,
  at: row.at,
  muted: row.muted,
})
