import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import RssParser from 'rss-parser'
import { newAnalysis } from '../src/analysis/analysis.ts'
import { newIntake } from '../src/intake.ts'
import { usualDigest } from '../src/model/digest.ts'
import { readQuery } from '../src/model/query.ts'
import { usualRoutes } from '../src/model/route.ts'
import type { Team } from '../src/model/team.ts'
import { identify } from '../src/sources/identify.ts'
import { readFeed } from '../src/sources/reader.ts'
import { openStore } from '../src/store/store.ts'
import { madeFeeds, madeTopics } from './feeds.ts'

/**
 * The road from a feed's bytes to stored mentions at 200 topics, beside the naive way: rss-parser, a loop of
 * `includes`, natural's AFINN, SQLite as it opens, one commit a row. Items a second of wall
 * clock, the median of `rounds`, side by side in one run. Three rounds before them do not count for either: Vigie
 * runs for weeks, and what is compared is not how fast code gets warm.
 */
export async function road({ rounds = 7, feeds = 60, items = 50 } = {}) {
  const topics = madeTopics(200)
  const ours: number[] = []
  const naive: number[] = []
  let stored = { ours: 0, naive: 0 }
  for (let round = -3; round < rounds; round++) {
    const bytes = madeFeeds({ feeds, items, topics, seed: 17 + round })
    const [one, other] = [await vigie(bytes, topics), await naiveWay(bytes, topics)]
    if (round < 0) continue
    ours.push((feeds * items) / one.seconds)
    naive.push((feeds * items) / other.seconds)
    stored = { ours: one.mentions, naive: other.mentions }
  }
  const [fast, slow] = [median(ours), median(naive)]
  return {
    'items/s': { vigie: Math.round(fast), naive: Math.round(slow), ratio: +(fast / slow).toFixed(1) },
    mentions: stored,
  }
}

type Ran = { mentions: number; seconds: number }

async function vigie(feeds: Uint8Array[], topics: string[]): Promise<Ran> {
  return inFolder(async (folder) => {
    const store = await openStore(folder)
    const team = teamOf(topics)
    const hear = newIntake({
      store,
      teams: [team],
      analysis: newAnalysis(),
      secret: 'bench',
      clock: Date.now,
    })
    let mentions = 0
    const began = performance.now()
    const road = async (bytes: Uint8Array, at: number) => {
      const feed = await readFeed(bytes, { url: `https://outlet-${at}.example/feed`, charset: null })
      const batch = {
        source: `feed:${at}`,
        outlet: feed.title ?? '',
        teams: [team.name],
        posts: identify(feed.posts),
      }
      const taken = await hear(batch)
      mentions += taken.mentions[team.name]!
    }
    // Twenty feeds are under way at once, as when they are polled.
    const all = feeds.entries()
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        for (const [at, bytes] of all) await road(bytes, at)
      }),
    )
    const seconds = (performance.now() - began) / 1000
    await store.close()
    return { mentions, seconds }
  })
}

// Its own types are TypeScript sources that a strict check refuses.
const natural = createRequire(import.meta.url)('natural')

async function naiveWay(feeds: Uint8Array[], topics: string[]): Promise<Ran> {
  return inFolder(async (folder) => {
    const database = new DatabaseSync(join(folder, 'naive.db'))
    database.exec(
      'create table mentions (id integer primary key, guid text unique, url text, title text, text text, topics text, mood real)',
    )
    const insert = database.prepare(
      'insert or ignore into mentions (guid, url, title, text, topics, mood) values (?, ?, ?, ?, ?, ?)',
    )
    const analyser = new natural.SentimentAnalyzer('English', natural.PorterStemmer, 'afinn')
    const tokenizer = new natural.WordTokenizer()
    const parser = new RssParser()
    const lower = topics.map((topic) => topic.toLowerCase())
    let mentions = 0
    const began = performance.now()
    for (const bytes of feeds) {
      const feed = await parser.parseString(new TextDecoder().decode(bytes))
      for (const item of feed.items) {
        const text = `${item.title ?? ''} ${item.contentSnippet ?? ''}`.toLowerCase()
        const found = lower.filter((topic) => text.includes(topic))
        if (found.length > 0) mentions++
        const mood = analyser.getSentiment(tokenizer.tokenize(text))
        insert.run(
          item.guid ?? null,
          item.link ?? null,
          item.title ?? '',
          item.contentSnippet ?? '',
          found.join(','),
          mood,
        )
      }
    }
    const seconds = (performance.now() - began) / 1000
    database.close()
    return { mentions, seconds }
  })
}

const teamOf = (topics: string[]): Team => {
  const place = (channel: string) => ({ chat: 'local' as const, channel })
  return {
    name: 'bench',
    title: 'Bench',
    sample: false,
    locale: 'fr',
    timeZone: 'Europe/Paris',
    quietHours: null,
    channels: { alerts: place('alerts'), watch: place('watch'), community: place('community') },
    routes: usualRoutes,
    digest: usualDigest,
    people: [],
    topics: topics.map((name) => ({ name, kind: 'brand', query: readQuery(name) })),
    sources: [],
    keep: { texts: 90, counts: 395, unmatched: 7 },
  }
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!
