import { Client, Events, Options, type WebSocketOptions } from 'discord.js'
import type { Logger } from 'pino'
import type { Calls } from './calls.ts'
import { Guarded, type Watch } from './guarded.ts'

type Ears = {
  /** Each dispatch, as it came. */
  heard(type: string, data: unknown): void
  /** The connection is gone, and is being brought back. */
  lost(): void
  /** Discord closed it for good. */
  closed(code: number): void
}

/** A client of the library, of which only the connection is used. */
export function newClient(parts: {
  calls: Calls
  intents: number[]
  watch: Watch
  ears: Ears
  log: Logger
  throttle?: WebSocketOptions['buildIdentifyThrottler']
}): Client {
  const { calls, intents, watch, ears, log, throttle } = parts
  const client = new Client({
    rest: calls.options,
    intents,
    ws: {
      buildStrategy: (manager) => new Guarded(manager, watch),
      ...(throttle ? { buildIdentifyThrottler: throttle } : {}),
    },
    makeCache: keepsLittle,
  })
  client.on(Events.Raw as never, ({ t, d }: { t: string; d: unknown }) => ears.heard(t, d))
  client.on(Events.ShardReconnecting, () => ears.lost())
  client.on(Events.ShardDisconnect, ({ code }) => ears.closed(code))
  client.on(Events.ShardError, (err) => log.warn({ err }, 'the connection to Discord broke'))
  client.on(Events.Error, (err) => log.warn({ err }, 'the Discord library made a mistake'))
  return client
}

/** Says goodbye, and hears no more. */
export async function endClient(client: Client) {
  client.removeAllListeners()
  client.on(Events.Error, () => {})
  await client.destroy().catch(() => {})
}

/** Everything is read as it comes; the library keeps no second copy of what it can do without. */
const keepsLittle = Options.cacheWithLimits({
  MessageManager: 0,
  ReactionManager: 0,
  PresenceManager: 0,
  VoiceStateManager: 0,
  ThreadMemberManager: 0,
  GuildEmojiManager: 0,
  GuildStickerManager: 0,
  UserManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user?.id },
  GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user?.id },
})
