import { type Kysely, sql } from 'kysely'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Place } from '../model/team.ts'
import { listed } from './batch.ts'
import { heldByOther } from './channels.ts'
import { type Asking, due, isDue, outdated } from './due.ts'
import type { Tables } from './tables.ts'

/** A delivery as its sender needs it. `wanted` is the version that `payload` holds. */
export type Delivery = Doubt & {
  id: string
  team: string
  rule: string
  place: Place
  payload: unknown
  wanted: number
  /** The newest version that somebody's press asked for. */
  pressed: number
  attempts: number
  /** How many alerts have waited long in its channel. */
  crowd: number
  told: Spot | null
  toldAt: Instant | null
  /** In whose thread it goes, 'gone' where that was given up. */
  thread: Spot | 'gone' | null
  /** What took over from it, 'gone' where that was given up. */
  movedTo: (Spot & { at: Instant }) | 'gone' | null
}

/** What is known of earlier tries. */
export type Doubt = {
  /** One may have arrived. */
  inDoubt: boolean
  /** It is said although one may have arrived, and nobody can look: that is done once, and marked. */
  mayRepeat: boolean
}

export type Spot = { channel: string; id: string }

/** What the sender asks of the deliveries. `owner` is one for each process, the same as in `channels`. */
export const outbox = (db: Kysely<Tables>) => ({
  ...due(db),

  /**
   * What was being told in a channel that no living process holds, and where we tell nothing ourselves, waits again:
   * it may have arrived, or be arriving.
   */
  async resume({ now = 0, busy = [], owner = '' }: Asking = {}) {
    await sql`
      update deliveries set state = 'waiting', in_doubt = 1, reason = 'interrupted', held = 0,
        due_at = ${now + settling}
      where state = 'sending' and chat || '#' || channel not in ${listed(busy)} and not exists (
        select 1 from channels c
        where c.chat = deliveries.chat and c.channel = deliveries.channel and ${heldByOther(now, owner)})`.execute(
      db,
    )
  },

  /**
   * Committed before the call: from here on the channel may hold it. Gives what is known of earlier tries; null when
   * somebody else was faster.
   */
  async begin(id: string, now: Instant): Promise<Doubt | null> {
    const row = await db
      .updateTable('deliveries')
      .set({ state: 'sending', started_at: now, attempts: sql`attempts + 1` })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .where('in_summary', 'is', null)
      .returning(['in_doubt', 'may_repeat'])
      .executeTakeFirst()
    return row ? { inDoubt: row.in_doubt === 1, mayRepeat: row.may_repeat === 1 } : null
  },

  /** Committed before it is said again where nobody can look whether it arrived. */
  async mayRepeat(id: string) {
    await db.updateTable('deliveries').set({ may_repeat: 1 }).where('id', '=', id).execute()
  },

  /** It was looked for in its channel, and is not there. */
  async notThere(id: string) {
    await db.updateTable('deliveries').set({ in_doubt: 0, may_repeat: 0 }).where('id', '=', id).execute()
  },

  /**
   * A version stands in the channel, from now on where it is the first; the next edit waits its time (`wait`, ms).
   * `shows` says which version of what it is about people see there.
   */
  async told(
    id: string,
    version: number,
    told: Spot,
    now: Instant,
    { wait = rhythm, shows = null }: { wait?: number; shows?: string | null } = {},
  ) {
    const next = sql<number>`case when told = 0 or pressed > ${version} then due_at else ${now + wait} end`
    // How often an edit was refused counts no more.
    const attempts = sql<number>`case when told > 0 then 1 else attempts end`
    await db
      .updateTable('deliveries')
      .set({
        state: 'told',
        told: version,
        told_channel: told.channel,
        told_id: told.id,
        told_at: sql`coalesce(told_at, ${now})`,
        due_at: next,
        attempts,
        held: 0,
        reason: null,
        in_doubt: 0,
        shows,
        ...(shows === null
          ? {}
          : { shows_since: sql<number>`case when shows = ${shows} then shows_since else ${now} end` }),
      })
      .where('id', '=', id)
      .execute()
  },

  /** Not now: tried again at `dueAt`. An edit stays told, a new message waits. */
  async later(id: string, dueAt: Instant, reason: string, doubt: Doubt) {
    await db
      .updateTable('deliveries')
      .set({
        state: sql`case when told > 0 then 'told' else 'waiting' end`,
        due_at: dueAt,
        held: 0,
        reason,
        ...flags(doubt),
      })
      .where('id', '=', id)
      .execute()
  },

  /** A chat cannot be reached from here: all that is due in it is tried again at `dueAt`. */
  async unreachable(chat: ChatName, reason: string, { now, dueAt }: { now: Instant; dueAt: Instant }) {
    await sql`
      update deliveries as d set due_at = ${dueAt}, held = 0, reason = ${reason}
      where d.chat = ${chat} and ${isDue(now)} and d.in_summary is null
        and (d.state = 'waiting' or ${outdated})`.execute(db)
  },

  /**
   * The chat said no for good, or nobody knows after all that was tried; to all that a summary tells. An edit that was
   * refused is not tried again by itself before `dueAt`.
   */
  async giveUp(id: string, reason: string, { dueAt, ...doubt }: Doubt & { dueAt?: Instant }) {
    const seldom = { due_at: dueAt ?? 0, held: 0, attempts: sql<number>`attempts + 1` }
    await db
      .updateTable('deliveries')
      .set({ state: 'given-up', reason, ...flags(doubt), ...(dueAt === undefined ? {} : seldom) })
      .where((where) => where.or([where('id', '=', id), where('in_summary', '=', id)]))
      .execute()
  },

  /** What waits for the thread of something that was given up goes with it. */
  async giveUpWaiting(id: string, reason: string) {
    await db
      .updateTable('deliveries')
      .set({ state: 'given-up', reason })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .execute()
  },
})

const flags = ({ inDoubt, mayRepeat }: Doubt) => ({
  in_doubt: inDoubt ? 1 : 0,
  may_repeat: mayRepeat ? 1 : 0,
})

/** Why something was given up: said twice, and nobody knows whether it arrived. */
export const unconfirmed = 'unconfirmed'

/** A message is not edited more often than this by itself: who reads it wants it to hold still. */
export const rhythm = 30_000

/** So long after a try was found to be lost it may still arrive: it is not looked for before. */
export const settling = 10_000
