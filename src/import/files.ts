import { newAnalysis } from '../analysis/analysis.ts'
import { newRecall } from '../analysis/stories-recall.ts'
import { newIntake, storyLength } from '../intake.ts'
import { newLiveTeams } from '../live-teams.ts'
import { Oops } from '../model/oops.ts'
import type { Settings } from '../settings/settings.ts'
import { textIn } from '../sources/csv/text.ts'
import { StoreDown } from '../store/fault.ts'
import { secretOf } from '../store/secret.ts'
import { openStore } from '../store/store.ts'
import { reasonWords, type Say } from '../texts/texts.ts'
import { type Imported, importCsv } from './import.ts'
import { type ImportedOpml, importOpml, isOpml } from './opml.ts'
import { newPastStories } from './past.ts'

type Asked = {
  team: string
  monthFirst?: boolean
  say: Say
  /** To people: each wrong line, how far it is, how it went. */
  tell: (words: string) => void
  /** To machines: one line of JSON for each file. */
  print: (line: string) => void
}

/**
 * Imports files of an older tool for a team, one after the other. False when a line was left out, or a file could
 * not be read; the others are imported all the same. Throws Oops where there is no such team, StoreDown where nothing
 * more can be kept.
 */
export async function importFiles(settings: Settings, files: string[], asked: Asked): Promise<boolean> {
  const { teams: set, environment } = settings
  const { say, tell, print } = asked
  if (!set.some(({ name }) => name === asked.team))
    throw new Oops('import.no-team', { given: asked.team, teams: set.map(({ name }) => name).join(', ') })
  const store = await openStore(environment.data, { url: environment.databaseUrl })
  try {
    const secret = await secretOf(environment, store)
    const { teams, refresh } = await newLiveTeams(set, store)
    const team = teams.find(({ name }) => name === asked.team)!
    const stories = newPastStories()
    const recall = newRecall(stories, storyLength)
    await recall(store.storyTraces, Date.now())
    const hear = newIntake({
      store,
      teams,
      analysis: newAnalysis(),
      stories,
      recall,
      secret,
      clock: Date.now,
    })
    let fine = true
    for (const file of files) {
      const wrong = newWrong(file, say, tell)
      const tellProgress = newProgress(file, say, tell)
      let filed = 0
      const parts = { store, team, hear, now: Date.now(), monthFirst: asked.monthFirst ?? false }
      try {
        if (await isOpml(file)) {
          const { wrong: left, ...imported } = await importOpml(file, { store, team, wrong: wrong.line })
          await refresh()
          wrong.rest()
          tell(opmlSummary(file, { ...imported, wrong: left }, say))
          print(JSON.stringify({ file, ...imported, wrong: left }))
          fine &&= left === 0
          continue
        }
        const imported = await importCsv(textIn(file), {
          ...parts,
          wrong: wrong.line,
          ignored: (columns) => tell(say.plain('import.ignored', { file, columns: columns.join(', ') })),
          progress(sofar) {
            filed = sofar.filed
            tellProgress(sofar)
          },
        })
        wrong.rest()
        tell(summary(file, imported, say))
        print(JSON.stringify({ file, ...imported }))
        fine &&= imported.wrong === 0
      } catch (error) {
        if (error instanceof StoreDown) tell(say.plain('import.stopped', { file, count: filed }))
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

/** The first wrong lines are told one by one, of the others how many there are. */
export function newWrong(file: string, say: Say, tell: (words: string) => void) {
  let told = 0
  return {
    line(line: number, { key, values }: Oops) {
      if (++told <= mostTold)
        tell(say.plain('import.wrong', { file, line: String(line), why: reasonWords({ key, values }, say) }))
    },
    rest() {
      if (told > mostTold) tell(say.plain('import.more-wrong', { file, count: told - mostTold }))
    },
  }
}

/** How far it is, every few seconds: a short file says nothing on its way. */
export function newProgress(file: string, say: Say, tell: (words: string) => void) {
  let last = Date.now()
  return ({ lines }: Pick<Imported, 'lines'>) => {
    if (Date.now() - last < betweenWords) return
    last = Date.now()
    tell(say.plain('import.progress', { file, lines: say.plain('import.lines', { count: lines }) }))
  }
}

function summary(file: string, { lines, filed, known, mentions, wrong }: Imported, say: Say): string {
  const what = [
    say.plain('mentions.first-filed', { count: filed }),
    say.plain('mentions.title', { count: mentions }),
    ...(known > 0 ? [say.plain('import.known', { count: known })] : []),
    ...(wrong > 0 ? [say.plain('import.left-out', { count: wrong })] : []),
  ].join(', ')
  return say.plain('import.done', { file, lines: say.plain('import.lines', { count: lines }), what })
}

function opmlSummary(file: string, { sources, known, twice, wrong }: ImportedOpml, say: Say): string {
  const what = [
    say.plain('sources.imported', { count: sources }),
    ...(known > 0 ? [say.plain('import.known', { count: known })] : []),
    ...(twice > 0 ? [say.plain('import.twice', { count: twice })] : []),
    ...(wrong > 0 ? [say.plain('import.left-out', { count: wrong })] : []),
  ].join(', ')
  return say.plain('import.done-opml', { file, what })
}

const mostTold = 50
const betweenWords = 3_000
