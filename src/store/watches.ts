import { type Kysely, sql } from 'kysely'
import type { Mood } from '../model/mood.ts'
import type { Instant } from '../model/post.ts'
import { listed } from './batch.ts'
import type { Tables } from './tables.ts'

/** A mention of a topic, as watches are told of it. `source` is where it came from: `feed:12`. */
export type HeardOf = {
  mention: number
  team: string
  topic: string
  label: Mood
  at: Instant
  publishedAt: Instant | null
  author: string | null
  outlet: string
  story: string
  reach: number | null
  source: string
}

/** How far the watches of all topics were told. */
export type Noticed = { mention: number; at: Instant }

/** What watches for bursts, topic by topic, and what it is told of. */
export const watches = (db: Kysely<Tables>) => ({
  /** Up to which mention and which minute they were told; null where nobody ever looked. */
  async noticed(): Promise<Noticed | null> {
    const row = await db
      .selectFrom('noticed')
      .select(['mention', 'at'])
      .where('id', '=', 1)
      .executeTakeFirst()
    return row ?? null
  },

  async keepNoticed({ mention, at }: Noticed) {
    await db
      .insertInto('noticed')
      .values({ id: 1, mention, at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ mention, at }))
      .execute()
  },

  /** The number of the newest mention; 0 where there is none. */
  async newest(): Promise<number> {
    const { id } = await db
      .selectFrom('mentions')
      .select(sql<number>`coalesce(max(id), 0)`.as('id'))
      .executeTakeFirstOrThrow()
    return Number(id)
  },

  /** The last mention that was heard before a moment; 0 where none was. */
  async before(at: Instant): Promise<number> {
    const row = await db
      .selectFrom('mentions')
      .select('id')
      .where('heard_at', '<', at)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.id ?? 0
  },

  /**
   * What was heard of any topic after a mention, in order, among at most so many mentions, and the last of these
   * (`upTo`; `after` where there are none); nothing that was filed with the past.
   */
  async heard(after: number, most: number): Promise<{ heard: HeardOf[]; upTo: number }> {
    const page = db.selectFrom('mentions').select('id').where('id', '>', after).orderBy('id').limit(most)
    const { last } = await db
      .selectFrom(page.as('these'))
      .select(sql<number | null>`max(id)`.as('last'))
      .executeTakeFirstOrThrow()
    if (last === null) return { heard: [], upTo: after }
    const upTo = Number(last)
    const rows = await db
      .selectFrom('mentions as m')
      .innerJoin('mention_topics as t', 't.mention_id', 'm.id')
      .innerJoin('posts as p', 'p.id', 'm.post_id')
      .select(['m.id', 'm.team', 't.topic', 't.label', 'm.heard_at', 'm.story'])
      .select(['p.published_at', 'p.author_key', 'p.outlet', 'p.reach', 'p.source'])
      .where('m.id', '>', after)
      .where('m.id', '<=', upTo)
      .where('m.past', '=', 0)
      .orderBy('m.id')
      .execute()
    const heard = rows.map((row) => ({
      mention: row.id,
      team: row.team,
      topic: row.topic,
      label: row.label as Mood,
      at: row.heard_at,
      publishedAt: row.published_at,
      author: row.author_key,
      outlet: row.outlet,
      story: row.story,
      reach: row.reach,
      source: row.source,
    }))
    return { heard, upTo }
  },

  /** The watches of these teams, one by one. */
  async *states(
    teams: string[],
  ): AsyncGenerator<{ team: string; topic: string; state: string; at: Instant }> {
    for (const team of teams) {
      let after = ''
      for (;;) {
        const some = await db
          .selectFrom('watches')
          .selectAll()
          .where('team', '=', team)
          .where('topic', '>', after)
          .orderBy('topic')
          .limit(100)
          .execute()
        yield* some
        if (some.length < 100) break
        after = some.at(-1)!.topic
      }
    }
  },

  async keep(team: string, topic: string, state: string, at: Instant) {
    await db
      .insertInto('watches')
      .values({ team, topic, state, at })
      .onConflict((conflict) => conflict.columns(['team', 'topic']).doUpdateSet({ state, at }))
      .execute()
  },

  /** Of topics that are watched no more. */
  async drop(team: string, topics: string[]) {
    await db.deleteFrom('watches').where('team', '=', team).where('topic', 'in', listed(topics)).execute()
  },

  /** How many mentions each source brought a team since a moment, by the source's name in `posts`. */
  async bySource(team: string, since: Instant): Promise<Map<string, number>> {
    const { rows } = await sql<{ source: string; count: number }>`
      select source, count(*) as count from (
        select p.source from mentions m join posts p on p.id = m.post_id
        where m.team = ${team} and m.heard_at >= ${since} and p.source not like 'place:%'
        union all
        select 'feed:' || f.feed_id from mentions m join post_finds f on f.post_id = m.post_id
          join team_sources s on s.feed_id = f.feed_id and s.team = m.team
        where m.team = ${team} and m.heard_at >= ${since}
      ) as heard group by source`.execute(db)
    return new Map(rows.map(({ source, count }) => [source, Number(count)]))
  },

  /** The sources of these teams that cannot be read now, as they stand in `posts`. */
  async blind(teams: string[]): Promise<{ team: string; source: string; name: string; from: Instant }[]> {
    const rows = await db
      .selectFrom('feed_outages as o')
      .innerJoin('team_sources as s', 's.feed_id', 'o.feed_id')
      .select(['s.team', 's.feed_id', 's.name', 'o.from_at'])
      .where('o.until_at', 'is', null)
      .where('s.paused_at', 'is', null)
      .where('s.team', 'in', listed(teams))
      .execute()
    return rows.map(({ team, feed_id, name, from_at }) => ({
      team,
      source: `feed:${feed_id}`,
      name,
      from: from_at,
    }))
  },
})
