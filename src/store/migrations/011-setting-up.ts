import type { Kysely } from 'kysely'

/** What is done once however often it is heard; what was set up in a chat; accounts that join one person. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('once')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('begun_at', 'bigint', (c) => c.notNull())
    .addColumn('done_at', 'bigint')
    .execute()
  await schema.createIndex('once_begun').on('once').column('begun_at').execute()
  await schema
    .createTable('set_channels')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('chat', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('set_channels_key', ['team', 'purpose'])
    .addUniqueConstraint('set_channels_once', ['chat', 'channel', 'team', 'purpose'])
    .execute()
  await schema
    .createTable('set_roles')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('set_roles_key', ['team', 'who'])
    .execute()
  await schema
    .createTable('set_steps')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('did', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await schema
    .createTable('link_codes')
    .addColumn('code_key', 'text', (c) => c.primaryKey())
    .addColumn('chat', 'text', (c) => c.notNull())
    .addColumn('workspace', 'text', (c) => c.notNull())
    .addColumn('user', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('until_at', 'bigint', (c) => c.notNull())
    .addColumn('asked_chat', 'text', (c) => c.notNull())
    .addColumn('asked_channel', 'text', (c) => c.notNull())
    .addColumn('other_chat', 'text')
    .addColumn('other_workspace', 'text')
    .addColumn('other_user', 'text')
    .addColumn('other_name', 'text')
    .execute()
}
