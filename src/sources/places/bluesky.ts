import type { Answer } from '../../http.ts'
import type { Post } from '../../model/post.ts'
import type { SearchAccount } from '../../model/search.ts'
import { hour, minute } from '../../model/time.ts'
import { addressIn } from './address.ts'
import {
  asDocumented,
  at,
  each,
  instant,
  json,
  list,
  maybeInstant,
  maybeNumber,
  maybeText,
  text,
} from './answer.ts'
import { problemOfLook } from './looking.ts'
import type { Look, PagedPlace, Way } from './place.ts'

/** Bluesky's search (app.bsky.feed.searchPosts), which answers only to who signed in: an app password will do. */
export const bluesky: PagedPlace = {
  ask({ search, since, now }, next) {
    const { q = '', lang } = search.params
    const from = new Date((since ?? now - month) - hour).toISOString()
    return {
      url: addressIn(search.base, '/xrpc/app.bsky.feed.searchPosts', {
        q,
        sort: 'latest',
        since: from,
        lang: lang ?? null,
        limit: 100,
        cursor: next,
      }),
    }
  },

  sign: async (door, account, fresh) => ({
    authorization: `Bearer ${await sessionOf(door, account, fresh)}`,
  }),

  read(body) {
    const { found, odd } = each(list(body, 'posts'), 'posts', postOf, 'bluesky')
    return { posts: found, odd, next: maybeText(body, 'cursor') }
  },
}

function postOf(view: unknown): Post {
  const uri = text(view, 'uri')
  const [did, handle] = [text(view, 'author.did'), text(view, 'author.handle')]
  const langs = at(view, 'record.langs')
  const written = instant(view, 'record.createdAt')
  // Whoever writes it says when: nobody wrote it after it was found.
  const indexed = maybeInstant(view, 'indexedAt') ?? written
  return {
    id: uri,
    url: `https://bsky.app/profile/${handle === 'handle.invalid' ? did : handle}/post/${uri.split('/').at(-1)}`,
    title: '',
    text: text(view, 'record.text'),
    author: maybeText(view, 'author.displayName') || handle,
    publishedAt: Math.min(written, indexed),
    updatedAt: null,
    language: Array.isArray(langs) && langs.length === 1 && typeof langs[0] === 'string' ? langs[0] : null,
    network: 'bluesky',
    account: { where: 'bluesky', who: did },
    engagement: countsOf(view),
  }
}

const countsOf = (view: unknown) => ({
  likes: maybeNumber(view, 'likeCount'),
  shares: (maybeNumber(view, 'repostCount') ?? 0) + (maybeNumber(view, 'quoteCount') ?? 0),
  comments: maybeNumber(view, 'replyCount'),
})

/** Signs in once for all searches of an account, and again when that has run out. In memory alone. */
async function sessionOf(door: Way, { base, key, handle, secrets }: SearchAccount, fresh: boolean) {
  const known = sessions.get(`${base} ${key}`)
  if (known && !fresh && performance.now() < known.until) return known.token
  sessions.delete(`${base} ${key}`)
  const answer = await door.post(addressIn(base, '/xrpc/com.atproto.server.createSession'), {
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ identifier: handle, password: secrets.password }),
  })
  if (answer.status !== 200) throw problemOfSign(answer)
  const token = asDocumented('bluesky', () => text(json('bluesky', answer.body), 'accessJwt'))
  sessions.set(`${base} ${key}`, { token, until: performance.now() + hour })
  return token
}

const problemOfSign = (answer: Answer) =>
  problemOfLook(
    'bluesky',
    answer,
    answer.status === 400 || answer.status === 401 ? 'place.status-401' : undefined,
  )

const sessions = new Map<string, { token: string; until: number }>()

/** 25 posts with one request. One that is not given back is gone. */
export const lookAtBluesky: Look = async (door, { base, account }, ids) => {
  if (!account) return []
  const headers = { authorization: `Bearer ${await sessionOf(door, account, false)}` }
  const all = []
  for (let from = 0; from < ids.length; from += 25) {
    const asked = ids.slice(from, from + 25).filter((id) => id.startsWith('at://'))
    if (asked.length === 0) continue
    const url = new URL(addressIn(base, '/xrpc/app.bsky.feed.getPosts'))
    for (const uri of asked) url.searchParams.append('uris', uri)
    const answer = await door.get(url.href, { headers })
    if (answer.status !== 200) throw problemOfLook('bluesky', answer)
    // One that cannot be read is not gone: then nothing is said of any.
    const posts = asDocumented('bluesky', () =>
      list(json('bluesky', answer.body), 'posts').map((view) => ({
        id: text(view, 'uri'),
        text: text(view, 'record.text'),
        engagement: countsOf(view),
        deleted: false,
      })),
    )
    all.push(...posts)
    const there = new Set(posts.map(({ id }) => id))
    all.push(
      ...asked
        .filter((id) => !there.has(id))
        .map((id) => ({ id, engagement: null, text: null, deleted: true })),
    )
  }
  return all
}

const month = 30 * 24 * 60 * minute
