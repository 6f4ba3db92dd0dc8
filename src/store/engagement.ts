import { type Kysely, type Selectable, sql } from 'kysely'
import { type Counted, counted, reactionsOf } from '../model/engagement.ts'
import type { Engagement, Instant } from '../model/post.ts'
import { insertMany, listed, listedNumbers } from './batch.ts'
import { unheld } from './pushes.ts'
import { rollups } from './rollups.ts'
import type { PostEngagementRow, Tables } from './tables.ts'

/** What a place told of a post; `nextAt`: when it is looked at again for the first time, null for never. */
export type Told = {
  postId: number
  engagement: (Engagement & { followers?: number | null }) | null
  nextAt?: Instant | null
}

/** A post to be looked at again. `search`: the address of the search that found it last. */
export type ToLook = {
  postId: number
  source: string
  item: string
  title: string | null
  text: string | null
  /** A hash of what it said at the last look, null before the first. */
  said: string | null
  /** Since when its place knows nothing of it. */
  missingAt: Instant | null
  heardAt: Instant
  saidAt: Instant
  forgetAt: Instant
  search: string | null
  failures: number
  counts: Counted
}

/** What came of a look: what it says now (a hash), and when to look again (null: never). */
export type Seen = {
  postId: number
  engagement: Engagement | null
  said: string | null
  missingAt: Instant | null
  nextAt: Instant | null
}

/** A post whose numbers changed, with what they were. */
export type Grown = { postId: number; before: Counted | null; now: Counted }

/** What people did with posts. What changes them is to be run in a transaction: it has days counted again. */
export const engagement = (db: Kysely<Tables>) => ({
  /** Keeps what sources told of posts, of new ones and of known ones; gives those whose numbers changed. */
  async keep(all: Told[], now: Instant): Promise<Grown[]> {
    const told = all.filter(({ engagement, nextAt }) => engagement !== null || nextAt != null)
    if (told.length === 0) return []
    const known = await countsOf(
      db,
      told.map(({ postId }) => postId),
    )
    const fresh = told.filter(({ postId }) => !known.has(postId))
    await insertMany(
      db,
      'post_engagement',
      ['post_id', ...columns, 'at', 'grew', 'next_at', 'failures', 'leased_until'],
      fresh.map(({ postId, engagement, nextAt }) => ({
        ...{ post_id: postId, ...counted(null, engagement ?? {}), at: now },
        ...{ grew: reactionsOf(engagement), next_at: nextAt ?? null, failures: 0, leased_until: 0 },
      })),
      'on conflict (post_id) do nothing',
    )
    const grown: Grown[] = fresh.flatMap(({ postId, engagement }) =>
      engagement === null ? [] : [{ postId, before: null, now: counted(null, engagement) }],
    )
    for (const { postId, engagement } of told) {
      const before = known.get(postId)
      if (!before || engagement === null) continue
      const after = counted(before, engagement)
      if (columns.every((one) => before[one] === after[one])) continue
      await db
        .updateTable('post_engagement')
        .set({ ...after, at: now })
        .where('post_id', '=', postId)
        .execute()
      grown.push({ postId, before, now: after })
    }
    await recount(db, grown)
    return grown
  },

  /** The same for known items of a source, when it is read again. */
  async again(
    source: string,
    items: { id: string; engagement: Engagement & { followers?: number | null } }[],
    now: Instant,
  ): Promise<Grown[]> {
    const rows = await db
      .selectFrom('posts')
      .select(['id', 'item'])
      .where('source', '=', source)
      .where('item', 'in', listed(items.map(({ id }) => id)))
      .where('fate', '=', 'mention')
      .where('deleted_at', 'is', null)
      .execute()
    const told = new Map(items.map(({ id, engagement }) => [id, engagement]))
    return engagement(db).keep(
      rows.map(({ id, item }) => ({ postId: id, engagement: told.get(item)! })),
      now,
    )
  },

  /**
   * Claims posts that are to be looked at again, so many of each source at most: those that grew most first. To be given
   * back by `seen`, `failed` or `later`.
   */
  async claim(
    now: Instant,
    { leasedUntil, most }: { leasedUntil: Instant; most: number },
  ): Promise<ToLook[]> {
    const { rows } = await sql<{ post_id: number }>`
      update post_engagement set leased_until = ${leasedUntil} where post_id in (
        select post_id from (
          select e.post_id, row_number() over (partition by p.source order by e.grew desc, e.next_at) as nth
          from post_engagement e join posts p on p.id = e.post_id
          where e.next_at <= ${now} and ${unheld(now)}
        ) d where nth <= ${most})
        and next_at <= ${now} and ${unheld(now)} returning post_id`.execute(db)
    return toLook(
      db,
      rows.map(({ post_id }) => post_id),
    )
  },

  /** What came of a look is kept; gives those whose numbers changed. */
  async seen(all: Seen[], now: Instant): Promise<Grown[]> {
    const before = await countsOf(
      db,
      all.map(({ postId }) => postId),
    )
    const grown = await engagement(db).keep(all, now)
    const by = new Map(grown.map((one) => [one.postId, one]))
    for (const { postId, said, missingAt, nextAt } of all) {
      const one = by.get(postId)
      const grew = one ? Math.max(reactionsOf(one.now) - reactionsOf(before.get(postId)), 0) : 0
      await db
        .updateTable('post_engagement')
        .set({ grew, missing_at: missingAt, next_at: nextAt, failures: 0, leased_until: 0 })
        .$if(said !== null, (query) => query.set({ said }))
        .where('post_id', '=', postId)
        .execute()
    }
    return grown
  },

  /** They are looked at later; `failed` where the place could not be asked. */
  async later(postIds: number[], at: Instant, { failed = false } = {}) {
    await db
      .updateTable('post_engagement')
      .set({ next_at: at, leased_until: 0, ...(failed ? { failures: sql<number>`failures + 1` } : {}) })
      .where('post_id', 'in', listedNumbers(postIds))
      .where('next_at', 'is not', null)
      .execute()
  },

  /** Given back as they were: nobody came to look. */
  async giveBack(postIds: number[]) {
    await db
      .updateTable('post_engagement')
      .set({ leased_until: 0 })
      .where('post_id', 'in', listedNumbers(postIds))
      .execute()
  },

  /** When something that nobody looks at is to be looked at; null when nothing is. */
  async nextAt(now: Instant): Promise<Instant | null> {
    const row = await db
      .selectFrom('post_engagement')
      .select('next_at')
      .where('next_at', 'is not', null)
      .where(unheld(now))
      .orderBy('next_at')
      .limit(1)
      .executeTakeFirst()
    return row ? Number(row.next_at) : null
  },
})

const columns = ['likes', 'shares', 'comments', 'views', 'followers'] as const

async function countsOf(db: Kysely<Tables>, postIds: number[]): Promise<Map<number, Counted>> {
  const rows = await db
    .selectFrom('post_engagement')
    .selectAll()
    .where('post_id', 'in', listedNumbers(postIds))
    .execute()
  return new Map(rows.map((row) => [row.post_id, countsIn(row)]))
}

const countsIn = (row: Pick<Selectable<PostEngagementRow>, (typeof columns)[number]>): Counted => ({
  likes: numberIn(row.likes),
  shares: numberIn(row.shares),
  comments: numberIn(row.comments),
  views: numberIn(row.views),
  followers: numberIn(row.followers),
})

/** PostgreSQL gives large numbers as text. */
const numberIn = (count: number | null) => (count === null ? null : Number(count))

/** The days of their mentions are counted again. */
async function recount(db: Kysely<Tables>, grown: Grown[]) {
  if (grown.length === 0) return
  const rows = await db
    .selectFrom('mentions')
    .select(['id', 'team'])
    .where('post_id', 'in', listedNumbers(grown.map(({ postId }) => postId)))
    .execute()
  for (const [team, its] of Map.groupBy(rows, (row) => row.team))
    await rollups(db).changed(
      team,
      its.map(({ id }) => id),
    )
}

async function toLook(db: Kysely<Tables>, postIds: number[]): Promise<ToLook[]> {
  const rows = await db
    .selectFrom('posts as p')
    .innerJoin('post_engagement as e', 'e.post_id', 'p.id')
    .selectAll('e')
    .select(['p.source', 'p.item', 'p.title', 'p.text', 'p.heard_at', 'p.published_at', 'p.forget_text_at'])
    .select(
      sql<string | null>`(select f.url from post_finds found join feeds f on f.id = found.feed_id
        where found.post_id = p.id order by f.id desc limit 1)`.as('search'),
    )
    .where('p.id', 'in', listedNumbers(postIds))
    .orderBy('e.grew', 'desc')
    .orderBy('e.next_at')
    .execute()
  return rows.map((row) => ({
    postId: row.post_id,
    source: row.source,
    item: row.item,
    title: row.title,
    text: row.text,
    said: row.said,
    missingAt: row.missing_at === null ? null : Number(row.missing_at),
    heardAt: Number(row.heard_at),
    saidAt: Number(row.published_at ?? row.heard_at),
    forgetAt: Number(row.forget_text_at),
    search: row.search,
    failures: row.failures,
    counts: countsIn(row),
  }))
}
