import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../dialect.ts'

/** Who told the stories that are kept up to date, counted as they come; and a story's mentions in their order. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('story_outlets')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('story', 'text', (c) => c.notNull())
    .addColumn('outlet_key', 'text', (c) => c.notNull())
    .addColumn('nth', 'integer', (c) => c.notNull())
    .addColumn('outlet', 'text', (c) => c.notNull())
    .addColumn('url', 'text')
    .addColumn('reach', 'bigint', (c) => c.notNull())
    .addColumn('heard_at', 'bigint', (c) => c.notNull())
    .addColumn('times', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('story_outlets_key', ['team', 'story', 'outlet_key'])
    .execute()
  const outlets = (name: string, columns: string[]) =>
    schema.createIndex(name).on('story_outlets').columns(columns).execute()
  await outlets('story_outlets_order', ['team', 'story', 'nth'])
  await outlets('story_outlets_heard', ['team', 'story', 'heard_at', 'nth'])
  await sql`create index story_outlets_reach on story_outlets (team, story, reach desc, nth)`.execute(db)
  await schema
    .createTable('story_tallies')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('story', 'text', (c) => c.notNull())
    .addColumn('mention', 'integer', (c) => c.notNull())
    .addColumn('tally', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('story_tallies_key', ['team', 'story', 'mention'])
    .execute()

  await schema.createIndex('mentions_copies').on('mentions').columns(['team', 'story', 'id']).execute()
  await schema.dropIndex('mentions_story').execute()
  if (isPostgres(db)) await sayHowFew(db)
}

/**
 * PostgreSQL took a list for a hundred values and read whole tables for it. A function that is strict keeps its own
 * estimate.
 */
const sayHowFew = (db: Kysely<unknown>) =>
  sql`create or replace function json_each(text) returns table (value text) language sql immutable strict rows 5 as
    'select json_array_elements_text($1::json)'`.execute(db)
