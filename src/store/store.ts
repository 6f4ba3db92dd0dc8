import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { addedSources } from './added-sources.ts'
import { additions } from './additions.ts'
import { budgets } from './budgets.ts'
import { channels } from './channels.ts'
import { community } from './community.ts'
import { countedAccounts } from './counted-accounts.ts'
import { deliveries } from './deliveries.ts'
import { deliveryList } from './delivery-list.ts'
import { digests } from './digests.ts'
import { drills } from './drills.ts'
import { drivers } from './drivers.ts'
import { engagement } from './engagement.ts'
import { feeds } from './feeds.ts'
import { finds } from './finds.ts'
import { giveawayEntries } from './giveaway-entries.ts'
import { giveawayWinners } from './giveaway-winners.ts'
import { giveaways } from './giveaways.ts'
import { goals } from './goals.ts'
import { newGroup } from './group.ts'
import { happened } from './happened.ts'
import { inbox } from './inbox.ts'
import { freezes, incidents } from './incidents.ts'
import { keepsakes } from './keepsakes.ts'
import { landscape } from './landscape.ts'
import { leases } from './leases.ts'
import { letters } from './letters.ts'
import { links } from './links.ts'
import { living } from './living.ts'
import { localMessages } from './local-messages.ts'
import { mails } from './mails.ts'
import { measureImports } from './measure-imports.ts'
import { measureValues } from './measure-values.ts'
import { memberDays } from './member-days.ts'
import { type Memory, memoryIn, sharedMemory } from './memory.ts'
import { mentions } from './mentions.ts'
import { migrate } from './migrations/index.ts'
import { once } from './once.ts'
import { makeFolder, openFile } from './opening.ts'
import { people } from './people.ts'
import { pollSeries } from './poll-series.ts'
import { pollSuggestions } from './poll-suggestions.ts'
import { pollVotes } from './poll-votes.ts'
import { polls } from './polls.ts'
import { postChanges } from './post-changes.ts'
import { postEnds } from './post-ends.ts'
import type { Manners } from './postgres.ts'
import { posts } from './posts.ts'
import { promises } from './promises.ts'
import { publications } from './publications.ts'
import { readingTokens } from './reading-tokens.ts'
import { received } from './received.ts'
import { replies } from './replies.ts'
import { reports } from './reports.ts'
import { rollups } from './rollups.ts'
import { rules } from './rules.ts'
import { setAside } from './set-aside.ts'
import { setUp } from './set-up.ts'
import { silences } from './silences.ts'
import { sourceActivity } from './source-activity.ts'
import { stored } from './stored.ts'
import { stories } from './stories.ts'
import { storyTallies } from './story-tallies.ts'
import { storyTraces } from './story-traces.ts'
import { subscriptions } from './subscriptions.ts'
import { summaries } from './summaries.ts'
import type { Tables } from './tables.ts'
import { topics } from './topics.ts'
import { trail } from './trail.ts'
import { turns } from './turns.ts'
import { voices } from './voices.ts'
import { watches } from './watches.ts'
import { work } from './work.ts'

/**
 * What Vigie remembers. `together` runs its work in one transaction: all of it, or nothing; `grouped` does the
 * same and shares the transaction with others that come at the same time (see group.ts).
 */
export type Store = Parts & {
  together<Result>(work: (store: Parts) => Promise<Result>): Promise<Result>
  grouped<Result>(work: (store: Parts) => Promise<Result>): Promise<Result>
  memory: Memory
  /** Whether other processes may work on it at the same time. */
  shared: boolean
  close(): Promise<void>
}

export type Parts = ReturnType<typeof partsOf>

/**
 * Opens the store and brings it up to date: PostgreSQL where its address is given, else SQLite in a folder (made
 * when absent), or in memory without one, empty or as a `copy` of a database; `upToDate` where that is known already.
 * `complain` hears of connections that broke while nobody used them. Throws Oops where the folder, the file or the
 * server cannot be used, or a newer Vigie wrote there.
 */
export async function openStore(
  folder: string | null,
  {
    url,
    copy,
    upToDate,
    ...manners
  }: { url?: string | null; copy?: Uint8Array; upToDate?: boolean } & Manners = {},
): Promise<Store> {
  if (folder !== null) await makeFolder(folder)
  // Loaded only where it is used: most will never need it.
  const postgres = url ? await import('./postgres.ts') : null
  const work = upToDate ? async () => {} : migrate
  const db = await (postgres
    ? postgres.openServer(url!, work, manners)
    : openFile(folder, work, copy ? { copy } : {}))
  const memory = url ? sharedMemory(db) : memoryIn(folder === null ? null : join(folder, 'memory.db'))
  const again = postgres?.again ?? (<Result>(work: () => Promise<Result>) => work())
  const together: Store['together'] = (work) =>
    again(() => db.transaction().execute((transaction) => work(partsOf(transaction))))
  return {
    ...partsOf(db),
    together,
    grouped: newGroup<Parts>(together),
    memory,
    shared: postgres !== null,
    async close() {
      await memory.close()
      await db.destroy()
    },
  }
}

const partsOf = (db: Kysely<Tables>) => ({
  posts: posts(db),
  mentions: mentions(db),
  deliveries: deliveries(db),
  deliveryList: deliveryList(db),
  sourceActivity: sourceActivity(db),
  digests: digests(db),
  feeds: feeds(db),
  addedSources: addedSources(db),
  budgets: budgets(db),
  finds: finds(db),
  people: people(db),
  localMessages: localMessages(db),
  stories: stories(db),
  setAside: setAside(db),
  storyTallies: storyTallies(db),
  storyTraces: storyTraces(db),
  additions: additions(db),
  topics: topics(db),
  stored: stored(db),
  channels: channels(db),
  subscriptions: subscriptions(db),
  received: received(db),
  postChanges: postChanges(db),
  postEnds: postEnds(db),
  engagement: engagement(db),
  summaries: summaries(db),
  leases: leases(db),
  keepsakes: keepsakes(db),
  turns: turns(db),
  once: once(db),
  setUp: setUp(db),
  links: links(db),
  community: community(db),
  memberDays: memberDays(db),
  measureValues: measureValues(db),
  measureImports: measureImports(db),
  countedAccounts: countedAccounts(db),
  living: living(db),
  polls: polls(db),
  pollVotes: pollVotes(db),
  pollSuggestions: pollSuggestions(db),
  pollSeries: pollSeries(db),
  giveaways: giveaways(db),
  giveawayEntries: giveawayEntries(db),
  giveawayWinners: giveawayWinners(db),
  publications: publications(db),
  promises: promises(db),
  letters: letters(db),
  inbox: inbox(db),
  replies: replies(db),
  trail: trail(db),
  watches: watches(db),
  drivers: drivers(db),
  landscape: landscape(db),
  readingTokens: readingTokens(db),
  drills: drills(db),
  voices: voices(db),
  incidents: incidents(db),
  freezes: freezes(db),
  silences: silences(db),
  rules: rules(db),
  rollups: rollups(db),
  work: work(db),
  goals: goals(db),
  reports: reports(db),
  happened: happened(db),
  mails: mails(db),
})
