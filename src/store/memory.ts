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
      : { store: new KeyvSqlite({ uri: `sqlite://${file}`, busyTimeout: 250, iterationLimit: onePage }) },
  )
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
