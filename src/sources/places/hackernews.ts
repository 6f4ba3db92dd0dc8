import type { Post } from '../../model/post.ts'
import { day, hour } from '../../model/time.ts'
import { addressIn } from './address.ts'
import {
  asDocumented,
  at,
  each,
  flag,
  html,
  json,
  list,
  maybeNumber,
  maybeText,
  number,
  numeral,
  seconds,
  text,
} from './answer.ts'
import { problemOfLook } from './looking.ts'
import type { Look, Looked, PagedPlace } from './place.ts'

/** Hacker News, stories and comments, by Algolia's search of it (hn.algolia.com/api). */
export const hackerNews: PagedPlace = {
  ask({ search, now, since }, _, nth) {
    const from = Math.floor(((since ?? now - month) - hour) / 1000)
    const { q = '', only } = search.params
    return {
      url: addressIn(search.base, '/api/v1/search_by_date', {
        query: q,
        tags: only === 'stories' ? 'story' : only === 'comments' ? 'comment' : '(story,comment)',
        numericFilters: `created_at_i>${from}`,
        hitsPerPage: 100,
        page: nth - 1,
        typoTolerance: 'false',
      }),
    }
  },

  read(body) {
    const page = number(body, 'page')
    const { found, odd } = each(list(body, 'hits'), 'hits', postOf, 'hackernews')
    return { posts: found, odd, next: page + 1 < number(body, 'nbPages') ? 'more' : null }
  },
}

function postOf(hit: unknown): Post | null {
  const id = text(hit, 'objectID')
  const comment = maybeText(hit, 'comment_text')
  // One that says nothing was taken down.
  const story = comment === null ? maybeText(hit, 'title') : null
  if (comment === null && story === null) {
    if (at(hit, '_tags') === undefined) text(hit, 'title')
    return null
  }
  const author = text(hit, 'author')
  return {
    id,
    url: `https://news.ycombinator.com/item?id=${id}`,
    title: html(story ?? ''),
    text: html(comment ?? maybeText(hit, 'story_text') ?? ''),
    author,
    publishedAt: seconds(hit, 'created_at_i'),
    updatedAt: null,
    network: 'hackernews',
    account: { where: 'hackernews', who: author },
    engagement: { likes: maybeNumber(hit, 'points'), comments: maybeNumber(hit, 'num_comments') },
  }
}

/** Items by Hacker News's own API, which alone says what was deleted: a request for each. */
export const lookAtHackerNews: Look = async (door, { base }, ids) => {
  const own = base === 'https://hn.algolia.com' ? 'https://hacker-news.firebaseio.com' : base
  const all: Looked[] = []
  for (const id of ids) {
    if (!/^\d+$/.test(id)) continue
    const answer = await door.get(addressIn(own, `/v0/item/${id}.json`))
    if (answer.status !== 200) throw problemOfLook('hackernews', answer)
    const item = json('hackernews', answer.body)
    all.push(asDocumented('hackernews', () => lookedAt(id, item)))
  }
  return all
}

function lookedAt(id: string, item: unknown): Looked {
  if (item === null || flag(item, 'deleted') || flag(item, 'dead'))
    return { id, engagement: null, text: null, deleted: true }
  numeral(item, 'id')
  const said = maybeText(item, 'text')
  return {
    id,
    deleted: false,
    text: said === null ? null : html(said),
    engagement: { likes: maybeNumber(item, 'score'), comments: maybeNumber(item, 'descendants') },
  }
}

/** The first time, so much of the past is asked for. */
const month = 30 * day
