import { isUtf8 } from 'node:buffer'
import { readFile, stat } from 'node:fs/promises'
import { LineCounter, parseDocument } from 'yaml'
import { Oops, type Span } from '../model/oops.ts'
import { type At, cutBehind, type Path, placeOf } from './place.ts'
import { type LinePlace, type Problem, problem } from './problem.ts'
import { syntaxProblems, unfold } from './syntax.ts'

/** A YAML file as plain values, and where each of them stands. */
export type Sheet = {
  file: string
  /** Undefined where it could not be made out. */
  value: unknown
  problems: Problem[]
  /** Where the value at a path begins, or its key; `span` is a place inside a text. What is missing is where it belongs. */
  place(path: Path, part?: 'key' | 'value', span?: Span): LinePlace
  /** The words behind the value at a path that a `#` stuck to them turned into a comment, or null. */
  cut(path: Path): string | null
}

/** Reads a settings file. Throws Oops where it cannot be opened; what is wrong inside is among its problems. */
export async function readSheet(file: string): Promise<Sheet> {
  const bytes = await bytesOf(file)
  const source = new TextDecoder().decode(bytes)
  return isUtf8(bytes) ? sheetOf(file, source) : notUtf8(file, source)
}

/** The same of a text at hand. */
export function sheetOf(file: string, source: string): Sheet {
  const lines = new LineCounter()
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    stringKeys: true,
    logLevel: 'error',
  })
  const at: At = (offset) => {
    const { line, col } = lines.linePos(Math.min(offset, source.length))
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const { problems, readable } = syntaxProblems(file, document, source, at)
  const { value, problems: unfolding } = readable
    ? unfold(file, document, at)
    : { value: undefined, problems: [] }
  return {
    file,
    value,
    problems: [...problems, ...unfolding],
    place: (path, part = 'value', span) => placeOf(document, source, at, { path, part, span }),
    cut: (path) => cutBehind(document, source, path),
  }
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    if ((await stat(file)).size > largest)
      throw new Oops('settings.file-too-big', { given: file, most: largest / 1000 })
    return await readFile(file)
  } catch (error) {
    if (error instanceof Oops) throw error
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Oops('settings.file-missing', { given: file })
    throw new Oops('settings.file-unreadable', { given: file, reason: code ?? String(error) })
  }
}

function notUtf8(file: string, source: string): Sheet {
  const line = source.slice(0, source.indexOf('\ufffd')).split('\n').length
  const problems = [problem(file, { line, column: 1 }, 'settings.not-utf8')]
  return { ...sheetOf(file, ''), value: undefined, problems }
}

/** Bytes: a team's settings are a few kilobytes, its samples some dozens. The parser is slow with nonsense. */
const largest = 300_000
