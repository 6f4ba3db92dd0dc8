import type { Kysely } from 'kysely'

/** `/why https://…` asks by address. */
export async function up(db: Kysely<unknown>) {
  await db.schema.createIndex('posts_url').on('posts').column('url').execute()
}
