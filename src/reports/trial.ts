import { language } from '../analysis/language.ts'
import { newMatcher } from '../analysis/matcher.ts'
import type { Span } from '../model/oops.ts'
import { type Instant, wholeText } from '../model/post.ts'
import type { Query } from '../model/query.ts'
import { asksAuthor, soughtTerms, termText } from '../model/query-terms.ts'
import type { Team } from '../model/team.ts'
import { day } from '../model/time.ts'
import { wordsOf } from '../model/words.ts'
import type { Store } from '../store/store.ts'
import type { StoredPost } from '../store/stored.ts'
import { type Cut, walk } from './walk.ts'

/** A query, and how it was written. */
export type Written = { query: Query; text: string }

/**
 * What a query would have caught in what is stored. `heard` is the time in which everything is still kept, whether
 * it concerned somebody or not; of what is `older` only the mentions are.
 */
export type Trial = {
  heard: Caught
  older: Caught
  /** How many it catches in a day, by when they were published. */
  perDay: number
  newest: CaughtPost[]
  /** Where they were said, most often first. */
  outlets: { outlet: string; count: number }[]
  /** How many posts each term of the query is in by itself. */
  terms: { text: string; count: number }[]
  /** Beside the query it takes the place of. */
  change: { both: number; gained: number; lost: number } | null
  /** What could not be seen: sources of which nothing is stored, those that cannot be read now, authors. */
  unseen: { silent: string[]; failing: number; authors: boolean; cut: Cut }
}

/** Posts heard since then (null where there are none), and how many of them are caught. */
export type Caught = { all: number; caught: number; since: Instant | null }

export type CaughtPost = { post: StoredPost; saidAt: Instant; found: string[]; excerpt: string }

export type Asking = { store: Store; team: Team; now: Instant }

/** Tries a query, in place of another if that is given, on the newest posts that are stored. Keeps nothing. */
export async function tryQuery(
  { store, team, now }: Asking,
  wanted: Written,
  before?: Query,
): Promise<Trial> {
  const sources = await store.stored.sources(team.name)
  const terms = soughtTerms(wanted.query).slice(0, mostTerms)
  const counts = new Map<number, number>()
  const matcher = newMatcher([
    { is: 'wanted' as const, query: wanted.query },
    ...(before ? [{ is: 'before' as const, query: before }] : []),
    ...terms.map((query, term) => ({ is: term, query })),
  ])
  const evenly = now - team.keep.unmatched * day
  const heard: Caught = { all: 0, caught: 0, since: null }
  const older: Caught = { all: 0, caught: 0, since: null }
  const change = { both: 0, gained: 0, lost: 0 }
  const outlets = new Map<string, number>()
  const loud = new Set<string>()
  const newest: CaughtPost[] = []
  const days = newDays(now, team.keep.unmatched)

  const cut = await walk(
    store,
    { team: team.name, sources: sources.map(({ source }) => source), most: mostPosts, within: longestTry },
    (post) => {
      const here = post.heardAt >= evenly ? heard : older
      here.all++
      here.since = Math.min(here.since ?? post.heardAt, post.heardAt)
      const saidAt = Math.min(post.publishedAt ?? post.heardAt, post.heardAt)
      if (here === heard) {
        for (const source of [post.source, ...post.foundBy]) loud.add(source)
        days.saw(saidAt)
      }
      const { matches, text } = matchesIn(post)
      const hits = matches.find(({ topic }) => topic.is === 'wanted')?.hits
      const was = matches.some(({ topic }) => topic.is === 'before')
      if (hits && was) change.both++
      else if (hits) change.gained++
      else if (was) change.lost++
      if (here === heard)
        for (const { topic } of matches)
          if (typeof topic.is === 'number') counts.set(topic.is, (counts.get(topic.is) ?? 0) + 1)
      if (!hits) return
      here.caught++
      if (here === heard) days.caught(saidAt)
      outlets.set(post.outlet, (outlets.get(post.outlet) ?? 0) + 1)
      keepNewest(newest, { post, saidAt, hits, text })
    },
  )

  function matchesIn(post: StoredPost) {
    const text = wholeText(post)
    const about = {
      title: post.title,
      author: post.author,
      url: post.url,
      get language() {
        return post.language ?? language(text)
      },
    }
    return { text, matches: matcher.may(text, about) ? matcher.match(wordsOf(text), about) : [] }
  }

  const health = await store.feeds.health(team.name)
  return {
    heard,
    older,
    perDay: days.perDay(),
    newest,
    outlets: [...outlets]
      .map(([outlet, count]) => ({ outlet, count }))
      .sort((a, b) => b.count - a.count || (a.outlet < b.outlet ? -1 : 1)),
    terms: terms.map((term, at) => ({ text: termText(term, wanted.text), count: counts.get(at) ?? 0 })),
    change: before ? change : null,
    unseen: {
      silent: sources.filter(({ source }) => !loud.has(source)).map(({ name }) => name),
      failing: health.filter(({ failure }) => failure !== null).length,
      authors: asksAuthor(wanted.query),
      cut,
    },
  }
}

/**
 * What is caught in a day. A first look at a feed brings what was published long ago: only the days that are kept
 * evenly count, and of these those since the first post of them.
 */
function newDays(now: Instant, most: number) {
  const begin = now - most * day
  let first = now
  let count = 0
  return {
    saw: (at: Instant) => {
      first = Math.max(begin, Math.min(first, at))
    },
    caught: (at: Instant) => {
      if (at >= begin) count++
    },
    perDay: () => count / Math.max(1, (now - first) / day),
  }
}

type Found = { post: StoredPost; saidAt: Instant; hits: Span[]; text: string }

function keepNewest(newest: CaughtPost[], found: Found) {
  if (newest.length === mostShown && newest.at(-1)!.saidAt >= found.saidAt) return
  const { post, saidAt, text } = found
  const hits = found.hits.toSorted((a, b) => a.from - b.from).slice(0, mostHits)
  const words = [...new Set(hits.map(({ from, to }) => text.slice(from, to)))].slice(0, mostWords)
  newest.push({ post, saidAt, found: words, excerpt: excerptOf(post, text, hits) })
  newest.sort((a, b) => b.saidAt - a.saidAt)
  newest.length = Math.min(newest.length, mostShown)
}

/** Of the text below its title, what stands around the first hit. */
function excerptOf({ text }: StoredPost, whole: string, hits: Span[]): string {
  const begin = whole.length - text.length
  const first = (hits.find(({ from }) => from >= begin)?.from ?? begin) - begin
  const from = first <= before + 20 ? 0 : text.indexOf(' ', first - before) + 1
  const start = from > first ? first : from
  const said = text.slice(start, start + excerpt)
  const end = start + excerpt < text.length ? Math.max(said.lastIndexOf(' '), before) : said.length
  return `${start > 0 ? '… ' : ''}${said.slice(0, end)}${end < text.length - start ? ' …' : ''}`
}

const mostPosts = 20_000
const longestTry = 2_000
const mostTerms = 40
const mostShown = 5
const mostHits = 200
const mostWords = 6
const before = 80
const excerpt = 220
