import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as after } from 'node:timers/promises'
import { DefaultRestOptions, type RawFile, REST, type RESTOptions, type RouteLike } from 'discord.js'
import type { Logger } from 'pino'
import { Unavailable } from '../../model/oops.ts'
import type { Instant } from '../../model/post.ts'
import { type Attempt, mishapOf } from './mishaps.ts'
import { newResting } from './resting.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type More = {
  body?: unknown
  query?: Record<string, string>
  files?: RawFile[]
  /** An answer to an interaction: it carries a token of its own, and goes out when everything else rests. */
  open?: boolean
  /** How long (ms) it may wait where Discord asks for it; what waits longer is an error. Not at all where it is missing. */
  waits?: number
}

export type Calls = ReturnType<typeof newCalls>

/**
 * Requests to Discord's REST API. Each goes out once: what is to be tried again, its caller knows. A request that
 * hangs, or a limit, holds up its own channel alone. Throws Unavailable (see mishaps.ts).
 */
export function newCalls(parts: {
  token: string
  apiUrl: string | null
  clock: () => Instant
  log: Logger
  /** How long (ms) a call may take. */
  timeout?: number
  mostRefused?: number
}) {
  const { token, clock, timeout = 10_000 } = parts
  const resting = newResting(parts)
  const attempts = new AsyncLocalStorage<Attempt>()
  /** Until when a call rests that was limited: the library only keeps to limits it was told of before. */
  const limited = new Map<string, Instant>()

  // One object for the client and our own calls alike: both go through the same door.
  const options: Partial<RESTOptions> = {
    ...(parts.apiUrl ? { api: parts.apiUrl.replace(/\/+$/, '') } : {}),
    version: '10',
    retries: 0,
    timeout,
    rejectOnRateLimit: () => true,
    makeRequest: async (url, init) => {
      const withToken = new Headers(init.headers as Record<string, string>).has('authorization')
      // What waited for its turn meanwhile may have to rest by now.
      if (withToken) resting.mind()
      const attempt = attempts.getStore()
      if (attempt) attempt.sent = true
      const response = await DefaultRestOptions.makeRequest(url, init)
      resting.notice(response, withToken)
      return response
    },
  }
  const rest = new REST(options)

  async function once<Answer>(method: Method, route: string, more: More): Promise<Answer> {
    const { open = false, query, body, files } = more
    const attempt: Attempt = { sent: false, late: false }
    const signal = AbortSignal.timeout(timeout)
    const asked = query ? { query: new URLSearchParams(query) } : {}
    const fullRoute = route as RouteLike
    try {
      if (!open) resting.mind()
      mindLimit(`${method} ${route}`)
      // The library lets go of a token that was refused.
      rest.setToken(token)
      return (await attempts.run(attempt, () =>
        rest.request({ method: method as never, fullRoute, auth: !open, signal, body, files, ...asked }),
      )) as Answer
    } catch (error) {
      attempt.late = signal.aborted
      const mishap = mishapOf(error, attempt)
      if (attempt.sent && mishap.retryAfter) limit(`${method} ${route}`, mishap.retryAfter)
      throw mishap
    }
  }

  function limit(call: string, wait: number) {
    for (const [one, until] of limited) if (until <= clock()) limited.delete(one)
    limited.set(call, clock() + wait)
  }

  function mindLimit(call: string) {
    const wait = (limited.get(call) ?? 0) - clock()
    if (wait > 0) throw new Unavailable('Discord wants a rest', { retryAfter: wait })
  }

  async function call<Answer>(method: Method, route: string, more: More = {}): Promise<Answer> {
    const until = performance.now() + (more.waits ?? 0)
    for (;;) {
      try {
        return await once<Answer>(method, route, more)
      } catch (error) {
        const wait = error instanceof Unavailable ? error.retryAfter : undefined
        if (wait === undefined || performance.now() + wait > until) throw error
        await after(wait)
      }
    }
  }

  return {
    call,
    options,
    /** Throws Unavailable where nothing may go out now. */
    mind: resting.mind,
    /** The token was refused over the gateway, too. */
    tokenRefused: resting.tokenRefused,
    lacks: resting.lacks,
    close() {
      rest.clearHandlerSweeper()
      rest.clearHashSweeper()
    },
  }
}
