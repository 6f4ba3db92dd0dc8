import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { entriesHash, orderOf, receiptOf } from '../src/model/draw.ts'
import { openStore } from '../src/store/store.ts'
import { openDiscord, type StandIn } from '../test/discord/stand-in.ts'

/**
 * A giveaway in which 100,000 people are already, and 200 more a second enter for a minute, by a button in Discord:
 * how long they wait for the answer (ms); then its end, and how long the draw takes. Vigie runs in a process of its own.
 */
export async function giveaway() {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-bench-'))
  const discord = await openDiscord()
  await writeSettings(folder, discord.ids.guild)
  let child = await started(folder, discord)
  try {
    await discord.types('mia', 'communaute', 'giveaway start', {
      prize: '10 x lampe',
      for: '3 days',
      claim: 'none',
    })
    await eventually(() => discord.shown('mia', 'communaute').some(({ buttons }) => buttons?.length))
    await ended(child)
    await fill(join(folder, 'data'))
    const users = Array.from({ length: seconds * perSecond }, (_, nth) => `guest${nth}`)
    for (const user of users) await discord.joins(user)
    child = await started(folder, discord)
    const message = discord.shown('mia', 'communaute').find(({ buttons }) => buttons?.length)!.id
    const waited: number[] = []
    let missed = 0
    const pending: Promise<unknown>[] = []
    const began = performance.now()
    for (const [nth, user] of users.entries()) {
      pending.push(
        discord.presses(user, message, '🎉 Participer').then(({ inTime, after }) => {
          if (inTime) waited.push(after)
          else missed++
        }),
      )
      const next = began + ((nth + 1) * 1000) / perSecond
      if (next > performance.now()) await new Promise((done) => setTimeout(done, next - performance.now()))
    }
    await Promise.all(pending)
    const lasted = (performance.now() - began) / 1000
    await discord.types('mia', 'communaute', 'giveaway end', { giveaway: '1' })
    const said = () => discord.threadOf('mia', message).join('\n')
    await eventually(() => said().includes('Les gagnants'), 60_000)
    await ended(child)
    return {
      before,
      perSecond: Math.round(users.length / lasted),
      answered: spread(waited),
      missed,
      ...(await drawn(join(folder, 'data'))),
      load: +loadavg()[0]!.toFixed(1),
    }
  } finally {
    await ended(child)
    await discord.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const before = Number(process.env.GIVEAWAY_ENTRIES ?? 100_000)
const seconds = Number(process.env.BENCH_SECONDS ?? 60)
const perSecond = 200

async function started(folder: string, discord: StandIn): Promise<ChildProcess> {
  const { identified } = discord.gateway.counts()
  const child = spawn(process.execPath, ['src/main.ts', 'start'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      LOG_LEVEL: 'error',
      VIGIE_CONFIG: folder,
      VIGIE_DATA: join(folder, 'data'),
      VIGIE_DRAND: 'off',
      VIGIE_ALLOW_PRIVATE: '127.0.0.0/8',
      DISCORD_TOKEN: discord.tokens.vigie,
      DISCORD_API_URL: discord.api,
    },
  })
  await Promise.race([
    once(child.stdout!, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('it did not start'))),
  ])
  await eventually(() => discord.gateway.counts().identified > identified)
  await discord.gateway.ready()
  // The first command of all waits for what is loaded with it.
  await new Promise((done) => setTimeout(done, 1_000))
  return child
}

async function ended(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** As if they had entered, all of them: rows and their count. */
async function fill(folder: string) {
  const store = await openStore(folder)
  const now = Date.now()
  for (let from = 0; from < before; from += 5_000)
    await store.together(async (store) => {
      for (let nth = from; nth < Math.min(from + 5_000, before); nth++) {
        const account = { chat: 'discord' as const, workspace: 'before', user: `before-${nth}` }
        const one = { receipt: receiptOf(randomBytes(26)), weight: 1, person: account.user, account }
        const more = {
          chat: 'discord' as const,
          name: account.user,
          locale: 'fr' as const,
          accountSince: null,
          memberSince: null,
          at: now,
        }
        await store.giveawayEntries.enter(1, { ...one, ...more }, now)
      }
    })
  await store.close()
}

/** What the end and the draw cost by themselves (ms). */
async function drawn(folder: string) {
  const store = await openStore(folder)
  try {
    const kept = (await store.giveaways.get('nimbus', 1))!
    const began = performance.now()
    const entries = await store.giveawayEntries.all(1)
    const read = performance.now()
    entriesHash(entries)
    const hashed = performance.now()
    orderOf(entries, { seed: kept.seed, randomness: null })
    const ordered = performance.now()
    return {
      entrants: kept.entrants,
      endedAfter: kept.frozenAt! - kept.endsAt,
      read: Math.round(read - began),
      hash: Math.round(hashed - read),
      draw: Math.round(ordered - hashed),
    }
  } finally {
    await store.close()
  }
}

async function eventually(holds: () => boolean, longest = 20_000) {
  const until = performance.now() + longest
  while (!holds()) {
    if (performance.now() > until) throw new Error('it did not come about')
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** Milliseconds: the middle, and what 95, 99 and all of 100 stay below. */
function spread(all: number[]) {
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Math.round(sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? -1)
  return { count: sorted.length, median: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1) }
}

async function writeSettings(folder: string, server: string) {
  await mkdir(join(folder, 'teams/nimbus'), { recursive: true })
  const yaml = `title: Nimbus
chat: discord
locale: fr
timeZone: Europe/Paris
quiet: none
discord: { server: "${server}" }
channels: { alerts: "#e-reputation", watch: "#veille", community: "#communaute" }
groups: { staff: ["discord:${server}/381384788765712411", "discord:${server}/381384788765712412"] }
topics:
  - { name: Nimbus, kind: brand, query: nimbus }
sources:
  - { name: Journal, feed: "http://127.0.0.1:9/" }
`
  await writeFile(join(folder, 'teams/nimbus/team.yaml'), yaml)
}
