import { isLongAddress } from '../model/address.ts'
import { addressOf, baseOf } from './addresses.ts'
import { decodeXml } from './entities.ts'
import { plainLine } from './plain-text.ts'

/** A feed that a page names, and how it calls it ('' where it does not). */
export type PageFeed = { url: string; title: string }

/** The feeds that a page names in its head: `<link rel="alternate">` of all kinds, in order, each address once. */
export const linkedFeeds = (html: string, url: string | null): PageFeed[] =>
  feedsIn(html, url, { tags: /<link\b[^<>]{0,2000}>/giu, isFeed: namesFeed })

/** Those that it only shows to people: by the link's type, or because its address looks like a feed's. */
export const shownFeeds = (html: string, url: string | null): PageFeed[] =>
  feedsIn(html, url, { tags: /<a\b[^<>]{0,2000}>/giu, isFeed: looksLikeFeed })

/** Whether this is a page for browsers. */
export const isPage = (text: string) => /<(?:html|head|body)\b|<!doctype\s+html/iu.test(text)

/** Whether a page asks for a password. */
export const asksPassword = (html: string) => /<input\b[^<>]{0,500}\btype\s*=\s*["']?password\b/iu.test(html)

function namesFeed(tag: string): boolean {
  const rel = attribute(tag, 'rel') ?? ''
  if (/(?:^|\s)feed(?:\s|$)/iu.test(rel)) return true
  if (!/\balternate\b/iu.test(rel)) return false
  const type = attribute(tag, 'type') ?? ''
  // JSON is anything: a feed only where its address says so.
  return (
    feedTypes.test(type) || (/^application\/json\b/iu.test(type) && isLikeFeed(attribute(tag, 'href') ?? ''))
  )
}

const feedTypes =
  /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|text\/(?:rss|atom)\+?xml|(?:application|text)\/xml)\b/iu

/** Whether an address looks like a feed's, by the end of its path; one that leads into a page does not. */
function isLikeFeed(address: string): boolean {
  const [path = ''] = address.split('?', 1)
  return !address.includes('#') && likeFeed.test(path.slice(-100))
}

const likeFeed =
  /(?:\/(?:feeds?|rss|atom)\/?|\.(?:rss|atom|rdf)|\b(?:rss2?|atom|feed|index)\.(?:xml|json))$/iu

const looksLikeFeed = (tag: string) =>
  /^application\/(?:rss|atom)\+xml/iu.test(attribute(tag, 'type') ?? '') ||
  isLikeFeed(attribute(tag, 'href') ?? '')

function feedsIn(
  html: string,
  url: string | null,
  { tags, isFeed }: { tags: RegExp; isFeed: (tag: string) => boolean },
): PageFeed[] {
  const page = withoutComments(html)
  const base = baseIn(page, url)
  const found = new Map<string, PageFeed>()
  const seen = new Set<string>()
  let left = mostTags
  for (const [tag] of page.matchAll(tags)) {
    if (left-- === 0 || found.size === mostFeeds) break
    if (seen.has(tag) || !isFeed(tag)) continue
    seen.add(tag)
    const address = openable(addressOf(withoutFeedScheme(attribute(tag, 'href')), base), base)
    if (address === null || found.has(address)) continue
    const title = plainLine({ text: attribute(tag, 'title') ?? '', as: 'text' }).slice(0, 200)
    found.set(address, { url: address, title })
  }
  return [...found.values()]
}

/** More of them stand in no honest page. */
const mostTags = 3_000
const mostFeeds = 50

/** `feed://…` and `feed:https://…` say what an address leads to, not how. */
const withoutFeedScheme = (written: string | null) =>
  written?.replace(/^feed:(?:\/\/)?(?=https?:)/iu, '').replace(/^feed:\/\//iu, 'https://')

/** Only what can be asked for and kept; without a base an address stays as it was written. */
const openable = (address: string | null, base: string | null) =>
  address === null ||
  isLongAddress(address) ||
  (base !== null && !/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
    ? null
    : address

/** What a page says to nobody names no feed. */
function withoutComments(html: string): string {
  let kept = ''
  for (let at = 0; ; ) {
    const from = html.indexOf('<!--', at)
    const to = from < 0 ? -1 : html.indexOf('-->', from + 4)
    if (to < 0) return kept + html.slice(at)
    kept += html.slice(at, from)
    at = to + 3
  }
}

const baseIn = (html: string, url: string | null) =>
  baseOf(attribute(/<base\b[^<>]{0,2000}>/iu.exec(html)?.[0] ?? '', 'href'), url)

function attribute(tag: string, name: keyof typeof attributes): string | null {
  const found = attributes[name].exec(tag)
  return found ? decodeXml(found[1] ?? found[2] ?? found[3]!).trim() : null
}

const pattern = (name: string) => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'iu')
const attributes = {
  href: pattern('href'),
  rel: pattern('rel'),
  type: pattern('type'),
  title: pattern('title'),
}
