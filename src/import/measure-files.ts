import { basename } from 'node:path'
import { Oops } from '../model/oops.ts'
import { dayIn } from '../model/time.ts'
import { dayWords, periodWords } from '../reports/kpi/period-words.ts'
import type { Settings } from '../settings/settings.ts'
import { textIn } from '../sources/csv/text.ts'
import { openStore } from '../store/store.ts'
import { reasonWords, type Say, sayIn } from '../texts/texts.ts'
import { newProgress, newWrong } from './files.ts'
import { type ImportedMeasures, importMeasuresText } from './measures.ts'

type Asked = {
  team: string
  monthFirst?: boolean
  partial?: boolean
  say: Say
  /** To people: each wrong line, how far it is, how it went. */
  tell: (words: string) => void
  /** To machines: one line of JSON for each file. */
  print: (line: string) => void
}

/**
 * Imports files of numbers (newsletters, ads, accounts) for a team, one after the other. False when a file was not taken
 * over, or not in full. Throws Oops where there is no such team.
 */
export async function importMeasureFiles(
  settings: Settings,
  files: string[],
  asked: Asked,
): Promise<boolean> {
  const { teams, environment } = settings
  const { say, tell, print, monthFirst = false, partial = false } = asked
  const team = teams.find(({ name }) => name === asked.team)
  if (!team)
    throw new Oops('import.no-team', { given: asked.team, teams: teams.map(({ name }) => name).join(', ') })
  const store = await openStore(environment.data, { url: environment.databaseUrl })
  try {
    let fine = true
    for (const file of files) {
      const wrong = newWrong(file, say, tell)
      const tellProgress = newProgress(file, say, tell)
      try {
        const imported = await importMeasuresText(store, team, textIn(file), {
          ...{ source: basename(file), by: sayIn(team.locale).plain('bot.operator'), now: Date.now() },
          ...{ monthFirst, partial, wrong: wrong.line },
          ignored: (columns) =>
            tell(say.plain('measures.columns-ignored', { file, columns: columns.join(', ') })),
          progress: (lines) => tellProgress({ lines }),
        })
        wrong.rest()
        tell(summary(file, imported, team.timeZone, say))
        const { known, ...counts } = imported
        print(JSON.stringify({ file, ...counts, known: known?.name ?? null }))
        fine &&= imported.wrong === 0
      } catch (error) {
        if (!(error instanceof Oops)) throw error
        tell(`${file}: ${reasonWords(error, say)}`)
        fine = false
      }
    }
    return fine
  } finally {
    await store.close()
  }
}

function summary(file: string, imported: ImportedMeasures, timeZone: string, say: Say): string {
  const { known, kept, wrong } = imported
  if (known) {
    const { by, at, name } = known
    return say.plain('measures.same-file', { file, by, name, day: dayWords(dayIn(at, timeZone), say) })
  }
  if (!kept) return say.plain('measures.nothing-taken', { file, count: wrong })
  const lines = say.plain('import.lines', { count: imported.lines })
  return say.plain('measures.done', { file, lines, what: importedWords(imported, say) })
}

/** What an import brought, as a list. */
function importedWords(
  { fresh, same, corrected, totals, wrong, from, to }: ImportedMeasures,
  say: Say,
): string {
  return [
    say.plain('measures.fresh', { count: fresh }),
    ...(same > 0 ? [say.plain('measures.same', { count: same })] : []),
    ...(corrected > 0 ? [say.plain('measures.corrected', { count: corrected })] : []),
    ...(totals > 0 ? [say.plain('measures.totals', { count: totals })] : []),
    ...(wrong > 0 ? [say.plain('import.left-out', { count: wrong })] : []),
    ...(from !== null && to !== null ? [periodWords({ from, to }, say)] : []),
  ].join(', ')
}
