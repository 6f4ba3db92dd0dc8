import { join } from 'node:path'
import type { z } from 'zod'
import type { Canned } from '../model/canned.ts'
import { Oops } from '../model/oops.ts'
import type { ChatKind } from '../model/person.ts'
import type { Policy } from '../model/policy.ts'
import { cannedChecks, type Known, namesToDrop, policyChecks, rulesOf } from './answers-checks.ts'
import { type CannedSettings, cannedOf, cannedShape } from './canned-shape.ts'
import { cannedTrials } from './canned-trials.ts'
import { type PlaceIn, policyOf, type Written } from './policy.ts'
import { type PolicySettings, policyShape } from './policy-shape.ts'
import { nowhere, type Problem, problem } from './problem.ts'
import { read } from './shape.ts'
import { readSheet, type Sheet } from './sheet.ts'

/** The files by which a team answers: its policy, and replies that are ready to use in each language. */
export type AnswerSheets = {
  policy: SheetOf<PolicySettings> | null
  fr: SheetOf<CannedSettings> | null
  en: SheetOf<CannedSettings> | null
}

export type SheetOf<Settings> = { sheet: Sheet; written: Written<Settings> | null }

/** What teams share, of `defaults/`; whatever is not there is nothing. */
export async function readSharedAnswers(dir: string): Promise<{ shared: AnswerSheets; problems: Problem[] }> {
  const { sheets, problems } = await readSheets(join(dir, 'defaults'), 'defaults', null)
  return {
    shared: sheets,
    problems: [
      ...problems,
      ...(sheets.policy ? policyChecks(sheets.policy.sheet, null) : []),
      ...[sheets.fr, sheets.en].flatMap((one) => (one ? cannedChecks(one.sheet, null) : [])),
    ],
  }
}

/**
 * How a team answers: its own files in `teams/<name>` upon the shared ones, what is wrong with them, and what may not be meant.
 */
export async function readAnswers(
  dir: string,
  name: string,
  shared: AnswerSheets,
  team: { chat: ChatKind; topics: string[]; people: string[] },
): Promise<{ given: Given; problems: Problem[]; warnings: Problem[] }> {
  const { sheets, problems } = await readSheets(join(dir, 'teams', name), `teams/${name}`, team.chat)
  const known: Known = {
    ...team,
    rules: [sheets.policy, shared.policy].flatMap((one) => (one ? rulesOf(one.sheet) : [])),
    shared: shared.policy ? namesToDrop(shared.policy.sheet) : [],
  }
  const all = [
    ...problems,
    ...(sheets.policy ? policyChecks(sheets.policy.sheet, known) : []),
    ...[sheets.fr, sheets.en].flatMap((one) => (one ? cannedChecks(one.sheet, known) : [])),
  ]
  if (all.length > 0) return { given: {}, problems: all, warnings: [] }
  const written = <Settings>(one: SheetOf<Settings> | null) => one?.written ?? null
  const policy =
    sheets.policy || shared.policy
      ? policyOf(written(shared.policy), written(sheets.policy), known)
      : undefined
  const canned = (['fr', 'en'] as const).flatMap((language) =>
    cannedOf(language, written(shared[language]), written(sheets[language]), known),
  )
  const trials = cannedTrials({ shared, own: sheets, policy: policy ?? null, canned })
  return { given: { ...(policy ? { policy } : {}), ...(canned.length > 0 ? { canned } : {}) }, ...trials }
}

/** What a team has of these; without any, `usualPolicy` and no replies. */
type Given = { policy?: Policy; canned?: Canned[] }

async function readSheets(folder: string, shownFolder: string, chat: ChatKind | null) {
  const problems: Problem[] = []
  async function one<Shape extends z.ZodType>(name: string, shape: Shape) {
    const file = join(folder, name)
    try {
      const sheet = await readSheet(file)
      // A file of comments alone says nothing, which is fine.
      if (sheet.value === null) return null
      const { value, problems: found } = read(sheet, shape)
      problems.push(...sheet.problems, ...found)
      const place: PlaceIn = (path) => ({ file: `${shownFolder}/${name}`, line: sheet.place(path).line })
      return { sheet, written: value === null ? null : { value, place } }
    } catch (error) {
      if (!(error instanceof Oops)) throw error
      if (error.key !== 'settings.file-missing')
        problems.push(problem(file, nowhere, error.key, error.values))
      return null
    }
  }
  const sheets: AnswerSheets = {
    policy: await one('policy.yaml', policyShape(chat)),
    fr: await one('replies.fr.yaml', cannedShape(chat !== null)),
    en: await one('replies.en.yaml', cannedShape(chat !== null)),
  }
  return { sheets, problems }
}
