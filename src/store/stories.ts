import { type Kysely, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import type { Place } from '../model/team.ts'
import { listed } from './batch.ts'
import { newId } from './id.ts'
import type { Tables } from './tables.ts'

/** News that a story's thread in a channel has or will have. */
export type ToldNews = {
  id: string
  about: string
  /** It tells what came after this mention. */
  since: number
  at: Instant
  /** Nobody has seen it, so that newer news may take its place. */
  untouched: boolean
}

/** The same news in many places, and the messages that keep it up to date. */
export const stories = (db: Kysely<Tables>) => ({
  /** The news of a story in a channel's thread, oldest first. */
  async news(team: string, story: string, { chat, channel }: Place): Promise<ToldNews[]> {
    const rows = await db
      .selectFrom('deliveries')
      .select(['id', 'about', 'since_mention', 'state', 'attempts', 'told_at', 'due_at'])
      .where('team', '=', team)
      .where('story', '=', story)
      .where('rule', '=', 'news')
      .where('chat', '=', chat)
      .where('channel', '=', channel)
      .orderBy('id')
      .execute()
    return rows.map(({ id, about, since_mention, state, attempts, told_at, due_at }) => ({
      id,
      about,
      since: since_mention ?? 0,
      at: told_at ?? due_at,
      untouched: state === 'waiting' && attempts === 0,
    }))
  },

  /** Takes back news that newer news replaces, as long as nobody tried to say it. */
  async withdraw(ids: string[]) {
    if (ids.length === 0) return
    await db
      .deleteFrom('deliveries')
      .where('id', 'in', listed(ids))
      .where('state', '=', 'waiting')
      .where('attempts', '=', 0)
      .execute()
  },

  /**
   * A fresh message will take over from one that is too old to be edited, when it is due; then the old one points
   * to it. What waits for the old one's thread goes below the new one. To be run in a transaction.
   */
  async handOver(id: string, { now, dueAt }: { now: Instant; dueAt: Instant }) {
    const old = await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst()
    if (!old || old.rule === 'moved') return
    const fresh = newId(now)
    await db
      .updateTable('deliveries')
      .set({
        rule: 'moved',
        about: `moved:${id}`,
        moved_to: fresh,
        told: sql`wanted`,
        wanted: sql`wanted + 1`,
        due_at: now,
        held: 0,
      })
      .where('id', '=', id)
      .execute()
    await db
      .insertInto('deliveries')
      .values({
        ...old,
        id: fresh,
        state: 'waiting',
        wanted: 1,
        told: 0,
        pressed: 0,
        attempts: 0,
        due_at: dueAt,
        held: dueAt > now ? 1 : 0,
        started_at: null,
        told_channel: null,
        told_id: null,
        told_at: null,
        reason: null,
        in_doubt: 0,
        may_repeat: 0,
      })
      .execute()
    await db
      .updateTable('deliveries')
      .set({ thread_of: fresh })
      .where('thread_of', '=', id)
      .where('state', '=', 'waiting')
      .where('attempts', '=', 0)
      .execute()
  },
})
