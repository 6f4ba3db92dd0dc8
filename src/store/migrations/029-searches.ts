import type { Kysely } from 'kysely'

/** Searches: which of them found what, how much of each place's allowance is used up, and what to say of a reading. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('post_finds')
    .addColumn('feed_id', 'integer', (c) => c.notNull().references('feeds.id').onDelete('cascade'))
    .addColumn('post_id', 'integer', (c) => c.notNull().references('posts.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('post_finds_key', ['feed_id', 'post_id'])
    .execute()
  await schema.createIndex('post_finds_post').on('post_finds').column('post_id').execute()

  await schema
    .createTable('budgets')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('per', 'text', (c) => c.notNull())
    .addColumn('from_at', 'bigint', (c) => c.notNull())
    .addColumn('used', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('budgets_key', ['name', 'per'])
    .execute()

  await schema.alterTable('feeds').addColumn('note', 'text').execute()
  await schema.alterTable('added_sources').addColumn('topic', 'text').execute()
}
