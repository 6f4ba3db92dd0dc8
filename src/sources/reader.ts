import { breathe } from '../breath.ts'
import { Oops } from '../model/oops.ts'
import { textOf } from './bytes.ts'
import { dateIn, type Feed, feedOf } from './feed-of.ts'
import { newGatherer } from './gather.ts'
import { readJsonFeed } from './json-feed.ts'
import { walk } from './markup.ts'
import { newNewest } from './newest.ts'
import { noFeed } from './no-feed.ts'
import type { Raw } from './raw.ts'

export type { Feed, FeedPost } from './feed-of.ts'

/**
 * Reads RSS, RDF, Atom, CDF and JSON feeds of any shape, and keeps what can be kept of broken ones. `url` is where
 * the bytes came from, `charset` what HTTP said of them. Posts come in the order of the document, at most the 5,000
 * newest. Throws Oops for what is no feed. Works in slices: nobody else waits for more than some 50 ms.
 */
export async function readFeed(
  bytes: Uint8Array,
  about: { url?: string | null; charset?: string | null } = {},
): Promise<Feed> {
  const url = about.url ?? null
  await breathe()
  const text = (await textOf(bytes, about.charset ?? null)).trimStart()
  if (text === '') throw new Oops('feed.empty')
  if (text[0] === '{' || text[0] === '[') return readJsonFeed(text, url)
  if (/^<!doctype\s+html/iu.test(text)) throw noFeed(text, url)
  const newest = newNewest(publishedAt)
  const gatherer = newGatherer(newest.add)
  await walk(text, url, gatherer)
  const kind = gatherer.kind()
  if (kind !== 'feed' && kind !== 'atom') throw noFeed(text, url)
  const { items, dropped } = newest.all()
  const feed = await feedOf(gatherer.feed, items, { url, atom: kind === 'atom' })
  return dropped > 0 ? { ...feed, dropped } : feed
}

const publishedAt = ({ published, created, dated, updated }: Raw) =>
  dateIn(published, created, dated, updated) ?? 0
