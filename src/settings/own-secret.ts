import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Oops } from '../model/oops.ts'

/**
 * The secret of this instance: made the first time it is asked for, and kept in its folder, for its owner's eyes
 * only. Throws Oops where it can be neither read nor written.
 */
export async function ownSecret(folder: string): Promise<string> {
  try {
    return await keptSecret(folder)
  } catch (error) {
    throw new Oops('store.no-secret', { file: join(folder, 'secret'), reason: (error as Error).message })
  }
}

async function keptSecret(folder: string): Promise<string> {
  const kept = await secretIn(folder)
  if (kept !== null) return kept
  const file = join(folder, 'secret')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const secret = newSecret()
  // Written aside and then named: a crash leaves a whole secret or none.
  await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
  return secret
}

/** The secret that a folder holds, null where it holds none. */
export async function secretIn(folder: string): Promise<string | null> {
  // One that is there and cannot be read must not be replaced: what is known of people hangs on it.
  const kept = await readFile(join(folder, 'secret'), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return kept.trim() || null
}

export const newSecret = () => randomBytes(32).toString('hex')
