import { Oops, type Span } from './oops.ts'
import type { Domain } from './query-domain.ts'
import { type Field, termIn } from './query-pieces.ts'
import { type Token, tokensOf } from './query-tokens.ts'

export { type About, hitsOf } from './query-hits.ts'

/**
 * What a topic looks for. A field (`title:`) holds for what follows it; NEAR binds tighter than NOT, NOT tighter
 * than AND (or nothing between two terms), AND tighter than OR. `within` counts words, the next one being one away.
 */
export type Query =
  | Term
  | { site: string }
  | { lang: string }
  | { near: [Query, Query]; within: number }
  | { all: Query[] }
  | { any: Query[] }
  | { not: Query }

/**
 * What stands in a text, or only in its title, or in its author's name. A phrase is its folded words in a row (one
 * word is a phrase of one), the last of which may be a prefix; a tag is a `#hashtag` or `@handle`.
 */
export type Term = (
  | { phrase: string[]; prefix?: true }
  | { tag: string }
  | { domain: Domain }
  | { emoji: string }
) & { in?: 'title' | 'author' }

/** Reads a query as people write it, operators and fields in English or French. Throws Oops with the place of the mistake. */
export function readQuery(text: string): Query {
  if (text.length > longest)
    throw new Oops(
      'query.too-long',
      { most: longest, length: text.length },
      { from: longest, to: text.length },
    )
  const tokens = tokensOf(text)
  if (tokens.length === 0) throw new Oops('query.empty')
  const reader: Reader = { tokens, next: 0, depth: 0, end: text.length, field: null }
  const query = readAny(reader)
  const left = reader.tokens[reader.next]
  if (left) throw new Oops('query.bracket-open-missing', {}, span(left))
  if (!selects(query)) throw new Oops('query.only-not', {}, { from: 0, to: text.length })
  return query
}

/** A query that only excludes, or names a language, would match nearly everything: some way of matching must name something. */
const selects = (query: Query): boolean => {
  if ('not' in query || 'lang' in query) return false
  if ('all' in query) return query.all.some(selects)
  if ('any' in query) return query.any.every(selects)
  return true
}

type Reader = { tokens: Token[]; next: number; depth: number; end: number; field: Field | null }

function readAny(reader: Reader): Query {
  const parts = [readAll(reader)]
  while (reader.tokens[reader.next]?.kind === 'or') {
    reader.next++
    parts.push(readAll(reader))
  }
  return parts.length === 1 ? parts[0]! : { any: parts }
}

function readAll(reader: Reader): Query {
  const parts = [readNear(reader)]
  for (let token = reader.tokens[reader.next]; token; token = reader.tokens[reader.next]) {
    if (token.kind === 'or' || token.kind === 'close') break
    if (token.kind === 'and') reader.next++
    parts.push(readNear(reader))
  }
  return parts.length === 1 ? parts[0]! : { all: parts }
}

function readNear(reader: Reader): Query {
  const token = reader.tokens[reader.next]
  if (token?.kind === 'not') {
    reader.next++
    return deeper(reader, token, () => ({ not: readNear(reader) }))
  }
  const left = readOne(reader)
  const near = reader.tokens[reader.next]
  if (near?.kind !== 'near') return left
  reader.next++
  const right = readOne(reader)
  const again = reader.tokens[reader.next]
  if (again?.kind === 'near') throw new Oops('query.near-wrong', {}, span(again))
  if (!hasPlaces(left) || !hasPlaces(right)) throw new Oops('query.near-wrong', {}, span(near))
  return { near: [left, right], within: distanceOf(near) }
}

/** Only what stands in the text, at places of its own, is near something. */
const hasPlaces = (query: Query): boolean => {
  if ('any' in query) return query.any.every(hasPlaces)
  return !('all' in query || 'not' in query || 'near' in query || 'site' in query || 'lang' in query)
    ? query.in !== 'author'
    : false
}

function distanceOf({ text, ...place }: Token): number {
  const said = text.split('/')[1]
  if (said === undefined) return usualDistance
  const words = /^\d{1,3}$/u.test(said) ? Number(said) : 0
  if (words < 1 || words > farthest) throw new Oops('query.near-far', { most: farthest }, span(place))
  return words
}

function readOne(reader: Reader): Query {
  const token = reader.tokens[reader.next++]
  if (!token) throw new Oops('query.ends-early', {}, { from: reader.end, to: reader.end })
  if (token.kind === 'term' || token.kind === 'quoted') return termIn(reader.field, token)
  if (token.kind === 'field') return readField(reader, token)
  if (token.kind !== 'open') throw new Oops('query.operator-misplaced', {}, span(token))
  return deeper(reader, token, () => {
    const inner = readAny(reader)
    if (reader.tokens[reader.next++]?.kind !== 'close')
      throw new Oops('query.bracket-close-missing', {}, span(token))
    return inner
  })
}

function readField(reader: Reader, token: Token): Query {
  const shown = { field: `${token.text}:` }
  const name = token.text.toLowerCase()
  if (!Object.hasOwn(fields, name)) throw new Oops('query.field-unknown', shown, span(token))
  if (reader.field) throw new Oops('query.field-inside', shown, span(token))
  const next = reader.tokens[reader.next]?.kind
  if (next !== 'term' && next !== 'quoted' && next !== 'open')
    throw new Oops('query.field-empty', shown, span(token))
  reader.field = fields[name]!
  const inner = readOne(reader)
  reader.field = null
  return inner
}

function deeper(reader: Reader, token: Token, read: () => Query): Query {
  if (++reader.depth > deepest) throw new Oops('query.too-deep', { most: deepest }, span(token))
  const inner = read()
  reader.depth--
  return inner
}

// Room for some 800 words; a longer one is a list of queries, of which any may match.
const longest = 10_000
const deepest = 50
const usualDistance = 10
const farthest = 100
const span = ({ from, to }: Span) => ({ from, to })
const fields: Record<string, Field> = {
  title: 'title',
  titre: 'title',
  author: 'author',
  auteur: 'author',
  site: 'site',
  lang: 'lang',
  language: 'lang',
  langue: 'lang',
}
