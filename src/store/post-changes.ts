import { type Kysely, type Selectable, sql } from 'kysely'
import type { Instant, Post } from '../model/post.ts'
import { listed } from './batch.ts'
import { unheld } from './pushes.ts'
import type { PostChangeRow, Tables } from './tables.ts'

/** What happened to a post at its place: it was edited, and is like this now; or it is gone. */
export type PostChange = {
  team: string
  source: string
  item: string
  did: 'edited' | 'deleted'
  post: Post | null
  at: Instant
}

export type WaitingChange = PostChange & { id: number }

/** What happened to posts at their places after they were heard, until it happened here too. */
export const postChanges = (db: Kysely<Tables>) => ({
  /** Keeps what happened. What an edit said goes as soon as its post is gone. In a transaction. */
  async keep(changes: PostChange[]) {
    for (const { post, ...change } of changes) {
      await db
        .insertInto('post_changes')
        .values({ ...change, post: post === null ? null : JSON.stringify(post) })
        .execute()
      if (change.did === 'deleted')
        await db
          .updateTable('post_changes')
          .set({ post: null, done_at: change.at })
          .where('source', '=', change.source)
          .where('item', '=', change.item)
          .where('did', '=', 'edited')
          .execute()
    }
  },

  /** Which of these items of a source are known to be gone: a deletion may arrive before what it deletes. */
  async gone(source: string, items: string[]): Promise<Set<string>> {
    const rows = await db
      .selectFrom('post_changes')
      .select('item')
      .where('source', '=', source)
      .where('item', 'in', listed(items))
      .where('did', '=', 'deleted')
      .execute()
    return new Set(rows.map(({ item }) => item))
  },

  /** The items of a source whose ids begin so. */
  async under(source: string, start: string): Promise<string[]> {
    const rows = await db
      .selectFrom('posts')
      .select('item')
      .where('source', '=', source)
      .where(sql<boolean>`substr(item, 1, ${start.length}) = ${start}`)
      .execute()
    return rows.map(({ item }) => item)
  },

  /** Claims what did not happen here yet, oldest first. */
  async claim(
    now: Instant,
    { leasedUntil, most }: { leasedUntil: Instant; most: number },
  ): Promise<WaitingChange[]> {
    const { rows } = await sql<Selectable<PostChangeRow>>`
      update post_changes set leased_until = ${leasedUntil} where id in (
        select id from post_changes where done_at is null and ${unheld(now)} order by id limit ${most})
        and done_at is null and ${unheld(now)} returning *`.execute(db)
    return rows
      .sort((a, b) => a.id - b.id)
      .map(({ id, team, source, item, did, post, at }) => ({
        ...{ id, team, source, item, at },
        did: did as PostChange['did'],
        post: post === null ? null : (JSON.parse(post) as Post),
      }))
  },

  /** When something waits to happen here, or whoever works on it has had time enough; null where nothing does. */
  async nextAt(now: Instant): Promise<Instant | null> {
    const { rows } = await sql<{ at: number | null }>`
      select min(case when ${unheld(now)} then 0 else leased_until end) as at
      from post_changes where done_at is null`.execute(db)
    return rows[0]?.at == null ? null : Number(rows[0].at)
  },

  /** Whether it still waits: another process may have done it, and what was edited may be gone since. */
  async waits(id: number): Promise<boolean> {
    const row = await db.selectFrom('post_changes').select('done_at').where('id', '=', id).executeTakeFirst()
    return row?.done_at === null
  },

  /** Whether anything went here after a moment: what was read before then may show it. */
  async wentAfter(at: Instant): Promise<boolean> {
    const row = await db
      .selectFrom('post_changes')
      .select('id')
      .where('did', '=', 'deleted')
      .where('done_at', '>', at)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  },

  /** It happened here too. */
  async done(ids: number[], now: Instant) {
    for (const id of ids)
      await db.updateTable('post_changes').set({ done_at: now, post: null }).where('id', '=', id).execute()
  },

  /** Erases what happened here before a moment. */
  async forget(before: Instant) {
    await db.deleteFrom('post_changes').where('at', '<', before).where('done_at', 'is not', null).execute()
  },
})
