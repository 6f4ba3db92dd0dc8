import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../dialect.ts'

/** Replies with all their versions and approvals, what was done with them, and the trail that nobody can edit. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('replies')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('mention_id', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('language', 'text')
    .addColumn('needs', 'integer', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('alone', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('identity', 'text')
    .addColumn('publish_key', 'text')
    .addColumn('goes_at', 'bigint')
    .addColumn('waits_from', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('reminded_at', 'bigint')
    .addColumn('published_id', 'text')
    .addColumn('published_url', 'text')
    .addColumn('published_at', 'bigint')
    .addColumn('why', 'text')
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('ended_at', 'bigint')
    .execute()
  await schema.createIndex('replies_mention').on('replies').columns(['team', 'mention_id']).execute()
  await sql`create index replies_open on replies (state, goes_at)
    where state in ('waiting', 'approved', 'publishing', 'unsure', 'stuck', 'by-hand')`.execute(db)
  await sql`create index replies_published on replies (team, published_at) where state = 'published'`.execute(
    db,
  )

  await schema
    .createTable('reply_versions')
    .addColumn('reply_id', 'integer', (c) => c.notNull().references('replies.id').onDelete('cascade'))
    .addColumn('nth', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('person', 'text')
    .addColumn('name', 'text')
    .addColumn('account', 'text')
    .addColumn('how', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('reply_versions_key', ['reply_id', 'nth'])
    .execute()

  await schema
    .createTable('reply_approvals')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('reply_id', 'integer', (c) => c.notNull().references('replies.id').onDelete('cascade'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('account', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('void_at', 'bigint')
    .execute()
  // A person approves a version once, however many see them do it.
  await sql`create unique index reply_approvals_once on reply_approvals (reply_id, version, person)
    where void_at is null`.execute(db)

  await schema
    .createTable('reply_steps')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('reply_id', 'integer', (c) => c.notNull().references('replies.id').onDelete('cascade'))
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('did', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('what', 'text')
    .addColumn('by', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('trail_seq', 'integer', (c) => c.notNull())
    .execute()
  await schema.createIndex('reply_steps_of').on('reply_steps').column('reply_id').execute()

  // Which version of what it is about a message shows, and since when: a reaction counts for no other.
  await schema.alterTable('deliveries').addColumn('shows', 'text').execute()
  await schema.alterTable('deliveries').addColumn('shows_since', 'bigint').execute()

  await schema
    .createTable('trail')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('did', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('who', 'text')
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('prev', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('trail_key', ['team', 'seq'])
    .execute()
  await (isPostgres(db) ? keepOnPostgres(db) : keepOnSqlite(db))
}

/** A row that is replaced counts as deleted, which SQLite tells no trigger: it is refused when it comes in. */
async function keepOnSqlite(db: Kysely<unknown>) {
  await sql`create trigger trail_not_changed before update on trail
    begin select raise(abort, 'the trail is only ever added to'); end`.execute(db)
  await sql`create trigger trail_not_deleted before delete on trail
    begin select raise(abort, 'the trail is only ever added to'); end`.execute(db)
  await sql`create trigger trail_in_order before insert on trail
    when new.seq <> (select coalesce(max(seq), 0) + 1 from trail where team = new.team)
    begin select raise(abort, 'the trail is only ever added to'); end`.execute(db)
}

async function keepOnPostgres(db: Kysely<unknown>) {
  await sql`create function trail_is_kept() returns trigger language plpgsql as
    $$ begin raise exception 'the trail is only ever added to'; end $$`.execute(db)
  await sql`create trigger trail_not_changed before update or delete on trail
    for each row execute function trail_is_kept()`.execute(db)
  await sql`create trigger trail_not_emptied before truncate on trail
    for each statement execute function trail_is_kept()`.execute(db)
}
