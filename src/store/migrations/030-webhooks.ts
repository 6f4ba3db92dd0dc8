import { type Kysely, sql } from 'kysely'

/** What webhooks were sent, until it is worked off; what became of requests, by the hour; what changed at its place. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('received')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('hook', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('body', 'blob')
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('event', 'text')
    .addColumn('type', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('done_at', 'bigint')
    .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('failed_at', 'bigint')
    .addColumn('leased_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .addUniqueConstraint('received_once', ['team', 'hook', 'key'])
    .execute()
  await sql`create index received_waiting on received (id) where done_at is null and failed_at is null`.execute(
    db,
  )
  await schema.createIndex('received_at').on('received').column('at').execute()

  await schema
    .createTable('hook_counts')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('hook', 'text', (c) => c.notNull())
    .addColumn('hour', 'bigint', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('hook_counts_key', ['team', 'hook', 'hour', 'what'])
    .execute()

  await schema
    .createTable('post_changes')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('did', 'text', (c) => c.notNull())
    .addColumn('post', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('done_at', 'bigint')
    .addColumn('leased_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
  await schema.createIndex('post_changes_of').on('post_changes').columns(['source', 'item']).execute()
  await sql`create index post_changes_waiting on post_changes (id) where done_at is null`.execute(db)
}
