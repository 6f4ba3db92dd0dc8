import type { Answer } from '../../http.ts'
import type { Post } from '../../model/post.ts'
import type { SearchAccount } from '../../model/search.ts'
import { minute } from '../../model/time.ts'
import { addressIn } from './address.ts'
import { asDocumented, at, each, instant, json, list, maybeNumber, maybeText, text } from './answer.ts'
import { problemOfLook } from './looking.ts'
import type { PagedPlace, Way } from './place.ts'

/** Reviews of one's own business on Google (My Business API v4, accounts.locations.reviews.list). */
export const googleBusiness: PagedPlace = {
  ask({ search }, next) {
    const { owner = '', location = '' } = search.params
    const path = `/v4/accounts/${encodeURIComponent(owner)}/locations/${encodeURIComponent(location)}/reviews`
    return {
      url: addressIn(search.base, path, { pageSize: 50, orderBy: 'updateTime desc', pageToken: next }),
    }
  },

  sign: async (door, account, fresh) => ({ authorization: `Bearer ${await tokenOf(door, account, fresh)}` }),

  read(body, { search }) {
    // A place without reviews has no list of them.
    const all = at(body, 'reviews') === undefined && isEmpty(body) ? [] : list(body, 'reviews')
    const { found, odd } = each(all, 'reviews', (review) => postOf(review, search.params), 'google-business')
    // They come by when they were changed last.
    const reaches = Math.min(...found.map((post) => post.updatedAt ?? post.publishedAt ?? 0))
    return { posts: found, odd, next: maybeText(body, 'nextPageToken'), reaches }
  },
}

const isEmpty = (body: unknown) =>
  Object.keys(body ?? {}).length === 0 || maybeNumber(body, 'totalReviewCount') === 0

function postOf(review: unknown, { label, location = '' }: Record<string, string>): Post {
  const stars = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'].indexOf(text(review, 'starRating')) + 1
  const said = maybeText(review, 'comment') ?? ''
  // Google puts its translation first; what the customer wrote stands behind « (Original) ».
  const own =
    /\(Original\)\s*([\s\S]+)$/u.exec(said)?.[1] ?? said.replace(/\(Translated by Google\)[\s\S]*$/u, '')
  const [created, updated] = [instant(review, 'createTime'), instant(review, 'updateTime')]
  return {
    id: text(review, 'reviewId'),
    url: null,
    title: [label, stars > 0 ? `${'★'.repeat(stars)}${'☆'.repeat(5 - stars)}` : '']
      .filter((part) => part)
      .join(' '),
    text: own.trim(),
    author: maybeText(review, 'reviewer.displayName'),
    publishedAt: created,
    updatedAt: updated > created ? updated : null,
    outlet: label ?? `Google ${location}`,
    network: 'reviews',
  }
}

/** A token as it was given, or one that a refresh token brings: those last an hour. */
async function tokenOf(door: Way, account: SearchAccount, fresh: boolean): Promise<string> {
  const { token = '', client, secret } = account.secrets
  if (!client || !secret) return token
  const known = tokens.get(account.key)
  if (known && !fresh && performance.now() < known.until) return known.token
  const base = account.base === usual ? 'https://oauth2.googleapis.com' : account.base
  const answer: Answer = await door.post(`${base}/token`, {
    form: { grant_type: 'refresh_token', refresh_token: token, client_id: client, client_secret: secret },
  })
  if (answer.status !== 200) throw problemOfLook('google-business', answer, 'place.status-401')
  const brought = asDocumented('google-business', () =>
    text(json('google-business', answer.body), 'access_token'),
  )
  tokens.set(account.key, { token: brought, until: performance.now() + 50 * minute })
  return brought
}

const usual = 'https://mybusiness.googleapis.com'
const tokens = new Map<string, { token: string; until: number }>()
