import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { newAnalysis } from '../src/analysis/analysis.ts'
import { newIntake } from '../src/intake.ts'
import { usualDigest } from '../src/model/digest.ts'
import { readQuery } from '../src/model/query.ts'
import { usualRoutes } from '../src/model/route.ts'
import type { Team } from '../src/model/team.ts'
import { newNoticing } from '../src/schedule/noticing.ts'
import { openStore } from '../src/store/store.ts'

/**
 * What it costs to notice bursts: a brand with three mentions a second for an hour (the share of a core that goes into
 * looking, aside from hearing them), and 5,000 topics with a mention now and then (memory, and what a minute costs).
 */
export async function noticing() {
  return { busy: await busy(), wide: await wide() }
}

const minute = 60_000
const log = pino({ level: 'silent' })

/** Half a day of three mentions a minute, then an hour of three a second. */
async function busy() {
  const { team, store, hear, clock, pass, end } = await world([topicNamed(0)])
  const one = newNoticing({ store, teams: [team], clock, log, wake: () => {} })
  await one.recall()
  for (let at = 0; at < 180; at++) {
    await hear(postsOf(3, at, clock()))
    pass(minute)
    await one.look()
  }
  let spent = 0
  for (let at = 0; at < 60; at++) {
    await hear(postsOf(180, 1000 + at, clock()))
    pass(minute)
    const before = process.cpuUsage()
    await one.look()
    const { user, system } = process.cpuUsage(before)
    spent += (user + system) / 1000
  }
  const incidents = (await store.incidents.list('bench', 10)).length
  await end()
  return {
    what: 'three mentions a second for an hour',
    'share of a core': `${((spent / (60 * minute)) * 100).toFixed(2)} %`,
    incidents,
  }
}

/** Topics as many, a hundred mentions a minute among them. */
async function wide(count = 5_000) {
  const { team, store, hear, clock, pass, end } = await world(
    Array.from({ length: count }, (_, at) => topicNamed(at)),
  )
  await hear(postsOf(count, 0, clock(), count))
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const one = newNoticing({ store, teams: [team], clock, log, wake: () => {} })
  await one.recall()
  let spent = 0
  const rounds = 180
  for (let at = 0; at < rounds; at++) {
    await hear(postsOf(100, at + 1, clock(), count))
    pass(minute)
    const start = process.cpuUsage()
    await one.look()
    const { user, system } = process.cpuUsage(start)
    spent += (user + system) / 1000
  }
  globalThis.gc?.()
  const grown = (process.memoryUsage().rss - before) / 2 ** 20
  await end()
  return {
    what: `${count} topics, ${rounds} minutes`,
    'ms of processor a minute': Math.round(spent / rounds),
    'MiB more': Math.round(grown),
  }
}

async function world(topics: Team['topics']) {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-bench-'))
  const store = await openStore(folder)
  const time = { now: Date.UTC(2026, 2, 2) }
  const clock = () => time.now
  const place = { chat: 'local' as const, channel: 'bench' }
  const team: Team = {
    name: 'bench',
    title: 'Bench',
    sample: false,
    locale: 'fr',
    timeZone: 'Europe/Paris',
    quietHours: null,
    channels: { alerts: place, watch: place, community: place },
    routes: usualRoutes,
    digest: usualDigest,
    people: [],
    topics,
    sources: [],
    keep: { texts: 90, counts: 395, unmatched: 7 },
  }
  const intake = newIntake({ store, teams: [team], analysis: newAnalysis(), secret: 'bench', clock })
  const hear = (posts: ReturnType<typeof postsOf>) =>
    intake({ source: 'feed:1', outlet: 'Mastodon', teams: ['bench'], posts })
  const pass = (length: number) => {
    time.now += length
  }
  const end = async () => {
    await store.close()
    await rm(folder, { recursive: true })
  }
  return { team, store, hear, clock, pass, end }
}

const topicNamed = (at: number): Team['topics'][number] => ({
  name: `Marque${at}`,
  kind: 'brand',
  query: readQuery(`marque${at}`),
})

const postsOf = (count: number, round: number, now: number, topics = 1) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${round}-${at}`,
    url: `https://social.example/${round}/${at}`,
    title: '',
    text: `La marque${(round * 7919 + at * 31) % topics} a encore ${['livré', 'perdu', 'réparé', 'cassé'][at % 4]} le colis ${round}${at}`,
    author: `author ${(round * 104729 + at * 1299709) % 50_000}`,
    publishedAt: now,
    updatedAt: null,
  }))
