import { language } from '../analysis/language.ts'
import { newMatcher } from '../analysis/matcher.ts'
import { type Instant, type Post, wholeText } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { day } from '../model/time.ts'
import { wordsOf } from '../model/words.ts'
import { newPace } from './walk.ts'

/** What a feed holds, and what of it would have concerned the team. */
export type SourceTrial = {
  count: number
  /** How many would have been mentions, and by which topics, most often first. */
  caught: number
  topics: { name: string; count: number }[]
  /** The newest, with the topics that each is about. */
  newest: { post: Post; topics: string[] }[]
  rhythm: Rhythm
  /** A code, such as `fr`; null where it cannot be told. */
  language: string | null
}

/** How often a feed publishes: so many posts a day; null where its dates do not tell. `last` is the newest date. */
export type Rhythm = { perDay: number | null; last: Instant | null }

/** Compares the posts of a feed with the team's topics, as they would be once it is read. Keeps nothing. */
export async function trySource(
  feed: { posts: Post[]; language?: string | null },
  { topics }: Pick<Team, 'topics'>,
  now: Instant,
): Promise<SourceTrial> {
  const { may, match } = newMatcher(topics.map(({ name, query }) => ({ name, query })))
  const saidAt = ({ publishedAt, updatedAt }: Post) =>
    Math.min(publishedAt ?? updatedAt ?? Number.NEGATIVE_INFINITY, now)
  const posts = feed.posts.toSorted((a, b) => saidAt(b) - saidAt(a)).slice(0, mostTried)
  const counts = new Map<string, number>()
  const spoken = new Map<string, number>()
  const pace = newPace()
  let caught = 0
  const tried = []
  for (const post of posts) {
    await pace()
    const text = wholeText(post).slice(0, longestRead)
    const found = language(text) ?? post.language?.slice(0, 2).toLowerCase() ?? null
    const about = { title: post.title, author: post.author, url: post.url, language: found }
    const names = may(text, about) ? match(wordsOf(text), about).map(({ topic }) => topic.name) : []
    if (names.length > 0) caught++
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
    if (found) spoken.set(found, (spoken.get(found) ?? 0) + 1)
    tried.push({ post, topics: names })
  }
  return {
    count: feed.posts.length,
    caught,
    topics: [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count),
    newest: tried.slice(0, mostShown),
    rhythm: rhythmOf(posts.map(saidAt).filter(Number.isFinite)),
    language: mostly(spoken) ?? feed.language ?? null,
  }
}

/** Of instants, the newest first. Whatever was published in one second was filled in by a machine. */
function rhythmOf(dates: Instant[]): Rhythm {
  const [last = null] = dates
  const oldest = dates.at(-1)
  if (last === null || oldest === undefined || last - oldest < 1000) return { perDay: null, last }
  return { perDay: (dates.length - 1) / ((last - oldest) / day), last }
}

/** What most posts are written in, where several agree: a short title alone may look like anything. */
function mostly(counts: Map<string, number>): string | null {
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  return first && first[1] >= fewAgree ? first[0] : null
}

/** As many as tell what a feed is like. */
const mostTried = 500
const mostShown = 3
const fewAgree = 3
const longestRead = 100_000
