import { type Kysely, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import { listed } from './batch.ts'
import { newId } from './id.ts'
import type { LocalMessageRow, Tables } from './tables.ts'

export type LocalMessage = LocalMessageRow
export type LocalReaction = { message_id: string; user: string; emoji: string }

/** The local chat's memory: what was said there, and the reactions to it. */
export const localMessages = (db: Kysely<Tables>) => ({
  /** Keeps what was said; the same delivery twice is one message. */
  async add(said: Omit<LocalMessage, 'id' | 'edited_at'>): Promise<LocalMessage> {
    const message = { ...said, id: newId(said.at), edited_at: null }
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('local_messages')
      .values(message)
      .onConflict((conflict) => conflict.column('delivery').doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows ? message : (await this.ofDelivery(said.delivery!))!
  },

  async get(id: string): Promise<LocalMessage | null> {
    return (await db.selectFrom('local_messages').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
  },

  async ofDelivery(delivery: string): Promise<LocalMessage | null> {
    const query = db.selectFrom('local_messages').selectAll().where('delivery', '=', delivery)
    return (await query.executeTakeFirst()) ?? null
  },

  /** Changes what Vigie said; false when it is gone. */
  async change(id: string, payload: string, now: Instant): Promise<boolean> {
    const query = db.updateTable('local_messages').set({ payload, edited_at: now }).where('id', '=', id)
    return (await query.executeTakeFirst()).numUpdatedRows > 0n
  },

  async remove(id: string) {
    await db
      .deleteFrom('local_messages')
      .where((where) => where.or([where('id', '=', id), where('thread', '=', id)]))
      .execute()
  },

  /** What this user sees of a channel, oldest first: the newest `most` before a message, threads among them. */
  async history(
    channel: string,
    user: string,
    more: { before?: string; most: number },
  ): Promise<LocalMessage[]> {
    let query = db
      .selectFrom('local_messages')
      .selectAll()
      .where('channel', '=', channel)
      .where((where) => where.or([where('only_for', 'is', null), where('only_for', '=', user)]))
    if (more.before) query = query.where('id', '<', more.before)
    return (await query.orderBy('id', 'desc').limit(more.most).execute()).reverse()
  },

  /** What was said or changed since a moment, in the order it was said. */
  async since(at: Instant): Promise<LocalMessage[]> {
    return db
      .selectFrom('local_messages')
      .selectAll()
      .where((where) => where.or([where('at', '>', at), where('edited_at', '>', at)]))
      .orderBy('id')
      .execute()
  },

  async react(message: string, user: string, emoji: string, now: Instant) {
    await db
      .insertInto('local_reactions')
      .values({ message_id: message, user, emoji, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },

  /** False where it did not stand there. */
  async takeBack(message: string, user: string, emoji: string): Promise<boolean> {
    const { numDeletedRows } = await db
      .deleteFrom('local_reactions')
      .where('message_id', '=', message)
      .where('user', '=', user)
      .where('emoji', '=', emoji)
      .executeTakeFirstOrThrow()
    return numDeletedRows > 0
  },

  /** How many answers this user sees in the threads of these messages. */
  async replies(messages: string[], user: string): Promise<Map<string, number>> {
    const rows = await db
      .selectFrom('local_messages')
      .select(['thread', sql<number>`count(*)`.as('count')])
      .where('thread', 'in', listed(messages))
      .where((where) => where.or([where('only_for', 'is', null), where('only_for', '=', user)]))
      .groupBy('thread')
      .execute()
    return new Map(rows.map(({ thread, count }) => [thread!, Number(count)]))
  },

  /** Erases what was said before a moment, in these channels or in all but these: it quotes people. */
  async forget(which: 'in' | 'not in', channels: string[], before: Instant) {
    await db
      .deleteFrom('local_messages')
      .where('channel', which, listed(channels))
      .where('at', '<', before)
      .execute()
  },

  async reactions(messages: string[]): Promise<LocalReaction[]> {
    return db
      .selectFrom('local_reactions')
      .select(['message_id', 'user', 'emoji'])
      .where('message_id', 'in', listed(messages))
      .orderBy('at')
      .execute()
  },
})
