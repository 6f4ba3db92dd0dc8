import { createHmac } from 'node:crypto'
import { connect } from 'node:net'
import pino from 'pino'
import { onTestFinished } from 'vitest'
import { newIntake } from '../../src/intake.ts'
import { usualDigest } from '../../src/model/digest.ts'
import type { Analysis } from '../../src/model/mood.ts'
import type { Post } from '../../src/model/post.ts'
import { readQuery } from '../../src/model/query.ts'
import { usualRoutes } from '../../src/model/route.ts'
import type { Team } from '../../src/model/team.ts'
import { hookSource, type Webhook } from '../../src/model/webhook.ts'
import type { HookWork } from '../../src/schedule/hook-work.ts'
import { newReceived } from '../../src/schedule/received.ts'
import { signedUsually } from '../../src/settings/webhook-checks.ts'
import type { Store } from '../../src/store/store.ts'
import { newPublicServer } from '../../src/web/public.ts'
import { emptyStore } from '../databases/open.ts'

/** Saturday 21 November 2026, 14:30 in Paris. */
export const saturday = Date.UTC(2026, 10, 21, 13, 30)

const place = (channel: string) => ({ chat: 'local' as const, channel })

/** Nimbus makes lamps in Lyon; nobody has to be there. */
export const nimbus: Team = {
  ...{ name: 'nimbus', title: 'Nimbus', sample: false, locale: 'fr', timeZone: 'Europe/Paris' },
  quietHours: null,
  channels: { alerts: place('e-reputation'), watch: place('veille'), community: place('communaute') },
  routes: usualRoutes,
  digest: usualDigest,
  people: [],
  topics: [{ name: 'Nimbus', kind: 'brand', query: readQuery('nimbus') }],
  sources: [],
  keep: { texts: 90, counts: 395, unmatched: 7 },
}

/** What it feels is beside the point, and takes a second to load. */
const analysis: Analysis = {
  language: () => 'fr',
  mood: () => ({ label: 'neutral', score: 0, confidence: 0.9 }),
}

/** A webhook as the settings make it, with what a test wants otherwise. */
export const hookOf = (kind: Webhook['kind'], more: Partial<Webhook> = {}): Webhook => ({
  ...{ name: kind, kind, signed: signedUsually[kind], secrets: ['secret of nimbus'], verify: null },
  ...{ server: null, outlet: null, about: null, network: null, mapping: null, from: [], cost: null },
  ...more,
})

/** A team whose webhooks are called over real sockets, at the public port as it is. */
export async function newHookWorld(
  webhooks: Webhook[],
  { patience = 10_000, ...given }: { patience?: number; store?: Store } & Partial<HookWork> = {},
) {
  const store = given.store ?? (await emptyStore())
  const time = { now: saturday }
  const clock = () => time.now
  const team: Team = { ...nimbus, webhooks }
  const log = pino({ level: 'silent' })
  const intake = newIntake({ store, teams: [team], analysis, secret: 'of the test', clock })
  const heard: Post[] = []
  const received = newReceived({
    ...{ store, teams: [team], clock, log },
    hear: async (batch) => {
      heard.push(...batch.posts)
      await intake(batch)
    },
    importRows: async () => ({ wrong: 0 }),
    ...given,
  })
  const outside = newPublicServer({ port: 0, doors: [], hooks: received.answers, patience, log })
  const port = await outside.start()
  onTestFinished(async () => {
    await outside.stop()
    await received.stop()
  })

  const send = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', ...init })
  /** How many posts of a webhook are filed. */
  const filed = (name: string) => store.posts.count(hookSource(team.name, { name }))
  return { store, team, time, received, look: received.look, port, send, filed, heard }
}

/** Sends bytes as they are and gives whatever is answered until the other side hangs up, and after how long (ms). */
export async function rawly(
  port: number,
  bytes: string | Buffer,
): Promise<{ answer: string; status: number; after: number }> {
  const began = performance.now()
  const answer = await new Promise<string>((resolve, reject) => {
    let said = ''
    const socket = connect(port, '127.0.0.1', () => void socket.write(bytes))
    socket.setEncoding('latin1')
    socket.on('data', (piece) => {
      said += piece
    })
    // Whoever is hung up on while still writing is told so.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(said) : reject(error),
    )
    socket.on('close', () => resolve(said))
    setTimeout(() => socket.destroy(), 8_000).unref()
  })
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
  return { answer, status, after: performance.now() - began }
}

export const hmac = (secret: string | Buffer, signed: string | Buffer, encoding: 'hex' | 'base64' = 'hex') =>
  createHmac('sha256', secret).update(signed).digest(encoding)

/** The headers of a Standard Webhook, made by hand: the library that its senders use checks it elsewhere. */
export function standardHeaders(
  body: string | Buffer,
  { secret, at, id = 'msg_1' }: { secret: string; at: number; id?: string },
) {
  const stamp = `${Math.floor(at / 1000)}`
  const signed = Buffer.concat([Buffer.from(`${id}.${stamp}.`), Buffer.from(body)])
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': stamp,
    'webhook-signature': `v1,${hmac(key, signed, 'base64')}`,
  }
}
