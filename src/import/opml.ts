import { open, readFile, stat } from 'node:fs/promises'
import { Oops } from '../model/oops.ts'
import type { Team } from '../model/team.ts'
import { textOf } from '../sources/bytes.ts'
import { longestOpml } from '../sources/opml.ts'
import { planOpml } from '../sources/opml-plan.ts'
import { addMany } from '../store/added-sources.ts'
import type { Store } from '../store/store.ts'
import { sayIn } from '../texts/texts.ts'

/** What became of an OPML file: sources that were added, known before, in it more than once, and wrong lines. */
export type ImportedOpml = { sources: number; known: number; twice: number; wrong: number }

/** Whether a file is markup rather than a table. Throws Oops where it cannot be opened. */
export async function isOpml(file: string): Promise<boolean> {
  const handle = await open(file).catch((error) => cannotOpen(file, error))
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0)
    const start = buffer.subarray(0, bytesRead).toString('latin1').replaceAll('\0', '')
    return /^[^<]{0,4}\s*<(?:\?xml|!doctype|!--|opml|body|outline)\b/iu.test(start)
  } catch (error) {
    return cannotOpen(file, error)
  } finally {
    await handle.close()
  }
}

/** Adds the sources of an OPML file for a team; `wrong` hears of each line that is left out. Throws Oops. */
export async function importOpml(
  file: string,
  { store, team, wrong }: { store: Store; team: Team; wrong: (line: number, why: Oops) => void },
): Promise<ImportedOpml> {
  const { size } = await stat(file).catch((error) => cannotOpen(file, error))
  if (size > 4 * longestOpml) throw new Oops('opml.too-large', { most: longestOpml / 2 ** 20 })
  const bytes = await readFile(file).catch((error) => cannotOpen(file, error))
  const plan = await planOpml(await textOf(bytes, null), team.sources)
  for (const { line, why } of plan.wrong) wrong(line, why)
  const by = sayIn(team.locale).plain('bot.operator')
  const sources = await addMany(store, team.name, plan.fresh, { by, at: Date.now() })
  const known = plan.known + plan.fresh.length - sources
  return { sources, known, twice: plan.twice, wrong: plan.wrong.length }
}

function cannotOpen(file: string, error: unknown): never {
  const { code } = error as NodeJS.ErrnoException
  throw new Oops('scan.no-file', { file, reason: code ?? String(error) })
}
