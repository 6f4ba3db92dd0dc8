import { createHash, timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Instant } from '../model/post.ts'
import { minute } from '../model/time.ts'
import type { Tables } from './tables.ts'

/** An address at which a team's figures may be read, as its people see it: never the token, which is shown once. */
export type ReadingToken = { id: number; name: string; by: string; at: Instant; usedAt: Instant | null }

/** Tokens that open a team's figures to a program. They are kept as their SHA-256 alone. */
export const readingTokens = (db: Kysely<Tables>) => ({
  /** Keeps a token; nothing where the team has `most` of them already: false. To be run in a transaction. */
  async make(
    team: string,
    token: string,
    { name, by, at, most }: Pick<ReadingToken, 'name' | 'by' | 'at'> & { most: number },
  ): Promise<boolean> {
    if ((await this.live(team)).length >= most) return false
    await db
      .insertInto('reading_tokens')
      .values({ hash: hashOf(token), team, name, by, at })
      .execute()
    return true
  },

  /** Those that open something, the newest first. */
  async live(team: string): Promise<ReadingToken[]> {
    const rows = await db
      .selectFrom('reading_tokens')
      .select(['id', 'name', 'by', 'at', 'used_at'])
      .where('team', '=', team)
      .where('revoked_at', 'is', null)
      .orderBy('id', 'desc')
      .execute()
    return rows.map(({ used_at, ...row }) => ({ ...row, usedAt: used_at }))
  },

  /** One opens nothing any more; false where it did not. */
  async revoke(team: string, id: number, { by, at }: { by: string; at: Instant }): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('reading_tokens')
      .set({ revoked_at: at, revoked_by: by })
      .where('team', '=', team)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** Whose figures a token opens; null for one that is unknown or was taken back. */
  async find(token: string): Promise<{ id: number; team: string } | null> {
    const hash = hashOf(token)
    const row = await db
      .selectFrom('reading_tokens')
      .select(['id', 'team', 'hash'])
      .where('hash', '=', hash)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    // How far a guess comes tells nothing of the token: what is compared is its hash, and in the same time.
    return row && timingSafeEqual(Buffer.from(row.hash), Buffer.from(hash))
      ? { id: row.id, team: row.team }
      : null
  },

  /** Writes down that it was read; once a minute is enough. */
  async used(id: number, at: Instant) {
    await db
      .updateTable('reading_tokens')
      .set({ used_at: at })
      .where('id', '=', id)
      .where((where) => where.or([where('used_at', 'is', null), where('used_at', '<', at - minute)]))
      .execute()
  },
})

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
