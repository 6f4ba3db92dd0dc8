import KeyvSqlite from '@keyv/sqlite'
import { Keyv } from 'keyv'

/** What may be forgotten: cooldowns, the place in a list that a "next page" button stands for. Times in ms. */
export type Memory = {
  get<Value>(key: string): Promise<Value | undefined>
  set(key: string, value: unknown, forget: number): Promise<void>
  close(): Promise<void>
}

/** Opens the memory in a file of its own, or in this process alone when no file is given. */
export function openMemory(file: string | null): Memory {
  const keyv = new Keyv(
    file === null ? {} : { store: new KeyvSqlite({ uri: `sqlite://${file}`, busyTimeout: 5000 }) },
  )
  // A memory that fails has forgotten: nothing that matters may hang on it.
  keyv.on('error', () => {})
  return {
    get: <Value>(key: string) => keyv.get<Value>(key),
    set: async (key, value, forget) => void (await keyv.set(key, value, forget)),
    close: () => keyv.disconnect(),
  }
}
