import { type Kysely, type Selectable, sql } from 'kysely'
import type {
  EndWhy,
  Poll,
  PollChoice,
  PollKind,
  PollPlan,
  PollState,
  ResultTime,
  SuggestionWay,
} from '../model/poll.ts'
import { choiceKey } from '../model/poll.ts'
import type { Instant } from '../model/post.ts'
import { listed } from './batch.ts'
import { isPostgres } from './dialect.ts'
import type { PollRow, Tables } from './tables.ts'

/** When a poll runs, and what it belongs to. */
export type PollTimes = { startsAt: Instant; endsAt: Instant | null; series?: number | null }

/** Polls and their choices; who votes what is in poll-votes.ts. */
export const polls = (db: Kysely<Tables>) => ({
  /** A new poll, scheduled; gives its number. An anonymous one brings its salt. */
  async add(
    team: string,
    plan: PollPlan,
    times: PollTimes,
    { salt, now }: { salt: string | null; now: Instant },
  ) {
    const { id } = await db
      .insertInto('polls')
      .values({
        team,
        question: plan.question,
        kind: plan.kind,
        most: plan.most,
        anonymous: plan.anonymous ? 1 : 0,
        salt,
        results: plan.results,
        suggestions: plan.suggestions,
        quorum: plan.quorum,
        who: JSON.stringify(plan.who),
        places: JSON.stringify(plan.places),
        state: 'scheduled',
        by: plan.by,
        made_at: now,
        starts_at: times.startsAt,
        ends_at: times.endsAt,
        ends_votes: plan.endsVotes,
        series_id: times.series ?? null,
        version: 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const choices = plan.choices.map((text, at) => ({
      poll_id: id,
      nth: at + 1,
      text,
      text_key: choiceKey(text),
    }))
    await db.insertInto('poll_choices').values(choices).execute()
    return id
  },

  async get(team: string, id: number): Promise<Poll | null> {
    const row = await db
      .selectFrom('polls')
      .selectAll()
      .where('team', '=', team)
      .where('id', '=', id)
      .executeTakeFirst()
    return row ? pollOf(row) : null
  },

  /** The same, and whoever else does something to it waits until this transaction is over. */
  async lock(team: string, id: number): Promise<Poll | null> {
    const row = await db
      .updateTable('polls')
      .set({ version: sql<number>`version + 1` })
      .where('team', '=', team)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    return row ? pollOf(row) : null
  },

  async choices(id: number): Promise<PollChoice[]> {
    return db
      .selectFrom('poll_choices')
      .select(['nth', 'text'])
      .where('poll_id', '=', id)
      .orderBy('nth')
      .execute()
  },

  /** One more choice, the last; false where it is there already. */
  async addChoice(id: number, text: string): Promise<boolean> {
    // The number of one that was taken out is nobody else's: buttons and votes may still name it.
    const { last } = await db
      .selectNoFrom([
        sql<number>`(select count(*) from poll_choices where poll_id = ${id})
          + (select count(*) from poll_suggestions where poll_id = ${id} and state = 'struck')`.as('last'),
      ])
      .executeTakeFirstOrThrow()
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('poll_choices')
      .values({ poll_id: id, nth: Number(last) + 1, text, text_key: choiceKey(text) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  },

  /** The newest of a team's polls, those that run or will run first. */
  async list(team: string, most: number): Promise<Poll[]> {
    const rows = await db
      .selectFrom('polls')
      .selectAll()
      .where('team', '=', team)
      .orderBy(sql`case when state in ('running', 'scheduled') then 0 else 1 end`)
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.map(pollOf)
  },

  /** Those of these teams that are to begin. */
  async starting(now: Instant, teams: string[]): Promise<Poll[]> {
    const due = someOf(db, teams).where('state', '=', 'scheduled').where('starts_at', '<=', now)
    return (await due.orderBy('starts_at').execute()).map(pollOf)
  },

  /** Those that are to end. */
  async ending(now: Instant, teams: string[]): Promise<Poll[]> {
    const due = someOf(db, teams).where('state', '=', 'running').where('ends_at', '<=', now)
    return (await due.orderBy('ends_at').execute()).map(pollOf)
  },

  /** Those whose end is still to be told. */
  async unannounced(teams: string[]): Promise<Poll[]> {
    const due = someOf(db, teams).where('state', '=', 'ended').where('announced_at', 'is', null)
    return (await due.orderBy('id').execute()).map(pollOf)
  },

  /** Those of all teams that run. */
  async running(): Promise<{ team: string; id: number }[]> {
    return db
      .selectFrom('polls')
      .select(['team', 'id'])
      .where('state', '=', 'running')
      .orderBy('id')
      .execute()
  },

  /** When a poll of these teams begins or ends next, after a moment. */
  async nextMoment(after: Instant, teams: string[]): Promise<Instant | null> {
    const ours = sql`team in ${listed(teams)}`
    const { rows } = await sql<{ at: number | null }>`
      select min(at) as at from (
        select min(starts_at) as at from polls where state = 'scheduled' and starts_at > ${after} and ${ours}
        union all select min(ends_at) from polls where state = 'running' and ends_at > ${after} and ${ours}
        union all select min(next_at) from poll_series where stopped_at is null and next_at > ${after} and ${ours}
      ) as moments`.execute(db)
    return rows[0]?.at ?? null
  },

  /** It begins; false where somebody was faster, or it was cancelled. */
  start: (id: number) => move(db, id, 'scheduled', { state: 'running' }),

  /** It ends; false where it had ended. */
  end: (id: number, { at, why, by }: { at: Instant; why: EndWhy; by: string | null }) =>
    move(db, id, 'running', { state: 'ended', ended_at: at, ended_why: why, ended_by: by }),

  /** It never was; false where it is over. */
  async cancel(id: number, { at, by }: { at: Instant; by: string }) {
    const set = { state: 'cancelled', ended_at: at, ended_by: by }
    return (await move(db, id, 'running', set)) || (await move(db, id, 'scheduled', set))
  },

  /**
   * What was erased is gone from SQLite's log of changes too. Not to be run in a transaction; PostgreSQL keeps its log
   * as its operator set it up.
   */
  async erased() {
    if (!isPostgres(db)) await sql`pragma wal_checkpoint(truncate)`.execute(db)
  },

  /** Its end was told; false where another process did so. */
  async announced(id: number, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('polls')
      .set({ announced_at: now })
      .where('id', '=', id)
      .where('announced_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },
})

async function move(db: Kysely<Tables>, id: number, from: PollState, set: object): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('polls')
    .set(set)
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** So many are looked at in one round. */
export const atOnce = 50

const pollOf = (row: Selectable<PollRow>): Poll => ({
  id: row.id,
  team: row.team,
  question: row.question,
  kind: row.kind as PollKind,
  most: row.most,
  anonymous: row.anonymous === 1,
  results: row.results as ResultTime,
  suggestions: row.suggestions as SuggestionWay,
  quorum: row.quorum,
  who: JSON.parse(row.who),
  places: JSON.parse(row.places),
  endsVotes: row.ends_votes,
  by: row.by,
  state: row.state as PollState,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  ended:
    row.ended_at === null
      ? null
      : { at: row.ended_at, why: (row.ended_why ?? 'hand') as EndWhy, by: row.ended_by },
  salt: row.salt,
  series: row.series_id,
})

/** As many polls of these teams as are worked on in one go. */
const someOf = (db: Kysely<Tables>, teams: string[]) =>
  db.selectFrom('polls').selectAll().where('team', 'in', listed(teams)).limit(atOnce)
