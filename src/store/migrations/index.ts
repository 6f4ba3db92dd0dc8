import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Tables } from '../tables.ts'
import * as first from './001-first.ts'
import * as postAddresses from './002-post-addresses.ts'
import * as storyTraces from './003-story-traces.ts'

/** In order; a new one is a new file and a line, never an edit of an old one. */
const migrations = {
  '001-first': first,
  '002-post-addresses': postAddresses,
  '003-story-traces': storyTraces,
}

/** Brings a database up to date. Throws what stopped it; nothing is half done, each migration is a transaction. */
export async function migrate(db: Kysely<Tables>) {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
