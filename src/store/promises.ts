import { type Kysely, type Selectable, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import { nextStep, type Promised, type Stop } from '../model/promise.ts'
import { listed, listedNumbers } from './batch.ts'
import type { PromiseRow, Tables } from './tables.ts'

/** What happened to a promise; `who` did it, or is who has it no more, or hears of it. */
export type PromiseStep = {
  did: 'reminded' | 'late' | 'escalated' | 'given-back' | 'snoozed' | 'handed-over'
  who: string | null
  at: Instant
}

/** Within which time mentions are answered. What changes one is to be run in a transaction that took its turn. */
export const promises = (db: Kysely<Tables>) => ({
  /** Promises begin; a mention that has one keeps it. */
  async begin(all: Promised[]) {
    for (const promised of all)
      await db
        .insertInto('promises')
        .values({ team: promised.team, mention_id: promised.mention, ...rowOf(promised, null) })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  },

  /** Which of these stories somebody was promised an answer to, since a moment: copies of a post need no second one. */
  async ofStories(team: string, stories: string[], since: Instant): Promise<Set<string>> {
    if (stories.length === 0) return new Set()
    const rows = await db
      .selectFrom('mentions as m')
      .innerJoin('promises as p', 'p.mention_id', 'm.id')
      .select('m.story')
      .where('m.team', '=', team)
      .where('m.story', 'in', listed(stories))
      .where('p.started_at', '>=', since)
      .execute()
    return new Set(rows.map(({ story }) => story))
  },

  async get(team: string, mention: number): Promise<Promised | null> {
    return (await promises(db).these(team, [mention])).get(mention) ?? null
  },

  async these(team: string, mentions: number[]): Promise<Map<number, Promised>> {
    const rows = await db
      .selectFrom('promises')
      .selectAll()
      .where('team', '=', team)
      .where('mention_id', 'in', listedNumbers(mentions))
      .execute()
    return new Map(rows.map((row) => [row.mention_id, promisedOf(row)]))
  },

  /** It stands so now; `snoozed` until then, whoever has it wants no reminder. */
  async put(promised: Promised, snoozed: Instant | null) {
    await db
      .updateTable('promises')
      .set(rowOf(promised, snoozed))
      .where('team', '=', promised.team)
      .where('mention_id', '=', promised.mention)
      .execute()
  },

  /** Its clock stops; nothing where there is no promise, or it has stopped before. */
  async stop(team: string, mention: number, { why, now }: { why: Stop['why']; now: Instant }) {
    await db
      .updateTable('promises')
      .set({ stopped_at: now, stop_why: why, next_at: null, silent_at: null })
      .where('team', '=', team)
      .where('mention_id', '=', mention)
      .where('stopped_at', 'is', null)
      .execute()
  },

  /** The mentions of a team whose promises ask for something, the oldest promise first. */
  async due(team: string, now: Instant, most: number): Promise<number[]> {
    const rows = await db
      .selectFrom('promises')
      .select('mention_id')
      .where('team', '=', team)
      .where('next_at', '<=', now)
      .orderBy('due_at')
      .orderBy('mention_id')
      .limit(most)
      .execute()
    return rows.map(({ mention_id }) => mention_id)
  },

  /** When something is asked for next, by team: of promises, of what somebody set aside, at once by clocks that were ahead. */
  async agenda(teams: string[], now: Instant): Promise<{ team: string; at: Instant }[]> {
    const { rows } = await sql<{ team: string; at: Instant }>`
      select team, min(at) as at from (
        select team, next_at as at from promises where next_at is not null
        union all select team, until from snoozes
        union all select team, ${now} from promises where stopped_at is null and started_at > ${now + ahead}
      ) as open where team in ${listed(teams)} group by team`.execute(db)
    return rows.map(({ team, at }) => ({ team, at: Number(at) }))
  },

  /** Those that began later than it is: a clock was ahead. */
  async ahead(team: string, now: Instant): Promise<number[]> {
    const rows = await db
      .selectFrom('promises')
      .select('mention_id')
      .where('team', '=', team)
      .where('stopped_at', 'is', null)
      .where('started_at', '>', now + ahead)
      .execute()
    return rows.map(({ mention_id }) => mention_id)
  },

  /** What was to be said of it, and nobody has tried to say yet, is said no more. */
  async hush(team: string, mention: number) {
    await db
      .deleteFrom('deliveries')
      .where('team', '=', team)
      .where('rule', '=', 'notice')
      .where('about', 'like', `mention:${mention}/%`)
      .where('state', '=', 'waiting')
      .where('attempts', '=', 0)
      .execute()
  },

  async step(team: string, mention: number, { did, who, at }: PromiseStep) {
    await db.insertInto('promise_steps').values({ team, mention_id: mention, did, who, at }).execute()
  },

  async steps(team: string, mention: number): Promise<PromiseStep[]> {
    const rows = await db
      .selectFrom('promise_steps')
      .select(['did', 'who', 'at'])
      .where('team', '=', team)
      .where('mention_id', '=', mention)
      .orderBy('id')
      .execute()
    return rows.map((row) => ({ ...row, did: row.did as PromiseStep['did'] }))
  },

  /** When somebody last wrote, changed or approved an answer to a mention; null where there is none. */
  async workedOn(team: string, mention: number): Promise<Instant | null> {
    const row = await db
      .selectFrom('reply_steps as s')
      .innerJoin('replies as r', 'r.id', 's.reply_id')
      .select(sql<number | null>`max(s.at)`.as('at'))
      .where('r.team', '=', team)
      .where('r.mention_id', '=', mention)
      .where('s.by', 'is not', null)
      .executeTakeFirst()
    return row?.at ?? null
  },

  /** Until then whoever has a mention wants no reminder of it. */
  async snooze(team: string, mention: number, until: Instant) {
    await db
      .insertInto('snoozes')
      .values({ team, mention_id: mention, until })
      .onConflict((conflict) => conflict.column('mention_id').doUpdateSet({ until }))
      .execute()
  },

  /** False where nobody had set it aside. */
  async wake(team: string, mention: number): Promise<boolean> {
    const { numDeletedRows } = await db
      .deleteFrom('snoozes')
      .where('team', '=', team)
      .where('mention_id', '=', mention)
      .executeTakeFirstOrThrow()
    return numDeletedRows > 0n
  },

  async snoozed(team: string, mentions: number[]): Promise<Map<number, Instant>> {
    const rows = await db
      .selectFrom('snoozes')
      .select(['mention_id', 'until'])
      .where('team', '=', team)
      .where('mention_id', 'in', listedNumbers(mentions))
      .execute()
    return new Map(rows.map(({ mention_id, until }) => [mention_id, until]))
  },

  /** What a team's people wanted to be reminded of by now. */
  async awake(team: string, now: Instant): Promise<number[]> {
    const rows = await db
      .selectFrom('snoozes')
      .select('mention_id')
      .where('team', '=', team)
      .where('until', '<=', now)
      .orderBy('until')
      .execute()
    return rows.map(({ mention_id }) => mention_id)
  },
})

/** Clocks differ by less (ms). */
const ahead = 60_000

const rowOf = (promised: Promised, snoozed: Instant | null) => ({
  rule: promised.rule,
  within: promised.within,
  silence: promised.silence,
  started_at: promised.startedAt,
  due_at: promised.dueAt,
  remind_at: promised.remindAt,
  silent_at: promised.silentAt,
  escalations: JSON.stringify(promised.escalations),
  reminded: promised.reminded ? 1 : 0,
  late: promised.late ? 1 : 0,
  escalated: promised.escalated,
  stopped_at: promised.stopped?.at ?? null,
  stop_why: promised.stopped?.why ?? null,
  next_at: nextStep(promised, snoozed),
})

const promisedOf = (row: Selectable<PromiseRow>): Promised => ({
  team: row.team,
  mention: row.mention_id,
  rule: row.rule,
  within: row.within,
  silence: row.silence,
  startedAt: row.started_at,
  dueAt: row.due_at,
  remindAt: row.remind_at,
  silentAt: row.silent_at,
  escalations: JSON.parse(row.escalations),
  reminded: row.reminded === 1,
  late: row.late === 1,
  escalated: row.escalated,
  stopped: row.stopped_at === null ? null : { why: row.stop_why as Stop['why'], at: row.stopped_at },
})
