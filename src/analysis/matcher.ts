import type { Span } from '../model/oops.ts'
import type { Query } from '../model/query.ts'
import type { Topic } from '../model/topic.ts'
import { newGlance, type Words, wordsOf } from '../model/words.ts'

/** A topic that a text concerns, and where in the text (UTF-16 units) its hits stand, in no particular order. */
export type Match<T> = { topic: T; hits: Span[] }

/** `may`: a quick look at a text, which says no to most; `match`: what its words concern. */
export type Matcher<T> = { may(text: string): boolean; match(words: Words): Match<T>[] }

/**
 * Finds which topics a text concerns, in one pass over its words: every term of every query hangs on its first
 * word, and a query is decided only when one of its terms was met. The same answers as `hitsOf` of the model,
 * topic by topic.
 */
export function newMatcher<T extends Pick<Topic, 'query'>>(topics: T[]): Matcher<T> {
  const terms = new Map<string, Term>()
  const phrases = new Map<string, Term[]>()
  const tags = new Map<string, Term>()
  const shapes = new Uint8Array(0x4000)
  const compiled = topics.map((topic, place) => ({ topic, query: compile(topic.query, place) }))

  function compile(query: Query, place: number): Compiled {
    if ('phrase' in query) return hang(JSON.stringify(query.phrase), place, { phrase: query.phrase })
    if ('tag' in query) return hang(query.tag, place, { tag: query.tag })
    if ('not' in query) return { not: compile(query.not, place) }
    if ('all' in query) return { all: query.all.map((part) => compile(part, place)) }
    return { any: query.any.map((part) => compile(part, place)) }
  }

  function hang(key: string, place: number, what: { phrase: string[] } | { tag: string }): Term {
    let term = terms.get(key)
    if (!term) {
      term = { phrase: 'phrase' in what ? what.phrase : null, topics: [], hits: [], seen: 0 }
      terms.set(key, term)
      if ('tag' in what) tags.set(what.tag, term)
      else {
        phrases.set(what.phrase[0]!, [...(phrases.get(what.phrase[0]!) ?? []), term])
        shapes[shapeOf(what.phrase[0]!)] = 1
      }
    }
    if (!term.topics.includes(place)) term.topics.push(place)
    return term
  }

  const may = newGlance([
    ...phrases.keys(),
    ...[...tags.keys()].flatMap((tag) => wordsOf(tag).words.slice(0, 1)),
  ])
  let pass = 0

  function match(text: Words): Match<T>[] {
    pass++
    const met = new Set<number>()
    for (let at = 0; at < text.words.length; at++) {
      const word = text.words[at]!
      // Most words of a text begin no term, and a look at their shape tells.
      const here = shapes[shapeOf(word)] === 1 ? phrases.get(word) : undefined
      if (here === undefined) continue
      for (const term of here)
        if (stands(term.phrase!, text.words, at))
          hit(term, { from: text.from[at]!, to: text.to[at + term.phrase!.length - 1]! }, pass, met)
    }
    for (const { names, from, to } of text.tags)
      for (const name of names) {
        const term = tags.get(name)
        if (term) hit(term, { from, to }, pass, met)
      }
    const found: Match<T>[] = []
    for (const place of [...met].sort((a, b) => a - b)) {
      const hits = decide(compiled[place]!.query, pass)
      if (hits) found.push({ topic: compiled[place]!.topic, hits })
    }
    return found
  }

  return { may, match }
}

/** First letter, last letter and length, in 14 bits: different words may share it, the same word never differs. */
const shapeOf = (word: string) =>
  ((word.charCodeAt(0) & 0x1f) << 9) | ((word.charCodeAt(word.length - 1) & 0x1f) << 4) | (word.length & 0xf)

type Term = { phrase: string[] | null; topics: number[]; hits: Span[]; seen: number }
type Compiled = Term | { not: Compiled } | { all: Compiled[] } | { any: Compiled[] }

function stands(phrase: string[], words: string[], at: number): boolean {
  for (let i = 1; i < phrase.length; i++) if (words[at + i] !== phrase[i]) return false
  return true
}

function hit(term: Term, place: Span, pass: number, met: Set<number>) {
  if (term.seen !== pass) {
    term.seen = pass
    term.hits = []
    for (const topic of term.topics) met.add(topic)
  }
  term.hits.push(place)
}

function decide(query: Compiled, pass: number): Span[] | null {
  if ('topics' in query) return query.seen === pass ? query.hits : null
  if ('not' in query) return decide(query.not, pass) ? null : []
  const all = 'all' in query
  const hits: Span[] = []
  let met = false
  for (const part of all ? query.all : query.any) {
    const found = decide(part, pass)
    if (found) {
      met = true
      hits.push(...found)
    } else if (all) return null
  }
  return met ? hits : null
}
