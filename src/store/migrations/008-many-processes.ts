import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../dialect.ts'

/** What several processes share: who tells in a channel, who does a job, what they keep alike; and doubtful deliveries. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('channels')
    .addColumn('chat', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('held_by', 'text')
    .addColumn('held_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('rests_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('failures', 'integer', (c) => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('channels_key', ['chat', 'channel'])
    .execute()
  await schema
    .createTable('leases')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('held_by', 'text', (c) => c.notNull())
    .addColumn('held_until', 'bigint', (c) => c.notNull())
    .execute()
  await schema
    .createTable('keepsakes')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
  // Where several processes serve the local chat, each looks for what the others said.
  if (isPostgres(db))
    for (const column of ['at', 'edited_at'])
      await schema.createIndex(`local_messages_${column}`).on('local_messages').column(column).execute()

  for (const flag of ['in_doubt', 'may_repeat'])
    await schema
      .alterTable('deliveries')
      .addColumn(flag, 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
  await schema.alterTable('deliveries').addColumn('in_summary', 'text').execute()
  await sql`create index deliveries_in_summary on deliveries (in_summary) where in_summary is not null`.execute(
    db,
  )
}
