import { type Kysely, sql } from 'kysely'
import type { Ballots } from '../model/irv.ts'
import type { Instant } from '../model/post.ts'
import type { Tables } from './tables.ts'

/**
 * A vote as it is cast: under all the names that one person may have here, and under that of the account that votes;
 * and who that is, where it may be known.
 */
export type Cast = { voters: string[]; voter: string; name: string | null; at: Instant | null }

/** A vote that is no secret. */
export type OpenVote = { voter: string; ballot: number[]; name: string; at: Instant }

/**
 * Who has voted and how, and how often each ballot was cast: the one is changed with the other. To be run in a
 * transaction that has locked the poll (`polls.lock`).
 */
export const pollVotes = (db: Kysely<Tables>) => ({
  /** What a person has voted, under one of their names; null where they have not. */
  async of(poll: number, voters: string[]): Promise<number[] | null> {
    const row = await db
      .selectFrom('poll_votes')
      .select('ballot')
      .where('poll_id', '=', poll)
      .where('voter', 'in', voters)
      .orderBy('voter')
      .limit(1)
      .executeTakeFirst()
    return row ? numbersOf(row.ballot) : null
  },

  /**
   * A person votes, in place of what they voted before; with null they take it back. The vote is kept under the account
   * that cast it: under another one it would stay when that is parted from it, and they could vote once more.
   */
  async put(poll: number, { voters, voter, name, at }: Cast, ballot: number[] | null) {
    await pollVotes(db).drop(poll, voters)
    if (ballot === null) return
    const cast = ballot.join(',')
    await db.insertInto('poll_votes').values({ poll_id: poll, voter, ballot: cast, name, at }).execute()
    await count(db, poll, cast)
  },

  /** What these names have voted is taken back. */
  async drop(poll: number, voters: string[]) {
    const gone = await db
      .deleteFrom('poll_votes')
      .where('poll_id', '=', poll)
      .where('voter', 'in', voters)
      .returning('ballot')
      .execute()
    for (const { ballot } of gone) await uncount(db, poll, ballot)
  },

  /** How many have voted. */
  async count(poll: number): Promise<number> {
    const { count } = await db
      .selectFrom('poll_ballots')
      .select(({ fn }) => fn.sum<number | null>('count').as('count'))
      .where('poll_id', '=', poll)
      .executeTakeFirstOrThrow()
    return Number(count ?? 0)
  },

  /** A choice is no more: it goes from all votes, and those that were for it alone go with it. */
  async strike(poll: number, nth: number) {
    const cast = await db
      .selectFrom('poll_votes')
      .select(['voter', 'ballot'])
      .where('poll_id', '=', poll)
      .execute()
    for (const { voter, ballot } of cast) {
      const taken = numbersOf(ballot)
      const left = taken.filter((one) => one !== nth)
      if (left.length === taken.length) continue
      if (left.length === 0) await pollVotes(db).drop(poll, [voter])
      else {
        await uncount(db, poll, ballot)
        await count(db, poll, left.join(','))
        await db
          .updateTable('poll_votes')
          .set({ ballot: left.join(',') })
          .where('poll_id', '=', poll)
          .where('voter', '=', voter)
          .execute()
      }
    }
  },

  /** Of those names that have voted, all: for a person who voted from several accounts before they were joined. */
  async among(poll: number, voters: string[]): Promise<{ voter: string; at: Instant | null }[]> {
    return db
      .selectFrom('poll_votes')
      .select(['voter', 'at'])
      .where('poll_id', '=', poll)
      .where('voter', 'in', voters)
      .orderBy('voter')
      .execute()
  },

  /** How often each ballot was cast. */
  async ballots(poll: number): Promise<Ballots> {
    const rows = await db
      .selectFrom('poll_ballots')
      .select(['ballot', 'count'])
      .where('poll_id', '=', poll)
      .where('count', '>', 0)
      .orderBy('ballot')
      .execute()
    return rows.map(({ ballot, count }) => ({ ballot: numbersOf(ballot), count }))
  },

  /** The votes of a poll that is not anonymous, in the order they were cast. */
  async open(poll: number): Promise<OpenVote[]> {
    const rows = await db
      .selectFrom('poll_votes')
      .selectAll()
      .where('poll_id', '=', poll)
      .where('name', 'is not', null)
      .orderBy('at')
      .orderBy('voter')
      .execute()
    return rows.map(({ voter, ballot, name, at }) => ({
      voter,
      ballot: numbersOf(ballot),
      name: name!,
      at: at!,
    }))
  },

  /**
   * Nobody can say any more who voted what: the votes go, and the salt that their names were made with. What is left
   * is how often each ballot was cast, in no order of time. Erased in place, so that no page keeps it.
   */
  async seal(poll: number) {
    const left = await pollVotes(db).ballots(poll)
    await db.deleteFrom('poll_votes').where('poll_id', '=', poll).execute()
    await db.deleteFrom('poll_suggestions').where('poll_id', '=', poll).execute()
    await db.updateTable('polls').set({ salt: null }).where('id', '=', poll).execute()
    await db.deleteFrom('poll_ballots').where('poll_id', '=', poll).execute()
    if (left.length > 0)
      await db
        .insertInto('poll_ballots')
        .values(left.map(({ ballot, count }) => ({ poll_id: poll, ballot: ballot.join(','), count })))
        .execute()
  },

  /** Nothing is left of what anybody voted or suggested, nor how many did. */
  async erase(poll: number) {
    await db.deleteFrom('poll_votes').where('poll_id', '=', poll).execute()
    await db.deleteFrom('poll_suggestions').where('poll_id', '=', poll).execute()
    await db.deleteFrom('poll_ballots').where('poll_id', '=', poll).execute()
    await db.updateTable('polls').set({ salt: null }).where('id', '=', poll).execute()
  },

  /** Who voted in polls that ended before a moment is forgotten; the counts stay. */
  async forget(before: Instant) {
    const old = db.selectFrom('polls').select('id').where('ended_at', '<', before)
    await db.deleteFrom('poll_votes').where('poll_id', 'in', old).execute()
    await db.deleteFrom('poll_suggestions').where('poll_id', 'in', old).execute()
  },
})

async function count(db: Kysely<Tables>, poll: number, ballot: string) {
  await db
    .insertInto('poll_ballots')
    .values({ poll_id: poll, ballot, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['poll_id', 'ballot']).doUpdateSet({ count: sql<number>`poll_ballots.count + 1` }),
    )
    .execute()
}

/** Ballots that nobody casts any more are not kept: what is read of a poll is what was voted. */
async function uncount(db: Kysely<Tables>, poll: number, ballot: string) {
  await db
    .updateTable('poll_ballots')
    .set({ count: sql<number>`count - 1` })
    .where('poll_id', '=', poll)
    .where('ballot', '=', ballot)
    .execute()
  await db
    .deleteFrom('poll_ballots')
    .where('poll_id', '=', poll)
    .where('ballot', '=', ballot)
    .where('count', '=', 0)
    .execute()
}

const numbersOf = (ballot: string) => ballot.split(',').map(Number)
