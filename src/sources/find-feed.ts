import type { Answer, Door } from '../http.ts'
import { isLongAddress, longestAddress } from '../model/address.ts'
import { feedKey } from '../model/feed-address.ts'
import { Oops, reasonOf, Unavailable } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { textOf } from './bytes.ts'
import { problemOf } from './feed.ts'
import { channelIn, hasNone, knownFeed, likelyFeed } from './known-sites.ts'
import { asksPassword, linkedFeeds, type PageFeed, shownFeeds } from './page-feeds.ts'
import { type Feed, readFeed } from './reader.ts'

/** A feed that was read: where it is to be asked for from now on, and what it holds. `others` are named beside it. */
export type FoundFeed = { is: 'feed'; url: string; feed: Feed; others: PageFeed[] }
/** A page names several feeds: somebody has to choose. */
export type SeveralFeeds = { is: 'several'; page: string; feeds: PageFeed[] }

/** How long one answer, and all of them together, may take, in ms. */
export type Patience = { ask: number; search: number }

/**
 * Finds the feed of a site, a page or a profile, or reads the feed that the address is. Asks the site a few times at
 * most, one after the other, and gives up after half a minute. Throws Oops and Unavailable with what to do instead.
 */
export async function findFeed(
  door: Door,
  address: string,
  now: Instant,
  patience = usualPatience,
): Promise<FoundFeed | SeveralFeeds> {
  if (hasNone(address)) throw new Oops('sources.never-any', { host: new URL(address).host })
  const way = newWay(door, now, patience)
  const known = knownFeed(address)
  if (known !== null) {
    const found = await way.read(known).catch(unlessMissing)
    if (found) return found
  }
  const answer = await way.get(address)
  const { text, feed } = await way.feedIn(answer)
  if (feed) return found(answer, address, feed)
  const page = text.slice(0, mostPage)
  const named = distinct(firstOf(linkedFeeds(page, answer.url), () => shownFeeds(page, answer.url)))
  const [first, ...others] = named
  if (first) {
    if (others.some((one) => !isComments(one))) return { is: 'several', page: answer.url, feeds: named }
    return { ...(await way.linked(first)), others }
  }
  const channel = channelIn(text, answer.url)
  if (channel !== null) return way.linked({ url: channel, title: '' })
  return (await way.guess(answer.url)) ?? giveUp(page, answer.url)
}

/** Reads one of the feeds that a page names. Throws as `findFeed` does. */
export const readChosen = (door: Door, url: string, now: Instant): Promise<FoundFeed> =>
  newWay(door, now, usualPatience).linked({ url, title: '' })

/** The requests of one search: each has its time, and all of them together have theirs. */
function newWay(door: Door, now: Instant, patience: Patience) {
  const end = performance.now() + patience.search

  async function ask(url: string): Promise<Answer> {
    const left = Math.min(patience.ask, Math.ceil((end - performance.now()) / 1000) * 1000)
    if (left <= 0) throw tooSlow(url, patience.search)
    return door.get(url, { headers: { accept }, timeout: left })
  }

  async function get(url: string): Promise<Answer> {
    const answer = await ask(url)
    if (answer.status >= 200 && answer.status <= 299) return answer
    throw problemOf(answer, answer.url, now)
  }

  /** What an answer says, and the feed that it is, if it is one. */
  async function feedIn({ body, url, headers }: Answer): Promise<{ text: string; feed: Feed | null }> {
    const charset = /charset\s*=\s*["']?([^\s"';]+)/iu.exec(headers['content-type'] ?? '')?.[1] ?? null
    try {
      return { text: '', feed: await readFeed(body, { url, charset }) }
    } catch (error) {
      if (!(error instanceof Oops)) throw error
      return { text: await textOf(body, charset), feed: null }
    }
  }

  async function read(url: string): Promise<FoundFeed | null> {
    const answer = await get(url)
    const { feed } = await feedIn(answer)
    return feed && found(answer, url, feed)
  }

  /** A feed that a page leads to: that it cannot be read is not the fault of who gave the page. */
  async function linked({ url }: PageFeed): Promise<FoundFeed> {
    const found = await read(url)
    if (found) return found
    throw new Oops('sources.linked-none', { feed: url })
  }

  /** Where feeds usually are, below the page and below the site; stops where the site does not want to be asked. */
  async function guess(page: string): Promise<FoundFeed | null> {
    const likely = likelyFeed(page)
    const { origin, pathname } = new URL(page)
    const below = pathname.replace(/\/[^/]*\.\w+$|\/+$/u, '')
    const all = [
      ...(likely ? [likely] : []),
      ...(below === '' ? [] : [`${origin}${below}/feed`]),
      ...usual.map((path) => `${origin}${path}`),
    ]
    for (const url of all) {
      const answer = await ask(url).catch(unlessTooLarge)
      if (!answer || unwilling.has(answer.status)) return null
      if (answer.status !== 200) continue
      const { feed } = await feedIn(answer)
      if (feed) return found(answer, url, feed)
    }
    return null
  }

  return { get, read, linked, feedIn, guess }
}

/**
 * A permanent move is learned at once, but not from a safe address to one that is not; another one is gone through each
 * time. Throws Oops for an address that is too long to be kept.
 */
function found({ moved, url: end }: Answer, asked: string, feed: Feed): FoundFeed {
  const learned =
    moved.length > 0 &&
    feedKey(moved.at(-1)!) === feedKey(end) &&
    (/^https:/iu.test(end) || !/^https:/iu.test(asked)) &&
    !isLongAddress(end)
  const url = learned ? end : asked
  if (isLongAddress(url)) throw new Oops('option.address-long', { most: longestAddress })
  return { is: 'feed', url, feed, others: [] }
}

function giveUp(page: string, url: string): never {
  const { host } = new URL(url)
  if (hasNone(url)) throw new Oops('sources.never-any', { host })
  if (asksPassword(page)) throw new Oops('sources.login', { host })
  throw new Oops('sources.none-found', { host })
}

/**
 * The same feed in another format is no choice for anybody: of each, the one that the page names first. Comments
 * come last.
 */
function distinct(feeds: PageFeed[]): PageFeed[] {
  const kinds = new Map<string, PageFeed>()
  for (const one of feeds) {
    const kind = `${withoutFormat(feedKey(one.url))} ${withoutFormat(one.title)}`
    if (!kinds.has(kind)) kinds.set(kind, one)
  }
  return [...kinds.values()].sort((a, b) => Number(isComments(a)) - Number(isComments(b)))
}

const withoutFormat = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !formats.test(word))
    .join(' ')

const formats = /^(?:(?:rss|atom|rdf|xml|json|feed|feeds|flux|index|full)[\d]*|1|2|0|03|10|20)$/u

const isComments = ({ url, title }: PageFeed) => /\b(?:comment(?:s|aires?)?)\b/iu.test(`${url} ${title}`)

const firstOf = <One>(first: One[], others: () => One[]) => (first.length > 0 ? first : others())

function unlessMissing(error: unknown): null {
  if (error instanceof Unavailable && error.key === 'feed.status-404') return null
  throw error
}

/** A guess that does not work out ends the guessing; a page that is too large is only no feed. */
function unlessTooLarge(error: unknown): null {
  if (error instanceof Unavailable && 'key' in reasonOf(error)) return null
  throw error
}

const tooSlow = (url: string, within: number) => {
  const host = URL.parse(url)?.host ?? url
  const seconds = within / 1000
  return new Unavailable(`${host} did not answer within ${seconds} s`, {
    key: 'door.too-slow',
    values: { host, seconds },
  })
}

const accept =
  'application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, application/xhtml+xml;q=0.9, application/xml;q=0.8, */*;q=0.5'
const usual = ['/feed', '/rss', '/atom.xml', '/rss.xml', '/feed.xml', '/index.xml']
/** Who answers so does not want to be asked more. */
const unwilling = new Set([401, 403, 429, 503])
const usualPatience: Patience = { ask: 10_000, search: 30_000 }
/** Links to feeds stand at the beginning of a page, behind long scripts at worst. */
const mostPage = 1024 * 1024
