import type { Kysely } from 'kysely'

/** Who had a given-up delivery tried again, or dismissed it, and when. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('delivery_steps')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('delivery_id', 'text', (c) => c.notNull().references('deliveries.id').onDelete('cascade'))
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('did', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('delivery_steps_of').on('delivery_steps').column('delivery_id').execute()
}
