import { type Kysely, type Selectable, type SqlBool, sql } from 'kysely'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Place } from '../model/team.ts'
import { listed } from './batch.ts'
import { heldByOther, resting } from './channels.ts'
import type { DeliveryRow, Tables } from './tables.ts'

/** A delivery as its sender needs it. `wanted` is the version that `payload` holds. */
export type Delivery = {
  id: string
  team: string
  rule: string
  place: Place
  payload: unknown
  wanted: number
  /** The newest version that somebody's press asked for. */
  pressed: number
  attempts: number
  /** An earlier try may have arrived. */
  inDoubt: boolean
  /** It was said although an earlier try may have arrived, and nobody could look. */
  mayRepeat: boolean
  /** How many alerts have waited long in its channel. */
  crowd: number
  told: Spot | null
  toldAt: Instant | null
  /** In whose thread it goes, 'gone' where that was given up. */
  thread: Spot | 'gone' | null
  /** What took over from it, 'gone' where that was given up. */
  movedTo: (Spot & { at: Instant }) | 'gone' | null
}

export type Spot = { channel: string; id: string }

/** Who asks, and in which channels (by `channelKey`) it is telling something already. */
type Asking = { now?: Instant; busy?: string[]; owner?: string }

/** What the sender asks of the deliveries. `owner` is one for each process, the same as in `channels`. */
export const outbox = (db: Kysely<Tables>) => ({
  /**
   * What is due, oldest first, at most one for each channel that is neither busy, nor another process's, nor at rest:
   * new messages, then edits.
   */
  async due(now: Instant, busy: string[], owner = ''): Promise<Delivery[]> {
    const { rows } = await sql<RowBeside>`
      select * from (
        select d.*, ${beside},
          row_number() over (partition by d.chat, d.channel order by d.state desc, d.due_at, d.id) as place,
          sum(case when ${waitsLong(now)} then 1 else 0 end) over (partition by d.chat, d.channel) as crowd
        from ${withBeside} ${withChannel}
        where d.due_at <= ${now} and ${open} and d.chat || '#' || d.channel not in ${listed(busy)}
          and (c.channel is null or not (${heldByOther(now, owner)} or ${resting(now)}))
      ) as due where place = 1`.execute(db)
    return rows.map(deliveryOf)
  },

  /** When something is due next in a channel that is not busy, or what a dead process was telling; null when nothing waits. */
  async nextDue({ now = 0, busy = [], owner = '' }: Asking = {}): Promise<Instant | null> {
    const free = sql`case when ${heldByOther(now, owner)} then c.held_until when ${resting(now)} then c.rests_until else 0 end`
    const { rows } = await sql<{ at: number | null }>`
      select min(at) as at from (
        select case when ${free} > d.due_at then ${free} else d.due_at end as at
        from ${withBeside} ${withChannel}
        where ${open} and d.chat || '#' || d.channel not in ${listed(busy)}
        union all
        select case when ${heldByOther(now, owner)} then c.held_until else 0 end
        from deliveries d ${withChannel}
        where d.state = 'sending' and d.chat || '#' || d.channel not in ${listed(busy)}
      ) as all_of_them`.execute(db)
    return rows[0]?.at ?? null
  },

  /**
   * What was being told in a channel that no living process holds, and where we tell nothing ourselves, waits again:
   * it may have arrived.
   */
  async resume({ now = 0, busy = [], owner = '' }: Asking = {}) {
    await sql`
      update deliveries set state = 'waiting', in_doubt = 1, reason = 'interrupted'
      where state = 'sending' and chat || '#' || channel not in ${listed(busy)} and not exists (
        select 1 from channels c
        where c.chat = deliveries.chat and c.channel = deliveries.channel and ${heldByOther(now, owner)})`.execute(
      db,
    )
  },

  /** Committed before the call: from here on the channel may hold it. False when somebody else was faster. */
  async begin(id: string, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('deliveries')
      .set({ state: 'sending', started_at: now, attempts: sql`attempts + 1` })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .where('in_summary', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** Committed before it is said again where nobody can look whether it arrived. */
  async mayRepeat(id: string) {
    await db.updateTable('deliveries').set({ may_repeat: 1 }).where('id', '=', id).execute()
  },

  /** It was looked for in its channel, and is not there. */
  async notThere(id: string) {
    await db.updateTable('deliveries').set({ in_doubt: 0 }).where('id', '=', id).execute()
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
        in_doubt: 0,
      })
      .where('id', '=', id)
      .execute()
  },

  /** Not now: tried again at `dueAt`. An edit stays told, a new message waits; `inDoubt` where it may have arrived. */
  async later(id: string, dueAt: Instant, reason: string, inDoubt = false) {
    await db
      .updateTable('deliveries')
      .set({
        state: sql`case when told > 0 then 'told' else 'waiting' end`,
        due_at: dueAt,
        reason,
        in_doubt: inDoubt ? 1 : 0,
      })
      .where('id', '=', id)
      .execute()
  },

  /** The chat said no for good; to all that a summary tells. */
  async giveUp(id: string, reason: string) {
    await db
      .updateTable('deliveries')
      .set({ state: 'given-up', reason })
      .where((where) => where.or([where('id', '=', id), where('in_summary', '=', id)]))
      .execute()
  },

  /** What is being told, or was when its process stopped. */
  async interrupted(): Promise<Delivery[]> {
    const { rows } = await sql<RowBeside>`
      select d.*, ${beside} from ${withBeside} where d.state = 'sending' order by d.id`.execute(db)
    return rows.map(deliveryOf)
  },
})

/** A message is not edited more often than this by itself: who reads it wants it to hold still. */
export const rhythm = 30_000

/** An alert that is due and has waited this long (ms) was held back by more than the pace of its channel. */
const longWait = 2 * 60_000

const waitsLong = (now: Instant) =>
  sql<SqlBool>`(d.rule = 'alert' and d.state = 'waiting' and d.created_at <= ${now - longWait})`

/** What a delivery waits for: that in whose thread it goes, or that which takes over from it. */
const withBeside = sql`deliveries d left join deliveries o on o.id = coalesce(d.thread_of, d.moved_to)`
const withChannel = sql`left join channels c on c.chat = d.chat and c.channel = d.channel`

const beside = sql`o.state as o_state, o.told_channel as o_channel, o.told_id as o_id, o.told_at as o_at`

/** To be said, or said and to be changed; not before what it waits for is told or given up, and not what a summary tells. */
const open = sql<SqlBool>`((d.state = 'waiting' or (d.state = 'told' and d.told < d.wanted))
  and (o.state is null or o.state in ('told', 'given-up')) and d.in_summary is null)`

type RowBeside = Selectable<DeliveryRow> & {
  o_state: string | null
  o_channel: string | null
  o_id: string | null
  o_at: number | null
  crowd?: number
}

function deliveryOf(row: RowBeside): Delivery {
  const other =
    row.o_state === 'given-up' || row.o_id === null
      ? ('gone' as const)
      : { channel: row.o_channel!, id: row.o_id, at: row.o_at! }
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
