import { type Kysely, type RawBuilder, sql } from 'kysely'
import { listedNumbers } from './batch.ts'
import type { Tables } from './tables.ts'

/** What is counted of a mention. */
export type Counted = {
  id: number
  said_at: number
  heard_at: number
  past: number
  label: string
  confidence: number
  language: string | null
  network: string | null
  url: string | null
  title: string | null
  reach: number | null
  outlet: string
  author_key: string | null
  published_at: number | null
  sample: number
  likes: number | null
  shares: number | null
  comments: number | null
}

/** Mentions with what is counted of them, of these and in this order, at most so many. */
export async function mentionsWhere(
  db: Kysely<Tables>,
  which: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  most: number,
): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select m.id, m.said_at, m.heard_at, m.past, m.label, m.confidence, m.language, p.network,
      case when p.network is null then p.url end as url, case when p.network is null then p.title end as title,
      coalesce(p.reach, e.followers) as reach, p.outlet, p.author_key, p.published_at, p.sample,
      e.likes, e.shares, e.comments
    from mentions m join posts p on p.id = m.post_id left join post_engagement e on e.post_id = m.post_id
    where ${which} order by ${order} limit ${most}`.execute(db)
  return rows
}

/** What a mention says towards a topic. */
export type Towards = { topic: string; kind: string; label: string; confidence: number }

/** The topics of mentions, by the mentions' numbers. */
export async function topicsOf(db: Kysely<Tables>, ids: number[]): Promise<Map<number, Towards[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('mention_topics')
    .select(['mention_id', 'topic', 'kind', 'label', 'confidence'])
    .where('mention_id', 'in', listedNumbers(ids))
    .execute()
  return Map.groupBy(rows, ({ mention_id }) => mention_id)
}
