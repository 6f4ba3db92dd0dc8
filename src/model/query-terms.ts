import type { Query, Term } from './query.ts'
import { wordsOf } from './words.ts'

/** Every term that a query looks for, once; not those that it excludes. */
export function soughtTerms(query: Query): Term[] {
  const terms = new Map<string, Term>()
  const walk = (part: Query): void => {
    if ('not' in part || 'site' in part || 'lang' in part) return
    const inside = innerOf(part)
    if (inside) for (const inner of inside) walk(inner)
    else terms.set(JSON.stringify(part), part as Term)
  }
  walk(query)
  return [...terms.values()]
}

/**
 * The terms of which each is enough by itself, whatever else is said: `orange` of `orange NOT fruit` and of
 * `orange OR (free AND forfait)`, none of `orange AND forfait`.
 */
export function loneTerms(query: Query): Term[] {
  if ('any' in query) return query.any.flatMap(loneTerms)
  if ('all' in query) {
    const wanted = query.all.filter((part) => !('not' in part || 'lang' in part))
    return wanted.length === 1 ? loneTerms(wanted[0]!) : []
  }
  if ('not' in query || 'near' in query || 'site' in query || 'lang' in query) return []
  return [query]
}

/** Whether a query asks who wrote, anywhere. */
export const asksAuthor = (query: Query): boolean => {
  if ('not' in query) return asksAuthor(query.not)
  return innerOf(query)?.some(asksAuthor) ?? ('in' in query && query.in === 'author')
}

const innerOf = (query: Query): Query[] | null =>
  'all' in query ? query.all : 'any' in query ? query.any : 'near' in query ? query.near : null

/** A term as people read it: as it stands in the query they wrote, where it is found there. */
export function termText(term: Term, written: string): string {
  if ('tag' in term) return term.tag
  if ('emoji' in term) return term.emoji
  const words = 'domain' in term ? term.domain.words : term.phrase
  const { words: all, from, to, text } = wordsOf(written)
  const at = all.findIndex((_, at) => words.every((word, next) => all[at + next] === word))
  const said = at < 0 ? words.join(' ') : text.slice(from[at], to[at + words.length - 1])
  return 'phrase' in term && term.prefix ? `${said}*` : said
}
