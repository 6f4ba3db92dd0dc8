import { type Kysely, type Selectable, type SqlBool, sql } from 'kysely'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Place } from '../model/team.ts'
import { insertMany, listed } from './batch.ts'
import { newId } from './id.ts'
import type { DeliveryRow, Tables } from './tables.ts'

/** What must be told. `payload` is the Message, frozen; unique by rule, what it is about, and where it goes. */
export type ToTell = {
  team: string
  rule: 'alert' | 'first' | 'digest' | 'news'
  about: string
  story?: string
  place: Place
  payload: object
  dueAt: Instant
  /** The route that sends it there, by name. */
  route?: string
  /** The delivery in whose thread it goes; it is told after that one. */
  threadOf?: string
  /** News tells what came after this mention. */
  since?: number
}

/** A delivery as its sender needs it. `wanted` is the version that `payload` holds. */
export type Delivery = {
  id: string
  team: string
  place: Place
  payload: unknown
  wanted: number
  /** The newest version that somebody's press asked for. */
  pressed: number
  attempts: number
  told: Spot | null
  toldAt: Instant | null
  /** In whose thread it goes, 'gone' where that was given up. */
  thread: Spot | 'gone' | null
  /** What took over from it, 'gone' where that was given up. */
  movedTo: (Spot & { at: Instant }) | 'gone' | null
}

type Spot = { channel: string; id: string }

/** What tells a story in a channel; `toldAt` is null while it waits. */
export type StoryTold = {
  id: string
  story: string
  place: Place
  about: string
  toldAt: Instant | null
  createdAt: Instant
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
      route: one.route ?? null,
      thread_of: one.threadOf ?? null,
      since_mention: one.since ?? null,
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
        'route',
        'thread_of',
        'since_mention',
      ],
      rows,
      'on conflict (rule, about, chat, channel) do nothing',
    )
  },

  /** What tells these stories to the team since a moment, and in which channel; the first of each, where it was not given up. */
  async ofStories(team: string, stories: string[], since: Instant): Promise<StoryTold[]> {
    const rows = await db
      .selectFrom('deliveries')
      .select(['id', 'story', 'about', 'chat', 'channel', 'told_at', 'created_at'])
      .where('created_at', '>=', since)
      .where('state', '!=', 'given-up')
      .where('team', '=', team)
      .where('story', 'in', listed(stories))
      .where('rule', '=', 'alert')
      .orderBy('id')
      .execute()
    return rows.map(({ id, story, chat, channel, about, told_at, created_at }) => ({
      id,
      story: story!,
      place: { chat: chat as ChatName, channel },
      about,
      toldAt: told_at,
      createdAt: created_at,
    }))
  },

  /** Where something was told or waits to be, and why not where that failed. */
  async about(team: string, about: string) {
    const rows = await db
      .selectFrom('deliveries')
      .select(['channel', 'state', 'told_at', 'due_at', 'reason', 'route'])
      .where('team', '=', team)
      .where('about', '=', about)
      .orderBy('id')
      .execute()
    return rows.map(({ channel, state, told_at, due_at, reason, route }) => ({
      channel,
      state,
      at: told_at ?? due_at,
      reason,
      route,
    }))
  },

  /**
   * What is told of this shall now say that: waiting ones change before they go out, told ones in place. What a
   * person's press changed is shown at once; what changes by itself keeps the rhythm.
   */
  async change(team: string, about: string, payload: object, by: 'press' | 'itself' = 'press') {
    const atOnce = {
      pressed: sql<number>`wanted + 1`,
      // Where an edit failed, its chat said when it may be tried again.
      due_at: sql<number>`case when told > 0 and reason is null then 0 else due_at end`,
    }
    await db
      .updateTable('deliveries')
      .set({
        payload: JSON.stringify(payload),
        wanted: sql`wanted + 1`,
        ...(by === 'press' ? atOnce : {}),
      })
      .where('team', '=', team)
      .where('about', '=', about)
      .where('rule', '=', 'alert')
      .execute()
  },

  /** What waits for the end of quiet hours to be told in a channel is told sooner. */
  async hasten(team: string, about: string, { chat, channel }: Place, dueAt: Instant) {
    await db
      .updateTable('deliveries')
      .set({ due_at: dueAt })
      .where('team', '=', team)
      .where('about', '=', about)
      .where('chat', '=', chat)
      .where('channel', '=', channel)
      .where('state', '=', 'waiting')
      .where('attempts', '=', 0)
      .where('due_at', '>', dueAt)
      .execute()
  },

  /** What is due, oldest first, at most one for each channel that is not busy: new messages, then edits. */
  async due(now: Instant, busy: string[]): Promise<Delivery[]> {
    const { rows } = await sql<RowBeside>`
      select * from (
        select d.*, ${beside},
          row_number() over (partition by d.chat, d.channel order by d.state desc, d.due_at, d.id) as place
        from ${withBeside}
        where d.due_at <= ${now} and ${open} and d.chat || '#' || d.channel not in ${listed(busy)}
      ) as due where place = 1`.execute(db)
    return rows.map(deliveryOf)
  },

  /** When the next one is due, null when nothing waits. */
  async nextDue(): Promise<Instant | null> {
    const { rows } = await sql<{ at: number | null }>`
      select min(d.due_at) as at from ${withBeside} where ${open}`.execute(db)
    return rows[0]?.at ?? null
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

  /** A version stands in the channel, from now on where it is the first; the next edit waits its time. */
  async told(id: string, version: number, told: Spot, now: Instant) {
    const next = sql<number>`case when told = 0 or pressed > ${version} then due_at else ${now + rhythm} end`
    await db
      .updateTable('deliveries')
      .set({
        state: 'told',
        told: version,
        told_channel: told.channel,
        told_id: told.id,
        told_at: sql`coalesce(told_at, ${now})`,
        due_at: next,
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
    const { rows } = await sql<RowBeside>`
      select d.*, ${beside} from ${withBeside} where d.state = 'sending' order by d.id`.execute(db)
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

/** A message is not edited more often than this by itself: who reads it wants it to hold still. */
export const rhythm = 30_000

/** What a delivery waits for: that in whose thread it goes, or that which takes over from it. */
const withBeside = sql`deliveries d left join deliveries o on o.id = coalesce(d.thread_of, d.moved_to)`

const beside = sql`o.state as o_state, o.told_channel as o_channel, o.told_id as o_id, o.told_at as o_at`

/** To be said, or said and to be changed; not before what it waits for is told or given up. */
const open = sql<SqlBool>`((d.state = 'waiting' or (d.state = 'told' and d.told < d.wanted))
  and (o.state is null or o.state in ('told', 'given-up')))`

type RowBeside = Selectable<DeliveryRow> & {
  o_state: string | null
  o_channel: string | null
  o_id: string | null
  o_at: number | null
}

function deliveryOf(row: RowBeside): Delivery {
  const other =
    row.o_state === 'given-up' || row.o_id === null
      ? ('gone' as const)
      : { channel: row.o_channel!, id: row.o_id, at: row.o_at! }
  return {
    id: row.id,
    team: row.team,
    place: { chat: row.chat as ChatName, channel: row.channel },
    payload: JSON.parse(row.payload),
    wanted: row.wanted,
    pressed: row.pressed,
    attempts: row.attempts,
    told: row.told_id === null ? null : { channel: row.told_channel!, id: row.told_id },
    toldAt: row.told_at,
    thread: row.thread_of === null ? null : other,
    movedTo: row.moved_to === null ? null : other,
  }
}
