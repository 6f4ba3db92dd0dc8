import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import RssParser from 'rss-parser'
import { newDoor } from '../src/http.ts'
import { fetchFeed } from '../src/sources/feed.ts'
import { madeFeeds, madeTopics } from './feeds.ts'

/**
 * A pass over feeds that have nothing new, CPU of the asking process in microseconds a feed: Vigie asks whether there
 * is anything new and hears 304; rss-parser's `parseURL` never asks that, so it gets and parses the same again. The
 * server is a process of its own. The best of `rounds`.
 */
export async function unchanged({ rounds = 3, feeds = 1_000 } = {}) {
  const server = fork(import.meta.filename, ['serve'])
  const [{ port }] = (await once(server, 'message')) as [{ port: number }]
  const door = newDoor({ userAgent: 'Vigie/bench', allowPrivate: ['127.0.0.0/8'] })
  const parser = new RssParser()
  const url = (at: number) => `http://127.0.0.1:${port}/${at}`
  const state = { etag: '"1"', lastModified: null, bodyHash: null }
  const ways = {
    vigie: (at: number) => fetchFeed(door, { url: url(at), ...state }, Date.now()),
    'rss-parser': (at: number) => parser.parseURL(url(at)),
  }
  const best: Record<string, number> = {}
  for (let round = -1; round < rounds; round++)
    for (const [way, ask] of Object.entries(ways)) {
      const all = way === 'vigie' ? feeds : feeds / 10
      const began = process.cpuUsage()
      const next = Array.from({ length: all }, (_, at) => at).values()
      await Promise.all(
        Array.from({ length: 10 }, async () => {
          for (const at of next) await ask(at)
        }),
      )
      const { user, system } = process.cpuUsage(began)
      if (round >= 0) best[way] = Math.min(best[way] ?? Number.POSITIVE_INFINITY, (user + system) / all)
    }
  await door.close()
  server.kill()
  const { vigie = 1, 'rss-parser': theirs = 0 } = best
  return {
    'µs/feed': Object.fromEntries(Object.entries(best).map(([way, cost]) => [way, Math.round(cost)])),
    ratio: +(theirs / vigie).toFixed(1),
  }
}

if (process.argv[2] === 'serve' && process.send) {
  const [feed] = madeFeeds({ feeds: 1, items: 40, topics: madeTopics(50), seed: 5 })
  const server = createServer((request, response) =>
    request.headers['if-none-match'] === '"1"'
      ? response.writeHead(304, { etag: '"1"' }).end()
      : response.writeHead(200, { etag: '"1"', 'content-type': 'application/rss+xml' }).end(feed),
  )
  server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))
}
