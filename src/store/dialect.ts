import { type Kysely, PostgresAdapter } from 'kysely'

/** Whether a database is PostgreSQL; else it is SQLite. */
// biome-ignore lint/suspicious/noExplicitAny: of whatever tables, a migration's too
export const isPostgres = (db: Kysely<any>) => db.getExecutor().adapter instanceof PostgresAdapter
