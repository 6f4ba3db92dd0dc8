import { type Kysely, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import type { Tables } from './tables.ts'

/** From when until when (not included), and of which topic alone. */
type Of = { from: Instant; to: Instant; topic?: string | undefined }

/** Two moments that something lies between. */
export type Stretch = { from: Instant; to: Instant }

/** What a team did with what it heard, and when. What was filed with the past was heard late, and counts nowhere. */
export const work = (db: Kysely<Tables>) => ({
  /** From when mentions were heard until they were taken or answered, or answered: of those to which that first happened then. */
  async firstSteps(team: string, until: 'taken' | 'answered', { from, to, topic }: Of): Promise<Stretch[]> {
    const which = until === 'taken' ? sql`('taken', 'answered')` : sql`('answered')`
    const { rows } = await sql<{ heard_at: number; at: number }>`
      select m.heard_at, s.at from mention_steps s join mentions m on m.id = s.mention_id
      where s.team = ${team} and s.at >= ${from} and s.at < ${to} and s."is" in ${which} and m.past = 0
        and not exists (
          select 1 from mention_steps e where e.mention_id = s.mention_id and e.id < s.id and e."is" in ${which})
        and ${isAbout(topic)}`.execute(db)
    return rows.map(({ heard_at, at }) => ({ from: Number(heard_at), to: Number(at) }))
  },

  /** From when replies were written, as they were approved, until so many had approved them as it takes. */
  async approvals(team: string, { from, to }: Of): Promise<Stretch[]> {
    const { rows } = await sql<{ reply: number; needs: number; ready: number; at: number }>`
      select r.id * 1000 + a.version as reply, r.needs, v.at as ready, a.at
      from reply_approvals a join replies r on r.id = a.reply_id
      join reply_versions v on v.reply_id = a.reply_id and v.nth = a.version
      where r.team = ${team} and a.void_at is null and exists (
        select 1 from reply_approvals b
        where b.reply_id = a.reply_id and b.version = a.version and b.at >= ${from} and b.at < ${to})
      order by a.at`.execute(db)
    return [...Map.groupBy(rows, ({ reply }) => reply).values()].flatMap((its) => {
      const last = its[Number(its[0]!.needs) - 1]
      const at = last ? Number(last.at) : to
      return last && at >= from && at < to ? [{ from: Number(last.ready), to: at }] : []
    })
  },

  /** Promises that were kept, and those that were not: each on the day on which that was certain. Ignored mentions were not promised anything. */
  async promises(
    team: string,
    { from, to, topic }: Of,
    now: Instant,
  ): Promise<{ kept: number; broken: number }> {
    const { rows } = await sql<{ kept: number | null; broken: number | null }>`
      select
        sum(case when stop_why = 'answered' and stopped_at <= due_at
          and stopped_at >= ${from} and stopped_at < ${to} then 1 else 0 end) as kept,
        sum(case when (stopped_at is null or (stop_why = 'answered' and stopped_at > due_at))
          and due_at < ${Math.min(to, now)} then 1 else 0 end) as broken
      from promises p join mentions m on m.id = p.mention_id
      where p.team = ${team} and p.due_at >= ${from} and ${isAbout(topic)}`.execute(db)
    return { kept: Number(rows[0]!.kept), broken: Number(rows[0]!.broken) }
  },

  /** Of the mentions heard then that somebody took or answered, or that an answer was promised to: how many were answered. Ignored ones are left out. */
  async answered(team: string, { from, to, topic }: Of): Promise<{ asking: number; answered: number }> {
    const { rows } = await sql<{ asking: number; answered: number | null }>`
      select count(*) as asking, sum(answered) as answered from (
        select case when exists (
            select 1 from mention_steps s where s.mention_id = m.id and s."is" = 'answered') then 1 else 0 end
            as answered,
          (select s."is" from mention_steps s where s.mention_id = m.id order by s.id desc limit 1) as state
        from (
          select mention_id from mention_steps
          where team = ${team} and at >= ${from} and "is" in ('taken', 'answered')
          union select mention_id from promises where team = ${team} and due_at >= ${from}) a
        join mentions m on m.id = a.mention_id
        where m.heard_at >= ${from} and m.heard_at < ${to} and m.past = 0 and ${isAbout(topic)}) b
      where answered = 1 or state is null or state <> 'ignored'`.execute(db)
    return { asking: Number(rows[0]!.asking), answered: Number(rows[0]!.answered) }
  },

  /** Of the mentions that rang then and that somebody has decided on, how many were ignored. */
  async alerts(team: string, { from, to, topic }: Of): Promise<{ decided: number; ignored: number }> {
    const { rows } = await sql<{ decided: number; ignored: number | null }>`
      select count(*) as decided, sum(case when state = 'ignored' then 1 else 0 end) as ignored from (
        select (select s."is" from mention_steps s where s.mention_id = m.id order by s.id desc limit 1) as state
        from (
          select distinct cast(substr(about, 9) as integer) as mention_id from deliveries
          where team = ${team} and rule = 'alert' and told_at >= ${from} and told_at < ${to}
            and about like 'mention:%') a
        join mentions m on m.id = a.mention_id
        where m.team = ${team} and ${isAbout(topic)}) b
      where state in ('taken', 'answered', 'ignored')`.execute(db)
    return { decided: Number(rows[0]!.decided), ignored: Number(rows[0]!.ignored) }
  },

  /** Which of these the team ever did. */
  async did(
    team: string,
  ): Promise<Record<'took' | 'answered' | 'approved' | 'promised' | 'decided', boolean>> {
    const { rows } = await sql<Record<'took' | 'answered' | 'approved' | 'promised' | 'decided', number>>`
      select
        case when exists (select 1 from mention_steps where team = ${team} and "is" in ('taken', 'answered'))
          then 1 else 0 end as took,
        case when exists (select 1 from mention_steps where team = ${team} and "is" = 'answered')
          then 1 else 0 end as answered,
        case when exists (select 1 from mention_steps where team = ${team} and "is" in ('taken', 'answered', 'ignored'))
          then 1 else 0 end as decided,
        case when exists (select 1 from promises where team = ${team}) then 1 else 0 end as promised,
        case when exists (
          select 1 from reply_approvals a join replies r on r.id = a.reply_id where r.team = ${team})
          then 1 else 0 end as approved`.execute(db)
    const { took, answered, approved, promised, decided } = rows[0]!
    const is = (one: number) => Number(one) === 1
    return {
      ...{ took: is(took), answered: is(answered), approved: is(approved) },
      ...{ promised: is(promised), decided: is(decided) },
    }
  },
})

/** Whether mention `m` is about a topic, where one is named. */
const isAbout = (topic: string | undefined) =>
  topic === undefined
    ? sql`1 = 1`
    : sql`exists (select 1 from mention_topics t where t.mention_id = m.id and t.topic = ${topic})`
