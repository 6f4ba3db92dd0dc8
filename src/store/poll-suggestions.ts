import type { Kysely } from 'kysely'
import { choiceKey, type PollChoice } from '../model/poll.ts'
import type { Tables } from './tables.ts'

export type Suggestion = {
  id: number
  poll: number
  text: string
  state: 'waiting' | 'accepted' | 'refused' | 'struck'
}

/** What members would like to choose. To be run in a transaction that has locked the poll. */
export const pollSuggestions = (db: Kysely<Tables>) => ({
  /** Keeps a suggestion; null where the same was made before. */
  async add(
    poll: number,
    { text, voter, state }: { text: string; voter: string; state: Suggestion['state'] },
  ): Promise<number | null> {
    const row = await db
      .insertInto('poll_suggestions')
      .values({ poll_id: poll, text, text_key: choiceKey(text), voter, state })
      .onConflict((conflict) => conflict.columns(['poll_id', 'text_key']).doNothing())
      .returning('id')
      .executeTakeFirst()
    return row?.id ?? null
  },

  /** How many a person has made, under all their names. */
  async count(poll: number, voters: string[]): Promise<number> {
    const { count } = await db
      .selectFrom('poll_suggestions')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('poll_id', '=', poll)
      .where('voter', 'in', voters)
      .executeTakeFirstOrThrow()
    return Number(count)
  },

  /** How many wait for staff. */
  async waiting(poll: number): Promise<number> {
    const { count } = await db
      .selectFrom('poll_suggestions')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('poll_id', '=', poll)
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow()
    return Number(count)
  },

  async get(poll: number, id: number): Promise<Suggestion | null> {
    const row = await db
      .selectFrom('poll_suggestions')
      .select(['id', 'poll_id', 'text', 'state'])
      .where('poll_id', '=', poll)
      .where('id', '=', id)
      .executeTakeFirst()
    return row
      ? { id: row.id, poll: row.poll_id, text: row.text, state: row.state as Suggestion['state'] }
      : null
  },

  /** The choices that members brought in: those that can be taken out again. */
  async accepted(poll: number): Promise<PollChoice[]> {
    return db
      .selectFrom('poll_suggestions as s')
      .innerJoin('poll_choices as c', (join) =>
        join.onRef('c.poll_id', '=', 's.poll_id').onRef('c.text_key', '=', 's.text_key'),
      )
      .select(['c.nth', 'c.text'])
      .where('s.poll_id', '=', poll)
      .where('s.state', '=', 'accepted')
      .orderBy('c.nth')
      .execute()
  },

  /** Staff takes out a choice that a member brought in; false where there is none of that number. Its votes are struck apart. */
  async strike(poll: number, nth: number, by: string): Promise<boolean> {
    const choice = (await pollSuggestions(db).accepted(poll)).find((one) => one.nth === nth)
    if (!choice) return false
    await db
      .updateTable('poll_suggestions')
      .set({ state: 'struck', decided_by: by })
      .where('poll_id', '=', poll)
      .where('text_key', '=', choiceKey(choice.text))
      .execute()
    await db.deleteFrom('poll_choices').where('poll_id', '=', poll).where('nth', '=', nth).execute()
    return true
  },

  /** Staff decides; false where that was done before. */
  async decide(id: number, state: 'accepted' | 'refused', by: string): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('poll_suggestions')
      .set({ state, decided_by: by })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },
})
