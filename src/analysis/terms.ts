import { newGlance } from '../model/glance.ts'
import type { Term } from '../model/query.ts'
import { type Domain, domainStands } from '../model/query-domain.ts'
import { emojiIn } from '../model/query-emoji.ts'
import { type Words, wordsOf } from '../model/words.ts'

/**
 * A term, in how many places of the queries it is used, the topics (by their places) that are decided when it is
 * met, and its hits in the pass that saw it last; a site has no term.
 */
export type Sought = { term: Term | null; uses: number; topics: number[]; hits: Place[]; seen: number }
export type Place = { from: number; to: number }

/** `may`: a quick look for terms that decide, never wrong when it says no; `find`: every place of every term in one pass over the words. */
export type Terms = {
  may(text: string): boolean
  find(words: Words, hit: (sought: Sought, place: Place) => void): void
}

export function newTerms(all: Sought[]): Terms {
  const rows = new Map<string, Row[]>()
  const prefixes = new Map<string, Row[]>()
  const tags = new Map<string, Sought[]>()
  const emojis = new Map<string, Sought[]>()
  const shapes = new Uint8Array(0x4000)
  const beginnings = new Uint8Array(0x8000)

  for (const sought of all) {
    const term = sought.term!
    if ('tag' in term) add(tags, term.tag, sought)
    else if ('emoji' in term) add(emojis, term.emoji, sought)
    else {
      const row = rowOf(sought, term)
      const [first] = row.words as [string]
      if (row.prefix && row.words.length === 1) {
        add(prefixes, first.slice(0, leastPrefix), row)
        beginnings[beginningOf(first)] = 1
      } else {
        add(rows, first, row)
        shapes[shapeOf(first)] = 1
      }
    }
  }

  const deciding = all.filter(({ topics }) => topics.length > 0).map(({ term }) => term!)
  const pictures = new Set(deciding.flatMap((term) => ('emoji' in term ? term.emoji : [])))
  const begins = (term: Term) => 'phrase' in term && term.prefix === true && term.phrase.length === 1
  const glance = newGlance(
    deciding.filter((term) => !begins(term)).flatMap(firstWord),
    deciding.filter(begins).flatMap(firstWord),
  )
  const may = (text: string) =>
    glance(text) || (pictures.size > 0 && emojiIn(text).some(({ emoji }) => pictures.has(emoji)))

  function find(text: Words, hit: (sought: Sought, place: Place) => void) {
    for (let at = 0; at < text.words.length; at++) {
      const word = text.words[at]!
      // Most words of a text begin no term, and a look at their shape tells.
      const here = shapes[shapeOf(word)] === 1 ? rows.get(word) : undefined
      if (here) for (const row of here) if (stands(row, text, at)) hit(row.sought, placeOf(row, text, at))
      if (prefixes.size === 0 || word.length < leastPrefix || beginnings[beginningOf(word)] === 0) continue
      for (const row of prefixes.get(word.slice(0, leastPrefix)) ?? [])
        if (word.startsWith(row.words[0]!)) hit(row.sought, placeOf(row, text, at))
    }
    if (tags.size > 0)
      for (const tag of text.tags)
        for (const name of tag.names) for (const sought of tags.get(name) ?? []) hit(sought, tag)
    if (emojis.size > 0)
      for (const place of emojiIn(text.text))
        for (const sought of emojis.get(place.emoji) ?? []) hit(sought, place)
  }

  return { may, find }
}

const firstWord = (term: Term): string[] => {
  if ('emoji' in term) return []
  const words = 'tag' in term ? wordsOf(term.tag).words : 'domain' in term ? term.domain.words : term.phrase
  return words.slice(0, 1)
}

/** Words that stand in a row: a phrase, or a domain with what must part them. */
type Row = { sought: Sought; words: string[]; prefix: boolean; domain: Domain | null }

const rowOf = (sought: Sought, term: { phrase: string[]; prefix?: true } | { domain: Domain }): Row =>
  'domain' in term
    ? { sought, words: term.domain.words, prefix: false, domain: term.domain }
    : { sought, words: term.phrase, prefix: term.prefix ?? false, domain: null }

const add = <T>(map: Map<string, T[]>, key: string, one: T) => {
  const there = map.get(key)
  if (there) there.push(one)
  else map.set(key, [one])
}

/** First letter, last letter and length, in 14 bits: different words may share it, the same word never differs. */
const shapeOf = (word: string) =>
  ((word.charCodeAt(0) & 0x1f) << 9) | ((word.charCodeAt(word.length - 1) & 0x1f) << 4) | (word.length & 0xf)

// The query's reader lets no shorter prefix pass.
const leastPrefix = 3
const beginningOf = (word: string) =>
  ((word.charCodeAt(0) & 0x1f) << 10) | ((word.charCodeAt(1) & 0x1f) << 5) | (word.charCodeAt(2) & 0x1f)

function stands({ words, prefix, domain }: Row, text: Words, at: number): boolean {
  if (domain) return domainStands(domain, text, at)
  const last = words.length - 1
  for (let next = 1; next <= last; next++) {
    const said = text.words[at + next]
    if (said !== words[next] && !(prefix && next === last && said?.startsWith(words[next]!))) return false
  }
  return true
}

const placeOf = ({ words }: Row, { from, to }: Words, at: number): Place => ({
  from: from[at]!,
  to: to[at + words.length - 1]!,
})
