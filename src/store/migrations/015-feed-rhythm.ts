import { type Kysely, sql } from 'kysely'
import { hostOf } from '../../model/feed-host.ts'

/** How feeds are asked: by their rhythm, by host, where they moved, until they end; and what hubs push. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  for (const column of ['paced_from', 'ttl', 'dead_at'])
    await schema.alterTable('feeds').addColumn(column, 'bigint').execute()
  for (const column of ['moved_to', 'now_at', 'hub', 'hub_topic'])
    await schema.alterTable('feeds').addColumn(column, 'text').execute()
  for (const column of ['paced_posts', 'same_as'])
    await schema.alterTable('feeds').addColumn(column, 'integer').execute()
  for (const column of ['moved_times', 'unpushed', 'reused_ids'])
    await schema
      .alterTable('feeds')
      .addColumn(column, 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
  await schema
    .alterTable('feeds')
    .addColumn('pushed_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
  await schema
    .alterTable('feeds')
    .addColumn('host', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await schema.alterTable('team_sources').addColumn('lost_told_at', 'bigint').execute()
  await nameHosts(db)

  // Asked every second, and nearly always in vain: each looks at the few rows that count.
  for (const [name, on, which] of [
    ['feeds_leased', sql`feeds (host)`, sql`leased_until > 0`],
    ['feeds_hostless', sql`feeds (id)`, sql`host = ''`],
    ['feeds_same', sql`feeds (same_as)`, sql`same_as is not null`],
    ['feeds_now_at', sql`feeds (now_at)`, sql`now_at is not null`],
    ['feeds_dead', sql`feeds (id)`, sql`dead_at is not null`],
    ['feeds_hub', sql`feeds (id)`, sql`hub is not null`],
    ['team_sources_feed', sql`team_sources (feed_id)`, null],
    ['team_sources_first', sql`team_sources (team)`, sql`first_told_at is null`],
    ['team_sources_lost', sql`team_sources (feed_id)`, sql`lost_told_at is not null`],
  ] as const)
    await sql`create index ${sql.ref(name)} on ${on} ${which ? sql`where ${which}` : sql``}`.execute(db)

  await schema
    .createTable('resting_hosts')
    .addColumn('host', 'text', (c) => c.primaryKey())
    .addColumn('until_at', 'bigint', (c) => c.notNull())
    .execute()

  await schema
    .createTable('subscriptions')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('feed_id', 'integer', (c) => c.notNull().references('feeds.id').onDelete('cascade'))
    .addColumn('hub', 'text', (c) => c.notNull())
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('callback', 'text', (c) => c.notNull())
    .addColumn('wants', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'bigint')
    .addColumn('lease_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('failures', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('reason', 'text')
    .addColumn('leased_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .addUniqueConstraint('subscriptions_once', ['feed_id', 'hub', 'topic'])
    .execute()
  await schema.createIndex('subscriptions_due').on('subscriptions').column('due_at').execute()

  await schema
    .createTable('pushes')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('feed_id', 'integer', (c) => c.notNull().references('feeds.id').onDelete('cascade'))
    .addColumn('body', 'blob')
    .addColumn('charset', 'text')
    .addColumn('body_hash', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('done_at', 'bigint')
    .addColumn('leased_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .addUniqueConstraint('pushes_once', ['feed_id', 'body_hash'])
    .execute()
  await sql`create index pushes_waiting on pushes (id) where done_at is null`.execute(db)
  await schema.createIndex('pushes_at').on('pushes').column('at').execute()
}

async function nameHosts(db: Kysely<unknown>) {
  const { rows } = await sql<{ id: number; url: string }>`select id, url from feeds`.execute(db)
  for (const { id, url } of rows)
    await sql`update feeds set host = ${hostOf(url)} where id = ${id}`.execute(db)
}
