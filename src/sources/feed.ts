import { createHash } from 'node:crypto'
import type { Answer, Door } from '../http.ts'
import { type Reason, Unavailable } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { readDate } from './dates.ts'
import { type Feed, readFeed } from './reader.ts'
import { type Offer, offerOf } from './websub.ts'

/** What is known of a feed from its last answer; all null before the first. */
export type FetchState = {
  url: string
  etag: string | null
  lastModified: string | null
  bodyHash: string | null
}

/**
 * What a fetch brought. Keep the validators after the posts: lost in a crash, they cost one more fetch, the other
 * way round a post. `freshFor`, in milliseconds: how long the far end asks not to be asked again, null if it does not.
 */
export type Fetched = {
  etag: string | null
  lastModified: string | null
  bodyHash: string | null
  freshFor: number | null
  /** Where the answer came from in the end, and the permanent redirects on the way. */
  url: string
  moved: string[]
  /** What is to be said of it: that not all could be had, and why. */
  note?: Reason | null
} & ({ unchanged: true } | { unchanged: false; feed: Feed; offer: Offer | null })

/**
 * Asks a feed for what is new. Throws Unavailable (with `retryAfter` where it says when, `refused` where it is gone
 * for good) and Oops for what is no feed.
 */
export async function fetchFeed(door: Pick<Door, 'get'>, state: FetchState, now: Instant): Promise<Fetched> {
  const known = validators(state)
  const answer = await door.get(state.url, { headers: { accept, ...known } })
  const { status, headers, url, moved } = answer
  // Of what we do not have nobody can say that it is unchanged.
  const has = state.bodyHash !== null || Object.keys(known).length > 0
  if (status === 304 && has) {
    const kept = {
      etag: headers.etag ?? state.etag,
      lastModified: headers['last-modified'] ?? state.lastModified,
    }
    return {
      unchanged: true,
      ...kept,
      bodyHash: state.bodyHash,
      freshFor: freshness(headers, now),
      url,
      moved,
    }
  }
  if (status < 200 || status > 299) throw problemOf(answer, state.url, now)
  const bodyHash = createHash('sha256').update(answer.body).digest('base64url')
  const news = {
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    bodyHash,
    url,
    moved,
  }
  if (bodyHash === state.bodyHash) return { unchanged: true, ...news, freshFor: freshness(headers, now) }
  const charset = /charset\s*=\s*["']?([^\s"';]+)/iu.exec(headers['content-type'] ?? '')?.[1] ?? null
  const feed = await readFeed(answer.body, { url, charset })
  const freshFor = freshness(headers, now, feed.ttl)
  return { unchanged: false, ...news, freshFor, feed, offer: offerOf(headers, feed, url) }
}

const accept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5'

/** Never an empty one: some servers then answer 200 where 304 was due. Nor one that is no header. */
function validators({ etag, lastModified }: FetchState): Record<string, string> {
  const headers: Record<string, string> = {}
  if (etag && usable.test(etag)) headers['if-none-match'] = etag
  if (lastModified && usable.test(lastModified)) headers['if-modified-since'] = lastModified
  return headers
}

const usable = /^[\x21-\x7e\x80-\xff][\x20-\x7e\x80-\xff]{0,1000}$/

/**
 * What an answer that holds no feed says, when `url` was asked for. Its words are in src/texts/sources.ts, by status.
 * Gone for good is what its own address calls so, or one that it moved to for good.
 */
export function problemOf(
  { status, headers, url: from, moved }: Answer,
  url: string,
  now: Instant,
): Unavailable {
  const host = URL.parse(url)?.host ?? url
  const kind = told.has(status) ? status : status >= 500 ? 'server' : 'other'
  return new Unavailable(`${host} answered ${status}`, {
    refused: status === 410 && isSame(moved.at(-1) ?? url, from),
    from,
    retryAfter: mayWait.has(status)
      ? (retryAfterIn(headers['retry-after'], now) ?? (status === 429 ? resetIn(headers, now) : undefined))
      : undefined,
    key: `feed.status-${kind}`,
    values: { host, status: `${status}` },
  })
}

/** Whether two addresses differ in nothing but a name and a password. */
const isSame = (one: string, other: string) => withoutName(one) === withoutName(other)

function withoutName(address: string): string {
  const url = URL.parse(address)
  if (!url) return address
  url.username = url.password = url.hash = ''
  return url.href
}

const mayWait = new Set([403, 429, 503])
const told = new Set([401, 403, 404, 410, 429, 503])

const minute = 60_000
const day = 24 * 60 * minute

/** Seconds or a date, in milliseconds from now: never under a minute (some say 0), never over a day. */
export function retryAfterIn(written: string | undefined, now: Instant): number | undefined {
  if (!written) return undefined
  const wait = /^\s*\d+(?:\.\d+)?\s*$/u.test(written) ? Number(written) * 1000 : dateIn(written) - now
  return Number.isFinite(wait) ? Math.min(Math.max(wait, minute), day) : undefined
}

/** Mastodon, Bluesky and Reddit say instead when their limit begins anew: a date, seconds since 1970, seconds to go. */
function resetIn(headers: Record<string, string>, now: Instant): number | undefined {
  const written = (headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'])?.trim()
  if (!written) return undefined
  const number = /^\d{1,10}(?:\.\d+)?$/.test(written) ? Number(written) : Number.NaN
  const wait = number > 1e9 ? number * 1000 - now : number >= 0 ? number * 1000 : dateIn(written) - now
  return wait > 0 && wait <= day ? Math.min(Math.max(wait, minute), 60 * minute) : undefined
}

const dateIn = (written: string | undefined) => (written ? (readDate(written) ?? Number.NaN) : Number.NaN)

/** The longest of what the headers and the feed ask for, at most a day. */
function freshness(headers: Record<string, string>, now: Instant, ttl = 0): number | null {
  const control = headers['cache-control'] ?? ''
  const age = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/iu.exec(control)?.[1]
  const never = /no-(?:cache|store)/iu.test(control)
  const cached = never ? 0 : Number(age ?? 0) * 1000
  // By the sender's own clock where it tells it: ours may differ. max-age goes before Expires (RFC 9111).
  const sent = dateIn(headers.date)
  const expires =
    age === undefined && !never ? dateIn(headers.expires) - (Number.isFinite(sent) ? sent : now) : 0
  const asked = Math.max(cached, Number.isFinite(expires) ? expires : 0, ttl)
  return asked > 0 ? Math.min(asked, day) : null
}
