import { type Kysely, sql } from 'kysely'
import { isPostgres } from './dialect.ts'
import type { Tables } from './tables.ts'

/**
 * For transactions that read, decide and write what others decide on too. SQLite lets only one write at a time;
 * on PostgreSQL such a transaction takes its turn, and whoever comes meanwhile waits for its end.
 */
export const turns = (db: Kysely<Tables>) => ({
  /** To be called first in a transaction. */
  async take() {
    if (isPostgres(db)) await sql`select pg_advisory_xact_lock(${ourLock})`.execute(db)
  },
})

/** Any number that nobody else on the server is likely to use: "vigie" in letters of a telephone. */
const ourLock = 84443
