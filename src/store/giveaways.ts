import { type Kysely, type Selectable, sql, type UpdateObject } from 'kysely'
import type { Chain, Round } from '../model/drand.ts'
import type { Giveaway, GiveawayState, Terms } from '../model/giveaway.ts'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Place } from '../model/team.ts'
import type { Spot } from './outbox.ts'
import type { GiveawayRow, Tables } from './tables.ts'

/** What a giveaway begins with. */
export type NewGiveaway = Terms & {
  team: string
  draw: string
  places: Place[]
  seed: string
  commitment: string
  chain: Chain | null
  by: string
}

/** Giveaways as they stand, and the steps from one state to the next: each gives false where it was not in the state before. */
export const giveaways = (db: Kysely<Tables>) => ({
  /** Begins one; gives its number. */
  async start(given: NewGiveaway, now: Instant): Promise<number> {
    const { team, draw, seed, commitment, by } = given
    const { id } = await db
      .insertInto('giveaways')
      .values({
        team,
        draw,
        state: 'running',
        ...termsRow(given),
        places: JSON.stringify(given.places),
        seed,
        commitment,
        chain: given.chain && JSON.stringify(given.chain),
        by,
        started_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await step(db, id, { did: 'started', by, at: now })
    return id
  },

  async get(team: string, id: number): Promise<Giveaway | null> {
    const row = await db
      .selectFrom('giveaways')
      .selectAll()
      .where('id', '=', id)
      .where('team', '=', team)
      .executeTakeFirst()
    return row ? giveawayOf(row) : null
  },

  /** By what its proof is found with, whoever's it is. */
  async ofDraw(draw: string): Promise<Giveaway | null> {
    const row = await db.selectFrom('giveaways').selectAll().where('draw', '=', draw).executeTakeFirst()
    return row ? giveawayOf(row) : null
  },

  /** The team's, newest first: those that run, then those that are over. */
  async list(team: string, most: number): Promise<Giveaway[]> {
    const rows = await db
      .selectFrom('giveaways')
      .selectAll()
      .where('team', '=', team)
      .orderBy(sql`case when state in ('closed', 'cancelled') then 1 else 0 end`)
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.map(giveawayOf)
  },

  /** All that something has yet to happen with by itself, whoever's they are. */
  async open(): Promise<Giveaway[]> {
    const rows = await db
      .selectFrom('giveaways')
      .selectAll()
      .where('state', 'in', ['running', 'frozen', 'drawn'])
      .orderBy('ends_at')
      .execute()
    return rows.map(giveawayOf)
  },

  /** Changes what was promised, while it runs. An end that is named (`until`) in a pause is meant as it is: of the pause counts what follows. */
  async edit(
    id: number,
    terms: Terms,
    { by, what, at, until }: { by: string; what: string; at: Instant; until: boolean },
  ) {
    const paused = until
      ? { paused_at: sql<number | null>`case when paused_at is null then paused_at else ${at} end` }
      : {}
    const set = { ...termsRow(terms), ...paused }
    return moved(db, id, ['running', 'paused'], set, { did: 'edited', by, what, at })
  },

  async pause(id: number, by: string, now: Instant) {
    return moved(db, id, ['running'], { state: 'paused', paused_at: now }, { did: 'paused', by, at: now })
  },

  /** Goes on; the end moves by the length of the pause. */
  async resume(id: number, by: string, now: Instant) {
    const set = {
      state: 'running',
      ends_at: sql<number>`ends_at + case when paused_at < ${now} then ${now} - paused_at else 0 end`,
      paused_at: null,
    }
    return moved(db, id, ['paused'], set, { did: 'resumed', by, at: now })
  },

  async cancel(id: number, { by, why, now }: { by: string; why: string | null; now: Instant }) {
    const set = { state: 'cancelled', closed_at: now }
    return moved(db, id, ['running', 'paused'], set, { did: 'cancelled', by, what: why, at: now })
  },

  /** Its time comes now: what ends by itself then ends the same way. */
  async endNow(id: number, by: string, now: Instant) {
    const set = { state: 'running', ends_at: now, paused_at: null }
    return moved(db, id, ['running', 'paused'], set, { did: 'ended', by, at: now })
  },

  /** Its time has come: from now on nobody enters or leaves. One that was put off meanwhile is left alone. */
  async freeze(id: number, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('giveaways')
      .set({
        state: 'frozen',
        // Times rise in the proof, whatever a clock says.
        frozen_at: sql<number>`case when started_at > ${now} then started_at else ${now} end`,
        late_by: sql`${now} - ends_at`,
        next_at: now,
      })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .where('ends_at', '<=', now)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await step(db, id, { did: 'frozen', by: null, at: now })
    return true
  },

  /** What is frozen, said in a hash; and how many that are, once doubles were taken out. */
  async seal(id: number, { hash, entrants, weight }: { hash: string; entrants: number; weight: number }) {
    await db
      .updateTable('giveaways')
      .set({ entries_hash: hash, entrants, weight })
      .where('id', '=', id)
      .execute()
  },

  /** This round will decide, and is being told with the hash; false where one was named before. */
  async announced(id: number, round: number, nextAt: Instant): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('giveaways')
      .set({ round, next_at: nextAt, tries: 0 })
      .where('id', '=', id)
      .where('state', '=', 'frozen')
      .where('round', 'is', null)
      .where('published_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** The round that was named does not count: its message came after its value. Another is named at once. */
  async withdrawn(id: number, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('giveaways')
      .set({ round: null, next_at: now })
      .where('id', '=', id)
      .where('state', '=', 'frozen')
      .where('round', 'is not', null)
      .where('published_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await step(db, id, { did: 'withdrawn', by: null, at: now })
    return true
  },

  /** The hash stands in the channel since then, with this round (null: nobody could be told of one); false where that was settled before. */
  async published(id: number, { at, round, nextAt }: { at: Instant; round: number | null; nextAt: Instant }) {
    const { numUpdatedRows } = await db
      .updateTable('giveaways')
      .set({ published_at: at, round, next_at: nextAt, tries: 0 })
      .where('id', '=', id)
      .where('state', '=', 'frozen')
      .where('published_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** Its value is waited for no more; how often was tried counts anew for what follows. */
  async unreached(id: number, now: Instant) {
    await db
      .updateTable('giveaways')
      .set({ tries: 0, next_at: now })
      .where('id', '=', id)
      .where('state', '=', 'frozen')
      .execute()
    await step(db, id, { did: 'unreached', by: null, at: now })
  },

  /** The value of its round, kept before anything is drawn from it. */
  async keepValue(id: number, value: Round, now: Instant) {
    await db
      .updateTable('giveaways')
      .set({ value: JSON.stringify(value), next_at: now, tries: 0 })
      .where('id', '=', id)
      .where('state', '=', 'frozen')
      .where('value', 'is', null)
      .execute()
  },

  /** Its next step failed, and is tried again then. */
  async again(id: number, at: Instant) {
    await db
      .updateTable('giveaways')
      .set({ next_at: at, tries: sql`tries + 1` })
      .where('id', '=', id)
      .where('state', '=', 'frozen')
      .execute()
  },

  /** How often the next step has failed, and when it is tried. */
  async waits(id: number): Promise<{ at: Instant; tries: number }> {
    const row = await db
      .selectFrom('giveaways')
      .select(['next_at', 'tries'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return { at: row.next_at ?? 0, tries: row.tries }
  },

  /** Drawn at a moment that no proof can find too early (`at`). */
  async drawn(id: number, at: Instant) {
    return moved(
      db,
      id,
      ['frozen'],
      { state: 'drawn', drawn_at: at, next_at: null },
      { did: 'drawn', by: null, at },
    )
  },

  async close(id: number, now: Instant) {
    return moved(
      db,
      id,
      ['drawn', 'frozen'],
      { state: 'closed', closed_at: now },
      { did: 'closed', by: null, at: now },
    )
  },

  /** A prize that was passed on has to be claimed again. */
  async reopen(id: number, now: Instant) {
    return moved(
      db,
      id,
      ['closed'],
      { state: 'drawn', closed_at: null },
      { did: 'reopened', by: null, at: now },
    )
  },

  /** What was done with it, oldest first. */
  async steps(id: number): Promise<{ did: string; what: string | null; by: string | null; at: Instant }[]> {
    return db
      .selectFrom('giveaway_steps')
      .select(['did', 'what', 'by', 'at'])
      .where('giveaway_id', '=', id)
      .orderBy('id')
      .execute()
  },

  /** Where something of it stands, once it was told there. */
  async told(
    team: string,
    about: string,
    rule: 'living' | 'notice',
  ): Promise<{ chat: ChatName; spot: Spot }[]> {
    const rows = await db
      .selectFrom('deliveries')
      .select(['chat', 'told_channel', 'told_id'])
      .where('team', '=', team)
      .where('rule', '=', rule)
      .where('about', '=', about)
      .where('told_id', 'is not', null)
      .orderBy('id')
      .execute()
    return rows.map(({ chat, told_channel, told_id }) => ({
      chat: chat as ChatName,
      spot: { channel: told_channel!, id: told_id! },
    }))
  },

  /** Whether a notice in its thread stands in every channel where it can; and when the first and the last were told. */
  async noticed(
    team: string,
    about: string,
  ): Promise<{ settled: boolean; first: Instant | null; last: Instant | null }> {
    const rows = await db
      .selectFrom('deliveries')
      .select(['state', 'told_at'])
      .where('team', '=', team)
      .where('rule', '=', 'notice')
      .where('about', '=', about)
      .execute()
    const told = rows.flatMap(({ told_at }) => (told_at === null ? [] : [told_at]))
    return {
      settled: rows.every(({ state, told_at }) => told_at !== null || state === 'given-up'),
      first: told.length === 0 ? null : Math.min(...told),
      last: told.length === 0 ? null : Math.max(...told),
    }
  },
})

type Step = { did: string; what?: string | null; by: string | null; at: Instant }

const step = (db: Kysely<Tables>, id: number, { did, what = null, by, at }: Step) =>
  db.insertInto('giveaway_steps').values({ giveaway_id: id, did, what, by, at }).execute()

/**
 * Moves it on, and writes down who did; false where it stood in none of these states. One whose time has come runs no
 * more, although nobody has ended it yet.
 */
async function moved(
  db: Kysely<Tables>,
  id: number,
  from: GiveawayState[],
  set: UpdateObject<Tables, 'giveaways'>,
  done: Step,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('giveaways')
    .set(set)
    .where('id', '=', id)
    .where('state', 'in', from)
    .where((where) => where.or([where('state', '!=', 'running'), where('ends_at', '>', done.at)]))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await step(db, id, done)
  return true
}

const termsRow = ({ prizes, terms, conditions, bonuses, endsAt, claimFor }: Terms) => ({
  prizes: JSON.stringify(prizes),
  terms,
  conditions: JSON.stringify(conditions),
  bonuses: JSON.stringify(bonuses),
  ends_at: endsAt,
  claim_for: claimFor,
})

const giveawayOf = (row: Selectable<GiveawayRow>): Giveaway => ({
  id: row.id,
  team: row.team,
  draw: row.draw,
  state: row.state as GiveawayState,
  prizes: JSON.parse(row.prizes),
  terms: row.terms,
  conditions: JSON.parse(row.conditions),
  bonuses: JSON.parse(row.bonuses),
  places: JSON.parse(row.places),
  endsAt: row.ends_at,
  claimFor: row.claim_for,
  seed: row.seed,
  commitment: row.commitment,
  chain: row.chain && JSON.parse(row.chain),
  entrants: row.entrants,
  weight: row.weight,
  by: row.by,
  startedAt: row.started_at,
  pausedAt: row.paused_at,
  frozenAt: row.frozen_at,
  lateBy: row.late_by,
  entriesHash: row.entries_hash,
  publishedAt: row.published_at,
  round: row.round,
  value: row.value && JSON.parse(row.value),
  drawnAt: row.drawn_at,
  closedAt: row.closed_at,
  forgottenAt: row.forgotten_at,
})
