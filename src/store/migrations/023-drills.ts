import type { Kysely } from 'kysely'

/** Drills: what is said in each, by how long after its start. None of it is a post or a mention. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('drills')
    .addColumn('incident_id', 'integer', (c) => c.primaryKey().references('incidents.id').onDelete('cascade'))
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('script', 'text', (c) => c.notNull())
    .addColumn('started_at', 'bigint', (c) => c.notNull())
    .addColumn('ends_at', 'bigint', (c) => c.notNull())
    .addColumn('told_at', 'bigint')
    .execute()
  await schema.createIndex('drills_team').on('drills').columns(['team', 'started_at']).execute()
}
