import type { Logger } from 'pino'
import { Unavailable } from '../../model/oops.ts'
import type { Options } from './client.ts'
import { restAfter, unavailable } from './refusal.ts'
import { type Client, end, newClient, overOf } from './socket-client.ts'

/** What Slack sends: its body, and the how many-th time it is. */
export type Sent = { body: Record<string, unknown>; retryNum?: number; retryReason?: string }

export type SocketParts = { appToken: string; options: Options; log: Logger; hear(sent: Sent): void }

export type Socket = ReturnType<typeof newSocket>

/**
 * One connection of Socket Mode, made again whenever it ends: the SDK's own way back waits five seconds at least, and
 * gives up, with an unhandled rejection, where the network is down.
 */
export function newSocket(parts: SocketParts) {
  const { options, log } = parts
  let run: Run | null = null
  let live: Client | null = null
  let trouble: Unavailable | null = null
  const leaving = new Set<Promise<void>>()

  /** Resolves when it is connected, or when the first try failed. */
  async function start() {
    const tried = Promise.withResolvers<void>()
    run = { over: false, stopped: Promise.withResolvers(), kept: Promise.resolve() }
    run.kept = keep(run, tried.resolve)
    await tried.promise
  }

  async function keep(run: Run, tried: () => void) {
    for (let failures = 0, short = 0; !run.over; ) {
      const began = performance.now()
      const client = newClient(parts)
      const over = overOf(client)
      try {
        await connect(client, run)
        live = client
        if (trouble) log.info('Slack is heard again')
        failures = 0
        trouble = null
        tried()
        await Promise.race([over, run.stopped.promise])
        live = null
        // What was acknowledged last is still on its way.
        leave(client, pause(run, grace))
        // The next one at once, unless none of them lasts.
        short = performance.now() - began < lasting ? short + 1 : 0
        if (short > mostShort) await pause(run, lasting)
      } catch (error) {
        leave(client)
        if (run.over) break
        trouble = unavailable(error)
        const rest = restAfter(failures++, trouble)
        log.warn({ err: trouble, seconds: Math.round(rest / 1000) }, 'Slack is not heard')
        tried()
        await pause(run, rest)
      }
    }
    tried()
  }

  /** Until Slack says hello. */
  async function connect(client: Client, run: Run) {
    const late = Promise.withResolvers<never>()
    const timer = setTimeout(() => late.reject(new Unavailable('Slack says no hello')), options.timeout)
    const stopped = run.stopped.promise.then(() => Promise.reject(new Unavailable('it was stopped')))
    stopped.catch(() => {})
    const begun = client.start()
    try {
      await Promise.race([begun, late.promise, stopped])
    } catch (error) {
      // It may still come about, when nobody waits for it any more.
      begun.then(
        () => leave(client),
        () => {},
      )
      throw error ?? new Unavailable('Slack hangs up before its hello')
    } finally {
      clearTimeout(timer)
    }
  }

  function leave(client: Client, after: Promise<void> = Promise.resolve()) {
    const left = after.then(() => end(client)).finally(() => leaving.delete(left))
    leaving.add(left)
  }

  return {
    start,
    async stop() {
      if (!run || run.over) return
      run.over = true
      run.stopped.resolve()
      await run.kept
      await Promise.all(leaving)
    },
    connected: () => live !== null,
    trouble: () => trouble,
  }
}

type Run = { over: boolean; stopped: PromiseWithResolvers<void>; kept: Promise<void> }

/** Cut short where it is stopped. */
function pause(run: Run, length: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, Math.max(length, 0))
  return Promise.race([promise, run.stopped.promise]).finally(() => clearTimeout(timer))
}

/** How long a connection lasts at least that is worth the name, and how often one may not: Slack counts them. */
const lasting = 1_000
const mostShort = 4
const grace = 3_000
