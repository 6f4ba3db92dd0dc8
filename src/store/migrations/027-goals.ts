import type { Kysely } from 'kysely'

/** What a team aims at, and of which numbers it wants to be alerted. `key` is the same for what one replaces. */
export async function up(db: Kysely<unknown>) {
  await db.schema
    .createTable('goals')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('measure', 'text', (c) => c.notNull())
    .addColumn('topic', 'text')
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('value', 'double precision', (c) => c.notNull())
    .addColumn('currency', 'text')
    .addColumn('per', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('crossed_at', 'bigint')
    .addColumn('rests_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('told', 'integer', (c) => c.notNull().defaultTo(0))
    .addUniqueConstraint('goals_key', ['team', 'key'])
    .execute()
}
