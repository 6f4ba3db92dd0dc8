import { type Kysely, sql } from 'kysely'

/** Every try to publish a reply: when, as whom, what the network answered, and what is known of it since. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('publications')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('reply_id', 'integer', (c) => c.notNull().references('replies.id').onDelete('cascade'))
    .addColumn('publish_key', 'text', (c) => c.notNull())
    .addColumn('identity', 'text', (c) => c.notNull())
    .addColumn('kind', 'text')
    .addColumn('began_at', 'bigint', (c) => c.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('outcome', 'text')
    .addColumn('answer', 'text')
    .addColumn('post_id', 'text')
    .addColumn('url', 'text')
    .addColumn('held_by', 'text', (c) => c.notNull())
    .addColumn('held_until', 'bigint', (c) => c.notNull())
    .addColumn('look_at', 'bigint')
    .addColumn('looks', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('settled_at', 'bigint')
    .execute()
  await schema.createIndex('publications_of').on('publications').columns(['team', 'reply_id']).execute()
  await sql`create index publications_open on publications (team) where settled_at is null`.execute(db)
}
