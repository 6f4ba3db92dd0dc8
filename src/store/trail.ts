import { hash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import type { Tables, TrailRow } from './tables.ts'

/**
 * What was done: `about` names it (`reply:17`), `who` is a pseudonym (null: Vigie itself), `detail` facts without a
 * name and without a text of anybody's.
 */
export type Traced = {
  did: string
  about: string
  who: string | null
  detail?: Record<string, string | number | null>
  at: Instant
}

/** Where a trail ends: so many steps, the last one's hash. Whoever wrote that down elsewhere sees when the end is cut off. */
export type TrailHead = { seq: number; hash: string }

/** `broken.at`: the first step that is not as it was written, or where one is missing. */
export type TrailCheck =
  | { is: 'whole'; head: TrailHead }
  | { is: 'broken'; at: number; why: 'changed' | 'missing' | 'cut' }

/**
 * The audit trail: one chain of steps for each team, only ever added to. The database refuses to change or delete a
 * row; should somebody do it all the same, each hash covers the one before, so that a check tells where.
 */
export const trail = (db: Kysely<Tables>) => ({
  /** The next step; gives its place. To be run in a transaction that took its turn. */
  async add(team: string, { did, about, who, detail = {}, at }: Traced): Promise<TrailHead> {
    const last = await headOf(db, team)
    const row = {
      ...{ team, seq: last.seq + 1, at, did, about, who },
      ...{ detail: JSON.stringify(detail), prev: last.hash },
    }
    const step = { ...row, hash: hashOf(row) }
    await db.insertInto('trail').values(step).execute()
    return { seq: step.seq, hash: step.hash }
  },

  head: (team: string): Promise<TrailHead> => headOf(db, team),

  /** What was done with something, oldest first. */
  async of(team: string, about: string): Promise<TrailRow[]> {
    return db
      .selectFrom('trail')
      .selectAll()
      .where('team', '=', team)
      .where('about', '=', about)
      .orderBy('seq')
      .execute()
  },

  /** Teams that have a trail. */
  async teams(): Promise<string[]> {
    const rows = await db.selectFrom('trail').select('team').distinct().orderBy('team').execute()
    return rows.map(({ team }) => team)
  },

  /**
   * Whether a team's trail is as it was written, read in parts so that a long one costs little memory. `known` is a
   * head that somebody kept elsewhere: the trail must still pass through it.
   */
  async check(team: string, known?: TrailHead): Promise<TrailCheck> {
    let head: TrailHead = start
    for (;;) {
      const rows = await db
        .selectFrom('trail')
        .selectAll()
        .where('team', '=', team)
        .where('seq', '>', head.seq)
        .orderBy('seq')
        .limit(atOnce)
        .execute()
      for (const row of rows) {
        const at = head.seq + 1
        if (row.seq !== at) return { is: 'broken', at, why: 'missing' }
        if (row.prev !== head.hash || row.hash !== hashOf(row)) return { is: 'broken', at, why: 'changed' }
        if (known?.seq === at && !row.hash.startsWith(known.hash)) return { is: 'broken', at, why: 'changed' }
        head = { seq: row.seq, hash: row.hash }
      }
      if (rows.length < atOnce) break
    }
    const told = Math.max(known?.seq ?? 0, await lastStep(db, team))
    return told > head.seq ? { is: 'broken', at: head.seq + 1, why: 'cut' } : { is: 'whole', head }
  },
})

/** As it is shown beside a published reply, for whoever wants to hold us to it later. */
export const shortHead = ({ seq, hash }: TrailHead) => `${seq}:${hash.slice(0, 12)}`

const start: TrailHead = { seq: 0, hash: '' }
const atOnce = 1000

async function headOf(db: Kysely<Tables>, team: string): Promise<TrailHead> {
  const last = await db
    .selectFrom('trail')
    .select(['seq', 'hash'])
    .where('team', '=', team)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? start
}

/** The last place that what people see of replies says it has: without it, a cut-off end would look whole. */
async function lastStep(db: Kysely<Tables>, team: string): Promise<number> {
  const row = await db
    .selectFrom('reply_steps')
    .select(sql<number | null>`max(trail_seq)`.as('seq'))
    .where('team', '=', team)
    .executeTakeFirst()
  return row?.seq ?? 0
}

const hashOf = ({ team, seq, at, did, about, who, detail, prev }: Omit<TrailRow, 'hash'>) =>
  hash('sha256', JSON.stringify([prev, team, seq, at, did, about, who, detail]), 'hex')
