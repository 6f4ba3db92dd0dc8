import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Tables } from '../tables.ts'
import * as first from './001-first.ts'
import * as postAddresses from './002-post-addresses.ts'
import * as storyTraces from './003-story-traces.ts'
import * as topics from './004-topics.ts'
import * as routes from './005-routes.ts'
import * as livingMessages from './006-living-messages.ts'
import * as byHand from './007-by-hand.ts'

/** In order; a new one is a new file and a line, never an edit of an old one. */
const migrations = {
  '001-first': first,
  '002-post-addresses': postAddresses,
  '003-story-traces': storyTraces,
  '004-topics': topics,
  '005-routes': routes,
  '006-living-messages': livingMessages,
  '007-by-hand': byHand,
}

/** Brings a database up to date. Throws what stopped it; nothing is half done, each migration is a transaction. */
export async function migrate(db: Kysely<Tables>) {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
