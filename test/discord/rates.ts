import { createHash } from 'node:crypto'
import { Refusal } from './refusal.ts'
import type { World } from './world.ts'

type Rate = { limit: number; per: number }

/** Discord's own, per channel or token: seen in its headers, never promised. */
const real: Record<string, Rate> = {
  'POST /channels/:id/messages': { limit: 5, per: 5_000 },
  'PATCH /channels/:id/messages/:id': { limit: 5, per: 5_000 },
  'DELETE /channels/:id/messages/:id': { limit: 5, per: 1_000 },
  'GET /channels/:id/messages': { limit: 5, per: 5_000 },
  'PUT /channels/:id/messages/:id/reactions/:emoji/@me': { limit: 1, per: 250 },
  'PATCH /channels/:id': { limit: 5, per: 15_000 },
  'POST /webhooks/:id/:token': { limit: 5, per: 5_000 },
  'PATCH /webhooks/:id/:token/messages/@original': { limit: 5, per: 5_000 },
}
const others: Rate = { limit: 50, per: 1_000 }
const far: Rate = { limit: 10_000, per: 1_000 }
const global: Rate = { limit: 50, per: 1_000 }
/** Names and topics of a channel: twice in ten minutes, which no header tells beforehand. */
const renaming: Rate = { limit: 2, per: 600_000 }
/** Messages over an hour old, per channel. */
const ageing: Rate = { limit: 3, per: 20_000 }

export type Limits = { headers: Record<string, string>; over: { retryAfter: number; global: boolean } | null }

/** Counts calls as Discord does, in windows that begin with their first call. */
export function newRates(world: World, strict: boolean) {
  const windows = new Map<string, { ends: number; used: number }>()

  function take(key: string, { limit, per }: Rate): { used: number; left: number; full: boolean } {
    const now = world.now()
    let window = windows.get(key)
    if (!window || window.ends <= now) {
      window = { ends: now + per, used: 0 }
      windows.set(key, window)
    }
    const full = window.used >= limit
    if (!full) window.used++
    return { used: window.used, left: window.ends - now, full }
  }

  return {
    /** Counts a call of a route for its channel, guild or token. */
    take(route: string, major: string): Limits {
      const rate = strict ? (real[route] ?? others) : far
      const free = route.startsWith('POST /interactions') || route.includes('/webhooks/')
      const everywhere = free || !strict ? null : take('global', global)
      if (everywhere?.full) return { headers: {}, over: { retryAfter: everywhere.left, global: true } }
      const { used, left, full } = take(`${route} ${major}`, rate)
      return {
        headers: headersOf(route, rate, rate.limit - used, left, world.now()),
        over: full ? { retryAfter: left, global: false } : null,
      }
    },
    /** Throws where a channel's name or topic changed twice in ten minutes. */
    rename(channel: string) {
      const { full, left } = strict ? take(`rename ${channel}`, renaming) : free
      if (full)
        throw new Refusal(429, 20028, 'The resource is being rate limited.', { retryAfter: left / 1000 })
    },
    /** Throws where too many old messages of a channel were edited. */
    editOld(channel: string) {
      const { full, left } = strict ? take(`old ${channel}`, ageing) : free
      if (full)
        throw new Refusal(
          429,
          30046,
          'Maximum number of edits to messages older than 1 hour reached. Try again later.',
          {
            retryAfter: left / 1000,
          },
        )
    },
  }
}

const free = { full: false, left: 0 }

export type Rates = ReturnType<typeof newRates>

function headersOf(route: string, { limit }: Rate, remaining: number, left: number, now: number) {
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': String((now + left) / 1000),
    'X-RateLimit-Reset-After': String(left / 1000),
    'X-RateLimit-Bucket': createHash('md5').update(route).digest('hex'),
  }
}
