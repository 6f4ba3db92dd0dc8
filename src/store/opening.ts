import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { Oops } from '../model/oops.ts'
import { StoreDown } from './fault.ts'
import { openSqlite } from './sqlite.ts'
import { codeOf } from './sqlite-fault.ts'
import type { Tables } from './tables.ts'

/** Makes the folder where it is absent. Throws Oops where that cannot be. */
export async function makeFolder(folder: string) {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new Oops('store.no-folder', { folder, reason: (error as Error).message })
  }
}

/** Opens the file in a folder (in memory without one: see openSqlite) and does the first work on it. Throws Oops with what is in the way. */
export async function openFile(
  folder: string | null,
  work: (db: Kysely<Tables>) => Promise<void>,
  manners: { patience?: number; copy?: Uint8Array } = {},
): Promise<Kysely<Tables>> {
  const file = folder === null ? ':memory:' : join(folder, 'vigie.db')
  let db: Kysely<Tables> | undefined
  try {
    db = openSqlite(file, manners)
    await work(db)
    // A file that can only be read says so at the first write.
    await sql`pragma user_version = 0`.execute(db)
    return db
  } catch (error) {
    await db?.destroy().catch(() => {})
    throw inTheWay(error, file)
  }
}

/** What keeps a file from being our database, as Oops; an error that is nothing of the kind is left as it is. */
export function inTheWay(error: unknown, file: string): unknown {
  const cause = error instanceof StoreDown ? error.cause : error
  const key = obstacles[codeOf(cause)]
  return key === undefined ? error : new Oops(key, { file, reason: (cause as Error).message })
}

/** By SQLite's codes: BUSY and LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB. */
const obstacles: Record<number, string> = {
  5: 'store.file-locked',
  6: 'store.file-locked',
  8: 'store.file-read-only',
  10: 'store.file-closed',
  11: 'store.file-broken',
  13: 'store.file-full',
  14: 'store.file-closed',
  26: 'store.file-strange',
}
