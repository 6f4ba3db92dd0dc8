import type { Kysely } from 'kysely'
import type { Account } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Locale } from '../model/team.ts'
import { listed } from './batch.ts'
import type { Tables } from './tables.ts'

/** What one person is told in private about a mention: that they were given it, that it is due, that it is theirs to see. */
export type Letter = {
  team: string
  mention: number
  /** Theirs, of which one is written to. */
  accounts: Account[]
  locale: Locale
  what: 'handed-over' | 'remind' | 'late' | 'escalate' | 'give-back' | 'awake'
  /** Who caused it; null for Vigie. */
  by: string | null
  at: Instant
}

/** Private messages, each written once: nobody can look whether one arrived. */
export const letters = (db: Kysely<Tables>) => ({
  async add({ team, mention, accounts, locale, what, by, at }: Letter) {
    await db
      .insertInto('letters')
      .values({ team, mention_id: mention, accounts: JSON.stringify(accounts), locale, what, by, at })
      .execute()
  },

  /** Those that nobody has written yet, oldest first. */
  async unwritten(teams: string[], most: number): Promise<(Letter & { id: number })[]> {
    const rows = await db
      .selectFrom('letters')
      .selectAll()
      .where('written', 'is', null)
      .where('team', 'in', listed(teams))
      .orderBy('id')
      .limit(most)
      .execute()
    return rows.map(({ id, team, mention_id, accounts, locale, what, by, at }) => ({
      id,
      team,
      mention: mention_id,
      accounts: JSON.parse(accounts),
      locale: locale as Locale,
      what: what as Letter['what'],
      by,
      at,
    }))
  },

  /**
   * Committed before these are written, as one message; false, and nothing is changed, where somebody else has one of
   * them. To be run in a transaction that took its turn.
   */
  async write(ids: number[]): Promise<boolean> {
    const free = await db
      .selectFrom('letters')
      .select('id')
      .where('id', 'in', ids)
      .where('written', 'is', null)
      .execute()
    if (free.length < ids.length) return false
    await db.updateTable('letters').set({ written: 'trying' }).where('id', 'in', ids).execute()
    return true
  },

  /** How it ended; null where surely nothing was sent, so that it is written later. */
  async wrote(ids: number[], written: 'told' | 'refused' | null) {
    await db.updateTable('letters').set({ written }).where('id', 'in', ids).execute()
  },

  /** What is settled needs to be written to nobody. */
  async drop(team: string, mention: number) {
    await db
      .deleteFrom('letters')
      .where('team', '=', team)
      .where('mention_id', '=', mention)
      .where('written', 'is', null)
      .execute()
  },
})
