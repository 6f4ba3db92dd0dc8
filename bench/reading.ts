import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFeed } from 'htmlparser2'
import RssParser from 'rss-parser'
import { readFeed } from '../src/sources/reader.ts'
import { madeFeeds, madeTopics } from './feeds.ts'

/**
 * Reading alone, MB a second of processor time (collecting garbage included), from bytes to a feed: Vigie's reader beside rss-parser and htmlparser2's
 * `parseFeed` (which keeps the markup and knows no JSON Feed). The best of `rounds`, side by side in one run.
 * BENCH_FEEDS names a folder of real feeds to read instead of the made ones.
 */
export async function reading({ rounds = 7, folder = process.env.BENCH_FEEDS } = {}) {
  const feeds = folder
    ? readdirSync(folder).map((name) => readFileSync(join(folder, name)))
    : madeFeeds({ feeds: 100, items: 40, topics: madeTopics(50), seed: 5 }).map(inTurn)
  const parser = new RssParser()
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  const ways: Record<string, (bytes: Uint8Array) => unknown> = {
    vigie: (bytes) => readFeed(bytes, { url: 'https://outlet.example/feed' }),
    'rss-parser': (bytes) => parser.parseString(text(bytes)),
    parseFeed: (bytes) => parseFeed(text(bytes)),
  }
  // What the others cannot read is left out for all, so that nobody is quick by giving up.
  const readable: Uint8Array[] = []
  for (const bytes of feeds) {
    const all = await Promise.all(
      Object.values(ways).map(async (read) => soon(read(bytes)).catch(() => null)),
    )
    if (all.every(Boolean)) readable.push(bytes)
  }
  const size = readable.reduce((sum, { length }) => sum + length, 0)
  const best: Record<string, number> = {}
  for (let round = -3; round < rounds; round++)
    for (const [way, read] of Object.entries(ways)) {
      const began = process.cpuUsage()
      for (const bytes of readable) await read(bytes)
      const { user, system } = process.cpuUsage(began)
      if (round >= 0) best[way] = Math.max(best[way] ?? 0, size / (user + system))
    }
  const { vigie = 0, 'rss-parser': theirs = 1, parseFeed: other = 1 } = best
  return {
    feeds: readable.length,
    MB: +(size / 1e6).toFixed(1),
    'MB/s': Object.fromEntries(Object.entries(best).map(([way, rate]) => [way, +rate.toFixed(1)])),
    ratio: { 'rss-parser': +(vigie / theirs).toFixed(1), parseFeed: +(vigie / other).toFixed(1) },
  }
}

/** Half of the feeds hold their texts in CDATA, half escape them. */
function inTurn(bytes: Uint8Array, at: number): Uint8Array {
  if (at % 2 === 0) return bytes
  const escaped = new TextDecoder()
    .decode(bytes)
    .replace(/<!\[CDATA\[(.*?)\]\]>/gsu, (_, inside: string) =>
      inside.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    )
  return new TextEncoder().encode(escaped)
}

/** On some malformed feeds rss-parser never answers. */
const soon = async (answer: unknown) =>
  Promise.race([answer, new Promise<null>((resolve) => setTimeout(() => resolve(null), 5_000).unref())])
