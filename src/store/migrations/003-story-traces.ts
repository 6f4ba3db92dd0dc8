import type { Kysely } from 'kysely'

/** What is remembered of a mention's post to know its story again, for as long as a story is news. */
export async function up(db: Kysely<unknown>) {
  await db.schema
    .createTable('story_traces')
    .addColumn('post_id', 'integer', (c) => c.primaryKey().references('posts.id').onDelete('cascade'))
    .addColumn('story', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('trace', 'blob', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('story_traces_at').on('story_traces').column('at').execute()
}
