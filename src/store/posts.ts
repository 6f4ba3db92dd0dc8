import { type Kysely, sql } from 'kysely'
import { addressKey } from '../model/address.ts'
import type { Instant } from '../model/post.ts'
import { day } from '../model/time.ts'
import { insertMany, listed, listedNumbers } from './batch.ts'
import { feedNumbers } from './finds.ts'
import { forgetWords } from './search.ts'
import type { PostRow, Tables } from './tables.ts'

export type PostToFile = Omit<PostRow, 'id' | 'deleted_at' | 'edited_at'> & { author: string | null }

/** A post that was heard: from where, when, and the mention it became, if it did. */
export type Filed = { mention: number | null; source: string; heardAt: Instant }

/** A mention at an address, and what it says while that is kept. */
export type Mentioned = { mention: number; author: string | null; title: string | null; text: string | null }

export const posts = (db: Kysely<Tables>) => ({
  /** Which of these items of a source were never filed before. */
  async unknown(source: string, items: string[]): Promise<Set<string>> {
    const known = await db
      .selectFrom('posts')
      .select('item')
      .where('source', '=', source)
      .where('item', 'in', listed(items))
      .execute()
    const unknown = new Set(items)
    for (const { item } of known) unknown.delete(item)
    return unknown
  },

  /** The numbers of these items of a source, by item. */
  async numbers(source: string, items: string[]): Promise<Map<string, number>> {
    const rows = await db
      .selectFrom('posts')
      .select(['item', 'id'])
      .where('source', '=', source)
      .where('item', 'in', listed(items))
      .execute()
    return new Map(rows.map(({ item, id }) => [item, id]))
  },

  /**
   * Their source still shows these: they stay known, though their texts go when their time is over. Otherwise
   * what is old would be news again as soon as it was forgotten.
   */
  async stillThere(source: string, items: string[], now: Instant) {
    await db
      .updateTable('posts')
      .set({ forget_at: now + 8 * day })
      .where('source', '=', source)
      .where('item', 'in', listed(items))
      .where('forget_at', '<', now + day)
      .execute()
  },

  /** Posts that concerned nobody so far concern a team now: they are kept as long as mentions are. */
  async concern(ids: number[], forget: { text: Instant; post: Instant }) {
    if (ids.length === 0) return
    await db
      .updateTable('posts')
      .set({ fate: 'mention', forget_text_at: forget.text, forget_at: forget.post })
      .where('id', 'in', listedNumbers(ids))
      .where('fate', '!=', 'mention')
      .execute()
  },

  /** Of posts that concerned nobody the author was not kept; now somebody may want to answer them. */
  async signed(posts: { id: number; author_key: string | null; author: string | null }[], forgetAt: Instant) {
    const known = posts.filter(({ author_key, author }) => author_key !== null && author !== null)
    for (const { id, author_key } of known)
      await db
        .updateTable('posts')
        .set({ author_key })
        .where('id', '=', id)
        .where('author_key', 'is', null)
        .execute()
    await insertMany(
      db,
      'authors',
      ['author_key', 'name', 'forget_at'],
      [
        ...new Map(
          known.map(({ author_key, author }) => [
            author_key,
            { author_key, name: author, forget_at: forgetAt },
          ]),
        ).values(),
      ],
      'on conflict (author_key) do update set name = excluded.name, forget_at = excluded.forget_at',
    )
  },

  /** Files posts with their texts and authors; gives the numbers of those that were new, by item. */
  async file(found: PostToFile[]): Promise<Map<string, number>> {
    const filed = await insertMany(db, 'posts', postColumns, found, 'on conflict (source, item) do nothing')
    const authors = new Map(
      filed
        .map(({ row }) => found[row]!)
        .filter(({ author_key }) => author_key !== null)
        .map(({ author_key, author, forget_text_at }) => [
          author_key,
          { author_key, name: author, forget_at: forget_text_at },
        ]),
    )
    await insertMany(
      db,
      'authors',
      ['author_key', 'name', 'forget_at'],
      [...authors.values()],
      'on conflict (author_key) do update set name = excluded.name, forget_at = excluded.forget_at',
    )
    return new Map(filed.map(({ row, id }) => [found[row]!.item, id]))
  },

  /**
   * The newest post with this address, however it is written, from a source that the team watches or handed in for
   * it, and the team's mention of it.
   */
  async at(team: string, url: string): Promise<Filed | null> {
    const hooks = `hook:${team}:`
    const row = await db
      .selectFrom('posts as p')
      .leftJoin('team_sources as s', (join) =>
        // Where two became one feed, posts are filed under the one that is read.
        join
          .on(
            sql<boolean>`(p.source in (
              'feed:' || s.feed_id, (select 'feed:' || coalesce(f.same_as, f.id) from feeds f where f.id = s.feed_id))
              or exists (select 1 from post_finds found where found.post_id = p.id and found.feed_id = s.feed_id))`,
          )
          .on('s.team', '=', team),
      )
      .leftJoin('mentions as m', (join) => join.onRef('m.post_id', '=', 'p.id').on('m.team', '=', team))
      .select(['m.id as mention', sql<string>`coalesce(s.name, p.outlet)`.as('source'), 'p.heard_at'])
      .where((where) => where.or([where('p.url', '=', url), where('p.address', '=', addressKey(url))]))
      .where((where) =>
        // A mention stays the team's when its source is watched no more.
        where.or([
          where('s.team', '=', team),
          where('m.id', 'is not', null),
          where('p.source', 'in', byHand(team)),
          sql<boolean>`substr(p.source, 1, ${hooks.length}) = ${hooks}`,
        ]),
      )
      .orderBy('p.heard_at', 'desc')
      .executeTakeFirst()
    return row ? { mention: row.mention, source: row.source, heardAt: row.heard_at } : null
  },

  /** The team's mentions of each of these addresses (`addressKey`), the first first; but not from a source. */
  async mentioned(
    team: string,
    addresses: string[],
    { notFrom = '' }: { notFrom?: string } = {},
  ): Promise<Map<string, Mentioned[]>> {
    const rows = await db
      .selectFrom('posts as p')
      .innerJoin('mentions as m', (join) => join.onRef('m.post_id', '=', 'p.id').on('m.team', '=', team))
      .leftJoin('authors as a', 'a.author_key', 'p.author_key')
      .select(['p.address', 'm.id as mention', 'p.title', 'p.text', 'a.name as author'])
      .where('p.address', 'in', listed(addresses))
      .where('p.source', '!=', notFrom)
      .orderBy('m.id')
      .execute()
    // Who wrote it is forgotten with what they wrote.
    const kept = rows.map((row) => ({ ...row, author: row.text === null ? null : row.author }))
    return Map.groupBy(kept, ({ address }) => address!)
  },

  /** The team's mention of an item of a source, null when it has none. */
  async mentionOf(team: string, source: string, item: string): Promise<number | null> {
    const row = await db
      .selectFrom('posts as p')
      .innerJoin('mentions as m', (join) => join.onRef('m.post_id', '=', 'p.id').on('m.team', '=', team))
      .select('m.id')
      .where('p.source', '=', source)
      .where('p.item', '=', item)
      .executeTakeFirst()
    return row?.id ?? null
  },

  /** What the post of a team's mention is filed under. */
  async sourceOf(team: string, mention: number): Promise<string | null> {
    const row = await db
      .selectFrom('posts as p')
      .innerJoin('mentions as m', 'm.post_id', 'p.id')
      .select('p.source')
      .where('m.team', '=', team)
      .where('m.id', '=', mention)
      .executeTakeFirst()
    return row?.source ?? null
  },

  /** How many posts of a source are filed, or were found by it. */
  async count(source: string): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select (select count(*) from posts where source = ${source})
        + (select count(*) from post_finds where feed_id in ${listedNumbers(feedNumbers([source]))}) as count`.execute(
      db,
    )
    return Number(rows[0]!.count)
  },

  /** The keys of the authors who asked to be forgotten: a short list, and most often empty. */
  async blocked(): Promise<Set<string>> {
    const rows = await db.selectFrom('blocked_authors').select('author_key').execute()
    return new Set(rows.map((row) => row.author_key))
  },

  /** Erases what has outlived its retention, in the index of words too; gives how many posts and texts went. */
  async forget(now: Instant) {
    await db.deleteFrom('authors').where('forget_at', '<=', now).execute()
    const whole = await db.deleteFrom('posts').where('forget_at', '<=', now).executeTakeFirst()
    const texts = await db
      .updateTable('posts')
      .set({ title: null, text: null })
      .where('forget_text_at', '<=', now)
      .where('text', 'is not', null)
      .executeTakeFirst()
    await sql`delete from post_edits where exists (
      select 1 from posts where id = post_edits.post_id and text is null)`.execute(db)
    const gone = { texts: Number(texts.numUpdatedRows), posts: Number(whole.numDeletedRows) }
    if (gone.texts + gone.posts > 0) await forgetWords(db)
    return gone
  },
})

/** What a team's people pasted, reported and imported is filed under. */
const byHand = (team: string) => ['pasted', 'reported', 'imported'].map((how) => `${how}:${team}`)

const postColumns = [
  'source',
  'item',
  'url',
  'address',
  'title',
  'text',
  'outlet',
  'outlet_words',
  'language',
  'published_at',
  'updated_at',
  'heard_at',
  'author_key',
  'reach',
  'network',
  'sample',
  'fate',
  'forget_text_at',
  'forget_at',
] as const satisfies (keyof PostRow)[]
