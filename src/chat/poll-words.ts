import { clean } from './shorten.ts'

/** A question and what may be chosen, as they were typed. */
export type PollWords = { question: string; choices: string[] }

/**
 * Reads a poll from one line: `"Which logo?" blue | green | red`, `Quel logo ? bleu | vert`, `"On y va ?" oui non`; or
 * from several, the question first. Without choices all of it is the question.
 */
export function pollWords(raw: string): PollWords {
  const text = clean(raw).trim()
  const quoted = /^["“„«]([^"“”„«»]*)["”“»]\s*([\s\S]*)$/u.exec(text)
  if (quoted) return { question: oneBlank(quoted[1]!), choices: choiceWords(quoted[2]!) }
  const [first = '', ...others] = partsOf(text)
  if (others.length === 0) return { question: oneBlank(text), choices: [] }
  // What stands behind the question mark is the first choice: `Quel logo ? bleu | vert`.
  const [, question, choice] = /^(.*\?)\s*(\S[\s\S]*)$/u.exec(first) ?? []
  return question === undefined || text.includes('\n')
    ? { question: oneBlank(first), choices: others }
    : { question: oneBlank(question), choices: [oneBlank(choice!), ...others] }
}

/** Choices as they were typed: divided by bars or lines, else by semicolons, else by commas, else in quotes or words. */
export function choiceWords(raw: string): string[] {
  const text = clean(raw).trim()
  const parts = partsOf(text)
  if (parts.length > 1 || /[|\n]/.test(text)) return parts
  // Commas inside a quotation divide nothing.
  const bare = text.replace(/["“„«][^"“”„«»]*["”“»]/gu, '')
  const divider = [';', ','].find((one) => bare.includes(one))
  if (divider && bare === text) return text.split(divider).map(unquoted).filter(isThere)
  return [...text.matchAll(/["“„«]([^"“”„«»]*)["”“»]|[^\s"“”„«»]+/gu)]
    .map(([whole, inside]) => oneBlank(inside ?? whole))
    .filter(isThere)
}

/** Divided by bars, or by lines where there are none. */
const partsOf = (text: string) =>
  text
    .split(text.includes('|') ? '|' : '\n')
    .map((part) => unquoted(part.replace(/^\s*(?:[-•*]|\d{1,2}[.)])\s+/u, '')))
    .filter(isThere)

const unquoted = (text: string) => oneBlank(/^\s*["“„«]([^"“”„«»]*)["”“»]\s*$/u.exec(text)?.[1] ?? text)

const oneBlank = (text: string) => text.replace(/\s+/gu, ' ').trim()

const isThere = (text: string) => text !== ''
