import { type Kysely, type SqlBool, sql } from 'kysely'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Place } from '../model/team.ts'
import { insertMany, listed } from './batch.ts'
import { newId } from './id.ts'
import type { DeliveryRow, Tables } from './tables.ts'

/** What must be told. `payload` is the Message, frozen; unique by rule, what it is about, and where it goes. */
export type ToTell = {
  team: string
  rule: 'alert' | 'first'
  about: string
  story?: string
  place: Place
  payload: object
  dueAt: Instant
}

/** A delivery as its sender needs it. `wanted` is the version that `payload` holds. */
export type Delivery = {
  id: string
  team: string
  place: Place
  payload: unknown
  wanted: number
  attempts: number
  told: { channel: string; id: string } | null
}

export const deliveries = (db: Kysely<Tables>) => ({
  /** Writes down what must be told; what is already there is left as it is. */
  async add(all: ToTell[], now: Instant) {
    const rows = all.map((one) => ({
      id: newId(now),
      team: one.team,
      rule: one.rule,
      about: one.about,
      story: one.story ?? null,
      chat: one.place.chat,
      channel: one.place.channel,
      payload: JSON.stringify(one.payload),
      state: 'waiting',
      wanted: 1,
      told: 0,
      attempts: 0,
      due_at: one.dueAt,
      created_at: now,
    }))
    await insertMany(
      db,
      'deliveries',
      [
        'id',
        'team',
        'rule',
        'about',
        'story',
        'chat',
        'channel',
        'payload',
        'state',
        'wanted',
        'told',
        'attempts',
        'due_at',
        'created_at',
      ],
      rows,
      'on conflict (rule, about, chat, channel) do nothing',
    )
  },

  /** What tells these stories to the team since a moment, and in which channel; the first of each, where it was not given up. */
  async ofStories(
    team: string,
    stories: string[],
    since: Instant,
  ): Promise<{ story: string; channel: string; about: string }[]> {
    const rows = await db
      .selectFrom('deliveries')
      .select(['story', 'about', 'channel'])
      .where('created_at', '>=', since)
      .where('state', '!=', 'given-up')
      .where('team', '=', team)
      .where('story', 'in', listed(stories))
      .where('rule', '=', 'alert')
      .orderBy('id')
      .execute()
    return rows.map(({ story, channel, about }) => ({ story: story!, channel, about }))
  },

  /** Where something was told or waits to be, and why not where that failed. */
  async about(team: string, about: string) {
    const rows = await db
      .selectFrom('deliveries')
      .select(['channel', 'state', 'told_at', 'due_at', 'reason'])
      .where('team', '=', team)
      .where('about', '=', about)
      .orderBy('id')
      .execute()
    return rows.map(({ channel, state, told_at, due_at, reason }) => ({
      channel,
      state,
      at: told_at ?? due_at,
      reason,
    }))
  },

  /** What is told of this shall now say that: waiting ones change before they go out, told ones in place. */
  async change(team: string, about: string, payload: object) {
    await db
      .updateTable('deliveries')
      .set({ payload: JSON.stringify(payload), wanted: sql`wanted + 1` })
      .where('team', '=', team)
      .where('about', '=', about)
      .where('rule', '=', 'alert')
      .execute()
  },

  /** What is due, oldest first, at most one for each channel that is not busy: new messages, then edits. */
  async due(now: Instant, busy: string[]): Promise<Delivery[]> {
    const { rows } = await sql<DeliveryRow>`
      select * from (
        select *, row_number() over (partition by chat, channel order by state desc, due_at, id) as place
        from deliveries
        where due_at <= ${now} and ${open} and chat || '#' || channel not in ${listed(busy)}
      ) as due where place = 1`.execute(db)
    return rows.map(deliveryOf)
  },

  /** When the next one is due, null when nothing waits. */
  async nextDue(): Promise<Instant | null> {
    const row = await db
      .selectFrom('deliveries')
      .select(sql<number | null>`min(due_at)`.as('at'))
      .where(open)
      .executeTakeFirst()
    return row?.at ?? null
  },

  /** Committed before the call: from here on the channel may hold it. False when somebody else was faster. */
  async begin(id: string, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('deliveries')
      .set({ state: 'sending', started_at: now, attempts: sql`attempts + 1` })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  async told(id: string, version: number, told: { channel: string; id: string }, now: Instant) {
    await db
      .updateTable('deliveries')
      .set({
        state: 'told',
        told: version,
        told_channel: told.channel,
        told_id: told.id,
        told_at: now,
        reason: null,
      })
      .where('id', '=', id)
      .execute()
  },

  /** Not now: tried again at `dueAt`. An edit stays told, a new message waits. */
  async later(id: string, dueAt: Instant, reason: string) {
    await db
      .updateTable('deliveries')
      .set({ state: sql`case when told > 0 then 'told' else 'waiting' end`, due_at: dueAt, reason })
      .where('id', '=', id)
      .execute()
  },

  /** The chat said no for good. */
  async giveUp(id: string, reason: string) {
    await db.updateTable('deliveries').set({ state: 'given-up', reason }).where('id', '=', id).execute()
  },

  /** What a stopped process was telling: nobody knows whether it arrived. */
  async interrupted(): Promise<Delivery[]> {
    const rows = await db
      .selectFrom('deliveries')
      .selectAll()
      .where('state', '=', 'sending')
      .orderBy('id')
      .execute()
    return rows.map(deliveryOf)
  },

  /** Erases what was told, or given up on, before a moment: it quotes people. Of these teams, or of all but these. */
  async forget(which: 'of' | 'not of', teams: string[], before: Instant) {
    await db
      .deleteFrom('deliveries')
      .where('team', which === 'of' ? 'in' : 'not in', listed(teams))
      .where('created_at', '<', before)
      .where('state', 'in', ['told', 'given-up'])
      .execute()
  },

  /** How many stand in each state. */
  async counts(): Promise<Record<string, number>> {
    const rows = await db
      .selectFrom('deliveries')
      .select(['state', sql<number>`count(*)`.as('count')])
      .groupBy('state')
      .execute()
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
  },
})

/** To be said, or said and to be changed. */
const open = sql<SqlBool>`(state = 'waiting' or (state = 'told' and told < wanted))`

const deliveryOf = (row: DeliveryRow): Delivery => ({
  id: row.id,
  team: row.team,
  place: { chat: row.chat as ChatName, channel: row.channel },
  payload: JSON.parse(row.payload),
  wanted: row.wanted,
  attempts: row.attempts,
  told: row.told_id === null ? null : { channel: row.told_channel!, id: row.told_id },
})
