import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Mood } from '../model/mood.ts'
import type { Day, Period } from '../model/period.ts'
import type { Instant } from '../model/post.ts'
import { authorsIn, sketchOf } from './author-sketch.ts'
import { listed } from './batch.ts'
import { addOutlets, outletNames } from './rollup-outlets.ts'
import { type Counts, countColumns, everything, noCounts, ours } from './rollup-rows.ts'
import {
  beginAnew,
  behind,
  closeDays,
  countOn,
  markStale,
  recountStale,
  rolledOf,
  whole,
} from './rollup-settling.ts'
import { delayOf } from './rollup-steps.ts'
import type { Tables } from './tables.ts'

export { everything, ours }

/** Mentions added up: by mood, those whose mood is doubtful, and what is known of their reach and of reactions to them. */
export type Sums = Counts & Record<Mood, number>

/** Of a topic (or `everything`, `ours`), over days of the team's calendar. */
type Of = { topic: string; period: Period }

/**
 * Mentions counted by the team's days. Whatever is heard is counted little by little (`settle`), each mention once, and
 * before anybody reads: so that a month costs a look at some thousand rows, however many mentions it has.
 */
export const rollups = (db: Kysely<Tables>) => ({
  /**
   * Counts what was not counted yet, at most about so many mentions, by the calendar of a time zone (by another one
   * than before, all is counted anew), and days again of which mentions changed. Gives how many mentions it is behind
   * then: 0 when all are counted.
   */
  async settle(team: string, zone: string, most = Number.POSITIVE_INFINITY): Promise<number> {
    const step = Math.min(chunk, most)
    let { left, stale } = await behind(db, team, zone)
    for (let looked = 0; left > 0 && looked < most; looked += step) {
      await whole(db, (db) => countOn(db, team, zone, step))
      ;({ left, stale } = await behind(db, team, zone))
    }
    if (left === 0 && stale > 0) await recountStale(db, team, Math.min(most, Number.MAX_SAFE_INTEGER))
    return left
  },

  /** Forgets what was counted and counts it anew (`settle` does): but for days of which mentions were erased meanwhile. */
  async anew(team: string, zone: string) {
    await whole(db, (db) => beginAnew(db, team, zone))
  },

  /**
   * Mentions have changed (their text's mood, their reach, reactions to them), or are about to be removed: their days
   * are counted again before anybody reads. To be called in the transaction that does it; where it changes when they
   * were said, before and after.
   */
  async changed(team: string, mentions: number[]) {
    await markStale(db, team, mentions)
  },

  /** What is over by then is about to be erased by its retention: what was counted of it stays, but for who wrote it. */
  async close(now: Instant) {
    await whole(db, (db) => closeDays(db, now))
  },

  /** Since when the team hears anything; null where it never did. */
  async since(team: string): Promise<Instant | null> {
    const rolled = await rolledOf(db, team)
    const first = await db
      .selectFrom('team_sources')
      .select(sql<number | null>`min(filed_at)`.as('at'))
      .where('team', '=', team)
      .executeTakeFirstOrThrow()
    const moments = [rolled?.since, first.at].flatMap((at) => (at == null ? [] : Number(at)))
    return moments.length === 0 ? null : Math.min(...moments)
  },

  /** Of all of these topics together. */
  async sums(team: string, topics: string[], period: Period): Promise<Sums> {
    const byNothing = await sumsBy(db, team, topics, period, sql`''`)
    return byNothing.get('') ?? nothing()
  },

  /** The same day by day; days without any are left out. */
  async byDay(team: string, topics: string[], period: Period): Promise<Map<Day, Sums>> {
    return sumsBy(db, team, topics, period, sql`day`)
  },

  /** The same by topic, by network or by language (`''`: unknown); what was not there is left out. */
  async by(
    team: string,
    topics: string[],
    period: Period,
    what: 'topic' | 'network' | 'language',
  ): Promise<Map<string, Sums>> {
    return what === 'topic'
      ? sumsBy(db, team, topics, period, sql`topic`)
      : sumsBy(db, team, topics, period, sql`name`, what)
  },

  /** In how many different outlets. `read` holds the names of days that were read already, for who asks for more. */
  async outletCount(team: string, of: Of, read: Map<string, string[]> = new Map()): Promise<number> {
    const { rows } = await sql<{ day: Day; outlets: string }>`
      select day, outlets from voice_days where ${these(team, of)}`.execute(db)
    const all = new Set<string>()
    for (const { day, outlets } of rows) {
      const key = `${day} ${of.topic}`
      const names = read.get(key) ?? outletNames(outlets)
      read.set(key, names)
      for (const name of names) all.add(name)
    }
    return all.size
  },

  /** In which outlets, and how often in each. */
  async outlets(team: string, of: Of): Promise<Map<string, number>> {
    const { rows } = await sql<{ outlets: string }>`
      select outlets from voice_days where ${these(team, of)}`.execute(db)
    const all = new Map<string, number>()
    for (const { outlets } of rows) addOutlets(outlets, all)
    return all
  },

  /**
   * How many different authors (`error`: how far off that may be, as a ratio; 0 where it is exact) wrote how many of
   * the mentions; null where some of the days are so old that who wrote is forgotten.
   */
  async authors(team: string, of: Of): Promise<{ authors: number; error: number; mentions: number } | null> {
    const { from, to } = of.period
    const closed = await db
      .selectFrom('closed_days')
      .select('day')
      .where('team', '=', team)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .limit(1)
      .executeTakeFirst()
    if (closed) return null
    const { rows } = await sql<{ named: number; authors: Uint8Array }>`
      select named, authors from voice_days where ${these(team, of)}`.execute(db)
    const mentions = rows.reduce((sum, { named }) => sum + Number(named), 0)
    return { ...authorsIn(rows.map(({ authors }) => sketchOf(authors))), mentions }
  },

  /** Who wrote most often, by name; who is forgotten is left out. This looks at the mentions themselves. */
  async topAuthors(
    team: string,
    topic: string,
    { from, to }: { from: Instant; to: Instant },
    most: number,
  ): Promise<{ author: string; mentions: number }[]> {
    const { rows } = await sql<{ author: string; mentions: number }>`
      select a.name as author, count(*) as mentions
      from mentions m join posts p on p.id = m.post_id join authors a on a.author_key = p.author_key
      where m.team = ${team} and m.said_at >= ${from} and m.said_at < ${to} and p.text is not null
        and ${isOf(topic)}
      group by p.author_key, a.name order by count(*) desc, a.name limit ${most}`.execute(db)
    return rows.map(({ author, mentions }) => ({ author, mentions: Number(mentions) }))
  },

  /** How long (ms) mentions took from their publication until they were heard, the shortest first, and how many did. */
  async notices(
    team: string,
    { from, to }: Period,
  ): Promise<{ delay: number; mentions: number; day: Day }[]> {
    const rows = await db
      .selectFrom('notice_days')
      .select(['day', 'step', 'mentions'])
      .where('team', '=', team)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('step')
      .execute()
    return rows.map(({ day, step, mentions }) => ({ day, delay: delayOf(step), mentions: Number(mentions) }))
  },

  /** Whether any source names authors. */
  async hasAuthors(team: string): Promise<boolean> {
    const any = db.selectFrom('voice_days').select('day').where('team', '=', team).where('named', '>', 0)
    return (await any.limit(1).executeTakeFirst()) !== undefined
  },

  /** How many days and mentions of a team are counted, and of how many days only these counts are left in full. */
  async extent(team: string): Promise<{ days: number; mentions: number; closed: number }> {
    const { rows } = await sql<{ days: number; mentions: number | null; closed: number }>`
      select count(distinct day) as days, sum(mentions) as mentions,
        (select count(*) from closed_days where team = ${team}) as closed
      from mention_days where team = ${team} and topic = ${everything} and what = ''`.execute(db)
    const { days, mentions, closed } = rows[0]!
    return { days: Number(days), mentions: Number(mentions), closed: Number(closed) }
  },

  async hasNotices(team: string): Promise<boolean> {
    const any = db.selectFrom('notice_days').select('day').where('team', '=', team).limit(1)
    return (await any.executeTakeFirst()) !== undefined
  },

  /** Whether anything was ever counted whose column says more than 0: that a source tells it. */
  async tells(team: string, what: 'mentions' | 'reached' | 'engaged', topic: string): Promise<boolean> {
    const row = await db
      .selectFrom('mention_days')
      .select('day')
      .where('team', '=', team)
      .where('topic', '=', topic)
      .where('what', '=', '')
      .where(what, '>', 0)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  },
})

async function sumsBy(
  db: Kysely<Tables>,
  team: string,
  topics: string[],
  { from, to }: Period,
  by: RawBuilder<unknown>,
  what: '' | 'network' | 'language' = '',
): Promise<Map<string, Sums>> {
  const { rows } = await sql<{ one: string; label: Mood } & Counts>`
    select ${by} as one, label,
      ${sql.join(countColumns.map((column) => sql`sum(${sql.ref(column)}) as ${sql.ref(column)}`))}
    from mention_days
    where team = ${team} and topic in ${listed(topics)} and what = ${what} and day >= ${from} and day <= ${to}
    group by 1, 2`.execute(db)
  const all = new Map<string, Sums>()
  for (const { one, label, ...counts } of rows) {
    const sums = all.get(one) ?? nothing()
    all.set(one, sums)
    for (const column of countColumns) sums[column] += Number(counts[column])
    sums[label] += Number(counts.mentions)
  }
  return all
}

/** Of mentions `m` themselves, what the roll-ups count under a topic. */
function isOf(topic: string) {
  if (topic === everything) return sql`true`
  const which = topic === ours ? sql`kind in ('brand', 'person')` : sql`topic = ${topic}`
  return sql`exists (select 1 from mention_topics where mention_id = m.id and ${which})`
}

const these = (team: string, { topic, period }: Of) =>
  sql`team = ${team} and topic = ${topic} and day >= ${period.from} and day <= ${period.to}`

export const nothing = (): Sums => ({
  ...noCounts(),
  ...{ negative: 0, neutral: 0, positive: 0 },
})

const chunk = 1_000
