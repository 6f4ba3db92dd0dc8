import { Oops } from './oops.ts'
import { visible } from './words.ts'

/** A piece of a query as it stands there, from where to where (UTF-16 units). */
export type Token = {
  kind: 'and' | 'or' | 'not' | 'near' | 'open' | 'close' | 'field' | 'term' | 'quoted'
  text: string
  from: number
  to: number
}
const operators: Record<string, Token['kind']> = {
  AND: 'and',
  ET: 'and',
  OR: 'or',
  OU: 'or',
  NOT: 'not',
  SAUF: 'not',
  NON: 'not',
  '(': 'open',
  ')': 'close',
}
// Quotes of every kind; an apostrophe is none, it belongs to the words. A colon right behind letters makes a field,
// also with the space that French puts before it. Operators count in capitals only: « ou » and "and" are words
// that people search for.
const pieces =
  /[\s\u200b-\u200f\u2060-\u2069]+|[()]|["“”„«»]([^"“”„«»]*)(["“”„«»]?)|(\p{L}+)[ \u00a0\u202f]?:(?!\/\/)|(?:\(\.\)|[^\s()"“”„«»])+/gu

/** Cuts a query into pieces. Throws Oops with the place of a quote that is not closed. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: whole, 1: quoted, 2: closing, 3: field, index } of text.matchAll(pieces)) {
    const place = { from: index, to: index + whole.length }
    if (closing === '') throw new Oops('query.quote-missing', {}, place)
    const said = visible(whole).trim()
    if (quoted !== undefined) tokens.push({ kind: 'quoted', text: quoted, ...place })
    else if (field !== undefined) tokens.push({ kind: 'field', text: field, ...place })
    else if (said !== '') tokens.push({ kind: kindOf(said), text: said, ...place })
  }
  return tokens
}

function kindOf(said: string): Token['kind'] {
  if (Object.hasOwn(operators, said)) return operators[said]!
  return /^(?:NEAR|PRÈS|PRES)(?:\/.*)?$/u.test(said.normalize('NFC')) ? 'near' : 'term'
}
