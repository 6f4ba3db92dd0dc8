import { type Kysely, sql } from 'kysely'

/** What is told in the thread of another message, what took over from it, and which version a person asked for. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema.alterTable('deliveries').addColumn('thread_of', 'text').execute()
  await schema.alterTable('deliveries').addColumn('moved_to', 'text').execute()
  await schema.alterTable('deliveries').addColumn('since_mention', 'integer').execute()
  await schema
    .alterTable('deliveries')
    .addColumn('pressed', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  // Nearly all that was ever told is as it should be: the sender looks only for what is not.
  await sql`create index deliveries_edits on deliveries (due_at) where state = 'told' and told < wanted`.execute(
    db,
  )
}
