import { EventEmitter } from 'node:events'
import KeyvSqlite from '@keyv/sqlite'
import { Keyv, type KeyvStoreAdapter, type StoredData } from 'keyv'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** What may be forgotten: cooldowns, the place in a list that a "next page" button stands for. Times in ms. */
export type Memory = {
  get<Value>(key: string): Promise<Value | undefined>
  set(key: string, value: unknown, forget: number): Promise<void>
  /** Erases what has expired. */
  sweep(): Promise<void>
  close(): Promise<void>
}

/** In a file of its own; in this process alone when no file is given. */
export const memoryIn = (file: string | null) =>
  openMemory(
    file === null
      ? null
      : new KeyvSqlite({ uri: `sqlite://${file}`, busyTimeout: 250, iterationLimit: onePage }),
  )

/**
 * In the database, for all who share it: what one process handed out another one takes back. A store of our own,
 * since that of `@keyv/postgres` has one pool for all databases of a process, and falls with a connection that breaks.
 */
export const sharedMemory = (db: Kysely<Tables>) => openMemory(newShared(db))

function newShared(db: Kysely<Tables>): KeyvStoreAdapter {
  return Object.assign(new EventEmitter(), {
    // Keyv looks here for what it may walk through.
    opts: { dialect: 'postgres', url: '' },
    async get<Value>(key: string) {
      const row = await db.selectFrom('memory').select('value').where('key', '=', key).executeTakeFirst()
      return row?.value as StoredData<Value> | undefined
    },
    async set(key: string, value: string, forget?: number) {
      const kept = { value, until_at: forget === undefined ? null : Date.now() + forget }
      await db
        .insertInto('memory')
        .values({ key, ...kept })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(kept))
        .execute()
    },
    async delete(key: string) {
      const { numDeletedRows } = await db.deleteFrom('memory').where('key', '=', key).executeTakeFirst()
      return numDeletedRows > 0n
    },
    async clear() {
      await db.deleteFrom('memory').execute()
    },
    // Nothing is walked through: what has expired goes at once.
    async *iterator() {
      await db.deleteFrom('memory').where('until_at', '<', Date.now()).execute()
      yield* []
    },
  }) as KeyvStoreAdapter
}

function openMemory(store: KeyvStoreAdapter | null): Memory {
  const keyv = new Keyv(store === null ? {} : { store })
  keyv.on('error', () => {})
  async function sweep() {
    // Keyv drops what has expired as it comes by it; from page to page it would pass some over.
    for await (const _ of keyv.iterator?.(undefined) ?? []);
  }
  return {
    get: <Value>(key: string) => keyv.get<Value>(key).catch(forgotten),
    set: async (key, value, forget) => void (await keyv.set(key, value, forget).catch(forgotten)),
    sweep: () => sweep().catch(forgotten),
    close: () => keyv.disconnect().catch(forgotten),
  }
}

/** A memory that fails has forgotten: nothing that matters may hang on it. */
const forgotten = () => undefined

/** More entries than a night's sweep will ever meet. */
const onePage = 1_000_000
