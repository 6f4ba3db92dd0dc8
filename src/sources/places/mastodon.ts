import type { Post } from '../../model/post.ts'
import { addressIn } from './address.ts'
import {
  asDocumented,
  each,
  html,
  instant,
  json,
  list,
  maybeInstant,
  maybeNumber,
  maybeText,
  shortId,
  text,
} from './answer.ts'
import { problemOfLook } from './looking.ts'
import type { Look, Looked, PagedPlace } from './place.ts'

/** What a Mastodon server shows of hashtags to everybody; and of its search, to who has a token of it. */
export const mastodon: PagedPlace = {
  ask({ search }, next, nth) {
    const { q, tags = '' } = search.params
    if (q !== undefined)
      return {
        url: addressIn(search.base, '/api/v2/search', {
          q,
          type: 'statuses',
          limit: 40,
          offset: nth > 1 ? (nth - 1) * 40 : null,
        }),
      }
    const [first = '', ...others] = tags.split(',')
    const url = new URL(
      addressIn(search.base, `/api/v1/timelines/tag/${encodeURIComponent(first)}`, {
        limit: 40,
        max_id: next,
      }),
    )
    for (const tag of others) url.searchParams.append('any[]', tag)
    return { url: url.href }
  },

  sign: async (_, { secrets }) => ({ authorization: `Bearer ${secrets.token}` }),

  read(body, { search }) {
    const searched = search.params.q !== undefined
    const all = list(body, searched ? 'statuses' : '')
    const { found, odd } = each(all, searched ? 'statuses' : '', postOf, 'mastodon')
    // A page before this one is asked for by the last number of a timeline, by its place in a search.
    const last = all.length === 0 ? null : searched ? 'more' : maybeText(all.at(-1), 'id')
    return { posts: found, odd, next: all.length < 40 && searched ? null : last }
  },
}

function postOf(status: unknown): Post | null {
  const visibility = text(status, 'visibility')
  // A token may find what was written to its owner alone: that is not said in public.
  if (visibility !== 'public' && visibility !== 'unlisted') return null
  const uri = text(status, 'uri')
  const url = maybeText(status, 'url') ?? uri
  const host = URL.parse(uri)?.host ?? ''
  const acct = text(status, 'account.acct')
  const who = acct.includes('@') ? acct : `${acct}@${host}`
  const warning = maybeText(status, 'spoiler_text') ?? ''
  const said = html(text(status, 'content'))
  return {
    id: idOf(url, uri),
    url,
    title: '',
    text: warning.trim() === '' ? said : `${warning}\n${said}`,
    author: maybeText(status, 'account.display_name') || who,
    publishedAt: instant(status, 'created_at'),
    updatedAt: maybeInstant(status, 'edited_at'),
    language: maybeText(status, 'language'),
    network: 'mastodon',
    account: { where: 'mastodon', who },
    followers: maybeNumber(status, 'account.followers_count'),
    engagement: countsOf(status),
  }
}

const countsOf = (status: unknown) => ({
  likes: maybeNumber(status, 'favourites_count'),
  shares: maybeNumber(status, 'reblogs_count'),
  comments: maybeNumber(status, 'replies_count'),
})

/** The same on every server that knows it: where it was written, and its number there. */
function idOf(...addresses: string[]): string {
  for (const address of addresses) {
    const url = URL.parse(address)
    const number = /^\/(?:@[^/]+|users\/[^/]+\/statuses|ap\/users\/[^/]+\/statuses)\/(\d+)\/?$/.exec(
      url?.pathname ?? '',
    )?.[1]
    if (url && number) return `${url.host}/${number}`
  }
  return shortId(addresses.at(-1)!)
}

/** Where each was written, one by one: only there it is known what became of it. */
export const lookAtMastodon: Look = async (door, { base, account }, ids) => {
  const all: Looked[] = []
  const own = new URL(base)
  for (const id of ids) {
    const [, host, status] = /^([^/\s]+)\/(\d+)$/.exec(id) ?? []
    if (!host) continue
    const isOwn = host === own.host
    const headers: Record<string, string> =
      isOwn && account ? { authorization: `Bearer ${account.secrets.token}` } : {}
    const server = isOwn ? base : `https://${host}`
    const answer = await door.get(addressIn(server, `/api/v1/statuses/${status}`), { headers })
    if (answer.status === 404 || answer.status === 410)
      all.push({ id, engagement: null, text: null, deleted: true })
    else if (answer.status !== 200) throw problemOfLook('mastodon', answer)
    else {
      const now = json('mastodon', answer.body)
      all.push(
        asDocumented('mastodon', () => ({
          id,
          deleted: false,
          text: html(text(now, 'content')),
          engagement: countsOf(now),
        })),
      )
    }
  }
  return all
}
