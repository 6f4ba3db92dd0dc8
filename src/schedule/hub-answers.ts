import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { DoorAnswer } from '../chat/chat.ts'
import type { Instant } from '../model/post.ts'
import { day, hour, minute } from '../model/time.ts'
import { isSigned } from '../sources/websub.ts'
import type { Store } from '../store/store.ts'
import type { Keys } from './hub-keys.ts'

type Parts = {
  store: Store
  keys: Keys
  clock: () => Instant
  log: Logger
  /** Called when something was pushed. */
  wake: () => void
}

/** What hubs say to us: whether we meant it, that they will not, and what is new. */
export function newHubAnswers({ store, keys, clock, log, wake }: Parts) {
  const flood = newFlood(clock)

  /** `GET`: a hub makes sure that we asked, or says no. */
  async function verify(path: string, query: Record<string, string | undefined>): Promise<DoorAnswer> {
    const id = keys.idOf(path)
    if (id === null) return said(404)
    if (flood(id)) return said(429)
    const mode = query['hub.mode']
    const challenge = query['hub.challenge'] ?? ''
    const one = await store.subscriptions.get(id)
    if (!one || query['hub.topic'] !== one.topic || challenge.length > longestChallenge) return said(404)
    const now = clock()
    if (mode === 'denied') {
      const reason = `it says no: ${query['hub.reason'] ?? ''}`
      log.warn({ feed: one.topic }, 'the hub of a feed says no')
      await store.together((store) => store.subscriptions.ended(id, { now, reason, dueAt: now + 7 * day }))
      return said(200)
    }
    const asked = one.asked_at !== null && Math.abs(now - one.asked_at) < day
    if (mode !== one.wants || !asked || challenge === '') return said(404)
    if (mode === 'unsubscribe') {
      await store.subscriptions.forget(id)
      return said(200, challenge)
    }
    const seconds = Number(query['hub.lease_seconds'] ?? usualLease / 1000)
    const lease = Math.min(seconds * 1000, longestLease)
    // One that ends as soon as it began is worth no call.
    if (!(lease >= shortestLease)) return said(404)
    const margin = Math.min(lease / 2, Math.max(lease / 10, hour)) * (0.9 + Math.random() / 10)
    const leaseUntil = now + lease
    await store.together((store) =>
      store.subscriptions.confirm(one, { leaseUntil, dueAt: Math.round(leaseUntil - margin) }),
    )
    return said(200, challenge)
  }

  /** `POST`: something is new. Kept before it is acknowledged; what is not signed as agreed is passed over. */
  async function push(
    path: string,
    { raw, headers }: { raw: Uint8Array; headers: Record<string, string | undefined> },
  ): Promise<DoorAnswer> {
    const id = keys.idOf(path)
    if (id === null) return said(404)
    if (flood(id)) return { ...said(429), headers: { 'retry-after': '60' } }
    const now = clock()
    const one = await store.subscriptions.get(id)
    // Where we want nothing any more, the hub may forget us.
    if (one?.wants !== 'subscribe' || one.lease_until <= now) return said(410)
    if (!isSigned(headers['x-hub-signature'], raw, keys.secretOf(id))) {
      log.warn({ feed: one.topic }, 'what a hub pushed is not signed as agreed: passed over')
      return said(202)
    }
    const charset = /charset\s*=\s*["']?([^\s"';]+)/iu.exec(headers['content-type'] ?? '')?.[1] ?? null
    const body_hash = createHash('sha256').update(raw).digest('base64url')
    const kept = await store.together((store) =>
      store.subscriptions.push(one, {
        body: raw,
        charset: charset?.slice(0, 100) ?? null,
        body_hash,
        at: now,
      }),
    )
    if (!kept) return { ...said(503), headers: { 'retry-after': '600' } }
    wake()
    return said(202)
  }

  return { verify, push }
}

export type HubAnswers = ReturnType<typeof newHubAnswers>

const said = (status: number, body = ''): DoorAnswer => ({ status, body })

/** Whether one subscription, or all together, speak more often in a minute than anybody has to. */
function newFlood(clock: () => Instant) {
  let counts = new Map<number, number>()
  let all = 0
  let began = 0
  return (id: number) => {
    const now = clock()
    if (Math.abs(now - began) >= minute) {
      counts = new Map()
      all = 0
      began = now
    }
    const count = (counts.get(id) ?? 0) + 1
    counts.set(id, count)
    all++
    return count > mostOfOne || all > mostOfAll
  }
}

const mostOfOne = 60
const mostOfAll = 3_000
const longestChallenge = 2_000
const usualLease = 10 * day
const longestLease = 30 * day
const shortestLease = 5 * minute
