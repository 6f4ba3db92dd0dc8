import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openDiscord } from '../test/discord/stand-in.ts'
import { newSlackStandIn } from '../test/slack/stand-in.ts'

/**
 * How long commands in Slack and in Discord wait for their acknowledgement (ms) while Vigie, in a process of its own,
 * reads thousands of feeds as fast as it can: 20 commands a second for a minute in each chat.
 */
export async function acks() {
  const feeds = await newFeeds()
  const folder = await mkdtemp(join(tmpdir(), 'vigie-bench-'))
  const [slack, discord] = [await newSlackStandIn(), await openDiscord()]
  await writeSettings(folder, feeds.addresses, discord.ids.guild)
  const { token, appToken } = slack.workspace.tokens
  const child = spawn(process.execPath, ['src/main.ts', 'start'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      LOG_LEVEL: 'error',
      VIGIE_CONFIG: folder,
      VIGIE_DATA: join(folder, 'data'),
      VIGIE_ALLOW_PRIVATE: '127.0.0.0/8',
      SLACK_BOT_TOKEN: token,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: discord.tokens.vigie,
      DISCORD_API_URL: discord.api,
    },
  })
  try {
    await once(child.stdout, 'data')
    await slack.eventually(() => slack.sockets() > 0, 20_000)
    hurry(join(folder, 'data', 'vigie.db'))
    for (const user of people) {
      slack.workspace.addUser(user, user)
      await slack.workspace.move(user, 'e-reputation', true)
      await discord.joins(user.toLowerCase())
    }
    const inSlack: number[] = []
    const inDiscord: number[] = []
    let missed = 0
    const took = (all: number[], ms: number | null) => (ms === null ? missed++ : all.push(ms))
    const before = feeds.read()
    const began = performance.now()
    const pending: Promise<unknown>[] = []
    for (let nth = 0; nth < seconds * perSecond; nth++) {
      const user = people[nth % people.length]!
      pending.push(
        slack.workspace
          .types(user, 'e-reputation', lines[nth % lines.length]!)
          .then(({ ack }) => took(inSlack, ack)),
        discord
          .types(user.toLowerCase(), 'communaute', 'help')
          .then((said) => took(inDiscord, said.inTime ? said.after : null)),
      )
      await new Promise((done) =>
        setTimeout(done, Math.max(began + ((nth + 1) * 1000) / perSecond - performance.now(), 0)),
      )
    }
    await Promise.all(pending)
    const lasted = (performance.now() - began) / 1000
    return {
      slack: spread(inSlack),
      discord: spread(inDiscord),
      missed,
      feedsReadPerSecond: Math.round((feeds.read() - before) / lasted),
      postsReadPerSecond: Math.round(((feeds.read() - before) * postsPerFeed) / lasted),
      load: +loadavg()[0]!.toFixed(1),
    }
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
    await Promise.all([slack.close(), discord.close(), feeds.stop()])
    await rm(folder, { recursive: true, force: true })
  }
}

/** New feeds are read one after the other over half an hour; here all are due at once. */
function hurry(file: string) {
  const db = new DatabaseSync(file, { timeout: 10_000 })
  db.exec('update feeds set next_at = 0')
  db.close()
}

const seconds = Number(process.env.ACKS_SECONDS ?? 60)
const perSecond = 20
const hosts = 250
const feedsPerHost = 16
const postsPerFeed = 60
const lines = ['/help', '/mentions nimbus depuis:24h', '/vigie sources', '/mentions']
/** Nobody types more often than twice in ten seconds. */
const people = Array.from({ length: 120 }, (_, nth) => `USER${nth}`)

/** Milliseconds: the middle, and what 95, 99 and all of 100 stay below. */
function spread(all: number[]) {
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Math.round(sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? -1)
  return { count: sorted.length, median: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1) }
}

/** Feeds on many loopback hosts, each full of news; one in ten posts names the brand. */
async function newFeeds() {
  let served = 0
  const server = createServer((request, response) => {
    served++
    const feed = request.url?.slice(1) ?? ''
    response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(page(`${request.headers.host}-${feed}`))
  })
  server.listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const addresses = Array.from({ length: hosts * feedsPerHost }, (_, nth) => {
    const host = nth % hosts
    return `http://127.0.${1 + Math.floor(host / 200)}.${1 + (host % 200)}:${port}/${Math.floor(nth / hosts)}`
  })
  const stop = () => {
    server.closeAllConnections()
    return new Promise((done) => server.close(done))
  }
  return { addresses, read: () => served, stop }
}

function page(name: string): string {
  const items = Array.from({ length: postsPerFeed }, (_, nth) => {
    const brand = nth % 10 === 0 ? 'La lampe Nimbus déçoit : ' : ''
    return `<item><guid isPermaLink="false">${name}-${nth}</guid><title>${brand}Article ${nth} de ${name}</title>
<link>https://journal.example/${name}/${nth}</link><description>${sentence.repeat(6)}</description></item>`
  })
  return `<rss version="2.0"><channel><title>${name}</title>${items.join('')}</channel></rss>`
}

const sentence =
  'Le conseil a voté hier soir le budget de l’année, avec de l’eau, des routes et deux écoles. '

async function writeSettings(folder: string, feeds: string[], server: string) {
  await mkdir(join(folder, 'teams/nimbus'), { recursive: true })
  const sources = feeds.map((url, nth) => `  - { name: "Journal ${nth}", feed: "${url}" }`)
  const yaml = `title: Nimbus
chat: slack
locale: fr
timeZone: Europe/Paris
quiet: none
discord: { server: "${server}" }
channels: { alerts: "#e-reputation", watch: "#veille", community: "discord:#communaute" }
groups: { staff: ["slack:T0NIMBUS/S0STAFF"] }
topics:
  - { name: Nimbus, kind: brand, query: nimbus }
sources:
${sources.join('\n')}
`
  await writeFile(join(folder, 'teams/nimbus/team.yaml'), yaml)
}
