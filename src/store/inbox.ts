import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import { day } from '../model/time.ts'
import type { Tables } from './tables.ts'

/** Which of what waits: somebody's, nobody's, what is late. */
export type InboxFilter = { who: 'all' | 'unassigned' | { id: string; name: string }; late: boolean }

/** A place in the inbox: what was promised for later comes after it. */
export type InboxPlace = { due: Instant; id: number }

/** What waits for an answer: mentions with a promise whose clock runs, then those that somebody took without one. */
export const inbox = (db: Kysely<Tables>) => ({
  /** The oldest promise first, at most `most`, after a place. */
  async list(
    team: string,
    filter: InboxFilter,
    { now, after, most }: { now: Instant; after?: InboxPlace | undefined; most: number },
  ): Promise<InboxPlace[]> {
    const later = after
      ? sql<SqlBool>`(due > ${after.due} or (due = ${after.due} and id > ${after.id}))`
      : sql<SqlBool>`1 = 1`
    const { rows } = await sql<InboxPlace>`
      select id, due from ${waiting(team, now)} as w where ${chosen(filter, now)} and ${later}
      order by due, id limit ${most}`.execute(db)
    return rows.map(({ id, due }) => ({ id, due: Number(due) }))
  },

  async count(
    team: string,
    filter: InboxFilter,
    now: Instant,
  ): Promise<Record<'all' | 'late' | 'unassigned', number>> {
    const { rows } = await sql<Record<'all' | 'late' | 'unassigned', number | null>>`
      select count(*) as "all", sum(case when due < ${now} then 1 else 0 end) as late,
        sum(case when ${isNobodys} then 1 else 0 end) as unassigned
      from ${waiting(team, now)} as w where ${chosen(filter, now)}`.execute(db)
    const { all, late, unassigned } = rows[0]!
    return { all: Number(all), late: Number(late ?? 0), unassigned: Number(unassigned ?? 0) }
  },
})

/** What somebody took longer ago than anything is looked at again is not waited for. */
const waiting = (team: string, now: Instant): RawBuilder<unknown> => sql`(
  select o.mention_id as id, coalesce(p.due_at, ${never}) as due, s."is" as state, s.person, s.person_id
  from (
    select mention_id from promises where team = ${team} and stopped_at is null
    union
    select t.mention_id from mention_steps t where t.team = ${team} and t."is" = 'taken' and t.at > ${now - longest}
      and t.id = (select max(id) from mention_steps where mention_id = t.mention_id)
  ) o
  left join promises p on p.mention_id = o.mention_id and p.stopped_at is null
  left join mention_steps s on s.id = (select max(id) from mention_steps where mention_id = o.mention_id))`

const isNobodys = sql<SqlBool>`(state is null or state = 'new')`

function chosen({ who, late }: InboxFilter, now: Instant) {
  const whose =
    who === 'all'
      ? sql<SqlBool>`1 = 1`
      : who === 'unassigned'
        ? isNobodys
        : // Ids are kept since there are promises; who took something before goes by their name.
          sql<SqlBool>`(state = 'taken' and (person_id = ${who.id} or (person_id is null and person = ${who.name})))`
  return sql<SqlBool>`(${whose} and ${late ? sql<SqlBool>`due < ${now}` : sql<SqlBool>`1 = 1`})`
}

const longest = 90 * day

/** Later than anything that was promised. */
export const never = 9_000_000_000_000_000
