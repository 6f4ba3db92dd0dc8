import { type Kysely, sql } from 'kysely'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Place } from '../model/team.ts'
import { listed } from './batch.ts'
import { isDue } from './due.ts'
import { newId } from './id.ts'
import type { Spot } from './outbox.ts'
import type { Tables } from './tables.ts'

/** An alert that waits and may be told with others; `copies` is how many mentions its story has. */
export type Waiting = {
  id: string
  place: Place
  payload: unknown
  wanted: number
  story: string | null
  copies: number
  inDoubt: boolean
  mayRepeat: boolean
  createdAt: Instant
}

/** Alerts that waited through an outage and are told as one message: a delivery of its own, with the rule `summary`. */
export const summaries = (db: Kysely<Tables>) => ({
  /** The alerts that are due in a channel, oldest first. */
  async waiting(team: string, { chat, channel }: Place, now: Instant): Promise<Waiting[]> {
    const rows = await db
      .selectFrom('deliveries as d')
      .select(['id', 'chat', 'channel', 'payload', 'wanted', 'story', 'in_doubt', 'may_repeat', 'created_at'])
      .select((d) =>
        d
          .selectFrom('mentions as m')
          .select(sql<number>`count(*)`.as('count'))
          .whereRef('m.team', '=', 'd.team')
          .whereRef('m.story', '=', 'd.story')
          .as('copies'),
      )
      .where('team', '=', team)
      .where('chat', '=', chat)
      .where('channel', '=', channel)
      .where('rule', 'in', summed)
      .where('state', '=', 'waiting')
      .where('in_summary', 'is', null)
      .where(isDue(now))
      .orderBy('id')
      .execute()
    return rows.map(({ payload, in_doubt, may_repeat, created_at, copies, ...row }) => ({
      id: row.id,
      place: { chat: row.chat as ChatName, channel: row.channel },
      payload: JSON.parse(payload),
      wanted: row.wanted,
      story: row.story,
      copies: Number(copies ?? 0),
      inDoubt: in_doubt === 1,
      mayRepeat: may_repeat === 1,
      createdAt: created_at,
    }))
  },

  /**
   * These alerts will be told by one message; what waits for their threads is dropped. To be run in a transaction;
   * a crash before or after it changes nothing. Throws where one of them is being told otherwise.
   */
  async add(team: string, { chat, channel }: Place, all: string[], { payload, now }: Composed) {
    const id = newId(now)
    await db
      .insertInto('deliveries')
      .values({
        ...{ id, team, chat, channel, rule: 'summary', about: `summary:${all[0]}` },
        ...{ payload: JSON.stringify(payload), state: 'waiting', wanted: 1, told: 0, attempts: 0 },
        ...{ due_at: now, created_at: now, story: null, started_at: null, told_channel: null, told_id: null },
        ...{ told_at: null, reason: null, route: null, thread_of: null, moved_to: null, since_mention: null },
        in_summary: null,
      })
      .execute()
    const { numUpdatedRows } = await db
      .updateTable('deliveries')
      .set({ in_summary: id, reason: null })
      .where('id', 'in', listed(all))
      .where('state', '=', 'waiting')
      .where('in_summary', 'is', null)
      .executeTakeFirst()
    if (Number(numUpdatedRows) !== all.length) throw new Error('another process tells some of these')
    await db
      .deleteFrom('deliveries')
      .where('thread_of', 'in', listed(all))
      .where('state', '=', 'waiting')
      .where('attempts', '=', 0)
      .execute()
  },

  /** A summary was told, and with it all that it tells. */
  async told(id: string, told: Spot, now: Instant) {
    await db
      .updateTable('deliveries')
      .set({
        state: 'told',
        told: sql`wanted`,
        told_channel: told.channel,
        told_id: told.id,
        told_at: now,
        reason: null,
        in_doubt: 0,
      })
      .where('in_summary', '=', id)
      .where('state', '=', 'waiting')
      .execute()
  },
})

type Composed = { payload: object; now: Instant }

/** What may be told with others, by rule; whatever must ring by itself stays out of this list. */
const summed = ['alert']
