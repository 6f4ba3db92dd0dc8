import { Oops } from './oops.ts'
import { type PlaceKind, placeTitles, type Search } from './search.ts'
import { compileFor, type Dialect } from './search-query.ts'
import type { Topic } from './topic.ts'
import { wordsOf } from './words.ts'

/** What somebody wants to look for at a place, besides the topic. */
export type SearchWish = Omit<Search, 'params'> & { params: Record<string, string> }

type Asked = Pick<Topic, 'name' | 'query'> & { text?: string | undefined }

/**
 * The searches that look for a topic at a place; `lost`: what the place cannot look for. Throws Oops where it can look
 * for nothing of it (`search.nothing`), and where that would take too many requests (`search.many`).
 */
export function searchesFor(wish: SearchWish, topic: Asked): { searches: Search[]; lost: string[] } {
  const { place } = wish
  const written = topic.text ?? wordsIn(topic.query)
  const { params, lost } = (ways[place] ?? nothing)(wish, topic.query, written)
  const values = { place: placeTitles[place], topic: topic.name }
  if (params.length === 0) throw new Oops('search.nothing', { ...values, lost: lost.join(', ') || '-' })
  if (params.length > mostSearches)
    throw new Oops('search.many', { ...values, count: params.length, most: mostSearches })
  return { searches: params.map((more) => ({ ...wish, params: { ...wish.params, ...more } })), lost }
}

/** Whether a place is asked for topics; the others are read as they are. */
export const looksForTopics = (place: PlaceKind) => ways[place] !== undefined

type Way = (
  wish: SearchWish,
  query: Topic['query'],
  written: string,
) => { params: Record<string, string>[]; lost: string[] }

const nothing: Way = () => ({ params: [], lost: [] })

const asking =
  (dialect: Dialect, name = 'q'): Way =>
  (_, query, written) => {
    const { asked, lost } = compileFor(dialect, query, written)
    return { params: asked.map((text) => ({ [name]: text })), lost }
  }

/**
 * How each place is asked. Google: operators of its search help, 32 words. GDELT: OR only in brackets, and no brackets
 * in brackets (its DOC 2.0 announcement). Reddit: capitals for OR and NOT, 512 characters. The others take all words.
 */
const dialects = {
  google: { or: true, quotes: true, minus: '-', site: 'site:', most: 400, words: 30 },
  bing: { or: true, quotes: true, minus: '-', site: 'site:', most: 400, words: 30 },
  gdelt: { or: true, quotes: true, minus: '-', site: 'domain:', accents: true, most: 240, words: 24 },
  reddit: {
    or: true,
    quotes: true,
    minus: 'NOT ',
    site: 'site:',
    author: 'author:',
    accents: true,
    most: 400,
  },
  hackernews: { quotes: true, most: 200 },
  mastodon: { quotes: true, minus: '-', tag: true, most: 200 },
  bluesky: { quotes: true, tag: true, emoji: true, most: 200 },
  stackexchange: { quotes: true, accents: true, most: 200 },
  lemmy: { accents: true, most: 200 },
  discourse: { quotes: true, accents: true, most: 100 },
} as const satisfies Record<string, Dialect>

/**
 * Without a token a server shows only what carries a hashtag: of each way to match one word, written as a tag. Four
 * tags go in one request.
 */
const tags: Way = (_, query, written) => {
  const { asked, lost } = compileFor({ tag: true, most: 80 }, query, written)
  const names = [...new Set(asked.map(tagFor))].filter((name) => name !== '')
  const params = []
  for (let at = 0; at < names.length; at += 4) params.push({ tags: names.slice(at, at + 4).join(',') })
  return { params, lost }
}

/** The hashtag among words, else their longest: tags are written without blanks and accents. */
function tagFor(asked: string): string {
  const { tags, words } = wordsOf(asked)
  const [tag] = tags
  if (tag) return tag.names[0]!.slice(1)
  const phrase = words.join('')
  return words.length <= 2 ? phrase : words.toSorted((a, b) => b.length - a.length)[0]!
}

const mastodon: Way = (wish, query, written) => {
  const byTag = tags(wish, query, written)
  if (wish.account === null) return byTag
  const bySearch = asking(dialects.mastodon)(wish, query, written)
  return { params: [...bySearch.params, ...byTag.params], lost: bySearch.lost }
}

const ways: Partial<Record<PlaceKind, Way>> = {
  'google-news': asking(dialects.google),
  'bing-news': asking(dialects.bing),
  gdelt: asking(dialects.gdelt),
  hackernews: asking(dialects.hackernews),
  reddit: asking(dialects.reddit),
  mastodon,
  bluesky: asking(dialects.bluesky),
  stackexchange: asking(dialects.stackexchange),
  lemmy: asking(dialects.lemmy),
  discourse: asking(dialects.discourse),
}

/** The words of a query that nobody has in writing. */
function wordsIn(query: Topic['query']): string {
  if ('all' in query) return query.all.map(wordsIn).join(' ')
  if ('any' in query) return query.any.map(wordsIn).join(' ')
  if ('near' in query) return query.near.map(wordsIn).join(' ')
  return 'phrase' in query ? query.phrase.join(' ') : ''
}

/** More requests than these for one topic at one place are no way to look for it. */
const mostSearches = 12
