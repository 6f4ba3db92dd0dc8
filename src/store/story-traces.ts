import type { Kysely } from 'kysely'
import type { Instant } from '../model/post.ts'
import { insertMany } from './batch.ts'
import type { Tables } from './tables.ts'

/** The story of a post, when it was heard, and its trace as src/analysis packs it. */
export type StoryTrace = { postId: number; story: string; at: Instant; trace: Uint8Array }

export const storyTraces = (db: Kysely<Tables>) => ({
  async keep(all: StoryTrace[]) {
    const rows = all.map(({ postId, ...row }) => ({ post_id: postId, ...row }))
    await insertMany(db, 'story_traces', ['post_id', 'story', 'at', 'trace'], rows, 'on conflict do nothing')
  },

  /** What was heard since, oldest first. */
  since(at: Instant): Promise<StoryTrace[]> {
    return this.after(0, at)
  },

  /** The same of the posts that were filed after one. */
  async after(postId: number, at: Instant): Promise<StoryTrace[]> {
    const rows = await db
      .selectFrom('story_traces')
      .selectAll()
      .where('post_id', '>', postId)
      .where('at', '>=', at)
      .orderBy('post_id')
      .execute()
    // A copy: what PostgreSQL's driver hands over is a part of a larger buffer, whose `slice` copies nothing.
    return rows.map(({ post_id, trace, ...row }) => ({
      postId: post_id,
      ...row,
      trace: Uint8Array.from(trace),
    }))
  },

  async forget(before: Instant) {
    await db.deleteFrom('story_traces').where('at', '<', before).execute()
  },
})
