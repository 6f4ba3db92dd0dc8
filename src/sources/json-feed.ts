import { breathe } from '../breath.ts'
import { Oops } from '../model/oops.ts'
import { addressOf } from './addresses.ts'
import { readDate } from './dates.ts'
import type { Feed, FeedPost } from './feed-of.ts'
import { newValueReader, type Part, partsOf } from './json-parts.ts'
import { newNewest } from './newest.ts'
import { plain, plainLine } from './plain-text.ts'

/**
 * Reads a JSON Feed (jsonfeed.org, versions 1 and 1.1), of a broken or cut one what can be read. At most the 5,000
 * newest posts are kept. Throws Oops for any other JSON.
 */
export async function readJsonFeed(text: string, url: string | null): Promise<Feed> {
  const { feed, items, dropped, whole } = await parse(text)
  if (!isFeed(feed, items) || (!whole && items.length === 0))
    throw new Oops(whole ? 'feed.json' : 'feed.json-broken')
  const home = addressOf(string(feed.home_page_url), url)
  const base = home ?? addressOf(string(feed.feed_url), url) ?? url
  const language = string(feed.language) || null
  const posts: FeedPost[] = []
  for (const item of items) {
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
    ...(dropped > 0 ? { dropped } : {}),
  }
}

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

/** The feed's own members and its newest items, each read by itself: a broken one takes no other along. */
async function parse(text: string): Promise<{ feed: Json; items: Json[]; dropped: number; whole: boolean }> {
  const feed: Json = {}
  const newest = newNewest(publishedAt)
  const values = newValueReader()
  let whole = true
  let listed = false
  for (const part of text[0] === '{' ? partsOf(text, 0, text.length) : []) {
    if (part === null) await breathe()
    else if (part.key === 'items' && text[part.from] === '[') {
      listed = true
      for (const item of partsOf(text, part.from, part.to)) {
        if (item === null) await breathe()
        else {
          const read = itemIn(text, item, values)
          const json = read instanceof Promise ? await read : read
          if (json) newest.add(json)
          whole &&= item.whole
        }
      }
    } else if (known.has(part.key)) feed[part.key] ??= values.read(text, part.from, part.to)
    if (part) whole &&= part.whole
  }
  const { items, dropped } = newest.all()
  return { feed: listed ? { ...feed, items } : feed, items, dropped, whole }
}

/** What nobody asks for is not even unpacked: a member of a feed or an item that counts. */
const known = new Set(
  `version title home_page_url feed_url language hubs authors author id url external_url content_html content_text
  summary date_published date_modified tags image banner_image attachments`.split(/\s+/u),
)

/** Most are read in one go; a huge or a broken one member by member. Null where nothing of it can be read. */
function itemIn(
  text: string,
  { from, to }: Part,
  values: ReturnType<typeof newValueReader>,
): Json | null | Promise<Json | null> {
  if (text[from] !== '{' || values.tired()) return null
  const read = to - from <= usual ? values.parsed(text.slice(from, to)) : undefined
  return isObject(read) ? read : memberByMember()

  async function memberByMember() {
    const item: Json = {}
    for (const part of partsOf(text, from, to)) {
      if (part === null) await breathe()
      else if (known.has(part.key)) item[part.key] ??= values.read(text, part.from, part.to)
    }
    return Object.values(item).some((value) => value !== undefined) ? item : null
  }
}

const usual = 64 * 1024
const publishedAt = ({ date_published, date_modified }: Json) =>
  (date_published || date_modified
    ? (readDate(string(date_published)) ?? readDate(string(date_modified)))
    : null) ?? 0

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The version says so; some leave it out, but a list of items with ids or addresses is unmistakable. */
const isFeed = (feed: Json, items: Json[]) =>
  feed.items !== undefined &&
  (/jsonfeed\.org\/version/u.test(string(feed.version)) ||
    (typeof feed.title === 'string' && items.some(({ id, url }) => (id ?? url) !== undefined)))

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const string = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
const line = (value: unknown) => plainLine({ text: string(value), as: 'guess' })

const authorIn = ({ authors, author }: Json): string | null => {
  const first = list(authors).find(isObject) ?? (isObject(author) ? author : undefined)
  return line(first?.name) || null
}
