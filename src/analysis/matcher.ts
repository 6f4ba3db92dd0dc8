import type { Span } from '../model/oops.ts'
import type { About, Query, Term } from '../model/query.ts'
import { hostAndAbove, hostOf } from '../model/query-domain.ts'
import { authorWords, languageCode, titleEnd } from '../model/query-hits.ts'
import type { Topic } from '../model/topic.ts'
import type { Words } from '../model/words.ts'
import { nearHits } from './near.ts'
import { newTerms, type Place, type Sought } from './terms.ts'

/** A topic that a text concerns, and where in the text (UTF-16 units) its hits stand, in no particular order. */
export type Match<T> = { topic: T; hits: Span[] }

/**
 * `may`: a quick look at a text, which says no to most; `match`: what its words concern. Both take the post too
 * (what `title:`, `author:`, `site:` and `lang:` ask about); without it `may` says yes to all once a query could
 * be met outside the text.
 */
export type Matcher<T> = {
  may(text: string, about?: About): boolean
  match(words: Words, about?: About): Match<T>[]
}

/**
 * Finds which topics a text concerns, in one pass over its words: every term of every query hangs on its first
 * word, and a query is decided only when a term was met that it cannot do without. The same answers as `hitsOf` of the model,
 * topic by topic.
 */
export function newMatcher<T extends Pick<Topic, 'query'>>(topics: T[]): Matcher<T> {
  const known = new Map<string, Sought>()
  const inText: Sought[] = []
  const inAuthor: Sought[] = []
  const sites = new Map<string, Sought>()
  const compiled = topics.map(({ query }) => compile(query))
  for (const [place, query] of compiled.entries())
    for (const sought of neededBy(query).terms) if (sought.topics.at(-1) !== place) sought.topics.push(place)
  const textTerms = newTerms(inText)
  const authorTerms = newTerms(inAuthor)

  function compile(query: Query): Compiled {
    if ('all' in query) return { all: query.all.map((part) => compile(part)) }
    if ('any' in query) return { any: query.any.map((part) => compile(part)) }
    if ('not' in query) return { not: compile(query.not) }
    if ('near' in query) {
      const [left, right] = query.near
      return { near: [compile(left), compile(right)], within: query.within }
    }
    if ('lang' in query) return query
    const sought = seek(query)
    sought.uses++
    return sought
  }

  /** The same term in many topics is sought once. */
  function seek(term: Term | { site: string }): Sought {
    const key = JSON.stringify(term)
    const same = known.get(key)
    if (same) return same
    const sought: Sought = { term: 'site' in term ? null : term, uses: 0, topics: [], hits: [], seen: 0 }
    known.set(key, sought)
    if ('site' in term) sites.set(term.site, sought)
    else if (term.in === 'author') inAuthor.push(sought)
    else inText.push(sought)
    return sought
  }

  function may(text: string, about?: About): boolean {
    if (textTerms.may(text)) return true
    if (inAuthor.length === 0 && sites.size === 0) return false
    if (!about || authorTerms.may(about.author ?? '')) return true
    return sites.size > 0 && sitesOf(about).some((site) => sites.has(site))
  }

  let pass = 0

  function match(words: Words, about: About = {}): Match<T>[] {
    pass++
    const met = new Set<number>()
    const hit = (sought: Sought, place: Place | null) => {
      if (place && sought.term?.in === 'title' && place.to > titleEnd(about)) return
      if (sought.seen !== pass) {
        sought.seen = pass
        sought.hits = []
        for (const topic of sought.topics) met.add(topic)
      }
      if (place) sought.hits.push({ from: place.from, to: place.to })
    }
    textTerms.find(words, hit)
    if (inAuthor.length > 0 && about.author)
      authorTerms.find(authorWords(about.author), (one) => hit(one, null))
    if (sites.size > 0)
      for (const site of sitesOf(about)) {
        const sought = sites.get(site)
        if (sought) hit(sought, null)
      }
    const found: Match<T>[] = []
    for (const place of [...met].sort((a, b) => a - b)) {
      const hits = decide(compiled[place]!, { pass, words, about })
      if (hits) found.push({ topic: topics[place]!, hits })
    }
    return found
  }

  return { may, match }
}

const sitesOf = ({ url }: About) => hostAndAbove(hostOf(url) ?? '')

type Compiled =
  | Sought
  | { lang: string }
  | { near: [Compiled, Compiled]; within: number }
  | { not: Compiled }
  | { all: Compiled[] }
  | { any: Compiled[] }
type Passing = { pass: number; words: Words; about: About }

/**
 * Terms of which one at least stands in every text that matches. Of parts that must all match one will do: that
 * whose terms the fewest queries use, as a brand's name beside « lampe », and then the longest.
 */
function neededBy(query: Compiled): { cost: number; terms: Sought[] } {
  if ('topics' in query) return { cost: query.uses + 1 / JSON.stringify(query.term).length, terms: [query] }
  if ('not' in query || 'lang' in query) return { cost: Number.POSITIVE_INFINITY, terms: [] }
  if ('any' in query) {
    const parts = query.any.map(neededBy)
    return {
      cost: parts.reduce((sum, { cost }) => sum + cost, 0),
      terms: parts.flatMap(({ terms }) => terms),
    }
  }
  const parts = ('all' in query ? query.all : query.near).map(neededBy)
  return parts.reduce((best, part) => (part.cost < best.cost ? part : best))
}

function decide(query: Compiled, passing: Passing): Span[] | null {
  if ('topics' in query) return query.seen === passing.pass ? query.hits : null
  if ('not' in query) return decide(query.not, passing) ? null : []
  if ('lang' in query) return languageCode(passing.about) === query.lang ? [] : null
  if ('near' in query) {
    const [left, right] = query.near.map((part) => decide(part, passing))
    const hits = left && right ? nearHits(left, right, query.within, passing.words) : []
    return hits.length > 0 ? hits : null
  }
  const all = 'all' in query
  const hits: Span[] = []
  let met = false
  for (const part of all ? query.all : query.any) {
    const found = decide(part, passing)
    if (found) {
      met = true
      // A text of a megabyte has more hits than a call takes arguments.
      for (const hit of found) hits.push(hit)
    } else if (all) return null
  }
  return met ? hits : null
}
