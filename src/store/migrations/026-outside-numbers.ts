import type { Kysely } from 'kysely'

/**
 * Numbers from outside, by day: what platforms, chats and files tell of a team's accounts; when each account is counted
 * next; and who spoke, came or left on a day, for as long as that is needed to count them once.
 */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('measure_values')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('measure', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('account', 'text', (c) => c.notNull())
    .addColumn('value', 'double precision', (c) => c.notNull())
    .addColumn('currency', 'text')
    .addColumn('import_id', 'integer')
    // What stood there before an import said otherwise.
    .addColumn('was', 'double precision')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('measure_values_key', ['team', 'measure', 'day', 'account'])
    .execute()
  await schema.createIndex('measure_values_import').on('measure_values').column('import_id').execute()
  await schema
    .createTable('measure_imports')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('done_at', 'bigint')
    .execute()
  await schema.createIndex('measure_imports_of').on('measure_imports').columns(['team', 'hash']).execute()
  await schema
    .createTable('counted_accounts')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('account', 'text', (c) => c.notNull())
    .addColumn('next_at', 'bigint', (c) => c.notNull())
    .addColumn('held_by', 'text')
    .addColumn('held_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('fails', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('counted_at', 'bigint')
    .addColumn('trouble', 'text')
    .addPrimaryKeyConstraint('counted_accounts_key', ['team', 'kind', 'account'])
    .execute()
  await schema
    .createTable('member_days')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('chat', 'text', (c) => c.notNull())
    .addColumn('did', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('author_key', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('member_days_key', ['team', 'did', 'day', 'chat', 'channel', 'author_key'])
    .execute()
  await schema.createIndex('member_days_author').on('member_days').column('author_key').execute()
  await schema.createIndex('member_days_day').on('member_days').columns(['day', 'did']).execute()
  await schema
    .createTable('active_counts')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('from_day', 'text', (c) => c.notNull())
    .addColumn('to_day', 'text', (c) => c.notNull())
    .addColumn('members', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('active_counts_key', ['team', 'from_day', 'to_day'])
    .execute()
}
