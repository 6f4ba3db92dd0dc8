import { type Kysely, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import { insertMany, listed } from './batch.ts'
import type { PostRow, Tables } from './tables.ts'

export type PostToFile = Omit<PostRow, 'id'> & { title: string; text: string; author: string | null }

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

  /** Files posts with their texts and authors; gives the numbers of those that were new, by item. */
  async file(found: PostToFile[], forgetTextsAt: Instant): Promise<Map<string, number>> {
    const filed = await insertMany(db, 'posts', postColumns, found, 'on conflict (source, item) do nothing')
    const fresh = filed.map(({ row, id }) => ({ ...found[row]!, post_id: id }))
    await insertMany(
      db,
      'post_texts',
      ['post_id', 'title', 'text', 'forget_at'],
      fresh.map(({ post_id, title, text, forget_at }) => ({
        post_id,
        title,
        text,
        forget_at: Math.min(forgetTextsAt, forget_at),
      })),
    )
    await insertMany(
      db,
      'authors',
      ['author_key', 'name', 'forget_at'],
      fresh
        .filter(({ author_key }) => author_key !== null)
        .map(({ author_key, author }) => ({ author_key, name: author, forget_at: forgetTextsAt })),
      'on conflict (author_key) do update set name = excluded.name, forget_at = excluded.forget_at',
    )
    return new Map(fresh.map(({ item, post_id }) => [item, post_id]))
  },

  /** How many posts of a source are filed. */
  async count(source: string): Promise<number> {
    const query = db
      .selectFrom('posts')
      .select(sql<number>`count(*)`.as('count'))
      .where('source', '=', source)
    return Number((await query.executeTakeFirstOrThrow()).count)
  },

  async blocked(authorKeys: string[]): Promise<Set<string>> {
    if (authorKeys.length === 0) return new Set()
    const rows = await db
      .selectFrom('blocked_authors')
      .select('author_key')
      .where('author_key', 'in', listed(authorKeys))
      .execute()
    return new Set(rows.map((row) => row.author_key))
  },

  /** Erases what has outlived its retention; gives how many posts and texts went. */
  async forget(now: Instant) {
    await db.deleteFrom('authors').where('forget_at', '<=', now).execute()
    const texts = await db.deleteFrom('post_texts').where('forget_at', '<=', now).executeTakeFirst()
    const whole = await db.deleteFrom('posts').where('forget_at', '<=', now).executeTakeFirst()
    await sql`delete from mention_words where rowid not in (select id from mentions)`.execute(db)
    return { texts: Number(texts.numDeletedRows), posts: Number(whole.numDeletedRows) }
  },
})

const postColumns = [
  'source',
  'item',
  'url',
  'outlet',
  'language',
  'published_at',
  'updated_at',
  'heard_at',
  'author_key',
  'reach',
  'sample',
  'fate',
  'forget_at',
] as const satisfies (keyof PostRow)[]
