import { breathe } from '../breath.ts'
import type { Post } from '../model/post.ts'
import { addressOf, hasScheme } from './addresses.ts'
import { authorOf } from './author.ts'
import { readDate } from './dates.ts'
import { plain, plainLine } from './plain-text.ts'
import type { Enclosure, Link, Raw } from './raw.ts'

/** A feed as it was read. Instants and `ttl` in milliseconds; texts are plain. */
export type Feed = {
  /** As published; '' where it has none. */
  id: string
  title: string
  url: string | null
  updatedAt: number | null
  /** How long it asks to be left alone. */
  ttl?: number
  language?: string | null
  /** Where it can be subscribed to instead of polled (WebSub). */
  hub?: string | null
  /** Where it says that it lives. */
  self?: string | null
  /** Names it where it has no address: `tag:…`, `urn:…`. Opens nothing. */
  uri?: string | null
  posts: FeedPost[]
  /** The ids of posts that it says are gone. */
  deleted?: string[]
  /** How many items there were beyond those kept. */
  dropped?: number
}

/** A post as its feed publishes it: `id` is the guid, '' where there is none (see `identify`). */
export type FeedPost = Post & {
  uri?: string | null
  categories?: string[]
  image?: string | null
  enclosures?: Enclosure[]
  /** How many comments the feed counts. */
  comments?: number | null
}

/**
 * Makes a feed of what was gathered. `url` is where it was fetched: then addresses become absolute by it, or by the
 * site's own link in RSS. Of a bare file only xml:base is a base; what it leaves relative stays as it was written.
 */
export async function feedOf(
  raw: Raw,
  items: Raw[],
  about: { url: string | null; atom: boolean },
): Promise<Feed> {
  const self = addressOf(raw.links?.find(({ rel }) => rel === 'self')?.href, about.url)
  const link = linkOf(raw)
  const url = resolved(link, link && link.base !== about.url ? link.base : about.url)
  const base = about.url === null ? null : about.atom ? about.url : (absolute(url) ?? about.url)
  const posts: FeedPost[] = []
  const shared = {
    base,
    fetched: about.url,
    author: about.atom ? raw.author : undefined,
    language: raw.language ?? raw.textLanguage ?? null,
  }
  for (const item of items) {
    posts.push(postOf(item, shared))
    const pause = breathe()
    if (pause) await pause
  }
  return {
    id: raw.id ?? '',
    title: titleOf(raw),
    url: url ?? openable(raw),
    updatedAt: dateIn(raw.updated, raw.dated, raw.published),
    ttl: ttlOf(raw),
    language: shared.language,
    hub: addressOf(raw.links?.find(({ rel }) => rel === 'hub')?.href, base),
    self,
    uri: raw.permalink ? (raw.id ?? null) : null,
    posts,
    ...(raw.deleted ? { deleted: raw.deleted } : {}),
  }
}

type Shared = {
  base: string | null
  fetched: string | null
  author: string | undefined
  language: string | null
}

function postOf(raw: Raw, { base, fetched, author, language }: Shared): FeedPost {
  const link = linkOf(raw)
  // An xml:base goes before everything; where there was none, the link stands on the fetched address.
  const own = link && link.base !== fetched ? link.base : base
  const comments = Number.parseInt(raw.comments ?? '', 10)
  return {
    id: raw.id ?? '',
    url: resolved(link, own) ?? openable(raw),
    uri: raw.permalink ? (raw.id ?? null) : null,
    title: titleOf(raw),
    text: raw.text ? plain(raw.text) : '',
    author: authorOf(raw.author ?? raw.source?.author ?? author),
    publishedAt: dateIn(raw.published, raw.created, raw.dated, raw.updated),
    updatedAt: dateIn(raw.updated, raw.published || raw.created ? raw.dated : undefined),
    language: raw.language ?? raw.textLanguage ?? language,
    outlet: raw.source ? titleOf(raw.source) || null : (raw.sourceName ?? null),
    categories: raw.categories ?? [],
    image: addressOf(raw.image, own),
    enclosures: enclosuresOf(raw, own),
    comments: Number.isFinite(comments) && comments >= 0 ? comments : null,
  }
}

const enclosuresOf = ({ enclosures = [] }: Raw, base: string | null): Enclosure[] =>
  enclosures.flatMap(({ url, type }) => {
    const address = addressOf(url, base)
    return address === null ? [] : [{ url: address, type }]
  })

const titleOf = ({ title, minorTitle }: Raw) =>
  (title && plainLine(title)) || (minorTitle ? plainLine(minorTitle) : '')

/** RSS writes its link, Atom has several: the one for people comes first. */
function linkOf(raw: Raw): Link | undefined {
  const alternates = raw.links?.filter(({ rel }) => rel === 'alternate' || rel === '') ?? []
  return (
    raw.link ??
    alternates.find(({ type }) => type === '' || type.includes('html')) ??
    alternates.find(notFeed) ??
    raw.minorLink
  )
}

const notFeed = ({ type }: Link) => !/atom|rss|json|rdf/u.test(type)

const resolved = (link: Link | undefined, base: string | null) => (link ? addressOf(link.href, base) : null)
const absolute = (address: string | null) => (address !== null && /^https?:/iu.test(address) ? address : null)
const openable = (raw: Raw) => (raw.permalink && raw.id && hasScheme(raw.id) ? absolute(raw.id) : null)

/** The first of these that is a date. */
export function dateIn(...written: (string | undefined)[]): number | null {
  for (const text of written) {
    const at = text === undefined ? null : readDate(text)
    if (at !== null) return at
  }
  return null
}

/** `ttl` is minutes; the syndication module says how many times in a period. */
function ttlOf({ ttl, period, frequency }: Raw): number | undefined {
  const minutes = Number.parseFloat(ttl ?? '')
  if (minutes > 0) return minutes * 60_000
  const hours = periods[period?.toLowerCase() ?? '']
  const times = Number.parseInt(frequency ?? '1', 10)
  return hours ? (hours * 3_600_000) / (times > 0 ? times : 1) : undefined
}

const periods: Record<string, number> = {
  __proto__: null as never,
  hourly: 1,
  daily: 24,
  weekly: 168,
  monthly: 730,
  yearly: 8_766,
}
