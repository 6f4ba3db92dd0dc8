import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { Oops } from '../../model/oops.ts'
import type { Tables } from '../tables.ts'
import * as first from './001-first.ts'
import * as postAddresses from './002-post-addresses.ts'
import * as storyTraces from './003-story-traces.ts'
import * as topics from './004-topics.ts'
import * as routes from './005-routes.ts'
import * as livingMessages from './006-living-messages.ts'
import * as byHand from './007-by-hand.ts'
import * as manyProcesses from './008-many-processes.ts'
import * as deliverySteps from './009-delivery-steps.ts'
import * as storyTallies from './010-story-tallies.ts'
import * as settingUp from './011-setting-up.ts'
import * as waits from './012-waits.ts'
import * as community from './013-community.ts'
import * as memory from './014-memory.ts'
import * as feedRhythm from './015-feed-rhythm.ts'
import * as addedSources from './016-added-sources.ts'
import * as polls from './017-polls.ts'
import * as giveaways from './018-giveaways.ts'
import * as replies from './019-replies.ts'
import * as promises from './020-promises.ts'
import * as publications from './021-publications.ts'
import * as incidents from './022-incidents.ts'
import * as drills from './023-drills.ts'
import * as rules from './024-rules.ts'
import * as rollups from './025-rollups.ts'
import * as outsideNumbers from './026-outside-numbers.ts'
import * as goals from './027-goals.ts'
import * as reports from './028-reports.ts'
import * as searches from './029-searches.ts'
import * as webhooks from './030-webhooks.ts'
import * as engagement from './031-engagement.ts'
import * as readingTokens from './032-reading-tokens.ts'

/** In order; a new one is a new file and a line, never an edit of an old one. */
const migrations = {
  '001-first': first,
  '002-post-addresses': postAddresses,
  '003-story-traces': storyTraces,
  '004-topics': topics,
  '005-routes': routes,
  '006-living-messages': livingMessages,
  '007-by-hand': byHand,
  '008-many-processes': manyProcesses,
  '009-delivery-steps': deliverySteps,
  '010-story-tallies': storyTallies,
  '011-setting-up': settingUp,
  '012-waits': waits,
  '013-community': community,
  '014-memory': memory,
  '015-feed-rhythm': feedRhythm,
  '016-added-sources': addedSources,
  '017-polls': polls,
  '018-giveaways': giveaways,
  '019-replies': replies,
  '020-promises': promises,
  '021-publications': publications,
  '022-incidents': incidents,
  '023-drills': drills,
  '024-rules': rules,
  '025-rollups': rollups,
  '026-outside-numbers': outsideNumbers,
  '027-goals': goals,
  '028-reports': reports,
  '029-searches': searches,
  '030-webhooks': webhooks,
  '031-engagement': engagement,
  '032-reading-tokens': readingTokens,
}

/** Brings a database up to date. Throws what stopped it; nothing is half done, each migration is a transaction. Oops where a newer Vigie was here. */
export async function migrate(db: Kysely<Tables>) {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (!error) return
  const newer = await newestUnknown(db).catch(() => undefined)
  throw newer === undefined ? error : new Oops('store.newer', { name: newer })
}

/** The last migration of a newer version, where one was at work. */
async function newestUnknown(db: Kysely<Tables>): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name desc`.execute(
    db,
  )
  return rows.map(({ name }) => name).find((name) => !Object.hasOwn(migrations, name))
}
