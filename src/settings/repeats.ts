import { folded } from '../model/words.ts'
import { list, map, valueAt } from './loose.ts'
import type { Path } from './place.ts'
import { type Problem, problem, shown } from './problem.ts'
import type { Sheet } from './sheet.ts'

/** Something that may stand only once: where it stands, and what it is the same by (null: not to be compared). */
export type Entry = { path: Path; key: string | null }

/** Each entry whose key stood further up already, with the line where. */
export function repeats(sheet: Sheet, entries: Entry[]): Problem[] {
  const lines = new Map<string, number>()
  return entries.flatMap(({ path, key }) => {
    if (key === null) return []
    const place = sheet.place(path)
    const first = lines.get(key)
    if (first === undefined) lines.set(key, place.line)
    const given = shown(valueAt(sheet.value, path))
    return first === undefined
      ? []
      : [problem(sheet.file, place, 'settings.twice', { given, first: `${first}` })]
  })
}

/** The names in a list of things with names. */
export const namesIn = (sheet: Sheet, key: string) =>
  list(map(sheet.value)[key]).map(
    (entry, at): Entry => ({ path: [key, at, 'name'], key: nameKey(map(entry).name) }),
  )

/** Names are the same however they are written: case and accents do not part "Éclairage" from "eclairage". */
export const nameKey = (name: unknown) =>
  typeof name === 'string' ? folded(name) || name.trim() || null : null
