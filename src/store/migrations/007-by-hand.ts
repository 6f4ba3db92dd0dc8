import { type Kysely, sql } from 'kysely'
import { addressKey } from '../../model/address.ts'

/** Where a post leads to, however its address was written; and who told Vigie of a mention by hand. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema.alterTable('posts').addColumn('address', 'text').execute()
  const { rows } = await sql<{ id: number; url: string }>`
    select id, url from posts where url is not null and fate = 'mention'`.execute(db)
  for (const { id, url } of rows)
    await sql`update posts set address = ${addressKey(url)} where id = ${id}`.execute(db)
  await schema.createIndex('posts_address').on('posts').column('address').execute()

  await schema
    .createTable('additions')
    .addColumn('mention_id', 'integer', (c) => c.primaryKey().references('mentions.id').onDelete('cascade'))
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('how', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('topic', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
}
