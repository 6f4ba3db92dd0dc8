import { Oops, type Span } from '../model/oops.ts'
import { folded } from '../model/words.ts'
import { nearest } from '../settings/nearest.ts'
import type { Command } from './command.ts'
import type { Option, ReadBy } from './options.ts'

/** A piece of what was typed: `key:value`, or a loose word or quotation (`key` is null). */
export type Piece = Span & { key: string | null; raw: string; quoted?: boolean }

/** A word without a key, and the option that stands before it. */
type Loose = Piece & { behind: string | undefined }

/**
 * Reads one line of text as a command's options: `nimbus depuis:24h tonalité:négatif "en panne"`.
 * Keys in every language, accents optional; quotes of every kind; blanks, no-break ones too, around the
 * colon. Throws Oops with the place of the first mistake. What is required and missing is left out: the bot
 * asks for it in a form.
 */
export function readOptions(command: Command, line: string, by: ReadBy): Record<string, unknown> {
  const given = new Map<string, Piece>()
  const loose: Loose[] = []
  let behind: string | undefined
  for (const piece of piecesOf(takeVerbatim(command, line, given))) {
    if (piece.key === null) loose.push({ ...piece, behind })
    else {
      const name = optionNamed(command, piece, by)
      if (given.has(name)) throw new Oops('option.twice', { key: piece.key }, spanOf(piece))
      given.set(name, piece)
      behind = name
    }
  }
  takeLoose(command, given, loose, by)
  const read = (name: string, piece: Piece) => [
    name,
    readOption(command.options[name]!, piece.raw, by, spanOf(piece)),
  ]
  return Object.fromEntries([...given].map(([name, piece]) => read(name, piece)))
}

/** Takes what stands as it was typed, and leaves blanks for it, so that every other piece stays where it was. */
function takeVerbatim(command: Command, line: string, given: Map<string, Piece>): string {
  const [name, option] = Object.entries(command.options).find(([, { verbatim }]) => verbatim) ?? []
  if (name === undefined || option === undefined) return line
  // What is typed here is closed by its own reader: the mistake is shown where that one finds it.
  const keys = [...line.matchAll(piece)].flatMap(({ 1: alone, 2: before, index }) => {
    const found = optionCalled(command, alone ?? before ?? '')
    return found ? [{ name: found, from: index }] : []
  })
  const own = keys.find((key) => key.name === name)
  const from = own ? own.from : 0
  const to = (own ? keys.find((key) => key.from > from)?.from : keys[0]?.from) ?? line.length
  if (!own && !option.loose) return line
  const key = own ? /^[^:]*:/u.exec(line.slice(from))![0] : ''
  const typed = line.slice(from + key.length, to)
  const raw = typed.trim()
  if (raw === '') return line
  const begin = from + key.length + typed.indexOf(raw)
  given.set(name, { key: own ? key.slice(0, -1).trim() : null, raw, from: begin, to: begin + raw.length })
  return line.slice(0, from) + ' '.repeat(to - from) + line.slice(to)
}

/**
 * The words without a key belong to the command's loose option, together. Where that has its value, or there is none,
 * they go on with the text that stands before them: `author:Paul Martin`. So do words behind a text where others began
 * the line: `blog every:15 min`.
 */
function takeLoose(command: Command, given: Map<string, Piece>, loose: Loose[], by: ReadBy) {
  if (loose.length === 0) return
  const name = Object.keys(command.options).find((option) => command.options[option]!.loose)
  const goesOn = ({ behind }: Loose) =>
    behind !== undefined &&
    given.has(behind) &&
    !given.get(behind)!.quoted &&
    command.options[behind]!.kind === 'text'
  const goOn = ({ behind, raw, to }: Loose) => {
    const before = given.get(behind!)!
    given.set(behind!, { ...before, raw: `${before.raw} ${raw}`, to })
  }
  if (name !== undefined && !given.has(name)) {
    const began = loose.some(({ behind }) => behind === undefined)
    const own = began ? loose.filter((piece) => !goesOn(piece)) : loose
    if (began) for (const piece of loose.filter(goesOn)) goOn(piece)
    const place = { from: own[0]!.from, to: own.at(-1)!.to }
    given.set(name, { key: null, raw: own.map(({ raw }) => raw).join(' '), ...place })
    return
  }
  for (const piece of loose) {
    const { raw, from, to } = piece
    if (goesOn(piece)) goOn(piece)
    else if (name === undefined)
      throw new Oops('option.loose', { given: raw, keys: keysOf(command, by) || '-' }, { from, to })
    else {
      const key = command.options[name]!.names[by.say.locale][0]!
      throw new Oops('option.left-over', { given: raw, key }, { from, to })
    }
  }
}

/** Reads one value, from a line or a form; an Oops about it gets its place. */
export function readOption(option: Option<unknown>, raw: string, by: ReadBy, at?: Span): unknown {
  try {
    return option.read(raw, by)
  } catch (error) {
    if (!(error instanceof Oops)) throw error
    const inside = option.verbatim && error.at
    const begin = at?.from ?? 0
    throw new Oops(
      error.key,
      error.values,
      inside ? { from: begin + inside.from, to: begin + inside.to } : at,
    )
  }
}

function optionNamed(command: Command, piece: Piece, by: ReadBy): string {
  const wanted = folded(piece.key!)
  const options = Object.entries(command.options)
  const found = optionCalled(command, piece.key!)
  if (found) return found
  const known = options.flatMap(([, { names }]) => [...names[by.say.locale], ...names.en, ...names.fr])
  const near = nearest(wanted, known.map(folded))
  const at = { from: piece.from, to: piece.from + piece.key!.length }
  const meant = near === null ? undefined : known.find((name) => folded(name) === near)
  if (meant !== undefined) throw new Oops('option.unknown-near', { key: piece.key!, meant }, at)
  throw new Oops('option.unknown', { key: piece.key!, keys: keysOf(command, by) || '-' }, at)
}

const optionCalled = (command: Command, key: string): string | undefined =>
  Object.entries(command.options).find(([, { names }]) =>
    [...names.en, ...names.fr].some((name) => folded(name) === folded(key)),
  )?.[0]

/** The keys of a command in the asker's language: `topic: since: mood:`. */
const keysOf = (command: Command, { say }: ReadBy) =>
  Object.values(command.options)
    .map(({ names }) => `${names[say.locale][0]}:`)
    .join(' ')

const spanOf = ({ from, to }: Piece): Span => ({ from, to })

// A key with its value, or a value alone; a value is a quotation or runs to the next blank. An apostrophe
// quotes nothing: it belongs to French words (of keys, to `jusqu’à:` alone). `https://…` is a value, not a key.
const opening = '"“”„«»'
const value = `[${opening}]([^${opening}]*)([${opening}]?)|[^\\s${opening}]+`
const key = "(?!https?:)(?:jusqu['’][àa]\\p{M}*|\\p{L}[\\p{L}\\p{M}-]*)"
const keyAlone = `(${key})\\s*:(?=\\s*$|\\s+${key}\\s*:)`
const piece = new RegExp(`${keyAlone}|(?:(${key})\\s*:(?!//)\\s*)?(?:${value})`, 'gu')

/** The pieces of a line, in order. Throws Oops where a quotation does not end or a key has no value. */
export function piecesOf(line: string): Piece[] {
  return [...line.matchAll(piece)].map((match) => {
    const [whole, alone, key, quoted, closing] = match
    const at = { from: match.index, to: match.index + whole.length }
    if (alone !== undefined) throw new Oops('option.empty', { key: alone }, at)
    if (quoted !== undefined && closing === '') throw new Oops('option.quote', {}, at)
    const bare = key === undefined ? whole : whole.slice(whole.indexOf(':') + 1).trim()
    return { key: key ?? null, raw: (quoted ?? bare).trim(), quoted: quoted !== undefined, ...at }
  })
}
