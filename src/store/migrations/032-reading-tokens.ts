import type { Kysely } from 'kysely'

/** Addresses at which a team's figures may be read by a program: who made them, who took them back, when they were last read. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('reading_tokens')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('used_at', 'bigint')
    .addColumn('revoked_at', 'bigint')
    .addColumn('revoked_by', 'text')
    .execute()
  await schema.createIndex('reading_tokens_of').on('reading_tokens').columns(['team', 'id']).execute()
}
