import { Oops, type Span } from './oops.ts'
import { type Words, wordsOf } from './words.ts'

/**
 * What a topic looks for. A phrase is its folded words in a row (one word is a phrase of one); a tag is a
 * `#hashtag` or `@handle`. NOT binds tighter than AND (or nothing between two terms), AND tighter than OR.
 */
export type Query =
  | { phrase: string[] }
  | { tag: string }
  | { all: Query[] }
  | { any: Query[] }
  | { not: Query }

/** Reads a query as people write it, operators in English or French. Throws Oops with the place of the mistake. */
export function readQuery(text: string): Query {
  const tokens = tokensOf(text)
  if (tokens.length === 0) throw new Oops('query.empty')
  const reader: Reader = { tokens, next: 0, depth: 0, end: text.length }
  const query = readAny(reader)
  const left = reader.tokens[reader.next]
  if (left) throw new Oops('query.bracket-open-missing', {}, span(left))
  if (!selects(query)) throw new Oops('query.only-not', {}, { from: 0, to: text.length })
  return query
}

/** Every place in the words that this query's hits stand on, or null where the query does not match. */
export function hitsOf(query: Query, words: Words): Span[] | null {
  if ('phrase' in query) return someHits(phraseHits(query.phrase, words))
  if ('tag' in query) return someHits(words.tags.filter((tag) => tag.names.includes(query.tag)))
  if ('not' in query) return hitsOf(query.not, words) ? null : []
  const parts = ('all' in query ? query.all : query.any).map((part) => hitsOf(part, words))
  if ('all' in query) return parts.every((part) => part !== null) ? parts.flat() : null
  const found = parts.filter((part) => part !== null)
  return found.length > 0 ? found.flat() : null
}

const someHits = (hits: Span[]) => (hits.length > 0 ? hits.map(({ from, to }) => ({ from, to })) : null)

function phraseHits(phrase: string[], { words, from, to }: Words): Span[] {
  const hits: Span[] = []
  for (let at = words.indexOf(phrase[0]!); at >= 0; at = words.indexOf(phrase[0]!, at + 1))
    if (phrase.every((word, offset) => words[at + offset] === word))
      hits.push({ from: from[at]!, to: to[at + phrase.length - 1]! })
  return hits
}

/** A query that only excludes would match nearly everything: some way of matching must name something. */
const selects = (query: Query): boolean => {
  if ('not' in query) return false
  if ('all' in query) return query.all.some(selects)
  if ('any' in query) return query.any.every(selects)
  return true
}

type Token = {
  kind: 'and' | 'or' | 'not' | 'open' | 'close' | 'term'
  query?: Query
  from: number
  to: number
}
type Reader = { tokens: Token[]; next: number; depth: number; end: number }

function readAny(reader: Reader): Query {
  const parts = [readAll(reader)]
  while (reader.tokens[reader.next]?.kind === 'or') {
    reader.next++
    parts.push(readAll(reader))
  }
  return parts.length === 1 ? parts[0]! : { any: parts }
}

function readAll(reader: Reader): Query {
  const parts = [readOne(reader)]
  for (let token = reader.tokens[reader.next]; token; token = reader.tokens[reader.next]) {
    if (token.kind === 'or' || token.kind === 'close') break
    if (token.kind === 'and') reader.next++
    parts.push(readOne(reader))
  }
  return parts.length === 1 ? parts[0]! : { all: parts }
}

function readOne(reader: Reader): Query {
  const token = reader.tokens[reader.next++]
  if (!token) throw new Oops('query.ends-early', {}, { from: reader.end, to: reader.end })
  if (token.kind === 'term') return token.query!
  if (token.kind !== 'not' && token.kind !== 'open')
    throw new Oops('query.operator-misplaced', {}, span(token))
  if (++reader.depth > deepest) throw new Oops('query.too-deep', { most: deepest }, span(token))
  const inner: Query = token.kind === 'not' ? { not: readOne(reader) } : readAny(reader)
  reader.depth--
  if (token.kind === 'open' && reader.tokens[reader.next++]?.kind !== 'close')
    throw new Oops('query.bracket-close-missing', {}, span(token))
  return inner
}

const deepest = 50
const span = ({ from, to }: Token) => ({ from, to })
const operators: Record<string, Token['kind']> = {
  AND: 'and',
  ET: 'and',
  OR: 'or',
  OU: 'or',
  NOT: 'not',
  SAUF: 'not',
  '(': 'open',
  ')': 'close',
}

// Quotes of every kind; an apostrophe is none, it belongs to the words. Operators count in capitals only:
// « ou » and "and" are words that people search for.
const pieces = /\s+|[()]|["“”„«»]([^"“”„«»]*)(["“”„«»]?)|[^\s()"“”„«»]+/gu

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const piece of text.matchAll(pieces)) {
    const whole = piece[0]
    if (/^\s/u.test(whole)) continue
    const place = { from: piece.index, to: piece.index + whole.length }
    if (piece[1] !== undefined) {
      if (piece[2] === '') throw new Oops('query.quote-missing', {}, place)
      tokens.push({ kind: 'term', query: phraseOf(piece[1], place), ...place })
    } else if (Object.hasOwn(operators, whole)) tokens.push({ kind: operators[whole]!, ...place })
    else tokens.push({ kind: 'term', query: termOf(whole, place), ...place })
  }
  return tokens
}

function termOf(text: string, place: Span): Query {
  if (!/^[#@]/u.test(text)) return phraseOf(text, place)
  const { tags } = wordsOf(text)
  if (tags.length !== 1 || tags[0]!.to !== text.length)
    throw new Oops('query.tag-wrong', { tag: text }, place)
  return { tag: tags[0]!.names[0]! }
}

function phraseOf(text: string, place: Span): Query {
  const phrase = wordsOf(text).words
  if (phrase.length === 0) throw new Oops('query.nothing-to-find', { text }, place)
  return { phrase }
}
