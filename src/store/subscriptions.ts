import { type Kysely, type Selectable, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import { pushes, unheld } from './pushes.ts'
import type { SubscriptionRow, Tables } from './tables.ts'

export type Subscription = Selectable<SubscriptionRow>

/** Which hubs are asked to push which feeds (WebSub), and what they pushed. */
export const subscriptions = (db: Kysely<Tables>) => ({
  ...pushes(db),

  /**
   * Wants a subscription for each feed that offers one and is watched, and no other; `callback` is where hubs push to,
   * and what was asked for elsewhere is asked for anew. In a transaction that took its turn.
   */
  async want(callback: string, now: Instant) {
    await sql`
      insert into subscriptions as s (feed_id, hub, topic, callback, wants, due_at)
      select f.id, f.hub, f.hub_topic, ${callback}, 'subscribe', ${now} from feeds f where ${offers}
        and not exists (
          select 1 from subscriptions o
          where o.feed_id = f.id and o.hub = f.hub and o.topic = f.hub_topic and o.wants = 'subscribe')
      on conflict (feed_id, hub, topic) do update set wants = 'subscribe', due_at = excluded.due_at, failures = 0`.execute(
      db,
    )
    await db
      .updateTable('subscriptions')
      .set({ callback, lease_until: 0, due_at: now, failures: 0 })
      .where('callback', '!=', callback)
      .where('wants', '=', 'subscribe')
      .execute()
    await sql`
      update subscriptions set wants = 'unsubscribe', due_at = ${now}, failures = 0, lease_until = 0
      where wants = 'subscribe' and not exists (
        select 1 from feeds f where f.id = subscriptions.feed_id
          and f.hub = subscriptions.hub and f.hub_topic = subscriptions.topic and ${offers})`.execute(db)
    await pollAgain(db, now)
  },

  /** Nothing can be pushed to us: all feeds are polled again. */
  async none(now: Instant) {
    await db.deleteFrom('subscriptions').execute()
    await pollAgain(db, now)
  },

  /** Claims those for which something is to be done, longest due first. */
  async due(
    now: Instant,
    { leasedUntil, most }: { leasedUntil: Instant; most: number },
  ): Promise<Subscription[]> {
    const { rows } = await sql<Subscription>`
      update subscriptions set leased_until = ${leasedUntil} where id in (
        select id from subscriptions where due_at <= ${now} and ${unheld(now)} order by due_at, id limit ${most})
        and ${unheld(now)} returning *`.execute(db)
    return rows
  },

  async get(id: number): Promise<Subscription | null> {
    return (await db.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
  },

  /** Committed before its hub is asked: the hub's answer may come at once. Asked again at `dueAt` where none comes. */
  async asking(id: number, { now, dueAt }: { now: Instant; dueAt: Instant }) {
    await db
      .updateTable('subscriptions')
      .set({ asked_at: now, due_at: dueAt, failures: sql`failures + 1`, reason: null, leased_until: 0 })
      .where('id', '=', id)
      .execute()
  },

  /** Its hub said no, or nothing, when it was asked at `askedAt`. */
  async failed(id: number, askedAt: Instant, { reason, dueAt }: { reason: string; dueAt: Instant }) {
    await db
      .updateTable('subscriptions')
      .set({ reason: reason.slice(0, 500), due_at: dueAt })
      .where('id', '=', id)
      .where('asked_at', '=', askedAt)
      // Confirmed meanwhile, it stands.
      .where('failures', '>', 0)
      .execute()
  },

  /** Its hub promises to push until `leaseUntil`. In a transaction. */
  async confirm(
    { id, feed_id }: Subscription,
    { leaseUntil, dueAt }: { leaseUntil: Instant; dueAt: Instant },
  ) {
    await db
      .updateTable('subscriptions')
      .set({ lease_until: leaseUntil, due_at: dueAt, failures: 0, reason: null })
      .where('id', '=', id)
      .execute()
    await db
      .updateTable('feeds')
      .set({ pushed_until: leaseUntil, unpushed: 0 })
      .where('id', '=', feed_id)
      .execute()
  },

  /** Its hub pushes no more, or never did: its feed is polled again. Asked again at `dueAt`. In a transaction. */
  async ended(id: number, { now, reason, dueAt }: { now: Instant; reason: string; dueAt: Instant }) {
    await db
      .updateTable('subscriptions')
      .set({ lease_until: 0, asked_at: null, reason: reason.slice(0, 500), due_at: dueAt })
      .where('id', '=', id)
      .execute()
    await pollAgain(db, now)
  },

  /** The hub of a feed does not push what it promised. In a transaction. */
  async silent(feedId: number, { now, dueAt }: { now: Instant; dueAt: Instant }) {
    await db
      .updateTable('subscriptions')
      .set({ lease_until: 0, asked_at: null, reason: 'it does not push', due_at: dueAt })
      .where('feed_id', '=', feedId)
      .where('wants', '=', 'subscribe')
      .execute()
    await pollAgain(db, now)
  },

  async forget(id: number) {
    await db.deleteFrom('subscriptions').where('id', '=', id).execute()
  },
})

/** A feed (`f`) that can be subscribed to, and that somebody watches. */
const offers = sql<boolean>`(
  f.hub is not null and f.hub_topic is not null and f.same_as is null and f.dead_at is null and exists (
    select 1 from feeds w join team_sources t on t.feed_id = w.id
    where (w.id = f.id or w.same_as = f.id) and t.paused_at is null))`

/** Feeds that no living subscription pushes are polled by their rhythm again. */
const pollAgain = (db: Kysely<Tables>, now: Instant) =>
  sql`
    update feeds set pushed_until = 0,
      next_at = case when failures = 0 and next_at > ${now + soon} and dead_at is null and same_as is null
        then ${now + soon} else next_at end
    where pushed_until > 0 and not exists (
      select 1 from subscriptions s
      where s.feed_id = feeds.id and s.wants = 'subscribe' and s.lease_until > ${now})`.execute(db)

/** Five minutes. */
const soon = 300_000
