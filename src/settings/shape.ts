import { z } from 'zod'
import { Oops, type Values } from '../model/oops.ts'
import { choiceOops } from './choice.ts'
import { nearest } from './nearest.ts'
import type { Path } from './place.ts'
import { attempt, type Problem, problem, shown } from './problem.ts'
import type { Sheet } from './sheet.ts'

/** A sheet as its shape says, or null and every way in which it differs, each at its line. */
export function read<Shape extends z.ZodType>(sheet: Sheet, shape: Shape) {
  const result = sheet.value === undefined ? null : shape.safeParse(sheet.value, { reportInput: true })
  const problems = result?.success === false ? complaints(result.error.issues, shape, sheet) : []
  const value: z.output<Shape> | null = result?.success ? result.data : null
  return { value, problems }
}

/** A text that becomes something better; what `make` throws as Oops is told at its place in the text. */
export const text = <T>(make: (text: string) => T) =>
  z.string().transform((text, context): T => {
    const made = attempt(() => make(text))
    if ('value' in made) return made.value
    context.addIssue({ code: 'custom', params: { oops: made.oops } })
    return z.NEVER
  })

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number) =>
  z.number().superRefine((value, context) => {
    if (Number.isInteger(value) && value >= least && value <= most) return
    context.addIssue({
      code: 'custom',
      params: { oops: new Oops('settings.number', { given: value, least, most }) },
    })
  })

type Issue = z.core.$ZodIssue
type Complaint = { path: Path; oops: Oops; key?: boolean }

function complaints(issues: Issue[], shape: z.ZodType, sheet: Sheet): Problem[] {
  const all = issues.flatMap((issue) => complaintsOf(issue, shape, sheet))
  // Who wrote "chanels" need not read that "channels" is missing as well.
  const meant = new Set(all.map(({ path, oops }) => pathKey([...path.slice(0, -1), oops.values.near ?? ''])))
  return all
    .filter(({ path, oops }) => oops.key !== 'settings.missing' || !meant.has(pathKey(path)))
    .map(({ path, oops, key }) => {
      const place = sheet.place(path, key ? 'key' : 'value', oops.at)
      return problem(sheet.file, place, oops.key, { setting: settingOf(path), ...oops.values })
    })
}

function complaintsOf(issue: Issue, shape: z.ZodType, sheet: Sheet): Complaint[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(shape, path)
    return issue.keys.map((key) => ({ path: [...path, key], oops: unknownKey(key, known), key: true }))
  }
  if (issue.code === 'invalid_union') {
    const inner = likeliest(issue.errors).map((one) => ({ ...one, path: [...path, ...one.path] }) as Issue)
    return inner.flatMap((one) => complaintsOf(one, shape, sheet))
  }
  return [{ path, oops: oopsOf(issue, sheet) }]
}

function oopsOf(issue: Issue, sheet: Sheet): Oops {
  if (issue.code === 'custom') return issue.params?.oops as Oops
  if (issue.code === 'too_small') return new Oops('settings.list-empty')
  if (issue.input === undefined) return new Oops('settings.missing')
  if (issue.input === null) return emptyOops(issue.path, sheet)
  const given = shown(issue.input)
  if (issue.code === 'invalid_value') return choiceOops(given, issue.values.map(String))
  if (issue.code === 'invalid_type')
    return new Oops(typeTexts[issue.expected] ?? 'settings.type-map', { given })
  throw new Error(`the settings' shape raised ${issue.code}, which has no text`)
}

function emptyOops(path: Path, sheet: Sheet): Oops {
  const cut = path.length > 0 ? sheet.cut(path) : null
  if (cut) return new Oops('settings.commented', { given: shown(cut) })
  return new Oops(path.length > 0 ? 'settings.empty' : 'settings.file-empty')
}

function unknownKey(given: string, known: string[]): Oops {
  const near = nearest(given, known)
  const values: Values = { given: shown(given), known: known.join(', ') }
  return near
    ? new Oops('settings.key-unknown-near', { ...values, near })
    : new Oops('settings.key-unknown', values)
}

/** Of the ways in which something may be written: the one that fits furthest, else a word, else the first, the usual. */
const likeliest = (ways: Issue[][]) =>
  ways.find((issues) =>
    issues.some(({ path, code }) => path.length > 0 || code === 'custom' || code === 'too_small'),
  ) ??
  ways.find((issues) =>
    issues.some((issue) => issue.code === 'invalid_value' && typeof issue.input === 'string'),
  ) ??
  ways[0]!

/** The keys that the shape knows for the map at a path. */
function knownKeys(shape: z.ZodType, path: Path): string[] {
  let at = unwrapped(shape)
  for (const step of path) at = unwrapped(inside(at, step))
  return at instanceof z.ZodObject ? Object.keys(at.shape) : []
}

function inside(shape: z.ZodType, step: PropertyKey): z.ZodType {
  if (shape instanceof z.ZodObject) return shape.shape[String(step)] as z.ZodType
  if (shape instanceof z.ZodArray) return shape.element as z.ZodType
  return shape instanceof z.ZodRecord ? (shape.valueType as z.ZodType) : shape
}

function unwrapped(shape: z.ZodType): z.ZodType {
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodDefault)
    return unwrapped(shape.unwrap() as z.ZodType)
  if (shape instanceof z.ZodUnion) return unwrapped(shape.options[0] as z.ZodType)
  return shape
}

const pathKey = (path: Path) => JSON.stringify(path)

/** What people call the setting at a path: its key, and for an entry of a list the list's. */
const settingOf = (path: Path) => shown(path.findLast((step) => typeof step === 'string') ?? '')

const typeTexts: Partial<Record<string, string>> = {
  string: 'settings.type-text',
  number: 'settings.type-number',
  boolean: 'settings.type-yes-no',
  array: 'settings.type-list',
}
