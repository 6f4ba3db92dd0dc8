import { Oops } from './oops.ts'
import { visible } from './words.ts'

/** Sentences by paragraph; a sentence of which a variable is empty is left out. */
export type Template = { text: string; paragraphs: Sentence[][] }
type Sentence = Piece[]
/** Words, a variable, or what stands in square brackets: it goes where a variable in it is empty. */
type Piece = string | { variable: string } | { optional: Piece[] }

/** What templates may name, in both languages; beside these, `{fact:NAME}` and « {fait:NOM} ». */
export const variables = {
  author: ['author', 'auteur'],
  brand: ['brand', 'marque'],
  topic: ['topic', 'sujet'],
  link: ['link', 'lien'],
  contact: ['contact'],
  answerer: ['answerer', 'prénom', 'prenom'],
  outlet: ['outlet', 'média', 'media'],
} as const
export type Variable = keyof typeof variables

/** Each variable's value, null where there is none; facts by `fact:` and their name. */
export type TemplateValues = Partial<Record<string, string | null>>

/** Reads a template as people write it, a paragraph a line. Throws Oops with the place of the mistake. */
export function readTemplate(text: string): Template {
  if (text.trim() === '') throw new Oops('settings.empty')
  return {
    text: text.trim(),
    paragraphs: [...text.matchAll(/[^\n]+/gu)]
      .filter(([line]) => line.trim() !== '')
      .map(({ 0: line, index }) => sentencesOf(line, index)),
  }
}

/** The variables that a template names, each once. */
export const variablesIn = ({ paragraphs }: Template): string[] => {
  const inside = (piece: Piece): string[] =>
    typeof piece === 'string' ? [] : 'variable' in piece ? [piece.variable] : piece.optional.flatMap(inside)
  return [...new Set(paragraphs.flat(2).flatMap(inside))]
}

/**
 * The template with its variables said; `left` are the sentences that had to go for want of one. Null where nothing
 * is left. Neither braces nor gaps ever stay.
 */
export function renderTemplate(
  { paragraphs }: Template,
  values: TemplateValues,
): { text: string; left: number } | null {
  let left = 0
  const said = paragraphs.map((sentences) => {
    const whole = sentences
      .map((pieces) => rendered(pieces, values))
      .filter((one) => {
        if (one === null) left++
        return one !== null
      })
    return tidy(whole.join(' '))
  })
  const text = said.filter((one) => /[\p{L}\p{N}]/u.test(one)).join('\n\n')
  return text === '' ? null : { text, left }
}

function rendered(pieces: Piece[], values: TemplateValues): string | null {
  let said = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') said += piece
    else if ('optional' in piece) said += rendered(piece.optional, values) ?? ''
    else {
      const value = sayable(Object.hasOwn(values, piece.variable) ? values[piece.variable] : null)
      if (value === null) return null
      said += value
    }
  }
  return said
}

/** A value in one line, or null where there is nothing in it, or what no answer should repeat. */
function sayable(value: string | null | undefined): string | null {
  const line = visible(value ?? '')
    .replace(/\s+/gu, (blank) => (/^[\u00a0\u202f]$/u.test(blank) ? blank : ' '))
    .trim()
  return line === '' || /[{}[\]<>`\p{Cc}\p{Co}\p{Cn}\p{Cs}]/u.test(line) ? null : line
}

/** Without the gaps that an optional part leaves. */
const tidy = (text: string) =>
  text
    .replace(/[^\S\u00a0\u202f]+/gu, ' ')
    .replace(/ +([,.)»])/gu, '$1')
    .replace(/([(«]) +/gu, '$1')
    // « Gérard P. » ends a sentence, too.
    .replace(/(?<![.])[.]{2}(?![.])/gu, '.')
    .replace(/ +(?=[\u00a0\u202f])|(?<=[\u00a0\u202f]) +/gu, '')
    .trim()

function sentencesOf(paragraph: string, at: number): Sentence[] {
  const pieces = piecesOf(paragraph, at)
  const sentences: Sentence[] = [[]]
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      sentences.at(-1)!.push(piece)
      continue
    }
    const [first, ...more] = piece.split(sentenceEnd)
    sentences.at(-1)!.push(first!)
    for (const next of more) sentences.push([next])
  }
  return sentences.map((sentence) => sentence.filter((piece) => piece !== ''))
}

/** Behind the mark that ends a sentence, and what closes with it. */
const sentenceEnd = /(?<=[.!?…](?:[\u00a0\u202f]?[»”")])?)\s+/u

const part = /\{([^{}\n]*)\}|\[([^[\]]*)\]|([^{}[\]]+)|([{}[\]])/gu

function piecesOf(text: string, at: number, inside = false): Piece[] {
  return [...text.matchAll(part)].map(({ 0: whole, 1: name, 2: optional, 3: words, index }): Piece => {
    const span = { from: at + index, to: at + index + whole.length }
    if (words !== undefined) return words
    if (name !== undefined) return { variable: variableOf(name, span) }
    if (optional === undefined || inside)
      throw new Oops('canned.bracket', { given: whole, near: 'Bonjour[ {author}],' }, span)
    const pieces = piecesOf(optional, at + index + 1, true)
    if (!pieces.some((piece) => typeof piece !== 'string'))
      throw new Oops('canned.bracket-plain', { given: whole }, span)
    return { optional: pieces }
  })
}

function variableOf(given: string, span: { from: number; to: number }): string {
  const name = given.trim().toLowerCase()
  const fact = /^(?:fact|fait)\s*:\s*(.+)$/u.exec(given.trim())
  if (fact) return `fact:${fact[1]!.trim()}`
  const known = (Object.keys(variables) as Variable[]).find((one) =>
    (variables[one] as readonly string[]).includes(name),
  )
  if (known) return known
  throw new Oops('canned.variable', { given, known: knownVariables }, span)
}

export const knownVariables = [
  ...Object.values(variables)
    .flat()
    .filter((name) => name !== 'prenom' && name !== 'media'),
  'fact:…',
  'fait:…',
]
  .map((name) => `{${name}}`)
  .join(', ')
