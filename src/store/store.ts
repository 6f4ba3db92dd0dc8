import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { deliveries } from './deliveries.ts'
import { feeds } from './feeds.ts'
import { newGroup } from './group.ts'
import { localMessages } from './local-messages.ts'
import { type Memory, openMemory } from './memory.ts'
import { mentions } from './mentions.ts'
import { migrate } from './migrations/index.ts'
import { people } from './people.ts'
import { posts } from './posts.ts'
import { openSqlite } from './sqlite.ts'
import { storyTraces } from './story-traces.ts'
import type { Tables } from './tables.ts'

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

/** Opens the store in a folder (made when absent), or in memory when none is given, and brings it up to date. */
export async function openStore(folder: string | null): Promise<Store> {
  if (folder !== null) await mkdir(folder, { recursive: true, mode: 0o700 })
  const db = openSqlite(folder === null ? ':memory:' : join(folder, 'vigie.db'))
  await migrate(db)
  const memory = openMemory(folder === null ? null : join(folder, 'memory.db'))
  const together: Store['together'] = (work) =>
    db.transaction().execute((transaction) => work(partsOf(transaction)))
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
  feeds: feeds(db),
  people: people(db),
  localMessages: localMessages(db),
  storyTraces: storyTraces(db),
})
