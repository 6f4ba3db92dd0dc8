import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  entriesIn,
  instantOf,
  type MappedField,
  type Mapping,
  mappedFields,
  numberOf,
  valueIn,
  wordOf,
} from '../model/mapping.ts'
import { list, map } from './loose.ts'
import { nearest } from './nearest.ts'
import { type Problem, problem, shown } from './problem.ts'
import type { Sheet } from './sheet.ts'

/**
 * Tries the mappings of a team's webhooks on the payloads that the settings give as samples, in place or as a JSON
 * file beside them: each path that leads nowhere, or to something of another kind, is a problem at its line.
 */
export async function webhookSamplesCheck(sheet: Sheet, folder: string): Promise<Problem[]> {
  const all = list(map(sheet.value).webhooks).map(map)
  const found = await Promise.all(
    all.map(async (given, at): Promise<Problem[]> => {
      if (!('sample' in given)) return []
      const sample = typeof given.sample === 'string' ? await fileIn(folder, given.sample) : given.sample
      const path = ['webhooks', at]
      if (sample === undefined)
        return [
          problem(sheet.file, sheet.place([...path, 'sample']), 'settings.webhook-sample', {
            given: shown(given.sample),
          }),
        ]
      return tried(sample, mappingOf(given)).map(({ field, ...why }) =>
        problem(
          sheet.file,
          sheet.place(field === 'list' ? [...path, field] : [...path, 'fields', field]),
          why.key,
          { setting: field, ...why.values },
        ),
      )
    }),
  )
  return found.flat()
}

/** A mapping as the settings write it, right or wrong. */
export const mappingOf = (given: Record<string, unknown>): Mapping => ({
  list: typeof given.list === 'string' ? given.list : null,
  fields: Object.fromEntries(
    mappedFields.flatMap((field) => {
      const path = map(given.fields)[field]
      return typeof path === 'string' ? [[field, path]] : []
    }),
  ),
  outOf: typeof given.outOf === 'number' && given.outOf > 0 ? given.outOf : usualBest,
})

export const usualBest = 5

type Trouble = { field: MappedField | 'list'; key: string; values: Record<string, string> }

function tried(payload: unknown, mapping: Mapping): Trouble[] {
  const [entry] = entriesIn(payload, mapping)
  if (entry === undefined)
    return [{ field: 'list', key: 'settings.webhook-list', values: placesFor(mapping.list ?? '', payload) }]
  return Object.entries(mapping.fields).flatMap(([name, path]): Trouble[] => {
    const field = name as MappedField
    const [from, below] = path.startsWith('$.') ? [payload, path.slice(2)] : [entry, path]
    const value = valueIn(from, below)
    if (value === undefined) return [{ field, key: 'settings.webhook-path', values: placesFor(below, from) }]
    const fits = tests[field] ?? ((value) => wordOf(value) !== null)
    // What may be empty in a sample is empty, not wrong.
    if (value === null || value === '' || fits(value)) return []
    return [{ field, key: misfits[field] ?? 'settings.webhook-no-text', values: { given: shown(value) } }]
  })
}

const tests: Partial<Record<MappedField, (value: unknown) => boolean>> = {
  rating: (value) => numberOf(value) !== null,
  publishedAt: (value) => instantOf(value) !== null,
  updatedAt: (value) => instantOf(value) !== null,
}
const misfits: Partial<Record<MappedField, string>> = {
  rating: 'settings.webhook-no-number',
  publishedAt: 'settings.webhook-no-date',
  updatedAt: 'settings.webhook-no-date',
}

/** What was given, what was probably meant, and what there is. */
function placesFor(given: string, payload: unknown): Record<string, string> {
  const known = placesIn(payload, '').slice(0, mostKnown)
  const near = nearest(given, known) ?? known.find((one) => lastOf(one) === lastOf(given))
  const first = near === undefined ? known : [near, ...known.filter((one) => one !== near)]
  return { given: shown(given), known: first.slice(0, mostShown).join(', ') || '-' }
}

const lastOf = (path: string) => path.split('.').at(-1)

function placesIn(value: unknown, before: string): string[] {
  if (typeof value !== 'object' || value === null || before.split('.').length > deepest) return []
  return Object.entries(value)
    .slice(0, mostKnown)
    .flatMap(([key, inside]) => {
      const path = before === '' ? key : `${before}.${key}`
      return [path, ...placesIn(inside, path)]
    })
}

/** Undefined where it is not there, or no JSON. */
async function fileIn(folder: string, name: string): Promise<unknown> {
  if (!sampleName.test(name)) return undefined
  try {
    const file = join(folder, name)
    if ((await stat(file)).size > largest) return undefined
    return JSON.parse(await readFile(file, 'utf8')) as unknown
  } catch {
    return undefined
  }
}

/** A file beside the settings, and nowhere else. */
export const sampleName = /^[\p{L}\p{N}_][\p{L}\p{N}_. -]*\.json$/u
const largest = 1024 * 1024
const deepest = 6
const mostKnown = 200
const mostShown = 12
