import { type Kysely, sql } from 'kysely'

/** Within which time mentions are answered, who has them, who wants to be reminded, and what people are told in private. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema.alterTable('mention_steps').addColumn('person_id', 'text').execute()
  await schema.alterTable('mention_steps').addColumn('given_by', 'text').execute()
  await sql`create index mention_steps_taken on mention_steps (team, mention_id) where "is" = 'taken'`.execute(
    db,
  )

  await schema
    .createTable('promises')
    .addColumn('mention_id', 'integer', (c) => c.primaryKey().references('mentions.id').onDelete('cascade'))
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('within', 'bigint', (c) => c.notNull())
    .addColumn('silence', 'bigint')
    .addColumn('started_at', 'bigint', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('remind_at', 'bigint')
    .addColumn('silent_at', 'bigint')
    .addColumn('escalations', 'text', (c) => c.notNull())
    .addColumn('reminded', 'integer', (c) => c.notNull())
    .addColumn('late', 'integer', (c) => c.notNull())
    .addColumn('escalated', 'integer', (c) => c.notNull())
    .addColumn('stopped_at', 'bigint')
    .addColumn('stop_why', 'text')
    .addColumn('next_at', 'bigint')
    .execute()
  await sql`create index promises_open on promises (team, due_at, mention_id) where stopped_at is null`.execute(
    db,
  )
  await sql`create index promises_next on promises (next_at) where next_at is not null`.execute(db)

  await schema
    .createTable('promise_steps')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('mention_id', 'integer', (c) => c.notNull().references('mentions.id').onDelete('cascade'))
    .addColumn('did', 'text', (c) => c.notNull())
    .addColumn('who', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('promise_steps_of').on('promise_steps').columns(['mention_id', 'id']).execute()

  await schema
    .createTable('snoozes')
    .addColumn('mention_id', 'integer', (c) => c.primaryKey().references('mentions.id').onDelete('cascade'))
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('snoozes_until').on('snoozes').column('until').execute()

  // What one person is told in private, once: the chat keeps no place to look it up.
  await schema
    .createTable('letters')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('mention_id', 'integer', (c) => c.notNull().references('mentions.id').onDelete('cascade'))
    .addColumn('accounts', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('by', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('written', 'text')
    .execute()
  await sql`create index letters_unwritten on letters (team, id) where written is null`.execute(db)
}
