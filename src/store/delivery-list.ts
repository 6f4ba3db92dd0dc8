import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Place } from '../model/team.ts'
import { givenUp } from './given-up.ts'
import { unconfirmed } from './outbox.ts'
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
  /** An earlier try may have arrived. */
  inDoubt: boolean
  /** It waits for a moment of the clock, as the end of quiet hours. */
  held: boolean
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
  ...givenUp(db),

  /** Given up first, then waiting, then told, the newest first. Dismissed ones only where given-up ones are asked for. */
  async list(
    team: string,
    filter: DeliveryFilter,
    { after, most }: { after?: DeliveryCursor; most: number },
  ): Promise<(ListedDelivery & { cursor: DeliveryCursor })[]> {
    const found: (ListedDelivery & { cursor: DeliveryCursor })[] = []
    for (const rank of ranksOf(filter)) {
      if (rank < (after?.rank ?? 0) || found.length >= most) continue
      const beyond = after?.rank === rank ? sql`and d.id < ${after.id}` : sql``
      const { rows } = await sql<Row>`
        select ${columns} from deliveries d ${beside}
        where ${isListed(team, filter, rank)} ${beyond}
        order by d.id desc limit ${most - found.length}`.execute(db)
      found.push(...rows.map((row) => ({ ...listedOf(row), cursor: { rank, id: row.id } })))
    }
    return found
  },

  async counts(team: string, filter: DeliveryFilter): Promise<DeliveryCounts> {
    const counts = { 'given-up': 0, waiting: 0, told: 0, repeat: 0 }
    const ranks = ranksOf(filter)
    for (const rank of ranks) counts[deliveryStates[rank]!] = await count(isListed(team, filter, rank))
    const any = sql.join(
      ranks.map((rank) => sql`(${isListed(team, filter, rank)})`),
      sql` or `,
    )
    counts.repeat = await count(sql`d.team = ${team} and d.may_repeat = 1 and (${any})`)
    return counts

    async function count(which: RawBuilder<unknown>): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from deliveries d where ${which}`.execute(db)
      return Number(rows[0]!.count)
    }
  },

  /** The channels in which something waits, that with the longest waiting one first. */
  async queues(team: string, filter: DeliveryFilter): Promise<Queue[]> {
    if (!ranksOf(filter).includes(waitingRank)) return []
    const { rows } = await sql<Row & { many: number }>`
      select ${columns}, first.many from (
        select d.id, count(*) over (partition by d.chat, d.channel) as many,
          row_number() over (partition by d.chat, d.channel order by d.id) as place
        from deliveries d where ${isListed(team, filter, waitingRank)}
      ) as first join deliveries d on d.id = first.id ${beside}
      where first.place = 1 order by d.id`.execute(db)
    return rows.map((row) => ({ count: Number(row.many), oldest: listedOf(row) }))
  },

  /** How many of all teams stand in each state, in each chat; `unconfirmed` are given up and may have arrived. */
  async states(): Promise<{ chat: string; state: string; count: number }[]> {
    const rows = await db
      .selectFrom('deliveries')
      .select(['chat', 'state', sql<number>`count(*)`.as('count')])
      .groupBy(['chat', 'state'])
      .execute()
    const perhaps = await db
      .selectFrom('deliveries')
      .select(['chat', sql<number>`count(*)`.as('count')])
      .where('state', '=', 'given-up')
      .where('reason', '=', unconfirmed)
      .groupBy('chat')
      .execute()
    const doubtful = new Map(perhaps.map(({ chat, count }) => [chat, Number(count)]))
    const all = rows.map(({ count, ...row }) => ({
      ...row,
      count: Number(count) - (row.state === 'given-up' ? (doubtful.get(row.chat) ?? 0) : 0),
    }))
    return [...all, ...[...doubtful].map(([chat, count]) => ({ chat, state: unconfirmed, count }))]
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

const waitingRank = deliveryStates.indexOf('waiting')

/** Which kinds are asked for, in the order of `deliveryStates`. */
const ranksOf = ({ state }: DeliveryFilter): number[] =>
  state === undefined || state === 'repeat' ? [0, 1, 2] : [deliveryStates.indexOf(state)]

/** Each kind has an index of its own: of what was ever told only the newest is looked at. */
const ofRank = [
  sql`d.state = 'given-up'`,
  sql`d.state in ('waiting', 'sending')`,
  sql`d.state = 'told' and d.in_summary is null`,
]

const isListed = (team: string, { channel, state, since }: DeliveryFilter, rank: number) => sql`
  d.team = ${team} and ${ofRank[rank]} and d.in_summary is null
    ${channel === undefined ? sql`` : sql`and d.channel = ${channel}`}
    ${since === undefined ? sql`` : sql`and coalesce(d.told_at, d.created_at) >= ${since}`}
    ${state === 'repeat' ? sql`and d.may_repeat = 1` : sql``}
    ${rank === 0 && state !== 'given-up' ? sql`and coalesce((${lastStep(sql`did`)}), '') <> 'dismissed'` : sql``}`

const lastStep = (what: RawBuilder<unknown>) =>
  sql`select ${what} from delivery_steps n where n.delivery_id = d.id order by n.id desc limit 1`

const columns = sql`d.id, d.chat, d.channel, d.payload, d.state, d.wanted, d.told, d.attempts, d.due_at, d.told_at,
  d.reason, d.created_at, d.may_repeat, d.in_doubt, d.held, c.rests_until, o.state as above, s.did, s."by" as step_by,
  s.at as step_at`

const beside = sql`left join channels c on c.chat = d.chat and c.channel = d.channel
  left join deliveries o on o.id = d.thread_of
  left join delivery_steps s on s.id = (${lastStep(sql`n.id`)})`

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
  | 'in_doubt'
  | 'held'
> & {
  rests_until: number | null
  above: string | null
  did: string | null
  step_by: string | null
  step_at: number | null
}

const listedOf = (row: Row): ListedDelivery => ({
  id: row.id,
  place: { chat: row.chat as ChatName, channel: row.channel },
  state: row.state === 'given-up' || row.state === 'told' ? row.state : 'waiting',
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
  inDoubt: row.in_doubt === 1,
  held: row.held === 1,
  restsUntil: row.rests_until ?? 0,
  dismissed: row.did === 'dismissed' ? { by: row.step_by!, at: row.step_at! } : null,
})
