import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Oops } from '../model/oops.ts'

/**
 * Makes sure that no other Vigie works on this folder: the lock is the operating system's, so that it goes with
 * its process, however that ends. Gives what lets go of it. Throws Oops where another one holds it.
 */
export function alone(folder: string): () => void {
  const database = new DatabaseSync(join(folder, 'running.db'))
  try {
    database.exec('PRAGMA busy_timeout = 500')
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw isLocked(error) ? new Oops('line.second-process', { folder }) : error
  }
  return () => database.close()
}

/** SQLITE_BUSY: somebody else holds it. */
const isLocked = (error: unknown) => (error as { errcode?: number }).errcode === 5
