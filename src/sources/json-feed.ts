import { Oops } from '../model/oops.ts'
import { addressOf } from './addresses.ts'
import { newBreath } from './breath.ts'
import { readDate } from './dates.ts'
import type { Feed, FeedPost } from './feed-of.ts'
import { plain, plainLine } from './plain-text.ts'

/** Reads a JSON Feed (jsonfeed.org, versions 1 and 1.1). Throws Oops for any other JSON. */
export async function readJsonFeed(text: string, url: string | null): Promise<Feed> {
  const feed = parse(text)
  if (!isFeed(feed)) throw new Oops('feed.json')
  const home = addressOf(string(feed.home_page_url), url)
  const base = home ?? addressOf(string(feed.feed_url), url) ?? url
  const language = string(feed.language) || null
  const breathe = newBreath()
  const posts: FeedPost[] = []
  const items = feed.items.filter(isObject)
  for (const item of items.slice(0, mostPosts)) {
    posts.push(postOf(item, { base, language, author: authorIn(feed) }))
    await breathe()
  }
  const hub = list(feed.hubs).find(isObject)
  return {
    id: string(feed.feed_url),
    title: line(feed.title),
    url: home,
    updatedAt: null,
    language,
    hub: addressOf(string(hub?.url), url),
    self: addressOf(string(feed.feed_url), url),
    posts,
    ...(items.length > mostPosts ? { dropped: items.length - mostPosts } : {}),
  }
}

const mostPosts = 5_000

function postOf(
  item: Json,
  feed: { base: string | null; language: string | null; author: string | null },
): FeedPost {
  const id = string(item.id)
  const html = string(item.content_html)
  const link = string(item.url) || string(item.external_url) || (/^https?:/iu.test(id) ? id : '')
  const published = readDate(string(item.date_published))
  const updated = readDate(string(item.date_modified))
  return {
    id,
    url: addressOf(link, feed.base),
    title: line(item.title),
    text: html
      ? plain({ text: html, as: 'html' })
      : plain({ text: string(item.content_text) || string(item.summary), as: 'text' }),
    author: authorIn(item) ?? feed.author,
    publishedAt: published ?? updated,
    updatedAt: updated,
    language: string(item.language) || feed.language,
    outlet: null,
    categories: list(item.tags).map(string).filter(Boolean),
    image: addressOf(string(item.image) || string(item.banner_image), feed.base),
    enclosures: list(item.attachments)
      .filter(isObject)
      .map((file) => ({
        url: addressOf(string(file.url), feed.base) ?? '',
        type: string(file.mime_type) || null,
      }))
      .filter(({ url }) => url),
    comments: null,
  }
}

type Json = Record<string, unknown>

function parse(text: string): unknown {
  if (isDeep(text)) throw new Oops('feed.json')
  try {
    return JSON.parse(text)
  } catch {
    throw new Oops('feed.json-broken')
  }
}

/** No feed nests deeper than a few levels; a million of them would cost the parser hundreds of megabytes. */
function isDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length && depth <= deepest; at++) {
    const code = text.charCodeAt(at)
    if (quoted && code === backslash) at++
    else if (code === quote) quoted = !quoted
    // `[` and `{` differ from `]` and `}` by two, and from each other by the bit of small letters.
    else if (!quoted && (code | 32) === opening) depth++
    else if (!quoted && (code | 32) === opening + 2) depth--
  }
  return depth > deepest
}

const deepest = 100
const quote = 34
const backslash = 92
const opening = '{'.charCodeAt(0)

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The version says so; some leave it out, but a list of items with ids or addresses is unmistakable. */
const isFeed = (value: unknown): value is Json & { items: unknown[] } =>
  isObject(value) &&
  Array.isArray(value.items) &&
  (/jsonfeed\.org\/version/u.test(string(value.version)) ||
    (typeof value.title === 'string' &&
      value.items.some((item) => isObject(item) && (item.id ?? item.url) !== undefined)))

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const string = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
const line = (value: unknown) => plainLine({ text: string(value), as: 'guess' })

const authorIn = ({ authors, author }: Json): string | null => {
  const first = list(authors).find(isObject) ?? (isObject(author) ? author : undefined)
  return line(first?.name) || null
}
