import { Unavailable } from '../../model/oops.ts'
import type { Post } from '../../model/post.ts'
import { placeTitles } from '../../model/search.ts'
import { addressIn } from './address.ts'
import {
  asDocumented,
  at,
  each,
  flag,
  html,
  instant,
  json,
  list,
  maybeInstant,
  maybeNumber,
  maybeText,
  number,
  text,
} from './answer.ts'
import { problemOfLook } from './looking.ts'
import type { Look, Looked, PagedPlace } from './place.ts'

/** A Discourse forum: what its search finds, or without words its newest posts. A key shows what its owner may read. */
export const discourse: PagedPlace = {
  ask({ search, account }, next, nth) {
    const { q } = search.params
    const headers: Record<string, string> = account
      ? { 'api-key': account.secrets.key ?? '', 'api-username': account.handle ?? 'system' }
      : {}
    return q === undefined
      ? { url: addressIn(search.base, '/posts.json', { before: next }), headers }
      : { url: addressIn(search.base, '/search.json', { q: `${q} order:latest`, page: nth }), headers }
  },

  read(body, { search }) {
    const { base } = search
    if (search.params.q === undefined) {
      const all = list(body, 'latest_posts')
      const { found, odd } = each(all, 'latest_posts', (post) => postOf(post, base, null), 'discourse')
      const last = all.length > 0 ? at(all.at(-1), 'id') : null
      return { posts: found, odd, next: typeof last === 'number' ? `${last}` : null }
    }
    // A forum that is overloaded says so beside an empty list.
    const said = maybeText(body, 'grouped_search_result.error')
    if (said)
      throw new Unavailable(`discourse: ${said}`, {
        key: 'place.refused',
        values: { place: placeTitles.discourse, status: '200', said: said.slice(0, 200) },
      })
    const topics = new Map(
      each(
        // Where nothing is found it leaves them out.
        at(body, 'topics') === undefined ? [] : list(body, 'topics'),
        'topics',
        (topic) => [number(topic, 'id'), text(topic, 'title')] as const,
        'discourse',
      ).found,
    )
    const { found, odd } = each(
      list(body, 'posts'),
      'posts',
      (post) => postOf(post, base, topics),
      'discourse',
    )
    const more = flag(body, 'grouped_search_result.more_full_page_results')
    return { posts: found, odd, next: more ? 'more' : null }
  },
}

function postOf(post: unknown, base: string, topics: Map<number, string> | null): Post | null {
  if (flag(post, 'hidden') || flag(post, 'user_deleted')) return null
  const id = number(post, 'id')
  const username = text(post, 'username')
  const topic = number(post, 'topic_id')
  const nth = number(post, 'post_number')
  const title = topics ? (topics.get(topic) ?? '') : (maybeText(post, 'topic_title') ?? '')
  return {
    id: `${id}`,
    url: addressIn(base, `/t/${topic}/${nth}`),
    // Of an answer the title says what it is about, and not what it says.
    title: nth === 1 ? title : '',
    text: html(topics ? text(post, 'blurb') : text(post, 'cooked')),
    author: maybeText(post, 'name') || username,
    publishedAt: instant(post, 'created_at'),
    updatedAt: maybeInstant(post, 'updated_at'),
    outlet: new URL(base).host,
    network: 'forum',
    account: { where: `discourse ${new URL(base).host}`, who: username },
    engagement: countsOf(post),
  }
}

const countsOf = (post: unknown) => ({
  likes: maybeNumber(post, 'like_count'),
  comments: maybeNumber(post, 'reply_count'),
  views: maybeNumber(post, 'reads'),
})

/** One by one. What was deleted is not found any more by who may not see that. */
export const lookAtDiscourse: Look = async (door, { base, account }, ids) => {
  const headers: Record<string, string> = account
    ? { 'api-key': account.secrets.key ?? '', 'api-username': account.handle ?? 'system' }
    : {}
  const all: Looked[] = []
  for (const id of ids) {
    if (!/^\d+$/.test(id)) continue
    const answer = await door.get(addressIn(base, `/posts/${id}.json`), { headers })
    const gone = { id, engagement: null, text: null, deleted: true }
    if (answer.status === 404 || answer.status === 410) {
      all.push(gone)
      continue
    }
    if (answer.status !== 200) throw problemOfLook('discourse', answer)
    const post = json('discourse', answer.body)
    all.push(
      asDocumented('discourse', () =>
        flag(post, 'user_deleted') || maybeText(post, 'deleted_at') !== null
          ? gone
          : { id, deleted: false, text: html(text(post, 'cooked')), engagement: countsOf(post) },
      ),
    )
  }
  return all
}
