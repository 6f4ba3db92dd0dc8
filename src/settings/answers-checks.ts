import { roles } from '../model/person.ts'
import { isMap, list, map } from './loose.ts'
import { nearest } from './nearest.ts'
import type { Path } from './place.ts'
import { type Problem, problem, shown } from './problem.ts'
import { nameKey, repeats } from './repeats.ts'
import type { Sheet } from './sheet.ts'
import { queryCheck } from './team-checks.ts'

/** What a team's files may name: its topics, its people, and the rules that are there. */
export type Known = { topics: string[]; people: string[]; rules: string[]; shared: string[] }

/**
 * What no single value of a `policy.yaml` shows: names used twice, rules, topics and people that are not there.
 * `known` is null for the policy that teams share.
 */
export function policyChecks(sheet: Sheet, known: Known | null): Problem[] {
  const value = map(sheet.value)
  const rules = [...ruleLists, 'facts', 'drafts'].flatMap((key) => entriesOf(sheet, [key]))
  const approvals = entriesOf(sheet, ['approvals', 'rules'])
  return [
    ...repeats(
      sheet,
      ruleLists.flatMap((key) => entriesOf(sheet, [key]).map(named)),
    ),
    ...repeats(sheet, entriesOf(sheet, ['facts']).map(named)),
    ...repeats(sheet, entriesOf(sheet, ['drafts']).map(named)),
    ...repeats(sheet, approvals.map(named)),
    ...[...rules, ...approvals].flatMap((rule) => [
      ...whenChecks(sheet, [...rule.path, 'when'], known),
      ...queryCheck(sheet, [...rule.path, 'words'], rule.value.words),
      ...among(sheet, [...rule.path, 'topics'], rule.value.topics, known?.topics ?? []),
    ]),
    ...approvals.flatMap(({ path, value }) =>
      among(sheet, [...path, 'rules'], value.rules, known?.rules ?? rulesOf(sheet)),
    ),
    ...entriesOf(sheet, ['escalate']).flatMap(({ path, value }) =>
      among(sheet, [...path, 'to'], value.to, [...roles, ...(known?.people ?? [])]),
    ),
    ...(known ? among(sheet, ['without'], value.without, known.shared) : []),
  ]
}

/** The same of a `replies.fr.yaml`: names used twice, topics that are not there, replies without a text. */
export function cannedChecks(sheet: Sheet, known: Known | null): Problem[] {
  const all = entriesOf(sheet, [])
  return [
    ...repeats(sheet, all.map(named)),
    ...all.flatMap(({ path, value }) => [
      ...whenChecks(sheet, [...path, 'when'], known),
      ...list(value.texts).flatMap((_, at) => whenChecks(sheet, [...path, 'texts', at, 'when'], known)),
      ...(value.texts === undefined && value.use !== false && 'name' in value
        ? [problem(sheet.file, sheet.place(path), 'canned.no-text', { given: shown(value.name) })]
        : []),
    ]),
  ]
}

/** What `rules:` of an approval may name: those of the file, and those that Vigie brings. */
export const rulesOf = (sheet: Sheet): string[] => [
  ...ruleLists.flatMap((key) => namesOf(sheet, [key])),
  ...builtIn,
]

/** Every name that a team's `without` may give. */
export const namesToDrop = (sheet: Sheet): string[] =>
  [...ruleLists, 'facts', 'drafts']
    .map((key) => [key])
    .concat([['approvals', 'rules']])
    .flatMap((path) => namesOf(sheet, path))

const ruleLists = ['avoid', 'promises', 'private', 'escalate']
const builtIn = ['tone', 'figures', 'links', 'personal-data']

type Found = { path: Path; value: Record<string, unknown> }

function entriesOf(sheet: Sheet, path: Path): Found[] {
  const at = path.reduce<unknown>((value, step) => map(value)[String(step)], sheet.value)
  return list(at).flatMap((value, nth) => (isMap(value) ? [{ path: [...path, nth], value }] : []))
}

const namesOf = (sheet: Sheet, path: Path) =>
  entriesOf(sheet, path).flatMap(({ value }) => (typeof value.name === 'string' ? [value.name] : []))

const named = ({ path, value }: Found) => ({ path: [...path, 'name'], key: nameKey(value.name) })

function whenChecks(sheet: Sheet, path: Path, known: Known | null): Problem[] {
  const when = path.reduce<unknown>(
    (value, step) => (Array.isArray(value) ? value[Number(step)] : map(value)[String(step)]),
    sheet.value,
  )
  if (!isMap(when)) return []
  return [
    ...queryCheck(sheet, [...path, 'words'], when.words),
    ...(known ? among(sheet, [...path, 'topics'], when.topics, known.topics) : []),
  ]
}

/** Names that must be among the known ones, however they are written. */
function among(sheet: Sheet, path: Path, given: unknown, known: string[]): Problem[] {
  const all = Array.isArray(given) ? (given as unknown[]) : given === undefined ? [] : [given]
  return all.flatMap((one, at) => {
    if (typeof one !== 'string' || known.some((name) => nameKey(name) === nameKey(one))) return []
    const place = sheet.place(Array.isArray(given) ? [...path, at] : path)
    const setting = String(path.at(-1))
    const near = nearest(one, known)
    const values = { setting, given: shown(one), known: known.map(shown).join(', ') }
    return [
      near
        ? problem(sheet.file, place, 'settings.choice-near', { ...values, near: shown(near) })
        : problem(sheet.file, place, 'settings.choice', values),
    ]
  })
}
