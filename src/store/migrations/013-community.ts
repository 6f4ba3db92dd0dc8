import type { Kysely } from 'kysely'

/** What is heard in a community's channels: counts by day, questions that wait for an answer, newcomers. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('channel_days')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('chat', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('said', 'integer', (c) => c.notNull())
    .addColumn('positive', 'integer', (c) => c.notNull())
    .addColumn('neutral', 'integer', (c) => c.notNull())
    .addColumn('negative', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('channel_days_key', ['team', 'chat', 'channel', 'day'])
    .execute()
  await schema
    .createTable('questions')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('chat', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('author_key', 'text', (c) => c.notNull())
    .addColumn('name', 'text')
    .addColumn('text', 'text')
    .addColumn('url', 'text')
    .addColumn('asked_at', 'bigint', (c) => c.notNull())
    .addColumn('answered_at', 'bigint')
    .addUniqueConstraint('questions_once', ['chat', 'message', 'team'])
    .execute()
  await schema.createIndex('questions_asked').on('questions').columns(['team', 'asked_at']).execute()
  await schema.createIndex('questions_author').on('questions').column('author_key').execute()
  await schema
    .createTable('newcomers')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('chat', 'text', (c) => c.notNull())
    .addColumn('author_key', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('joined_at', 'bigint', (c) => c.notNull())
    .addColumn('greeted_at', 'bigint')
    .addPrimaryKeyConstraint('newcomers_key', ['team', 'chat', 'author_key'])
    .execute()
}
