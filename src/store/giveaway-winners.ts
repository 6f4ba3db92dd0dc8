import { type Kysely, sql } from 'kysely'
import type { RerollReason } from '../model/draw-winners.ts'
import type { Winner } from '../model/giveaway.ts'
import type { Account, ChatKind, ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Locale } from '../model/team.ts'
import { listed } from './batch.ts'
import { isOneOf } from './giveaway-entries.ts'
import type { Tables } from './tables.ts'

export type NewWinner = Pick<Winner, 'place' | 'prize' | 'receipt' | 'claimUntil'>

/** Somebody to whom a private message is to be written, once. */
export type ToWrite = {
  id: number
  team: string
  place: number
  prize: number
  chat: ChatName
  account: Account
  locale: Locale
  claimUntil: Instant | null
}

/** Places of a drawn order that won something. */
export const giveawayWinners = (db: Kysely<Tables>) => ({
  /** A place wins a prize; false where it has before: nobody is drawn twice. */
  async add(id: number, { place, prize, receipt, claimUntil }: NewWinner, now: Instant): Promise<boolean> {
    const { rows } = await sql`
      insert into giveaway_winners (giveaway_id, place, prize, receipt, at, claim_until)
      values (${id}, ${place}, ${prize}, ${receipt}, ${now}, ${claimUntil})
      on conflict do nothing returning place`.execute(db)
    return rows.length > 0
  },

  /** All of them, those that lost their prize too, by place. */
  async all(id: number): Promise<Winner[]> {
    const rows = await db
      .selectFrom('giveaway_winners as w')
      .leftJoin('giveaway_entries as e', (on) =>
        on.onRef('e.giveaway_id', '=', 'w.giveaway_id').onRef('e.receipt', '=', 'w.receipt'),
      )
      .select([
        'w.place',
        'w.prize',
        'w.receipt',
        'w.at',
        'w.claim_until',
        'w.claimed_at',
        'w.lost_reason',
        'w.lost_note',
        'w.lost_by',
        'w.lost_at',
        'w.lost_nth',
        'e.person',
        'e.chat',
        'e.kind',
        'e.workspace',
        'e.user',
        'e.name',
      ])
      .where('w.giveaway_id', '=', id)
      .orderBy('w.place')
      .execute()
    return rows.map((row) => ({
      place: row.place,
      prize: row.prize,
      receipt: row.receipt,
      at: row.at,
      claimUntil: row.claim_until,
      claimedAt: row.claimed_at,
      lost:
        row.lost_reason === null
          ? null
          : {
              reason: row.lost_reason as RerollReason,
              note: row.lost_note,
              by: row.lost_by,
              at: row.lost_at!,
              nth: row.lost_nth!,
            },
      who:
        row.person === null
          ? null
          : {
              person: row.person,
              chat: row.chat as ChatName,
              account: { chat: row.kind as ChatKind, workspace: row.workspace!, user: row.user! },
              name: row.name!,
            },
    }))
  },

  /** A winner says that the prize is theirs; false where they had said so, or it had gone on. */
  async claim(id: number, place: number, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('giveaway_winners')
      .set({ claimed_at: now })
      .where('giveaway_id', '=', id)
      .where('place', '=', place)
      .where('lost_reason', 'is', null)
      .where('claimed_at', 'is', null)
      .where((where) => where.or([where('claim_until', 'is', null), where('claim_until', '>', now)]))
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /**
   * A place loses its prize; false where it had lost it already, or claimed it in time. A reason of staff's counts
   * against a claim, too. `at` is what the proof says: never before what it follows, as a clock may be.
   */
  async lose(
    id: number,
    place: number,
    {
      reason,
      note,
      by,
      nth,
      now,
      at,
    }: {
      reason: RerollReason
      note: string | null
      by: string | null
      nth: number
      now: Instant
      at: Instant
    },
  ): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('giveaway_winners')
      .set({ lost_reason: reason, lost_note: note, lost_by: by, lost_at: at, lost_nth: nth })
      .where('giveaway_id', '=', id)
      .where('place', '=', place)
      .where('lost_reason', 'is', null)
      .where((where) =>
        reason === 'unclaimed'
          ? where.and([where('claimed_at', 'is', null), where('claim_until', '<=', now)])
          : where.val(true),
      )
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** Whose time to claim is over; and when the next one's is. */
  async late(id: number, now: Instant): Promise<number[]> {
    const rows = await db
      .selectFrom('giveaway_winners')
      .select('place')
      .where('giveaway_id', '=', id)
      .where('claimed_at', 'is', null)
      .where('lost_reason', 'is', null)
      .where('claim_until', '<=', now)
      .orderBy('place')
      .execute()
    return rows.map(({ place }) => place)
  },

  /** The earliest moment at which somebody's time to claim is over, in any giveaway of these teams that is not. */
  async nextLate(teams: string[]): Promise<Instant | null> {
    const row = await db
      .selectFrom('giveaway_winners as w')
      .innerJoin('giveaways as g', 'g.id', 'w.giveaway_id')
      .select(sql<number | null>`min(w.claim_until)`.as('at'))
      .where('g.state', '=', 'drawn')
      .where('g.team', 'in', listed(teams))
      .where('w.claimed_at', 'is', null)
      .where('w.lost_reason', 'is', null)
      .executeTakeFirst()
    return row?.at ?? null
  },

  /** Winners of these teams' giveaways to whom nobody has written yet. */
  async unwritten(teams: string[]): Promise<ToWrite[]> {
    const rows = await db
      .selectFrom('giveaway_winners as w')
      .innerJoin('giveaways as g', 'g.id', 'w.giveaway_id')
      .innerJoin('giveaway_entries as e', (on) =>
        on.onRef('e.giveaway_id', '=', 'w.giveaway_id').onRef('e.receipt', '=', 'w.receipt'),
      )
      .select([
        'g.id',
        'g.team',
        'w.place',
        'w.prize',
        'w.claim_until',
        'e.chat',
        'e.kind',
        'e.workspace',
        'e.user',
        'e.locale',
      ])
      .where('w.written', 'is', null)
      .where('g.team', 'in', listed(teams))
      .where('w.lost_reason', 'is', null)
      .where('w.claimed_at', 'is', null)
      .where('e.person', 'is not', null)
      .orderBy('w.at')
      .limit(50)
      .execute()
    return rows.map((row) => ({
      id: row.id,
      team: row.team,
      place: row.place,
      prize: row.prize,
      claimUntil: row.claim_until,
      chat: row.chat as ChatName,
      locale: (row.locale ?? 'en') as Locale,
      account: { chat: row.kind as ChatKind, workspace: row.workspace!, user: row.user! },
    }))
  },

  /**
   * Committed before the message goes out, and never taken back: whoever is not reached finds their prize in the
   * channel all the same. False where another process was faster.
   */
  async write(id: number, place: number): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('giveaway_winners')
      .set({ written: 'trying' })
      .where('giveaway_id', '=', id)
      .where('place', '=', place)
      .where('written', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** What became of the message. */
  async wrote(id: number, place: number, written: 'told' | 'refused') {
    await db
      .updateTable('giveaway_winners')
      .set({ written })
      .where('giveaway_id', '=', id)
      .where('place', '=', place)
      .execute()
  },

  /** What somebody with these accounts won and has not lost, in any of the team's giveaways that is not over. */
  async of(team: string, accounts: Account[]): Promise<{ id: number; place: number }[]> {
    const rows = await db
      .selectFrom('giveaway_winners as w')
      .innerJoin('giveaways as g', 'g.id', 'w.giveaway_id')
      .innerJoin('giveaway_entries as e', (on) =>
        on.onRef('e.giveaway_id', '=', 'w.giveaway_id').onRef('e.receipt', '=', 'w.receipt'),
      )
      .select(['g.id', 'w.place'])
      .where('g.team', '=', team)
      .where('g.state', '=', 'drawn')
      .where(isOneOf(accounts))
      .where('w.lost_reason', 'is', null)
      .where('w.claimed_at', 'is', null)
      .orderBy('w.at')
      .execute()
    return rows
  },
})
