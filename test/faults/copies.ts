import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openStore } from '../../src/store/store.ts'
import type { Chance } from './seeded.ts'
import { commitsIn, firstCut } from './wal.ts'

/** A copy of a database whose process was killed, with its log cut. `lost` is how many transactions the cut cost. */
export type Cut = { folder: string; at: number; lost: number; database: DatabaseSync }

/**
 * Copies the files of a dead process's store without its shared memory, the log cut at a drawn byte, and opens them;
 * `work` looks into the copy. Throws where it does not open clean.
 */
export async function withCutCopy<Result>(
  source: string,
  chance: Chance,
  work: (cut: Cut) => Promise<Result> | Result,
) {
  const file = join(source, 'vigie.db')
  const log = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0)
  const { ends, end } = commitsIn(log)
  const first = Math.min(existsSync(`${file}-shm`) ? firstCut(`${file}-shm`, log) : log.length, end)
  const at = chance.between(first, end)
  const folder = await mkdtemp(join(tmpdir(), 'vigie-cut-'))
  try {
    await copyFile(file, join(folder, 'vigie.db'))
    await writeFile(join(folder, 'vigie.db-wal'), log.subarray(0, at))
    const database = new DatabaseSync(join(folder, 'vigie.db'))
    try {
      isClean(database)
      return await work({ folder, at, lost: ends.filter((end) => end > at).length, database })
    } finally {
      database.close()
      // And the parts that will work with it find it as they left it.
      await (await openStore(folder)).close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function isClean(database: DatabaseSync) {
  const [integrity] = database.prepare('PRAGMA integrity_check').all()
  if (integrity?.integrity_check !== 'ok') throw new Error(`not clean: ${JSON.stringify(integrity)}`)
  const strays = database.prepare('PRAGMA foreign_key_check').all()
  if (strays.length > 0) throw new Error(`rows without those they belong to: ${JSON.stringify(strays)}`)
}
