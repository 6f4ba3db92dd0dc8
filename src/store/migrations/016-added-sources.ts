import type { Kysely } from 'kysely'

/** The sources that people add in the chat, who did what with them; and own intervals and pauses of all sources. Since when a first reading waits to be told. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('added_sources')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('feed_id', 'integer', (c) => c.notNull().references('feeds.id').onDelete('cascade'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('url_key', 'text', (c) => c.notNull())
    .addColumn('folder', 'text')
    .addColumn('every', 'bigint')
    .addColumn('paused_at', 'bigint')
    .addColumn('paused_by', 'text')
    .addColumn('overruled', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('added_sources_name', ['team', 'name_key'])
    .addUniqueConstraint('added_sources_url', ['team', 'url_key'])
    .execute()

  await schema
    .createTable('source_steps')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('did', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('source_steps_of').on('source_steps').columns(['team', 'name_key', 'id']).execute()

  for (const column of ['every', 'paused_at', 'filed_at'])
    await schema.alterTable('team_sources').addColumn(column, 'bigint').execute()
}
