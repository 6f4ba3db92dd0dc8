import { type Kysely, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import { listed, listedNumbers } from './batch.ts'
import { sourceOf } from './feeds.ts'
import { feedNumbers } from './finds.ts'
import type { Tables } from './tables.ts'

/** A post whose text is still kept. Its author is known only where it became a mention of the team. */
export type StoredPost = {
  id: number
  source: string
  /** The feeds that are searches which found it, where it is filed under their place. */
  foundBy: string[]
  outlet: string
  url: string | null
  title: string
  text: string
  author: string | null
  language: string | null
  publishedAt: Instant | null
  heardAt: Instant
}

/** What is stored of the posts that a team could hear: those of its sources, and those it mentions. */
export const stored = (db: Kysely<Tables>) => ({
  /** The team's sources: what their posts are filed under, and how people call them. */
  async sources(team: string): Promise<{ source: string; name: string }[]> {
    const rows = await db
      .selectFrom('team_sources')
      .innerJoin('feeds as f', 'f.id', 'feed_id')
      .select([sql<number>`coalesce(f.same_as, f.id)`.as('id'), 'name'])
      .where('team', '=', team)
      .orderBy('name')
      .execute()
    return rows.map(({ id, name }) => ({ source: sourceOf({ id }), name }))
  },

  /**
   * Posts from the newest down, beginning before the one with this number: of the `look` that come next in the
   * store, those that are the team's. `next` is where to go on, null at the end. Each call looks at so few that it
   * keeps nobody waiting, however many posts other teams have.
   */
  async page(
    team: string,
    sources: string[],
    { before, look }: { before: number | null; look: number },
  ): Promise<{ posts: StoredPost[]; next: number | null }> {
    let ids = db.selectFrom('posts').select('id').orderBy('id', 'desc').limit(look)
    if (before !== null) ids = ids.where('id', '<', before)
    const numbers = (await ids.execute()).map(({ id }) => id)
    const rows = await db
      .selectFrom('posts as p')
      .leftJoin('mentions as m', (join) => join.onRef('m.post_id', '=', 'p.id').on('m.team', '=', team))
      .leftJoin('authors as a', 'a.author_key', 'p.author_key')
      .select(['p.id', 'p.source', 'p.outlet', 'p.url', 'p.title', 'p.text', 'p.language'])
      .select(['p.published_at', 'p.heard_at', 'm.id as mention', 'a.name as author'])
      .where('p.id', 'in', listedNumbers(numbers))
      .where('p.text', 'is not', null)
      .where((where) =>
        where.or([
          where('m.id', 'is not', null),
          sql<boolean>`p.source in ${listed(sources)}`,
          sql<boolean>`exists (
            select 1 from post_finds f
            where f.post_id = p.id and f.feed_id in ${listedNumbers(feedNumbers(sources))})`,
        ]),
      )
      .orderBy('p.id', 'desc')
      .execute()
    const found = await findsOf(db, numbers, feedNumbers(sources))
    const posts = rows.map((row) => ({
      id: row.id,
      source: row.source,
      foundBy: found.get(row.id) ?? [],
      outlet: row.outlet,
      url: row.url,
      title: row.title ?? '',
      text: row.text!,
      author: row.mention === null ? null : row.author,
      language: row.language,
      publishedAt: row.published_at,
      heardAt: row.heard_at,
    }))
    return { posts, next: numbers.length === look ? numbers.at(-1)! : null }
  },
})

async function findsOf(db: Kysely<Tables>, posts: number[], feeds: number[]): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('post_finds')
    .selectAll()
    .where('post_id', 'in', listedNumbers(posts))
    .where('feed_id', 'in', listedNumbers(feeds))
    .execute()
  const found = new Map<number, string[]>()
  for (const { post_id, feed_id } of rows)
    found.set(post_id, [...(found.get(post_id) ?? []), sourceOf({ id: feed_id })])
  return found
}
