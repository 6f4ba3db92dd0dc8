import { type Kysely, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import { listed, listedNumbers } from './batch.ts'
import { isPostgres } from './dialect.ts'
import { indexWords, removeWords } from './search.ts'
import type { Tables } from './tables.ts'

/** A post that is filed here, and its mentions. What it says is null once it is kept no more. */
export type FiledPost = {
  id: number
  source: string
  url: string | null
  title: string | null
  text: string | null
  author: string | null
  language: string | null
  publishedAt: Instant | null
  heardAt: Instant
  deletedAt: Instant | null
  /** What it said when it was heard, where it was edited since. */
  was: { title: string | null; text: string | null } | null
  mentions: { id: number; team: string }[]
}

/** A message that shows a post among others, as it is kept until it is told. */
export type Quoting = { id: string; payload: object }

/** What becomes of posts that are gone at their places, or say something else there. To be run in a transaction. */
export const postEnds = (db: Kysely<Tables>) => ({
  async find(source: string, item: string): Promise<FiledPost | null> {
    const row = await db
      .selectFrom('posts as p')
      .leftJoin('authors as a', 'a.author_key', 'p.author_key')
      .leftJoin('post_edits as w', 'w.post_id', 'p.id')
      .select(['p.id', 'p.source', 'p.url', 'p.title', 'p.text', 'p.language', 'p.published_at'])
      .select(['p.heard_at', 'p.deleted_at', 'a.name'])
      .select(['w.post_id as edited', 'w.title as title_then', 'w.text as text_then'])
      .where('p.source', '=', source)
      .where('p.item', '=', item)
      .executeTakeFirst()
    if (!row) return null
    const mentions = await db
      .selectFrom('mentions')
      .select(['id', 'team'])
      .where('post_id', '=', row.id)
      .orderBy('id')
      .execute()
    return {
      ...{ id: row.id, source: row.source, url: row.url, title: row.title, text: row.text, author: row.name },
      ...{ language: row.language, publishedAt: row.published_at, heardAt: row.heard_at },
      ...{ deletedAt: row.deleted_at, mentions },
      was: row.edited === null ? null : { title: row.title_then, text: row.text_then },
    }
  },

  /** The mentions of a post, whose ever they are. */
  mentionsOf: (post: number): Promise<{ id: number; team: string }[]> =>
    db.selectFrom('mentions').select(['id', 'team']).where('post_id', '=', post).orderBy('id').execute(),

  /** Which of these items of a source are known to be gone. */
  async gone(source: string, items: string[]): Promise<Set<string>> {
    const rows = await db
      .selectFrom('posts')
      .select('item')
      .where('source', '=', source)
      .where('item', 'in', listed(items))
      .where('deleted_at', 'is not', null)
      .unionAll(
        db
          .selectFrom('post_changes')
          .select('item')
          .where('source', '=', source)
          .where('item', 'in', listed(items))
          .where('did', '=', 'deleted'),
      )
      .execute()
    return new Set(rows.map(({ item }) => item))
  },

  /**
   * Nothing is left of what it said, where, and of who wrote it, but that it was heard, and what was counted. Its number
   * at its place stays, so that it is not heard again.
   */
  async erase({ id, url, mentions }: FiledPost, at: Instant) {
    const before = await db.selectFrom('posts').select('author_key').where('id', '=', id).executeTakeFirst()
    await db
      .updateTable('posts')
      .set({ title: null, text: null, url: null, address: null, deleted_at: at })
      .where('id', '=', id)
      .execute()
    await db.deleteFrom('post_edits').where('post_id', '=', id).execute()
    await db
      .updateTable('post_engagement')
      .set({ next_at: null, said: null })
      .where('post_id', '=', id)
      .execute()
    if (before?.author_key)
      await db
        .deleteFrom('authors')
        .where('author_key', '=', before.author_key)
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('posts')
                .select('id')
                .where('author_key', '=', before.author_key)
                .where('text', 'is not', null),
            ),
          ),
        )
        .execute()
    await removeWords(
      db,
      mentions.map((one) => one.id),
    )
    if (url !== null)
      for (const { team } of mentions)
        await db
          .updateTable('story_outlets')
          .set({ url: null })
          .where('team', '=', team)
          .where('url', '=', url)
          .execute()
  },

  /** It says this now; what it said when it was heard is kept beside it. */
  async edit(
    post: FiledPost,
    now: { title: string; text: string; language: string | null; updatedAt: Instant | null },
    at: Instant,
  ) {
    await db
      .insertInto('post_edits')
      .values({ post_id: post.id, title: post.title, text: post.text })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const { title, text, language, updatedAt } = now
    await db
      .updateTable('posts')
      .set({ title, text, language, updated_at: updatedAt, edited_at: at })
      .where('id', '=', post.id)
      .execute()
  },

  /** A mention is found by these words now. */
  async findBy(mention: number, words: string[]) {
    await removeWords(db, [mention])
    await indexWords(db, [{ mention, words }])
  },

  /** The messages to a team, other than a mention's own alert, that may show any of these words: an address, a beginning. */
  async quoting(team: string, { since, words }: { since: Instant; words: string[] }): Promise<Quoting[]> {
    const rows = await db
      .selectFrom('deliveries')
      .select(['id', 'payload'])
      .where('team', '=', team)
      .where('created_at', '>=', since)
      .where('rule', '!=', 'alert')
      .where(holds(db, 'payload', words))
      .execute()
    return rows.map(({ id, payload }) => ({ id, payload: JSON.parse(payload) as object }))
  },

  /** Such a message says this from now on, where it was told as well. */
  async reword(id: string, payload: object) {
    await db
      .updateTable('deliveries')
      .set({ payload: JSON.stringify(payload), wanted: sql`wanted + 1` })
      .where('id', '=', id)
      .execute()
  },

  /** The messages that tell a team this, a report with the files beside it. */
  async telling(team: string, about: string): Promise<{ id: string; payload: Pages }[]> {
    const rows = await db
      .selectFrom('deliveries')
      .select(['id', 'payload'])
      .where('team', '=', team)
      .where('rule', '=', 'digest')
      .where('about', '=', about)
      .execute()
    return rows.map(({ id, payload }) => ({ id, payload: JSON.parse(payload) as Pages }))
  },

  /** The reports to a team that may show any of these words, as they were sent; one may have been begun long before. */
  async reports(team: string, words: string[]): Promise<{ id: number; sheet: object }[]> {
    const rows = await db
      .selectFrom('reports')
      .select(['id', 'sheet'])
      .where('team', '=', team)
      .where('sheet', 'is not', null)
      .where(holds(db, 'sheet', words))
      .execute()
    return rows.map(({ id, sheet }) => ({ id, sheet: JSON.parse(sheet!) as object }))
  },

  async rewrite(report: number, sheet: object) {
    await db
      .updateTable('reports')
      .set({ sheet: JSON.stringify(sheet) })
      .where('id', '=', report)
      .execute()
  },

  /** Which of these mentions are marked as being about nothing of the team's any more. */
  async offTopic(mentions: number[], off: boolean) {
    await db
      .updateTable('mentions')
      .set({ off_topic: off ? 1 : 0 })
      .where('id', 'in', listedNumbers(mentions))
      .execute()
  },
})

/** A message, as it is kept, with what lies beside it. */
type Pages = { files?: { type: string }[] }

/** Whether JSON in a column holds any of these words. */
function holds(db: Kysely<Tables>, column: 'payload' | 'sheet', words: string[]) {
  const at = sql.raw(isPostgres(db) ? 'strpos' : 'instr')
  const all = words.map((one) => {
    const kept = JSON.stringify(one).slice(1, -1)
    return sql`${at}(${sql.ref(column)}, ${kept}) > 0`
  })
  return sql<boolean>`(${sql.join(all, sql` or `)})`
}
