import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mock } from 'node:test'
import { pino } from 'pino'
import { type Door, newDoor } from '../src/http.ts'
import { newPolling } from '../src/schedule/feeds.ts'
import { fetchFeed } from '../src/sources/feed.ts'
import { openStore } from '../src/store/store.ts'
import { madeFeeds, madeTopics, random } from './feeds.ts'

/**
 * 10,000 feeds in one process at one pass in 30 minutes: how late (seconds) their polls begin, what a pass over them
 * costs while nothing is new (seconds of processor of the asking process, schedule and database included), and memory.
 * The bench holds the clock: it moves on by a second at a time, so that an hour passes in a minute. The hosts are
 * names that all lead to one server on loopback, a process of its own; there every answer is real, and then takes
 * as long by the bench's clock as a host on the net would: mostly under a second, one in a hundred 20 seconds.
 */
export async function schedule() {
  // As `npm start` runs it.
  const child = fork(import.meta.filename, ['run'], {
    execArgv: ['--max-semi-space-size=1', '--v8-pool-size=1'],
  })
  const [result] = await once(child, 'message')
  await once(child, 'exit')
  return result as object
}

async function run({ feeds = 10_000, minutes = 30 } = {}) {
  const server = fork(import.meta.filename, ['serve'])
  const [{ port }] = (await once(server, 'message')) as [{ port: number }]
  const folder = await mkdtemp(join(tmpdir(), 'vigie-bench-'))
  const realSetTimeout = globalThis.setTimeout
  mock.timers.enable({ apis: ['setTimeout'] })
  const began = Date.UTC(2026, 10, 2, 8)
  let now = began
  const clock = () => now
  const store = await openStore(folder)
  const door = newDoor({
    userAgent: 'Vigie/bench',
    allowPrivate: ['127.0.0.0/8'],
    lookUp: async () => ['127.0.0.1'],
  })
  const far = newFar(door, clock)
  const late: number[] = []
  let [reads, failed, measuring] = [0, 0, false]
  const { together } = store
  store.together = (work) =>
    together((parts) => {
      const claim: typeof parts.feeds.claim = async (...asked) => {
        const claimed = await parts.feeds.claim(...asked)
        if (measuring) for (const { next_at } of claimed) late.push((now - next_at) / 1000)
        return claimed
      }
      return work({ ...parts, feeds: { ...parts.feeds, claim } })
    })
  const polling = newPolling({
    store,
    door: far.door,
    clock,
    log: pino({ level: 'silent' }),
    hear: async () => ({ filed: 0 }),
    first: async () => {},
    onRead: (outcome) => void (outcome === 'failed' ? failed++ : reads++),
  })
  /** A second passes; what it sets going comes to rest before the next one. */
  const second = async () => {
    now += 1000
    far.arrive()
    mock.timers.tick(1000)
    for (let calm = 0; calm < 3; calm++) {
      await new Promise((done) => setImmediate(done))
      await far.calm()
    }
  }
  try {
    await store.feeds.watch('nimbus', sourcesOf(feeds, port), now)
    polling.start()
    const start = now
    while (reads < feeds && now < start + 3 * minutes * 60_000) await second()
    const [read, unread] = [reads, feeds - reads]
    const firstPass = (now - start) / 60_000
    for (let at = 0; at < minutes * 60; at++) await second()
    measuring = true
    reads = failed = 0
    const before = process.cpuUsage()
    for (let at = 0; at < minutes * 60; at++) await second()
    const { user, system } = process.cpuUsage(before)
    const asking = await askingAlone(door, port)
    const sorted = late.toSorted((a, b) => a - b)
    const at = (share: number) => +sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(1)
    return {
      feeds,
      firstPass: { read, unread, minutes: Math.round(firstPass) },
      polls: { begun: late.length, read: reads, failed },
      'late (s)': { median: at(0.5), p99: at(0.99), worst: at(1) },
      '% within 60 s': +((100 * late.filter((one) => one <= 60).length) / late.length).toFixed(2),
      'processor (s) of 10,000 unchanged': +(((user + system) / 1e6 / reads) * 10_000).toFixed(2),
      'of that asking alone, each host on a connection of its own (s)': +(asking * 10_000).toFixed(2),
      'resident (MB)': Math.round(process.memoryUsage.rss() / 2 ** 20),
    }
  } finally {
    await polling.stop()
    mock.timers.reset()
    await door.close()
    await store.close()
    server.kill()
    await new Promise((done) => realSetTimeout(done, 50))
    await rm(folder, { recursive: true, force: true })
  }
}

/** What it costs to ask a host that was never asked and to hear 304, connecting and hanging up included: seconds a feed. */
async function askingAlone(door: Door, port: number, feeds = 1_000) {
  const state = { etag: '"1"', lastModified: null, bodyHash: null }
  const next = Array.from({ length: feeds }, (_, nth) => nth).values()
  const before = process.cpuUsage()
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (const nth of next)
        await fetchFeed(door, { url: `http://new-${nth}.example:${port}/${nth}`, ...state }, 0)
    }),
  )
  // Connections that nobody uses are closed after some seconds.
  mock.timers.tick(10_000)
  for (let turn = 0; turn < 10; turn++) await new Promise((done) => setImmediate(done))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6 / feeds
}

/** The door, and behind it hosts that take their time by the bench's clock. */
function newFar(door: Door, clock: () => number) {
  const next = random(7)
  const onTheWay = new Set<{ at: number; arrived: () => void }>()
  let asking = 0
  let calm = Promise.withResolvers<void>()
  calm.resolve()
  const far: Door = {
    async get(url, ask) {
      if (asking++ === 0) calm = Promise.withResolvers()
      const answer = await door.get(url, ask).finally(() => {
        if (--asking === 0) calm.resolve()
      })
      const takes = next() < 0.01 ? 20_000 : 150 * 2 ** (4 * next())
      await new Promise<void>((arrived) => onTheWay.add({ at: clock() + takes, arrived }))
      return answer
    },
    close: async () => {},
  }
  return {
    door: far,
    /** Nobody is asked at this moment. */
    calm: () => calm.promise,
    arrive() {
      for (const one of onTheWay)
        if (one.at <= clock()) {
          onTheWay.delete(one)
          one.arrived()
        }
    },
  }
}

/** Most feeds have a host of their own; a few hosts have hundreds. */
function sourcesOf(feeds: number, port: number) {
  const host = (nth: number) =>
    nth % 20 === 0 ? `blogs-${nth % 3}` : nth % 4 === 0 ? `press-${nth % 500}` : `site-${nth}`
  return Array.from({ length: feeds }, (_, nth) => ({
    name: `Source ${nth}`,
    url: `http://${host(nth)}.example:${port}/${nth}`,
  }))
}

if (process.argv[2] === 'run' && process.send) process.send(await run(), () => process.disconnect())

if (process.argv[2] === 'serve' && process.send) {
  const [feed] = madeFeeds({ feeds: 1, items: 20, topics: madeTopics(50), seed: 5 })
  const headers = { etag: '"1"', 'cache-control': 'max-age=1800' }
  const server = createServer((request, response) =>
    request.headers['if-none-match'] === '"1"'
      ? response.writeHead(304, headers).end()
      : response.writeHead(200, { ...headers, 'content-type': 'application/rss+xml' }).end(feed),
  )
  server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))
}
