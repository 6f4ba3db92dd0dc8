import { type Kysely, type SqlBool, sql } from 'kysely'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Place } from '../model/team.ts'
import { listed } from './batch.ts'
import { deliveries } from './deliveries.ts'
import { isDue } from './due.ts'
import type { Tables } from './tables.ts'

/** A living message that has changed since it was last written: `wanted` is the newest version, `soon` one that may not wait. */
export type Changed = { team: string; about: string; wanted: number; soon: boolean }

/** Where a living message stands: the delivery that tells it there, and since when it was told. */
export type LivingPlace = { delivery: string; place: Place; toldAt: Instant | null }

/**
 * Messages that are kept up to date in every channel where they were told (`about` is `poll:17`): deliveries of the
 * rule `living`, which the sender tells once and then edits. A press only says that something has changed; what the
 * message then says is written when it may be told again, by src/delivery/living.ts.
 */
export const living = (db: Kysely<Tables>) => ({
  /** A message begins to live in these places; where it lives already it is left as it is. To be run in the transaction that begins what it tells. */
  async begin(
    team: string,
    about: string,
    {
      places,
      message,
      now,
      dueAt = now,
    }: { places: Place[]; message: object; now: Instant; dueAt?: Instant },
  ) {
    await db
      .insertInto('living')
      .values({ team, about, wanted: 1, shown: 1, soon: 0, shown_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await deliveries(db).add(
      places.map((place) => ({
        team,
        rule: 'living' as const,
        about,
        place,
        payload: message,
        dueAt,
        held: dueAt > now,
      })),
      now,
    )
  },

  /** What it tells has changed. `soon` where somebody shall see it at once: the start, a pause, the end. Costs one small write. */
  async touch(team: string, about: string, { soon = false }: { soon?: boolean } = {}) {
    await db
      .updateTable('living')
      .set({ wanted: sql`wanted + 1`, ...(soon ? { soon: sql<number>`wanted + 1` } : {}) })
      .where('team', '=', team)
      .where('about', '=', about)
      .execute()
  },

  /** It changes at once, and a last time. */
  async end(team: string, about: string, now: Instant) {
    await living(db).touch(team, about, { soon: true })
    await db
      .updateTable('living')
      .set({ ended_at: now })
      .where('team', '=', team)
      .where('about', '=', about)
      .execute()
  },

  /** It goes on after its end. */
  async revive(team: string, about: string) {
    await db
      .updateTable('living')
      .set({ ended_at: null })
      .where('team', '=', team)
      .where('about', '=', about)
      .execute()
  },

  /** Those of these teams that have changed and may be told anew in one of their places, or for the first time. */
  async due(now: Instant, teams: string[]): Promise<Changed[]> {
    const { rows } = await sql<{ team: string; about: string; wanted: number; soon: number; shown: number }>`
      select l.team, l.about, l.wanted, l.soon, l.shown from living l
      where l.wanted > l.shown and l.team in ${listed(teams)} and (l.soon > l.shown or (${rested(now)} and exists (
        select 1 from deliveries d where d.rule = 'living' and d.about = l.about and d.team = l.team
          and ((d.state in ('waiting', 'sending')) or (d.told > 0 and ${isDue(now)})))))
      order by l.shown_at`.execute(db)
    return rows.map(({ team, about, wanted, soon, shown }) => ({ team, about, wanted, soon: soon > shown }))
  },

  /**
   * When one of these teams' that have changed may be told again, at the earliest; null where nothing has changed that
   * stands anywhere, or is to.
   */
  async nextDue(teams: string[]): Promise<Instant | null> {
    const { rows } = await sql<{ at: number | null }>`
      select min(case when soon > shown then 0 when at > rested then at else rested end) as at from (
        select l.soon, l.shown, l.shown_at + ${breath} as rested, (
          select min(case when d.state in ('waiting', 'sending') then 0 else d.due_at end) from deliveries d
          where d.rule = 'living' and d.about = l.about and d.team = l.team
            and (d.state in ('waiting', 'sending') or d.told > 0)) as at
        from living l where l.wanted > l.shown and l.team in ${listed(teams)}
      ) as changed where soon > shown or at is not null`.execute(db)
    return rows[0]?.at ?? null
  },

  /** This is what it says now; false when another process was faster. To be run in the transaction that read what it tells. */
  async write({ team, about, wanted, soon }: Changed, message: object, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('living')
      .set({ shown: wanted, shown_at: now })
      .where('team', '=', team)
      .where('about', '=', about)
      .where('shown', '<', wanted)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await deliveries(db).change(team, about, message, soon ? 'press' : 'itself', { now })
    return true
  },

  /** Which version of it the messages of a chat show (`shows`), and since when; null where that is not known. */
  async shown(
    team: string,
    about: string,
    chat: ChatName,
  ): Promise<{ shows: string | null; since: Instant | null }[]> {
    return db
      .selectFrom('deliveries')
      .select(['shows', 'shows_since as since'])
      .where('rule', '=', 'living')
      .where('about', '=', about)
      .where('team', '=', team)
      .where('chat', '=', chat)
      .where('moved_to', 'is', null)
      .execute()
  },

  /** Where it is told: what goes into its thread names the delivery (`threadOf`). */
  async places(team: string, about: string): Promise<LivingPlace[]> {
    const rows = await db
      .selectFrom('deliveries')
      .select(['id', 'chat', 'channel', 'told_at'])
      .where('rule', '=', 'living')
      .where('about', '=', about)
      .where('team', '=', team)
      .orderBy('id')
      .execute()
    return rows.map(({ id, chat, channel, told_at }) => ({
      delivery: id,
      place: { chat: chat as ChatName, channel },
      toldAt: told_at,
    }))
  },

  /** Says something below it, in its thread, wherever it is told: once for each `key`. What people must notice goes this way, since an edit rings nowhere; at `dueAt`, a moment of the clock, where that is later. */
  async notice(
    team: string,
    about: string,
    key: string,
    payload: object,
    now: Instant,
    dueAt: Instant = now,
  ) {
    const places = await living(db).places(team, about)
    const all = places.map(({ delivery, place }) => ({
      team,
      rule: 'notice' as const,
      about: `${about}/${key}`,
      place,
      payload,
      dueAt,
      held: dueAt > now,
      threadOf: delivery,
    }))
    await deliveries(db).add(all, now)
  },

  /**
   * Those that ended before a moment are no more than their messages in the chat; that of a giveaway once it names
   * nobody any more.
   */
  async forget(before: Instant) {
    await db
      .deleteFrom('living')
      .where('ended_at', '<', before)
      .whereRef('wanted', '=', 'shown')
      .where(sql<SqlBool>`not exists (select 1 from giveaways g
        where g.team = living.team and living.about = 'giveaway:' || g.id and g.forgotten_at is null)`)
      .execute()
  },
})

/** It was written a moment ago: many presses are one edit. A time ahead of the clock was written before that was set back. */
const rested = (now: Instant) => sql<SqlBool>`(l.shown_at <= ${now - breath} or l.shown_at > ${now})`

/** Milliseconds between two writings of a message. */
export const breath = 1000
