import type { Kysely } from 'kysely'

/** What may be forgotten, where several processes share it; a SQLite store keeps it in a file of its own. */
export async function up(db: Kysely<unknown>) {
  await db.schema
    .createTable('memory')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('until_at', 'bigint')
    .execute()
  await db.schema.createIndex('memory_until').on('memory').column('until_at').execute()
}
