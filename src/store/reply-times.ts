import { type Kysely, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import { listed } from './batch.ts'
import type { Tables } from './tables.ts'

/** Which replies something is to be done with by itself, and when. */
export const replyTimes = (db: Kysely<Tables>) => ({
  /** Approved ones of these teams that go out now, the longest due first; not those that a person publishes. */
  async due(now: Instant, teams: string[]): Promise<{ team: string; reply: number }[]> {
    const rows = await db
      .selectFrom('replies')
      .select(['team', 'id'])
      .where('state', '=', 'approved')
      .where('goes_at', '<=', now)
      .where('identity', 'is not', null)
      .where('team', 'in', listed(teams))
      .orderBy('goes_at')
      .execute()
    return rows.map(({ team, id }) => ({ team, reply: id }))
  },

  /** Those that a crisis may hold back: their time has come, or a person publishes them. */
  async leaving(now: Instant, teams: string[]): Promise<{ team: string; reply: number }[]> {
    const rows = await db
      .selectFrom('replies')
      .select(['team', 'id'])
      .where((row) =>
        row.or([
          row('state', '=', 'by-hand'),
          row.and([row('state', '=', 'approved'), row('goes_at', '<=', now)]),
        ]),
      )
      .where('team', 'in', listed(teams))
      .orderBy('id')
      .execute()
    return rows.map(({ team, id }) => ({ team, reply: id }))
  },

  /** Those of which a network was being asked when the process ended, or still is. */
  async publishing(teams: string[]): Promise<{ team: string; reply: number }[]> {
    const rows = await db
      .selectFrom('replies')
      .select(['team', 'id'])
      .where('state', '=', 'publishing')
      .where('team', 'in', listed(teams))
      .orderBy('id')
      .execute()
    return rows.map(({ team, id }) => ({ team, reply: id }))
  },

  /** When the next one is to be reminded of, or expires; null where none waits. */
  async nextLate(teams: string[]): Promise<Instant | null> {
    const row = await db
      .selectFrom('replies')
      .select(sql<number | null>`min(${momentOf})`.as('at'))
      .where('state', '=', 'waiting')
      .where('team', 'in', listed(teams))
      .executeTakeFirst()
    return row?.at ?? null
  },

  /** When the next approved one goes out; null where none does by itself. */
  async nextMoment(teams: string[]): Promise<Instant | null> {
    const row = await db
      .selectFrom('replies')
      .select(sql<number | null>`min(goes_at)`.as('at'))
      .where('state', '=', 'approved')
      .where('identity', 'is not', null)
      .where('team', 'in', listed(teams))
      .executeTakeFirst()
    return row?.at ?? null
  },

  /** Mentions heard since a moment, not with the past, that have no reply at all, oldest first; those that follow one. */
  async unanswered(
    team: string,
    { since, after, most }: { since: Instant; after: number; most: number },
  ): Promise<number[]> {
    const rows = await db
      .selectFrom('mentions as m')
      .select('m.id')
      .where('m.team', '=', team)
      .where('m.heard_at', '>=', since)
      .where('m.id', '>', after)
      .where('m.past', '=', 0)
      .where(sql<boolean>`not exists (select 1 from replies r where r.team = m.team and r.mention_id = m.id)`)
      .orderBy('m.id')
      .limit(most)
      .execute()
    return rows.map(({ id }) => id)
  },

  /** Those that wait for approvals and whose half or whole time is over. */
  async late(now: Instant, teams: string[]): Promise<{ team: string; reply: number }[]> {
    const rows = await db
      .selectFrom('replies')
      .select(['team', 'id'])
      .where('state', '=', 'waiting')
      .where(momentOf, '<=', now)
      .where('team', 'in', listed(teams))
      .orderBy('id')
      .execute()
    return rows.map(({ team, id }) => ({ team, reply: id }))
  },
})

/** When something is to be done with one that waits: it is reminded of at half its time, and expires. */
const momentOf = sql<number>`case when reminded_at is null then waits_from + (expires_at - waits_from) / 2
  else expires_at end`
