import { type Kysely, type Selectable, sql, type UpdateObject } from 'kysely'
import {
  type Cause,
  type Incident,
  type IncidentState,
  type IncidentStep,
  isAtLeast,
  type SeenWindow,
  type Severity,
  type StepKind,
  severities,
  type Task,
} from '../model/incident.ts'
import type { Instant } from '../model/post.ts'
import type { Place } from '../model/team.ts'
import type { IncidentRow, Tables } from './tables.ts'

/** What an incident begins with. */
export type NewIncident = Pick<
  Incident,
  'cause' | 'topic' | 'title' | 'severity' | 'drill' | 'places' | 'seen' | 'from' | 'openedBy'
> & { plan: { text: string; who: string | null }[] }

/** What may change of an incident beside its state. */
export type IncidentChange = Partial<
  Pick<Incident, 'severity' | 'cause' | 'seen' | 'stoodAt' | 'saidAt' | 'remindedAt' | 'escalated' | 'places'>
>

/** Crises as they stand, what happened in them, and their plans. */
export const incidents = (db: Kysely<Tables>) => ({
  /** Opens one; gives its number. To be run in the transaction that tells of it. */
  async open(team: string, given: NewIncident, now: Instant): Promise<number> {
    const { id } = await db
      .insertInto('incidents')
      .values({
        team,
        cause: given.cause,
        topic: given.topic,
        title: given.title,
        severity: given.severity,
        state: 'firing',
        drill: Number(given.drill),
        places: JSON.stringify(given.places),
        seen: JSON.stringify(given.seen),
        from_at: given.from,
        opened_at: now,
        opened_by: given.openedBy,
        stood_at: now,
        said_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const [at, { text, who }] of given.plan.entries())
      await db
        .insertInto('incident_tasks')
        .values({ incident_id: id, nth: at + 1, text, owner: who, done_at: null, done_by: null })
        .execute()
    await step(db, id, {
      did: 'noticed',
      what: given.title,
      by: given.openedBy,
      at: now,
    })
    return id
  },

  async get(team: string, id: number): Promise<Incident | null> {
    // PostgreSQL knows no greater number of a row.
    if (id > 2_147_483_647) return null
    const row = await db
      .selectFrom('incidents')
      .selectAll()
      .where('id', '=', id)
      .where('team', '=', team)
      .executeTakeFirst()
    return row ? incidentOf(row) : null
  },

  /** The team's, newest first: those that are open before those that are over. */
  async list(team: string, most: number): Promise<Incident[]> {
    const rows = await db
      .selectFrom('incidents')
      .selectAll()
      .where('team', '=', team)
      .orderBy(sql`case when state = 'over' then 1 else 0 end`)
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.map(incidentOf)
  },

  /** All that are open, of one team or of all, oldest first. */
  async standing(team?: string): Promise<Incident[]> {
    let query = db.selectFrom('incidents').selectAll().where('state', '<>', 'over')
    if (team !== undefined) query = query.where('team', '=', team)
    return (await query.orderBy('id').execute()).map(incidentOf)
  },

  /** Changes what it says of itself; the message follows when `living.touch` is called. */
  async change(id: number, change: IncidentChange) {
    const { severity, cause, seen, stoodAt, saidAt, remindedAt, escalated, places } = change
    const set = {
      ...(severity ? { severity } : {}),
      ...(cause ? { cause } : {}),
      ...(seen ? { seen: JSON.stringify(seen) } : {}),
      ...(places ? { places: JSON.stringify(places) } : {}),
      ...(stoodAt !== undefined ? { stood_at: stoodAt } : {}),
      ...(saidAt !== undefined ? { said_at: saidAt } : {}),
      ...(remindedAt !== undefined ? { reminded_at: remindedAt } : {}),
      ...(escalated !== undefined ? { escalated } : {}),
    }
    if (Object.keys(set).length > 0) await db.updateTable('incidents').set(set).where('id', '=', id).execute()
  },

  /** From one state to the next; false where it was in none of those before. */
  async move(
    id: number,
    from: IncidentState[],
    to: IncidentState,
    { by, at, what = null }: { by: string | null; at: Instant; what?: string | null },
  ): Promise<boolean> {
    const taking = { taken_at: at, taken_by: by, reminded_at: null, escalated: 0 }
    const sets: Record<IncidentState, UpdateObject<Tables, 'incidents'>> = {
      // It begins anew: nobody has it, it stands, and what it holds back waits again.
      firing: {
        over_at: null,
        controlled_at: null,
        taken_at: null,
        taken_by: null,
        reminded_at: null,
        escalated: 0,
        stood_at: at,
        resumed_at: null,
        resumed_by: null,
      },
      taken: { ...taking, over_at: null, controlled_at: null },
      controlled: { controlled_at: at },
      over: { over_at: at },
    }
    const { numUpdatedRows } = await db
      .updateTable('incidents')
      .set({ state: to, said_at: at, ...sets[to] })
      .where('id', '=', id)
      .where('state', 'in', from)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    const did = to === 'firing' ? 'reopened' : to
    await step(db, id, { did, what, by, at })
    return true
  },

  /** Adds to the timeline; what a person says counts as news of it. */
  async step(id: number, one: { did: StepKind; what?: string | null; by?: string | null; at: Instant }) {
    const { did, what = null, by = null, at } = one
    await step(db, id, { did, what, by, at })
    if (by !== null)
      await db.updateTable('incidents').set({ said_at: at, reminded_at: null }).where('id', '=', id).execute()
  },

  /** The timeline, oldest first; the newest `most`. */
  async steps(id: number, most = 1_000): Promise<IncidentStep[]> {
    const rows = await db
      .selectFrom('incident_steps')
      .selectAll()
      .where('incident_id', '=', id)
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.reverse().map(({ id, did, what, by, at }) => ({ id, did: did as StepKind, what, by, at }))
  },

  async tasks(id: number): Promise<Task[]> {
    const rows = await db
      .selectFrom('incident_tasks')
      .selectAll()
      .where('incident_id', '=', id)
      .orderBy('nth')
      .execute()
    return rows.map(({ nth, text, owner, done_by, done_at }) => ({
      nth,
      text,
      owner,
      done: done_at === null ? null : { by: done_by!, at: done_at },
    }))
  },

  async addTask(id: number, text: string, owner: string | null): Promise<number> {
    const { nth } = await db
      .insertInto('incident_tasks')
      .values({
        incident_id: id,
        nth: sql<number>`(select coalesce(max(nth), 0) + 1 from incident_tasks where incident_id = ${id})`,
        text,
        owner,
        done_at: null,
        done_by: null,
      })
      .returning('nth')
      .executeTakeFirstOrThrow()
    return nth
  },

  /** Whose it is, whether it is done; null takes either back. False where there is none, or nothing changed. */
  async changeTask(
    id: number,
    nth: number,
    change: { owner?: string | null; done?: { by: string; at: Instant } | null },
  ): Promise<boolean> {
    const { owner, done } = change
    const { numUpdatedRows } = await db
      .updateTable('incident_tasks')
      .set({
        ...(owner !== undefined ? { owner } : {}),
        ...(done !== undefined ? { done_by: done?.by ?? null, done_at: done?.at ?? null } : {}),
      })
      .where('incident_id', '=', id)
      .where('nth', '=', nth)
      .$if(done !== undefined, (query) => query.where('done_at', done === null ? 'is not' : 'is', null))
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** Planned posts and drafts go on, although a crisis is open; false where they do already, or it is over. */
  async resume(id: number, by: string, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('incidents')
      .set({ resumed_at: now, resumed_by: by })
      .where('id', '=', id)
      .where('state', '<>', 'over')
      .where('resumed_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await step(db, id, { did: 'resumed', what: null, by, at: now })
    return true
  },

  /** What people said in them before a moment: their words go, that something was said stays. */
  async forgetWords(team: string, before: Instant) {
    await db
      .updateTable('incident_steps')
      .set({ what: null })
      .where('did', 'in', ['note', 'reply'])
      .where('at', '<', before)
      .where('what', 'is not', null)
      .where('incident_id', 'in', (of) => of.selectFrom('incidents').select('id').where('team', '=', team))
      .execute()
  },

  /** Erases those that were over before a moment. */
  async forget(team: string, before: Instant) {
    await db
      .deleteFrom('incidents')
      .where('team', '=', team)
      .where('state', '=', 'over')
      .where('over_at', '<', before)
      .execute()
  },
})

/** What an open crisis holds back: planned posts and drafts that were approved. */
export const freezes = (db: Kysely<Tables>) => ({
  /** The oldest incident that holds the team's posts from `severity` on; null where nothing does. A drill holds nothing. */
  async of(team: string, from: Severity | null): Promise<{ incident: number; since: Instant } | null> {
    if (from === null) return null
    const row = await db
      .selectFrom('incidents')
      .select(['id', 'opened_at'])
      .where('team', '=', team)
      .where('state', '<>', 'over')
      .where('drill', '=', 0)
      .where('cause', '<>', 'liked')
      .where('resumed_at', 'is', null)
      .where(
        'severity',
        'in',
        severities.filter((one) => isAtLeast(one, from)),
      )
      .orderBy('id')
      .executeTakeFirst()
    return row ? { incident: row.id, since: row.opened_at } : null
  },
})

const step = (
  db: Kysely<Tables>,
  id: number,
  one: { did: StepKind; what: string | null; by: string | null; at: Instant },
) =>
  db
    .insertInto('incident_steps')
    .values({ incident_id: id, ...one })
    .execute()

const incidentOf = (row: Selectable<IncidentRow>): Incident => ({
  id: row.id,
  team: row.team,
  cause: row.cause as Cause,
  topic: row.topic,
  title: row.title,
  severity: row.severity as Severity,
  state: row.state as IncidentState,
  drill: row.drill === 1,
  places: JSON.parse(row.places) as Place[],
  seen: JSON.parse(row.seen) as SeenWindow[],
  from: row.from_at,
  openedAt: row.opened_at,
  openedBy: row.opened_by,
  stoodAt: row.stood_at,
  taken: row.taken_at === null ? null : { at: row.taken_at, by: row.taken_by! },
  controlledAt: row.controlled_at,
  overAt: row.over_at,
  resumed: row.resumed_at === null ? null : { at: row.resumed_at, by: row.resumed_by! },
  saidAt: row.said_at,
  remindedAt: row.reminded_at,
  escalated: row.escalated,
})
