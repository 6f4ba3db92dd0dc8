import { type Kysely, type Selectable, type SqlBool, sql } from 'kysely'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Place } from '../model/team.ts'
import type { DeliveryRow, Tables } from './tables.ts'

export const deliveryStates = ['given-up', 'waiting', 'told'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** A delivery as somebody of the team reads of it. */
export type ListedDelivery = {
  id: string
  place: Place
  state: DeliveryState
  payload: unknown
  createdAt: Instant
  dueAt: Instant
  toldAt: Instant | null
  attempts: number
  reason: string | null
  /** It is being told at this moment. */
  sending: boolean
  /** It waits for the message in whose thread it goes. */
  behind: boolean
  /** It was told and a newer version of it was not. */
  outdated: boolean
  mayRepeat: boolean
  /** Nothing is told in its channel before. */
  restsUntil: Instant
  /** Who dismissed it. */
  dismissed: { by: string; at: Instant } | null
}

/** `state: 'repeat'` are those that may stand twice in their channel. */
export type DeliveryFilter = { channel?: string; state?: DeliveryState | 'repeat'; since?: Instant }
export type DeliveryCursor = { rank: number; id: string }
export type DeliveryCounts = Record<DeliveryState | 'repeat', number>

/** What waits in a channel: how much, and what has waited longest. */
export type Queue = { count: number; oldest: ListedDelivery }

/** The deliveries of a team, to be read by people: what a summary tells stands there as the summary. */
export const deliveryList = (db: Kysely<Tables>) => ({
  /** Given up first, then waiting, then told, the newest first. Dismissed ones only where given-up ones are asked for. */
  async list(
    team: string,
    filter: DeliveryFilter,
    { after, most }: { after?: DeliveryCursor; most: number },
  ): Promise<(ListedDelivery & { cursor: DeliveryCursor })[]> {
    const beyond = after
      ? sql<SqlBool>`(rank_of > ${after.rank} or (rank_of = ${after.rank} and id < ${after.id}))`
      : sql<SqlBool>`1 = 1`
    const { rows } = await sql<Row>`
      select * from (${rowsOf(team, filter)}) as all_of_them
      where ${beyond} order by rank_of, id desc limit ${most}`.execute(db)
    return rows.map((row) => ({ ...listedOf(row), cursor: { rank: row.rank_of, id: row.id } }))
  },

  async counts(team: string, filter: DeliveryFilter): Promise<DeliveryCounts> {
    const { rows } = await sql<{ rank_of: number; count: number; repeats: number }>`
      select rank_of, count(*) as count, sum(may_repeat) as repeats
      from (${rowsOf(team, filter)}) as all_of_them group by rank_of`.execute(db)
    const of = (state: DeliveryState) =>
      Number(rows.find(({ rank_of }) => deliveryStates[rank_of] === state)?.count ?? 0)
    const repeat = rows.reduce((sum, { repeats }) => sum + Number(repeats), 0)
    return { 'given-up': of('given-up'), waiting: of('waiting'), told: of('told'), repeat }
  },

  /** The channels in which something waits, that with the longest waiting one first. */
  async queues(team: string, filter: DeliveryFilter): Promise<Queue[]> {
    const { rows } = await sql<Row & { many: number }>`
      select * from (
        select waiting.*, count(*) over (partition by chat, channel) as many,
          row_number() over (partition by chat, channel order by id) as place
        from (${rowsOf(team, filter)}) as waiting where rank_of = 1
      ) as first_ones where place = 1 order by id`.execute(db)
    return rows.map((row) => ({ count: Number(row.many), oldest: listedOf(row) }))
  },

  /** Tries a given-up one again, with all that hangs on it. False when it is not given up (any more). */
  async retry(team: string, id: string, { by, now }: { by: string; now: Instant }): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('deliveries')
      .set({ ...again, due_at: now })
      .where('id', '=', id)
      .where('team', '=', team)
      .where('state', '=', 'given-up')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await db
      .updateTable('deliveries')
      .set({ ...again, due_at: now })
      .where('team', '=', team)
      .where('state', '=', 'given-up')
      .where((where) =>
        where.or([
          where('in_summary', '=', id),
          // Its thread was given up with it, untried.
          where.and([where('thread_of', '=', id), where('attempts', '=', 0)]),
        ]),
      )
      .execute()
    await db
      .insertInto('delivery_steps')
      .values({ delivery_id: id, team, did: 'retried', by, at: now })
      .execute()
    return true
  },

  /** Puts a given-up one out of sight. False when there is none. */
  async dismiss(team: string, id: string, { by, now }: { by: string; now: Instant }): Promise<boolean> {
    const found = await db
      .selectFrom('deliveries')
      .select('id')
      .where('id', '=', id)
      .where('team', '=', team)
      .where('state', '=', 'given-up')
      .executeTakeFirst()
    if (!found) return false
    await db
      .insertInto('delivery_steps')
      .values({ delivery_id: id, team, did: 'dismissed', by, at: now })
      .execute()
    return true
  },

  /** How many of all teams stand in each state, in each chat. */
  async states(): Promise<{ chat: string; state: string; count: number }[]> {
    const rows = await db
      .selectFrom('deliveries')
      .select(['chat', 'state', sql<number>`count(*)`.as('count')])
      .groupBy(['chat', 'state'])
      .execute()
    return rows.map((row) => ({ ...row, count: Number(row.count) }))
  },

  /** For an alert that is being told: when its post was published and heard, and whether it was held back (quiet hours). */
  async timesOf(id: string): Promise<{ published: Instant | null; heard: Instant; held: boolean } | null> {
    const alert = await db
      .selectFrom('deliveries')
      .select(['team', 'about', 'attempts', 'due_at', 'created_at'])
      .where('id', '=', id)
      .where('rule', '=', 'alert')
      .executeTakeFirst()
    const mention = /^mention:(\d+)$/.exec(alert?.about ?? '')?.[1]
    if (!alert || mention === undefined) return null
    const post = await db
      .selectFrom('mentions as m')
      .innerJoin('posts as p', 'p.id', 'm.post_id')
      .select(['p.published_at', 'm.heard_at'])
      .where('m.id', '=', Number(mention))
      .where('m.team', '=', alert.team)
      .executeTakeFirst()
    if (!post) return null
    const held = alert.attempts <= 1 && alert.due_at > alert.created_at
    return { published: post.published_at, heard: post.heard_at, held }
  },
})

/** As it was before it was given up: an edit of what was told, or what waits. */
const again = { state: sql<string>`case when told > 0 then 'told' else 'waiting' end`, reason: null }

const rowsOf = (team: string, { channel, state, since }: DeliveryFilter) => {
  const wanted = state === undefined || state === 'repeat' ? null : deliveryStates.indexOf(state)
  return sql`
    select d.id, d.chat, d.channel, d.payload, d.state, d.wanted, d.told, d.attempts, d.due_at, d.told_at, d.reason,
      d.created_at, d.may_repeat, c.rests_until, o.state as above,
      ${rankOf} as rank_of, s.did, s."by" as step_by, s.at as step_at
    from deliveries d
    left join channels c on c.chat = d.chat and c.channel = d.channel
    left join deliveries o on o.id = d.thread_of
    left join delivery_steps s on s.id = (select max(n.id) from delivery_steps n where n.delivery_id = d.id)
    where d.team = ${team} and d.in_summary is null and d.state <> 'set-aside'
      ${channel === undefined ? sql`` : sql`and d.channel = ${channel}`}
      ${since === undefined ? sql`` : sql`and coalesce(d.told_at, d.created_at) >= ${since}`}
      ${wanted === null ? sql`` : sql`and ${rankOf} = ${wanted}`}
      ${state === 'repeat' ? sql`and d.may_repeat = 1` : sql``}
      ${state === 'given-up' ? sql`` : sql`and not (d.state = 'given-up' and coalesce(s.did, '') = 'dismissed')`}`
}

const rankOf = sql<number>`case d.state when 'given-up' then 0 when 'told' then 2 else 1 end`

type Row = Pick<
  Selectable<DeliveryRow>,
  | 'id'
  | 'chat'
  | 'channel'
  | 'payload'
  | 'state'
  | 'wanted'
  | 'told'
  | 'attempts'
  | 'due_at'
  | 'told_at'
  | 'reason'
  | 'created_at'
  | 'may_repeat'
> & {
  rests_until: number | null
  above: string | null
  rank_of: number
  did: string | null
  step_by: string | null
  step_at: number | null
}

const listedOf = (row: Row): ListedDelivery => ({
  id: row.id,
  place: { chat: row.chat as ChatName, channel: row.channel },
  state: deliveryStates[row.rank_of] ?? 'waiting',
  payload: JSON.parse(row.payload),
  createdAt: row.created_at,
  dueAt: row.due_at,
  toldAt: row.told_at,
  attempts: row.attempts,
  reason: row.reason,
  sending: row.state === 'sending',
  behind: row.above !== null && row.above !== 'told' && row.above !== 'given-up',
  outdated: row.told > 0 && row.told < row.wanted,
  mayRepeat: row.may_repeat === 1,
  restsUntil: row.rests_until ?? 0,
  dismissed: row.did === 'dismissed' ? { by: row.step_by!, at: row.step_at! } : null,
})
