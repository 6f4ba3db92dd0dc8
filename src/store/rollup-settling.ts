import { type Kysely, sql } from 'kysely'
import { type Day, newDayOf, spanOf } from '../model/period.ts'
import type { Instant } from '../model/post.ts'
import { dayIn } from '../model/time.ts'
import { insertMany, listed, listedNumbers } from './batch.ts'
import { isPostgres } from './dialect.ts'
import { countNext, countSaid, everything, newTally } from './rollup-rows.ts'
import { closedDays, writeTally } from './rollup-writing.ts'
import type { Tables } from './tables.ts'
import { turns } from './turns.ts'

/** Up to which mention a team's are counted, by which calendar. `since`: when the first was heard. */
export type Rolled = { zone: string; upTo: number; anewTo: number; since: Instant | null }

export async function rolledOf(db: Kysely<Tables>, team: string): Promise<Rolled | null> {
  const row = await db.selectFrom('rolled').selectAll().where('team', '=', team).executeTakeFirst()
  return row
    ? { zone: row.zone, upTo: Number(row.up_to), anewTo: Number(row.anew_to), since: row.since }
    : null
}

/** How many mentions (of all teams) the counts of a team are behind, and how many days are to be counted again. */
export async function behind(
  db: Kysely<Tables>,
  team: string,
  zone: string,
): Promise<{ left: number; stale: number }> {
  const { rows } = await sql<{ up_to: number | null; zone: string | null; newest: number; stale: number }>`
    select r.up_to, r.zone, (select coalesce(max(id), 0) from mentions) as newest,
      (select count(*) from stale_days where team = ${team}) as stale
    from (select 1 as one) o left join rolled r on r.team = ${team}`.execute(db)
  const { up_to, zone: known, newest, stale } = rows[0]!
  if (known !== zone) return { left: Number(newest) + 1, stale: 0 }
  return { left: Number(newest) - Number(up_to), stale: Number(stale) }
}

/**
 * Counts the next mentions of a team, at most so many, in one transaction with the note of how far it is: each is
 * counted once, whoever counts and whenever it is stopped. To be run in a transaction.
 */
export async function countOn(db: Kysely<Tables>, team: string, zone: string, most: number) {
  const rolled = await held(db, team, zone)
  const newest = await newestOf(db)
  if (rolled.upTo >= newest) return
  const tally = newTally()
  const more = await countNext(db, tally, {
    ...{ team, after: rolled.upTo, upTo: newest, most, dayOf: newDayOf(zone) },
    // When they are counted anew, days that only the roll-ups still know in full stay as they are.
    but: { days: await closedDays(db, team), upTo: rolled.anewTo },
  })
  await writeTally(db, team, tally)
  await db
    .updateTable('rolled')
    .set({ up_to: more ? tally.last : newest, since: rolled.since ?? (await firstHeard(db, team)) })
    .where('team', '=', team)
    .execute()
}

/** Forgets what was counted of a team, but for days that only the roll-ups still know in full; it is counted anew. */
export async function beginAnew(db: Kysely<Tables>, team: string, zone: string) {
  await turns(db).take()
  const newest = await newestOf(db)
  for (const table of dayTables)
    await sql`delete from ${sql.table(table)} where team = ${team}
      and day not in (select day from closed_days where team = ${team})`.execute(db)
  await db.deleteFrom('stale_days').where('team', '=', team).execute()
  await db
    .insertInto('rolled')
    .values({ team, zone, up_to: 0, anew_to: newest, since: null })
    .onConflict((conflict) => conflict.column('team').doUpdateSet({ zone, up_to: 0, anew_to: newest }))
    .execute()
}

/** The days of these mentions are to be counted again. What was not counted yet needs it no more than others do. */
export async function markStale(db: Kysely<Tables>, team: string, mentions: number[]) {
  const rolled = await rolledOf(db, team)
  if (!rolled || mentions.length === 0) return
  const rows = await db
    .selectFrom('mentions')
    .select('said_at')
    .where('team', '=', team)
    .where('id', 'in', listedNumbers(mentions))
    .where('id', '<=', rolled.upTo)
    .execute()
  const dayOf = newDayOf(rolled.zone)
  const days = [...new Set(rows.map(({ said_at }) => dayOf(said_at)))]
  await insertMany(
    db,
    'stale_days',
    ['team', 'day', 'changes'],
    days.map((day) => ({ team, day, changes: 1 })),
    'on conflict (team, day) do update set changes = stale_days.changes + 1',
  )
}

/**
 * Posts whose time is over by then are about to be erased, with their mentions: the counts of their days stay, and
 * are final. Who wrote them is erased here as well.
 */
export async function closeDays(db: Kysely<Tables>, now: Instant) {
  const rows = await db
    .selectFrom('posts as p')
    .innerJoin('mentions as m', 'm.post_id', 'p.id')
    .innerJoin('rolled as r', 'r.team', 'm.team')
    .select(['m.team', 'm.said_at', 'r.zone'])
    .where('p.forget_at', '<=', now)
    .execute()
  for (const [team, its] of Map.groupBy(rows, (row) => row.team)) {
    const dayOf = newDayOf(its[0]!.zone)
    const days = [...new Set(its.map(({ said_at }) => dayOf(said_at)))]
    const rolled = (await rolledOf(db, team))!
    const stale = await db.selectFrom('stale_days').select('day').where('team', '=', team).execute()
    for (const { day } of stale) if (days.includes(day)) await recountDay(db, team, rolled, day)
    await insertMany(
      db,
      'closed_days',
      ['team', 'day'],
      days.map((day) => ({ team, day })),
      'on conflict (team, day) do nothing',
    )
    await db
      .updateTable('voice_days')
      .set({ authors: new Uint8Array() })
      .where('team', '=', team)
      .where('day', 'in', listed(days))
      .execute()
  }
}

/**
 * Counts days again of which mentions changed, the newest first, but none that has more mentions than so many: it would
 * take too long. The mentions are looked at before the transaction that writes; where something else changed meanwhile,
 * the day is left for the next time.
 */
export async function recountStale(db: Kysely<Tables>, team: string, largest: number) {
  const rolled = await rolledOf(db, team)
  if (!rolled) return
  const { rows } = await sql<{ day: Day }>`
    select s.day from stale_days s left join mention_days d
      on d.team = s.team and d.topic = ${everything} and d.what = '' and d.day = s.day
    where s.team = ${team} group by s.day having coalesce(sum(d.mentions), 0) <= ${largest}
    order by s.day desc`.execute(db)
  for (const { day } of rows) await recountDay(db, team, rolled, day)
}

async function recountDay(db: Kysely<Tables>, team: string, rolled: Rolled, day: Day) {
  const { zone, upTo } = rolled
  const changes = await changesOf(db, team, day)
  if (changes === null) return
  const tally = newTally()
  const { from, to } = spanOf({ from: day, to: day }, zone)
  // What is older than 1970 counts on its first day.
  const first = day === dayIn(0, zone) ? Number.MIN_SAFE_INTEGER : from
  await countSaid(db, tally, { team, upTo, most: pageSize, dayOf: newDayOf(zone), from: first, to })
  await whole(db, async (db) => {
    const now = await locked(db, team, zone)
    if (now.zone !== zone || now.upTo !== upTo || (await changesOf(db, team, day)) !== changes) return
    await db.deleteFrom('stale_days').where('team', '=', team).where('day', '=', day).execute()
    if ((await closedDays(db, team)).has(day)) return
    for (const table of dayTables)
      await sql`delete from ${sql.table(table)} where team = ${team} and day = ${day}`.execute(db)
    await writeTally(db, team, tally)
  })
}

/** How often a day was changed since it was counted; null where it was not. */
async function changesOf(db: Kysely<Tables>, team: string, day: Day): Promise<number | null> {
  const row = await db
    .selectFrom('stale_days')
    .select('changes')
    .where('team', '=', team)
    .where('day', '=', day)
    .executeTakeFirst()
  return row?.changes ?? null
}

/** In the transaction that is under way, or in one of its own. */
export const whole = <Result>(
  db: Kysely<Tables>,
  work: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> => (db.isTransaction ? work(db) : db.transaction().execute(work))

/** Where a team's counting stands, held until the transaction ends. By another calendar than before all is counted anew. */
async function held(db: Kysely<Tables>, team: string, zone: string): Promise<Rolled> {
  const rolled = await locked(db, team, zone)
  if (rolled.zone === zone) return rolled
  await beginAnew(db, team, zone)
  return (await rolledOf(db, team))!
}

async function locked(db: Kysely<Tables>, team: string, zone: string): Promise<Rolled> {
  // Numbers are given before what has them is there: with our turn, nobody else is about to add a lower one.
  await turns(db).take()
  await sql`insert into rolled (team, zone, up_to, anew_to) values (${team}, ${zone}, 0, 0)
    on conflict (team) do nothing`.execute(db)
  if (isPostgres(db)) await sql`select 1 from rolled where team = ${team} for update`.execute(db)
  return (await rolledOf(db, team))!
}

async function newestOf(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ newest: number }>`select coalesce(max(id), 0) as newest from mentions`.execute(
    db,
  )
  return Number(rows[0]!.newest)
}

async function firstHeard(db: Kysely<Tables>, team: string): Promise<Instant | null> {
  const { rows } = await sql<{ since: number | null }>`
    select min(heard_at) as since from mentions where team = ${team}`.execute(db)
  const since = rows[0]!.since
  return since === null ? null : Number(since)
}

const dayTables = ['mention_days', 'voice_days', 'notice_days'] as const
const pageSize = 2_000
