import { setTimeout } from 'node:timers/promises'
import { type Manner, StoreDown } from './fault.ts'

/** What SQLite's own codes mean to us; extended ones hold the plain one in their last byte. */
export function sqliteFault(error: unknown): unknown {
  const key = { 8: 'store.read-only', 11: 'store.broken', 13: 'store.full', 26: 'store.broken' }[
    codeOf(error)
  ]
  if (key === undefined && !passing.has(codeOf(error))) return error
  return new StoreDown(`the database cannot be used: ${(error as Error).message}`, { cause: error, key })
}

/** SQLITE_BUSY and SQLITE_LOCKED, SQLITE_IOERR, SQLITE_CANTOPEN: of the moment, as far as one can know. */
const passing = new Set([5, 6, 10, 14])

/** The plain code of an error of SQLite, 0 where it is none. */
export const codeOf = (error: unknown): number => ((error as { errcode?: number })?.errcode ?? 0) & 0xff

/**
 * Another process may hold the file: SQLite itself would wait for it with the whole process, so we ask again, with
 * the event loop free meanwhile. Once it was held for `longest` ms, whoever asks is told at once.
 */
export function newLockPatience(longest: number, now: () => number = () => performance.now()): Manner {
  let heldSince: number | null = null
  let lastSeen = 0

  return async (query, ask) => {
    for (let times = 0; ; times++)
      try {
        const result = await ask()
        if (times > 0 || query.sql === 'begin') heldSince = null
        return result
      } catch (error) {
        // Of many rows the first may be kept already.
        if (codeOf(error) !== 5 || query.sql === 'commit' || query.parameters.some(isMany)) throw error
        if (heldSince === null || now() - lastSeen > forgotten) heldSince = now()
        lastSeen = now()
        if (lastSeen - heldSince >= longest) throw error
        await setTimeout(pauses[Math.min(times, pauses.length - 1)])
      }
  }
}

const isMany = (parameter: unknown) =>
  typeof parameter === 'object' && parameter !== null && 'runEach' in parameter
const pauses = [1, 2, 5, 10, 20, 50]
const forgotten = 1_000
