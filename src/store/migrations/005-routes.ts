import { type Kysely, sql } from 'kysely'

/** Which network a post is of, which route told a mention, what waits for a digest, and when a feed could not be read. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema.alterTable('posts').addColumn('network', 'text').execute()
  await schema.alterTable('deliveries').addColumn('route', 'text').execute()

  await schema
    .createTable('digests')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('chat', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('composed_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('digests_once', ['team', 'chat', 'channel', 'due_at'])
    .execute()

  await schema
    .createTable('digest_items')
    .addColumn('mention_id', 'integer', (c) => c.notNull().references('mentions.id').onDelete('cascade'))
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('chat', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('route', 'text', (c) => c.notNull())
    .addColumn('story', 'text', (c) => c.notNull())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('score', 'double precision', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('digest_id', 'integer', (c) => c.references('digests.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('digest_items_key', ['mention_id', 'chat', 'channel'])
    .execute()
  await sql`create index digest_items_waiting on digest_items (team, chat, channel) where digest_id is null`.execute(
    db,
  )

  await schema
    .createTable('feed_outages')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('feed_id', 'integer', (c) => c.notNull().references('feeds.id').onDelete('cascade'))
    .addColumn('from_at', 'bigint', (c) => c.notNull())
    .addColumn('until_at', 'bigint')
    .addColumn('failure', 'text', (c) => c.notNull())
    .execute()
  await schema.createIndex('feed_outages_of').on('feed_outages').columns(['feed_id', 'until_at']).execute()
}
