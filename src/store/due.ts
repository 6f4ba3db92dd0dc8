import { type Kysely, type Selectable, type SqlBool, sql } from 'kysely'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import { listed } from './batch.ts'
import { heldByOther, longestRest, resting } from './channels.ts'
import type { Delivery } from './outbox.ts'
import type { DeliveryRow, Tables } from './tables.ts'

/** Who asks, and in which channels (by `channelKey`) it is telling something already. */
export type Asking = { now?: Instant; busy?: string[]; owner?: string }

/** What the sender is to tell, and when. `owner` is one for each process, the same as in `channels`. */
export const due = (db: Kysely<Tables>) => ({
  /**
   * What is due, oldest first, at most one for each channel that is neither busy, nor another process's, nor at rest:
   * new messages, then edits.
   */
  async due(now: Instant, busy: string[], owner = ''): Promise<Delivery[]> {
    const { rows } = await sql<RowBeside>`
      select d.*, ${beside}, first.crowd from (
        select d.id,
          row_number() over (partition by d.chat, d.channel order by d.state desc, d.due_at, d.id) as place,
          sum(case when ${waitsLong(now)} then 1 else 0 end) over (partition by d.chat, d.channel) as crowd
        from ${open} as d ${withChannel}
        where ${isDue(now)} and ${isFree(busy)}
          and (c.channel is null or not (${heldByOther(now, owner)} or ${resting(now)}))
      ) as first join deliveries d on d.id = first.id ${withBeside} where first.place = 1
      order by d.due_at, d.id`.execute(db)
    return rows.map(deliveryOf)
  },

  /** When something is due next in a channel that is not busy, or what a dead process was telling; null when nothing waits. */
  async nextDue({ now = 0, busy = [], owner = '' }: Asking = {}): Promise<Instant | null> {
    const free = sql`case when ${heldByOther(now, owner)} then c.held_until when ${resting(now)} then c.rests_until else 0 end`
    const { rows } = await sql<{ at: number | null }>`
      select min(at) as at from (
        select case when free > due then free else due end as at from (
          select ${free} as free, case when ${isDue(now)} then 0 else d.due_at end as due
          from ${open} as d ${withChannel} where ${isFree(busy)}
        ) as open
        union all
        select case when ${heldByOther(now, owner)} then c.held_until else 0 end
        from deliveries d ${withChannel} where d.state = 'sending' and ${isFree(busy)}
      ) as all_of_them`.execute(db)
    return rows[0]?.at ?? null
  },

  /** What is being told, or was when its process stopped. */
  async interrupted(): Promise<Delivery[]> {
    const { rows } = await sql<RowBeside>`
      select d.*, ${beside} from deliveries d ${withBeside} where d.state = 'sending' order by d.id`.execute(
      db,
    )
    return rows.map(deliveryOf)
  },
})

/**
 * Whether the delivery `d` is due. Where it does not wait for a moment of the clock (`held`) its wait is a short one:
 * what seems to wait longer was written before a clock was set back, and waits no longer for that.
 */
export const isDue = (now: Instant) => {
  const atOnce = sql<SqlBool>`(d.attempts = 0 and d.reason is null and d.due_at <= d.created_at)`
  return sql<SqlBool>`(d.due_at <= ${now} or (d.held = 0 and (${atOnce} or d.due_at > ${now + tooFarAhead})))`
}

/** Nobody waits longer than a channel may rest; clocks differ by less than a minute. */
const tooFarAhead = longestRest + 60_000

/** An alert that is due and has waited this long (ms) was held back by more than the pace of its channel. */
const longWait = 40_000

const waitsLong = (now: Instant) =>
  sql<SqlBool>`(d.rule = 'alert' and d.state = 'waiting' and d.created_at <= ${now - longWait})`

const isFree = (busy: string[]) => sql<SqlBool>`d.chat || '#' || d.channel not in ${listed(busy)}`

const columns = sql`d.id, d.chat, d.channel, d.rule, d.state, d.due_at, d.created_at, d.held, d.attempts, d.reason`

/** What a delivery waits for: that in whose thread it goes, or that which takes over from it. */
const withBeside = sql`left join deliveries o on o.id = coalesce(d.thread_of, d.moved_to)`
const withChannel = sql`left join channels c on c.chat = d.chat and c.channel = d.channel`

const beside = sql`o.state as o_state, o.told_channel as o_channel, o.told_id as o_id, o.told_at as o_at`

/** Asked for each row, whatever a planner thinks of joins: nearly none waits for another. */
const mayGo = sql`d.in_summary is null and coalesce(
  (select o.state from deliveries o where o.id = coalesce(d.thread_of, d.moved_to)), 'told') in ('told', 'given-up')`

/** Told in an older version than is wanted: in the words of its index. */
export const outdated = sql<SqlBool>`(d.state = 'told' and case when d.told < d.wanted then 1 else 0 end = 1)`

/**
 * To be said, or said and to be changed; not before what it waits for is told or given up, and not what a summary
 * tells. Each part has an index of its own, so that what was told long ago costs nothing.
 */
const open = sql`(
  select ${columns} from deliveries d where d.state = 'waiting' and ${mayGo}
  union all
  select ${columns} from deliveries d where ${outdated} and ${mayGo})`

type RowBeside = Selectable<DeliveryRow> & {
  o_state: string | null
  o_channel: string | null
  o_id: string | null
  o_at: number | null
  crowd?: number
}

function deliveryOf(row: RowBeside): Delivery {
  // Given up after it was told, it still stands there: only its newest version does not.
  const other =
    row.o_id === null ? ('gone' as const) : { channel: row.o_channel!, id: row.o_id, at: row.o_at! }
  return {
    id: row.id,
    team: row.team,
    rule: row.rule,
    place: { chat: row.chat as ChatName, channel: row.channel },
    payload: JSON.parse(row.payload),
    wanted: row.wanted,
    pressed: row.pressed,
    attempts: row.attempts,
    inDoubt: row.in_doubt === 1,
    mayRepeat: row.may_repeat === 1,
    crowd: Number(row.crowd ?? 0),
    told: row.told_id === null ? null : { channel: row.told_channel!, id: row.told_id },
    toldAt: row.told_at,
    thread: row.thread_of === null ? null : other,
    movedTo: row.moved_to === null ? null : other,
  }
}
