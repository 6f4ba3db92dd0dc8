import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { additions } from './additions.ts'
import { deliveries } from './deliveries.ts'
import { digests } from './digests.ts'
import { feeds } from './feeds.ts'
import { newGroup } from './group.ts'
import { localMessages } from './local-messages.ts'
import { type Memory, openMemory } from './memory.ts'
import { mentions } from './mentions.ts'
import { migrate } from './migrations/index.ts'
import { people } from './people.ts'
import { posts } from './posts.ts'
import { openSqlite } from './sqlite.ts'
import { stored } from './stored.ts'
import { stories } from './stories.ts'
import { storyTraces } from './story-traces.ts'
import type { Tables } from './tables.ts'
import { topics } from './topics.ts'

/**
 * What Vigie remembers. `together` runs its work in one transaction: all of it, or nothing; `grouped` does the
 * same and shares the transaction with others that come at the same time (see group.ts).
 */
export type Store = Parts & {
  together<Result>(work: (store: Parts) => Promise<Result>): Promise<Result>
  grouped<Result>(work: (store: Parts) => Promise<Result>): Promise<Result>
  memory: Memory
  close(): Promise<void>
}

export type Parts = ReturnType<typeof partsOf>

/**
 * Opens the store and brings it up to date: PostgreSQL where its address is given, else SQLite in a folder (made
 * when absent), or in memory without one. `complain` hears of connections that broke while nobody used them.
 */
export async function openStore(
  folder: string | null,
  { url, complain }: { url?: string | null; complain?: (error: Error) => void } = {},
): Promise<Store> {
  if (folder !== null) await mkdir(folder, { recursive: true, mode: 0o700 })
  // Loaded only where it is used: most will never need it.
  const postgres = url ? await import('./postgres.ts') : null
  const db = postgres
    ? postgres.openPostgres(url!, complain)
    : openSqlite(folder === null ? ':memory:' : join(folder, 'vigie.db'))
  await (postgres ? postgres.whenReachable(url!, () => migrate(db), complain) : migrate(db))
  const memory = openMemory(folder === null ? null : join(folder, 'memory.db'))
  const again = postgres?.again ?? (<Result>(work: () => Promise<Result>) => work())
  const together: Store['together'] = (work) =>
    again(() => db.transaction().execute((transaction) => work(partsOf(transaction))))
  return {
    ...partsOf(db),
    together,
    grouped: newGroup<Parts>(together),
    memory,
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
  digests: digests(db),
  feeds: feeds(db),
  people: people(db),
  localMessages: localMessages(db),
  stories: stories(db),
  storyTraces: storyTraces(db),
  additions: additions(db),
  topics: topics(db),
  stored: stored(db),
})
