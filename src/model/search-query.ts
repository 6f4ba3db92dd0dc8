import type { Query, Term } from './query.ts'
import { termText } from './query-terms.ts'
import { wordsOf } from './words.ts'

/**
 * What a place understands. `or`: alternatives in one request; `minus`: what stands before a word that must not be
 * there; `site`: before a domain that is asked for; `tag`: it finds #hashtags as such, elsewhere their words are looked
 * for; `accents`: it takes é and e for different letters. `most` characters and so many `words` fit in one request.
 */
export type Dialect = {
  or?: true
  quotes?: true
  minus?: string
  site?: string
  tag?: true
  prefix?: true
  author?: string
  emoji?: true
  accents?: true
  most: number
  words?: number
}

/**
 * The requests that together find all of what a topic's query may match, as far as the place can: whatever is said
 * besides is dropped, since our own matcher decides afterwards. `lost`: terms that it cannot look for at all, which
 * only these would find.
 */
export type Compiled = { asked: string[]; lost: string[] }

/** A way to match that a place can be asked for: one of each group, none of `not`. */
type Way = { groups: Piece[][]; not: Piece[] }
type Piece = { text: string; quoted: boolean; before?: string }
type Compiling = { dialect: Dialect; written: string; lost: Set<string> }

/** Turns a query (`written` is how somebody wrote it, with its accents) into what a place understands. */
export function compileFor(dialect: Dialect, query: Query, written: string): Compiled {
  const compiling = { dialect, written, lost: new Set<string>() }
  const ways = waysOf(query, compiling)
  const texts = ways.flatMap((way) => (dialect.or ? together(way, dialect) : writtenApart(way, dialect)))
  return { asked: [...new Set(texts)].filter((text) => text !== ''), lost: [...compiling.lost] }
}

/** Ways to match, any of which will do; none where the place can be asked for nothing of it. */
function waysOf(query: Query, compiling: Compiling): Way[] {
  if ('any' in query) return joined(query.any.flatMap((part) => waysOf(part, compiling)))
  if ('all' in query) return allOf(query.all, compiling)
  if ('near' in query) return allOf(query.near, compiling)
  if ('not' in query || 'lang' in query) return []
  const piece = pieceOf(query, compiling)
  return piece ? [{ groups: [[piece]], not: [] }] : []
}

/** Single terms that are alternatives become one group: most places can be asked for all of them at once. */
function joined(ways: Way[]): Way[] {
  const lone = ways.filter(({ groups, not }) => groups.length === 1 && not.length === 0)
  const others = ways.filter((way) => !lone.includes(way))
  return lone.length > 0
    ? [{ groups: [unlike(lone.flatMap(({ groups }) => groups[0]!))], not: [] }, ...others]
    : others
}

function allOf(parts: Query[], compiling: Compiling): Way[] {
  const not = parts.flatMap((part) => ('not' in part ? excluded(part.not, compiling) : []))
  // What cannot be asked for in one part is not lost while another part can be.
  const found = parts
    .filter((part) => !('not' in part || 'lang' in part))
    .map((part) => {
      const lost = new Set<string>()
      return { lost, ways: waysOf(part, { ...compiling, lost }) }
    })
  const able = found.filter(({ ways, lost }) => ways.length > 0 && lost.size === 0)
  if (able.length === 0) {
    for (const { lost } of found) for (const term of lost) compiling.lost.add(term)
    const [best] = found.filter(({ ways }) => ways.length > 0)
    return best ? best.ways.map((way) => ({ ...way, not: unlike([...way.not, ...not]) })) : []
  }
  let all: Way[] = [{ groups: [], not }]
  for (const { ways } of able.sort((a, b) => a.ways.length - b.ways.length)) {
    if (all.length * ways.length > mostWays) break
    all = all.flatMap((one) =>
      ways.map((way) => ({
        groups: [...one.groups, ...way.groups],
        not: unlike([...one.not, ...way.not]),
      })),
    )
  }
  // With so many ways through the first part, the others wait for our own matcher.
  return all[0]!.groups.length > 0 ? all : able[0]!.ways
}

/** What must not be there, term by term; nothing where that is more than single terms. */
function excluded(query: Query, { dialect, written }: Compiling): Piece[] {
  if (dialect.minus === undefined) return []
  const parts = 'any' in query ? query.any : [query]
  const pieces = parts.map((part) =>
    'phrase' in part && !part.prefix && !part.in
      ? pieceOf(part, { dialect, written, lost: new Set() })
      : undefined,
  )
  // Of alternatives that are excluded each may be by itself.
  return pieces.flatMap((piece) => piece ?? [])
}

function pieceOf(term: Term | { site: string }, { dialect, written, lost }: Compiling): Piece | null {
  const piece = sayable(term, dialect, written)
  if (!piece) lost.add('site' in term ? `site:${term.site}` : termText(term, written))
  return piece
}

function sayable(term: Term | { site: string }, dialect: Dialect, written: string): Piece | null {
  if ('site' in term)
    return dialect.site === undefined ? null : { text: term.site, quoted: false, before: dialect.site }
  if ('emoji' in term) return dialect.emoji ? { text: term.emoji, quoted: false } : null
  if ('phrase' in term && term.prefix && !dialect.prefix) return null
  if (term.in === 'author') {
    const text = plainText(termText(term, written).replace(/^@/, ''))
    return dialect.author === undefined || /\s/.test(text)
      ? null
      : { text, quoted: false, before: dialect.author }
  }
  if ('tag' in term) {
    const name = term.tag.slice(1).split('@')[0]!
    if (dialect.tag && term.tag[0] === '#') return { text: `#${name}`, quoted: false }
    return { text: name, quoted: /[^\p{L}\p{N}_]/u.test(name) }
  }
  const text = withoutArticle(plainText(termText(term, written).replace(/\*$/, '')))
  // A brand called « Or » is no operator.
  return text === '' ? null : { text, quoted: /[^\p{L}\p{N}\p{M}_]|^(?:or|and|not)$/iu.test(text) }
}

/** Signs of a place's own grammar go: what is left means the same to everybody. */
const plainText = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}\p{M}'&.@_-]+/gu, ' ')
    .replace(/(?<!\p{L})[-.&@']+|[-.&@']+(?!\p{L}|\p{N})/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

/** « L’arnaque » is found in « d’arnaque » and « une arnaque » too: the word alone is asked for. */
const withoutArticle = (text: string) =>
  text.replace(/^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\p{L})/iu, '')

const unlike = (pieces: Piece[]) => [
  ...new Map(pieces.map((piece) => [`${piece.before ?? ''}${piece.text.toLowerCase()}`, piece])).values(),
]

/** Where alternatives may stand in one request; split in two until each is short enough. */
function together(way: Way, dialect: Dialect): string[] {
  const groups = way.groups.map((group) => (dialect.accents ? unlike(group.flatMap(bothWays)) : group))
  const text = [
    ...groups.map((group) => groupText(group, dialect)),
    ...way.not.map((piece) => minusText(piece, dialect)),
  ]
  const whole = text.join(' ')
  if (fits(whole, dialect)) return [whole]
  // What is excluded goes first, then what must be there besides: both are looked at again by our own matcher.
  if (way.not.length > 0) return together({ groups: way.groups, not: way.not.slice(0, -1) }, dialect)
  const [longest] = way.groups.toSorted((a, b) => b.length - a.length)
  const others = way.groups.filter((group) => group !== longest)
  if (others.length > 0 && others.some((group) => fits(groupText(group, dialect), dialect)))
    return together({ groups: others, not: [] }, dialect)
  if (longest!.length === 1) return [whole.slice(0, dialect.most)]
  const half = Math.ceil(longest!.length / 2)
  return [longest!.slice(0, half), longest!.slice(half)].flatMap((part) =>
    together({ groups: [part], not: [] }, dialect),
  )
}

const groupText = (group: Piece[], dialect: Dialect) =>
  group.length === 1
    ? said(group[0]!, dialect)
    : `(${group.map((piece) => said(piece, dialect)).join(' OR ')})`

/** Where every request means all of its words: one for each alternative of the smallest group. */
function writtenApart(way: Way, dialect: Dialect): string[] {
  const certain = way.groups.filter((group) => group.length === 1).map(([piece]) => piece!)
  const [smallest = []] = way.groups.toSorted((a, b) => a.length - b.length)
  const all = certain.length > 0 ? [certain] : smallest.map((piece) => [piece])
  return all.flatMap((pieces) => {
    const forms = dialect.accents ? [pieces, pieces.map(withoutAccents)] : [pieces]
    return forms.map((form) => shortened(form, way.not, dialect))
  })
}

function shortened(pieces: Piece[], not: Piece[], dialect: Dialect): string {
  const words = [
    ...pieces.map((piece) => said(piece, dialect)),
    ...not.map((piece) => minusText(piece, dialect)),
  ]
  while (words.length > 1 && !fits(words.join(' '), dialect)) words.pop()
  return words.join(' ').slice(0, dialect.most)
}

const said = ({ text, quoted, before = '' }: Piece, { quotes }: Dialect) =>
  before + (quoted && quotes ? `"${text}"` : text)
const minusText = (piece: Piece, dialect: Dialect) => `${dialect.minus}${said(piece, dialect)}`

const fits = (text: string, { most, words = Number.POSITIVE_INFINITY }: Dialect) =>
  text.length <= most && wordsOf(text).words.filter((word) => word !== 'or').length <= words

const withoutAccents = (piece: Piece): Piece => ({
  ...piece,
  text: piece.text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae'),
})
const bothWays = (piece: Piece) => [piece, withoutAccents(piece)]

const mostWays = 12
