import { type Kysely, sql } from 'kysely'
import type { Language, Mood } from '../model/mood.ts'
import { networkOf } from '../model/network.ts'
import type { Instant } from '../model/post.ts'
import type { Told } from '../model/told.ts'
import type { TopicKind } from '../model/topic.ts'
import { listedNumbers } from './batch.ts'
import type { Tables } from './tables.ts'

/** What is said of a team's topics, as far as one has to read it to know what it is about. */
export const landscape = (db: Kysely<Tables>) => ({
  /**
   * Mentions that were published from a moment to another (not), newest first, so many of them after a place in that
   * list. A text is cut after `longestRead` characters.
   */
  async told(
    team: string,
    { from, to }: { from: Instant; to: Instant },
    { after, most }: { after?: { saidAt: Instant; mention: number }; most: number },
  ): Promise<Told[]> {
    let query = db
      .selectFrom('mentions as m')
      .innerJoin('posts as p', 'p.id', 'm.post_id')
      .leftJoin('authors as a', 'a.author_key', 'p.author_key')
      .select(['m.id', 'm.story', 'm.said_at', 'm.language'])
      .select(['p.title', 'p.url', 'p.outlet', 'p.network', 'p.author_key', 'a.name as author'])
      .select(sql<string | null>`substr(p.text, 1, ${sql.lit(longestRead)})`.as('text'))
      .where('m.team', '=', team)
      .where('m.said_at', '>=', from)
      .where('m.said_at', '<', after ? after.saidAt + 1 : to)
    if (after)
      query = query.where((where) =>
        where.or([where('m.said_at', '<', after.saidAt), where('m.id', '<', after.mention)]),
      )
    const rows = await query.orderBy('m.said_at', 'desc').orderBy('m.id', 'desc').limit(most).execute()
    const about = await topicsOf(
      db,
      rows.map(({ id }) => id),
    )
    return rows.map((row) => ({
      mention: row.id,
      story: row.story,
      saidAt: row.said_at,
      language: row.language as Language | null,
      title: row.title,
      text: row.text,
      url: row.url,
      outlet: row.outlet,
      network: networkOf({ network: row.network, url: row.url, title: row.title ?? '' }),
      author: row.text === null ? null : row.author,
      authorKey: row.author_key,
      topics: about.get(row.id) ?? [],
    }))
  },
})

async function topicsOf(db: Kysely<Tables>, mentions: number[]): Promise<Map<number, Told['topics']>> {
  const rows = await db
    .selectFrom('mention_topics')
    .select(['mention_id', 'topic', 'kind', 'label'])
    .where('mention_id', 'in', listedNumbers(mentions))
    .execute()
  const about = new Map<number, Told['topics']>()
  for (const { mention_id, topic, kind, label } of rows) {
    const one = { name: topic, kind: kind as TopicKind, mood: label as Mood }
    const known = about.get(mention_id)
    if (known) known.push(one)
    else about.set(mention_id, [one])
  }
  return about
}

/** What a post is about stands at its beginning. */
const longestRead = 800
