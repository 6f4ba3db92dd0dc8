import type { Span } from './oops.ts'
import type { Query, Term } from './query.ts'
import { domainStands, hostAndAbove, hostOf } from './query-domain.ts'
import { emojiIn } from './query-emoji.ts'
import { type Words, wordsOf } from './words.ts'

/**
 * What stands around a text, for `title:`, `author:`, `site:` and `lang:`; a post is one. The text begins with its
 * title (`wholeText` sees to that). `language` is asked only when a query wants it, so a getter may find it out.
 */
export type About = {
  title?: string
  author?: string | null
  url?: string | null
  language?: string | null
}

/**
 * Every place in the words that this query's hits stand on, or null where the query does not match. What is met
 * outside the text (an author, a site, a language) has no place in it. Slow and obvious: the matcher of
 * src/analysis gives the same answers for many queries at once.
 */
export function hitsOf(query: Query, words: Words, about: About = {}): Span[] | null {
  if ('all' in query) {
    const parts = query.all.map((part) => hitsOf(part, words, about))
    return parts.every((part) => part !== null) ? parts.flat() : null
  }
  if ('any' in query) {
    const found = query.any.map((part) => hitsOf(part, words, about)).filter((part) => part !== null)
    return found.length > 0 ? found.flat() : null
  }
  if ('not' in query) return hitsOf(query.not, words, about) ? null : []
  if ('near' in query) {
    const [left, right] = query.near.map((part) => hitsOf(part, words, about) ?? []) as [Span[], Span[]]
    const pairs = left.flatMap((a) => right.map((b) => [a, b] as const))
    return unlessNone(pairs.filter(([a, b]) => wordsApart(a, b, words) <= query.within).flat())
  }
  if ('site' in query) return hostAndAbove(hostOf(about.url) ?? '').includes(query.site) ? [] : null
  if ('lang' in query) return languageCode(about) === query.lang ? [] : null
  if (query.in === 'author') return termHits(query, authorWords(about.author ?? '')).length > 0 ? [] : null
  const hits = termHits(query, words)
  return unlessNone(query.in === 'title' ? hits.filter(({ to }) => to <= titleEnd(about)) : hits)
}

const unlessNone = (hits: Span[]) => (hits.length > 0 ? hits.map(({ from, to }) => ({ from, to })) : null)

function termHits(term: Term, words: Words): Span[] {
  if ('tag' in term) return words.tags.filter((tag) => tag.names.includes(term.tag))
  if ('emoji' in term) return emojiIn(words.text).filter(({ emoji }) => emoji === term.emoji)
  const stands = (at: number) =>
    'domain' in term ? domainStands(term.domain, words, at) : phraseStands(term, words, at)
  const length = 'domain' in term ? term.domain.words.length : term.phrase.length
  return words.words.flatMap((_, at) =>
    stands(at) ? [{ from: words.from[at]!, to: words.to[at + length - 1]! }] : [],
  )
}

const phraseStands = (
  { phrase, prefix }: { phrase: string[]; prefix?: true },
  { words }: Words,
  at: number,
) =>
  phrase.every((word, next) => {
    const said = words[at + next]
    return prefix && next === phrase.length - 1 ? said?.startsWith(word) : said === word
  })

/** How many words on from one place to the other, the next word being one away; never where they overlap. */
function wordsApart(a: Span, b: Span, { from }: Words): number {
  const [first, second] = a.from <= b.from ? [a, b] : [b, a]
  if (first.to > second.from) return Number.POSITIVE_INFINITY
  return 1 + from.filter((begin) => begin >= first.to && begin < second.from).length
}

/** Where the title ends in a text that begins with it, in UTF-16 units. */
export const titleEnd = ({ title }: About) => title?.length ?? 0

/** The two letters of a language, of `fr-FR` as of `fr`. */
export const languageCode = ({ language }: About) => language?.toLowerCase().split(/[-_]/u)[0]

/** An author's name as words; a name in one piece is a handle too, with or without its @. */
export function authorWords(author: string): Words {
  const words = wordsOf(author)
  return /\s/u.test(author) ? words : { ...words, tags: [...words.tags, ...wordsOf(`@${author}`).tags] }
}
