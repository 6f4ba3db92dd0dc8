import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Oops } from '../model/oops.ts'
import { inTheWay, makeFolder } from './opening.ts'
import { codeOf } from './sqlite-fault.ts'

/**
 * Makes sure that no other Vigie works on this folder: the lock is the operating system's, so that it goes with
 * its process, however that ends. Gives what lets go of it. Throws Oops where another one holds it, or where the
 * folder (made when absent) cannot be used.
 */
export async function alone(folder: string): Promise<() => void> {
  await makeFolder(folder)
  const file = join(folder, 'running.db')
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file)
    database.exec('PRAGMA busy_timeout = 500')
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database?.close()
    // SQLITE_BUSY: somebody else holds it.
    throw codeOf(error) === 5 ? new Oops('line.second-process', { folder }) : inTheWay(error, file)
  }
  const held = database
  return () => held.close()
}
