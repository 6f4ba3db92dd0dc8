import { SimpleShardingStrategy } from 'discord.js'

export type Watch = {
  /** The connection was given up: nothing may bring it back. */
  over(): boolean
  /** Waits before each try to connect, the longer the more of them failed. */
  rest(): Promise<void>
  /** A step of the SDK failed inside; `fatal` where it would not go on by itself. */
  broke(error: unknown, fatal: boolean): void
}

/**
 * The SDK's own way to the gateway, with what it leaves open: a mistake in one of its steps would end the process as an
 * unhandled rejection, it knocks twice a second during an outage, and lets go of its session when it cannot get through.
 */
export class Guarded extends SimpleShardingStrategy {
  readonly #watch: Watch

  constructor(manager: ConstructorParameters<typeof SimpleShardingStrategy>[0], watch: Watch) {
    super(manager)
    this.#watch = watch
  }

  override async spawn(ids: number[]) {
    await super.spawn(ids)
    const { shards } = this as unknown as { shards: Map<number, Inside> }
    for (const shard of shards.values()) guard(shard, this.#watch)
  }
}

/** What we touch of a connection of the SDK (WebSocketShard of `@discordjs/ws` 1.2). */
type Inside = Record<(typeof steps)[number], (...given: never[]) => Promise<unknown>> & {
  destroy(how?: { recover?: number }): Promise<void>
  /** Its last try did not get through to Discord. */
  failedToConnectDueToNetworkError: boolean
}

/** Its socket, of the `ws` library. */
type Socket = { on(event: 'error', hear: () => void): void; terminate(): void; readyState: number }
const connecting = 0

const steps = ['onMessage', 'heartbeat', 'onClose'] as const
const [anew, resume] = [0, 1]

function guard(shard: Inside, { over, rest, broke }: Watch) {
  const caught =
    (step: (...given: never[]) => Promise<unknown>, fatal: boolean) =>
    async (...given: never[]) => {
      try {
        await step(...given)
      } catch (error) {
        broke(error, fatal)
      }
    }
  for (const name of steps) shard[name] = caught(shard[name].bind(shard), name === 'onClose')

  // The library stops listening to a socket before that is shut, and an error that nobody hears ends the process.
  let socket: Socket | null = null
  const keep = (made: Socket | null) => {
    socket = made
    made?.on('error', () => {})
  }
  Object.defineProperty(shard, 'connection', { get: () => socket, set: keep })

  const inside = shard as unknown as { internalConnect(): Promise<void> }
  const connect = inside.internalConnect.bind(shard)
  inside.internalConnect = caught(async () => {
    await rest()
    if (!over()) await connect()
  }, true)

  const destroy = shard.destroy.bind(shard)
  shard.destroy = caught(async (how: { recover?: number } = {}) => {
    // Whoever waited for a sign of it would begin it anew, and its goodbye would never be answered.
    if (over() && how.recover !== undefined) return
    // What was missed meanwhile is only told again to who comes back to the same session.
    const same = how.recover === anew && shard.failedToConnectDueToNetworkError
    const last = socket
    // It cannot be closed in good order before it is open, and would open later.
    if (last?.readyState === connecting) setImmediate(() => last.terminate())
    await destroy(same ? { ...how, recover: resume } : how)
  }, true)
}
