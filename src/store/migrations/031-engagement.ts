import { type Kysely, sql } from 'kysely'

/** What people did with posts, when they are looked at again, and what became of them at their places. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema.alterTable('posts').addColumn('deleted_at', 'bigint').execute()
  await schema.alterTable('posts').addColumn('edited_at', 'bigint').execute()
  await schema
    .alterTable('mentions')
    .addColumn('off_topic', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()

  await schema
    .createTable('post_engagement')
    .addColumn('post_id', 'integer', (c) => c.primaryKey().references('posts.id').onDelete('cascade'))
    .addColumn('likes', 'bigint')
    .addColumn('shares', 'bigint')
    .addColumn('comments', 'bigint')
    .addColumn('views', 'bigint')
    .addColumn('followers', 'bigint')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('grew', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('said', 'text')
    .addColumn('missing_at', 'bigint')
    .addColumn('next_at', 'bigint')
    .addColumn('failures', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('leased_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
  await sql`create index post_engagement_due on post_engagement (next_at) where next_at is not null`.execute(
    db,
  )

  await schema
    .createTable('post_edits')
    .addColumn('post_id', 'integer', (c) => c.primaryKey().references('posts.id').onDelete('cascade'))
    .addColumn('title', 'text')
    .addColumn('text', 'text')
    .execute()
}
