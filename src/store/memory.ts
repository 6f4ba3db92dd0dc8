import KeyvSqlite from '@keyv/sqlite'
import { Keyv } from 'keyv'

/** What may be forgotten: cooldowns, the place in a list that a "next page" button stands for. Times in ms. */
export type Memory = {
  get<Value>(key: string): Promise<Value | undefined>
  set(key: string, value: unknown, forget: number): Promise<void>
  /** Erases what has expired. */
  sweep(): Promise<void>
  close(): Promise<void>
}

/** Opens the memory in a file of its own, or in this process alone when no file is given. */
export function openMemory(file: string | null): Memory {
  const keyv = new Keyv(
    file === null
      ? {}
      : { store: new KeyvSqlite({ uri: `sqlite://${file}`, busyTimeout: 5000, iterationLimit: onePage }) },
  )
  // A memory that fails has forgotten: nothing that matters may hang on it.
  keyv.on('error', () => {})
  return {
    get: <Value>(key: string) => keyv.get<Value>(key),
    set: async (key, value, forget) => void (await keyv.set(key, value, forget)),
    async sweep() {
      // Keyv drops what has expired as it comes by it; from page to page it would pass some over.
      for await (const _ of keyv.iterator?.(undefined) ?? []);
    },
    close: () => keyv.disconnect(),
  }
}

/** More entries than a night's sweep will ever meet. */
const onePage = 1_000_000
