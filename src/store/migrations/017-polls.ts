import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../dialect.ts'

/** Messages that live, told in several channels and kept up to date there; polls, their votes, and those that come again. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('living')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('wanted', 'integer', (c) => c.notNull())
    .addColumn('shown', 'integer', (c) => c.notNull())
    .addColumn('soon', 'integer', (c) => c.notNull())
    .addColumn('shown_at', 'bigint', (c) => c.notNull())
    .addColumn('ended_at', 'bigint')
    .addPrimaryKeyConstraint('living_key', ['team', 'about'])
    .execute()
  await sql`create index living_changed on living (shown_at) where wanted > shown`.execute(db)

  await schema
    .createTable('poll_series')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('poll', 'text', (c) => c.notNull())
    .addColumn('rhythm', 'text', (c) => c.notNull())
    .addColumn('next_at', 'bigint', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('stopped_at', 'bigint')
    .addColumn('stopped_by', 'text')
    .execute()
  await sql`create index poll_series_next on poll_series (next_at) where stopped_at is null`.execute(db)

  await schema
    .createTable('polls')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('most', 'integer', (c) => c.notNull())
    .addColumn('anonymous', 'integer', (c) => c.notNull())
    .addColumn('salt', 'text')
    .addColumn('results', 'text', (c) => c.notNull())
    .addColumn('suggestions', 'text', (c) => c.notNull())
    .addColumn('quorum', 'integer')
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('places', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('starts_at', 'bigint', (c) => c.notNull())
    .addColumn('ends_at', 'bigint')
    .addColumn('ends_votes', 'integer')
    .addColumn('ended_at', 'bigint')
    .addColumn('ended_why', 'text')
    .addColumn('ended_by', 'text')
    .addColumn('announced_at', 'bigint')
    .addColumn('series_id', 'integer')
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute()
  await schema.createIndex('polls_team').on('polls').columns(['team', 'id']).execute()
  await sql`create index polls_starting on polls (starts_at) where state = 'scheduled'`.execute(db)
  await sql`create index polls_ending on polls (ends_at) where state = 'running'`.execute(db)
  await sql`create index polls_unannounced on polls (id) where state = 'ended' and announced_at is null`.execute(
    db,
  )

  await schema
    .createTable('poll_choices')
    .addColumn('poll_id', 'integer', (c) => c.notNull().references('polls.id').onDelete('cascade'))
    .addColumn('nth', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('text_key', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('poll_choices_key', ['poll_id', 'nth'])
    .addUniqueConstraint('poll_choices_once', ['poll_id', 'text_key'])
    .execute()
  await schema
    .createTable('poll_suggestions')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('poll_id', 'integer', (c) => c.notNull().references('polls.id').onDelete('cascade'))
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('text_key', 'text', (c) => c.notNull())
    .addColumn('voter', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('decided_by', 'text')
    .addUniqueConstraint('poll_suggestions_once', ['poll_id', 'text_key'])
    .execute()

  // Who has voted, and how: until the end of an anonymous poll, then of those that are not.
  const votes = schema
    .createTable('poll_votes')
    .addColumn('poll_id', 'integer', (c) => c.notNull().references('polls.id').onDelete('cascade'))
    .addColumn('voter', 'text', (c) => c.notNull())
    .addColumn('ballot', 'text', (c) => c.notNull())
    .addColumn('name', 'text')
    .addColumn('at', 'bigint')
    .addPrimaryKeyConstraint('poll_votes_key', ['poll_id', 'voter'])
  // In the order of their names: that in which people voted would tell who they are.
  await (isPostgres(db) ? votes : votes.modifyEnd(sql`without rowid`)).execute()
  // How often each ballot was cast: all that is left of an anonymous poll.
  await schema
    .createTable('poll_ballots')
    .addColumn('poll_id', 'integer', (c) => c.notNull().references('polls.id').onDelete('cascade'))
    .addColumn('ballot', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('poll_ballots_key', ['poll_id', 'ballot'])
    .addCheckConstraint('poll_ballots_not_negative', sql`count >= 0`)
    .execute()

  await schema.createIndex('accounts_person').on('accounts').column('person_id').execute()
}
