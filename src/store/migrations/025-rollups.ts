import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../dialect.ts'

/**
 * Roll-ups: mentions counted by day. They begin empty: what was heard before is counted from the mentions, little by
 * little, as what is heard since is. And indexes for the figures of a team's own work.
 */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  // Rows that lie in the order of their key are read with one look; PostgreSQL has no such tables.
  const ordered = isPostgres(db) ? sql`` : sql`without rowid`
  const counts = ['mentions', 'reach', 'reached', 'unsure', 'engaged', 'likes', 'shares', 'comments']
  let days = schema
    .createTable('mention_days')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
  for (const count of counts) days = days.addColumn(count, 'bigint', (c) => c.notNull())
  await days
    .addPrimaryKeyConstraint('mention_days_key', ['team', 'topic', 'what', 'day', 'label', 'name'])
    .modifyEnd(ordered)
    .execute()
  await schema
    .createTable('voice_days')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('outlets', 'text', (c) => c.notNull())
    .addColumn('named', 'bigint', (c) => c.notNull())
    .addColumn('authors', isPostgres(db) ? 'bytea' : 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('voice_days_key', ['team', 'topic', 'day'])
    .execute()
  await schema
    .createTable('notice_days')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('step', 'integer', (c) => c.notNull())
    .addColumn('mentions', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('notice_days_key', ['team', 'day', 'step'])
    .modifyEnd(ordered)
    .execute()

  await schema
    .createTable('rolled')
    .addColumn('team', 'text', (c) => c.primaryKey())
    .addColumn('zone', 'text', (c) => c.notNull())
    .addColumn('up_to', 'bigint', (c) => c.notNull())
    .addColumn('anew_to', 'bigint', (c) => c.notNull())
    .addColumn('since', 'bigint')
    .execute()
  await schema
    .createTable('stale_days')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('changes', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('stale_days_key', ['team', 'day'])
    .execute()
  await schema
    .createTable('closed_days')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('closed_days_key', ['team', 'day'])
    .execute()

  // Erasing a post erases its mentions: without this, each looked through all of them.
  await schema.createIndex('mentions_post').on('mentions').column('post_id').execute()
  await schema.createIndex('mention_steps_at').on('mention_steps').columns(['team', 'at']).execute()
  await schema.createIndex('promises_due').on('promises').columns(['team', 'due_at']).execute()
  await schema.createIndex('reply_approvals_at').on('reply_approvals').column('at').execute()
  await schema
    .createIndex('deliveries_told_at')
    .on('deliveries')
    .columns(['team', 'rule', 'told_at'])
    .execute()
}
