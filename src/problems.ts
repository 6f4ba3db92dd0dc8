import type { Problem } from './settings/problem.ts'
import { isKey, type Say } from './texts/texts.ts'

/** A mistake in the settings as one line: `file:line: what, and the cure`. */
export function problemText({ file, line, key, values }: Problem, say: Say): string {
  const words = isKey(key) ? say.plain(key, values) : key
  return line > 0 ? `${file}:${line}: ${words}` : `${file}: ${words}`
}
