import {
  type Client,
  GatewayCloseCodes as Codes,
  GatewayDispatchEvents as Dispatches,
  type WebSocketOptions,
} from 'discord.js'
import type { Logger } from 'pino'
import { Unavailable } from '../../model/oops.ts'
import type { Instant } from '../../model/post.ts'
import { minute } from '../../model/time.ts'
import type { Lack } from '../chat.ts'
import type { Calls } from './calls.ts'
import { endClient, newClient } from './client.ts'
import { bitsOf, type Intents } from './intents.ts'
import { newPatience } from './patience.ts'

/** One client, for as long as it comes back by itself. */
type Line = { client: Client; over: boolean; tries: number }

export type Gateway = ReturnType<typeof newGateway>

/**
 * The connection over which Discord tells what happens: begun and ended, and between the two brought back whatever
 * comes. `hear` gets each dispatch as it came.
 */
export function newGateway(parts: {
  token: string
  calls: Calls
  intents: Intents
  clock: () => Instant
  log: Logger
  hear: (type: string, data: unknown) => void
  /** How the library spaces out its identifying, where not as it does by itself. */
  throttle?: WebSocketOptions['buildIdentifyThrottler']
}) {
  const { token, calls, intents, clock, log, hear, throttle } = parts
  let line: Line | null = null
  let running = false
  const patience = newPatience(clock)
  let downSince: Instant | null = null
  let next: NodeJS.Timeout | undefined

  async function connect() {
    try {
      calls.mind()
      const asked = await intents.toAsk()
      if (!running || line) return
      const made: Line = { client: clientFor(bitsOf(asked), () => made), over: false, tries: 0 }
      line = made
      // Where Discord closes the connection, it is heard why, and `made` is over before this fails.
      await made.client.login(token).catch((error) => giveUp(made, error))
    } catch (error) {
      const asked = error instanceof Unavailable ? (error.retryAfter ?? 0) : 0
      again(error, Math.max(patience.next(), asked))
    }
  }

  function clientFor(asked: number[], made: () => Line): Client {
    const watch = {
      over: () => made().over,
      rest: () => pause(made().tries++ === 0 ? 0 : patience.next()),
      broke(err: unknown, fatal: boolean) {
        log.warn({ err }, 'Discord sent something that its library cannot read')
        if (fatal) giveUp(made(), err)
      },
    }
    const heard = (type: string, data: unknown) => {
      if (made().over) return
      if (type === Dispatches.Ready || type === Dispatches.Resumed) up(type === Dispatches.Resumed)
      hear(type, data)
    }
    const ears = { heard, lost, closed: (code: number) => closed(made(), code) }
    return newClient({ calls, intents: asked, watch, ears, log, throttle })
  }

  function up(resumed: boolean) {
    log.info(resumed ? 'Discord goes on telling where it stopped' : 'Discord tells what happens')
    downSince = null
    patience.up(resumed)
  }

  function lost() {
    downSince ??= clock()
    patience.lost()
  }

  /** Discord closed it for good, and says why. */
  function closed(made: Line, code: number) {
    if (made.over) return
    const aboutIntents = code === Codes.DisallowedIntents || code === Codes.InvalidIntents
    if (aboutIntents && intents.refuse()) return giveUp(made, null, 0)
    if (code === Codes.AuthenticationFailed) calls.tokenRefused()
    const why = new Error(`Discord closed the connection: ${code}`)
    giveUp(made, why, Math.max(patience.next(), minute))
  }

  function giveUp(made: Line, err: unknown, wait = patience.next()) {
    if (made.over) return
    lost()
    void leave(made)
    again(err, wait)
  }

  function again(err: unknown, wait: number) {
    const seconds = Math.round(wait / 1000)
    if (err) log.warn({ err, seconds }, 'no connection to Discord; it is tried again')
    clearTimeout(next)
    if (running) next = setTimeout(connect, wait)
  }

  function leave(made: Line) {
    made.over = true
    line = null
    return endClient(made.client)
  }

  return {
    async begin() {
      running = true
      downSince = clock()
      void connect()
    },
    async end() {
      running = false
      downSince = null
      clearTimeout(next)
      intents.stop()
      if (line) await Promise.race([leave(line), pause(longestGoodbye)])
    },
    /** Leaves, and comes back at once: there is more to be asked for. */
    anew() {
      if (line) giveUp(line, null, 0)
    },
    lacks: (): Lack[] =>
      running && downSince !== null && clock() - downSince > minute ? [{ key: 'discord.gateway-down' }] : [],
  }
}

const pause = (length: number) => new Promise<void>((resolve) => setTimeout(resolve, length).unref())

const longestGoodbye = 2_000
