import type { Gateway } from './gateway.ts'
import { guildCreate } from './guild-wire.ts'
import type { Privileged, World } from './world.ts'

/** What befalls the connections: all of them, of every application. */
export type GatewayActs = {
  /** Open connections that are identified or resumed. */
  connected(): number
  /** How many IDENTIFY and RESUME were accepted so far, and how many dispatches were sent again. */
  counts(): { identified: number; resumed: number; replayed: number }
  /** Resolves when the bot of a token is connected and was sent everything: at once if it is. Vigie's where none is given. */
  ready(token?: string): Promise<void>
  /** Sends exactly this, be it nonsense. */
  sends(raw: string): void
  /** Op 7: be so kind and come again. */
  reconnect(): void
  /** Op 9. */
  invalidate(resumable: boolean): void
  /** The next so many RESUMEs (1) are answered by op 9, not resumable. */
  forget(times?: number): void
  /** The connection is closed with a code; without one it is cut, and nothing is said. */
  drop(code?: number): void
  /** Hears everything and acknowledges nothing, until the connection is a new one. */
  zombie(): void
  /** From now on a client that asks for this intent is closed with 4014; `allow` takes it back. */
  refuse(intent: Privileged): void
  allow(intent: Privileged): void
  /** A guild is away, as in an outage of its own, and comes back. By its id; Nimbus where none is given. */
  guildAway(guild?: string): void
  guildBack(guild?: string): void
}

export function newGatewayActs(world: World, gateway: Gateway, nimbus: string, vigie: string): GatewayActs {
  const { connections, sessions } = gateway
  const living = () => [...connections].filter(({ session }) => session !== null)
  const send = (payload: object) => {
    for (const { socket } of connections) socket.send(JSON.stringify(payload))
  }
  return {
    connected: () => living().length,
    counts: () => ({ ...gateway.counts }),
    async ready(token = vigie) {
      while (!living().some(({ session }) => session!.application.token === token)) await gateway.next()
    },
    sends(raw) {
      for (const { socket } of connections) socket.send(raw)
    },
    reconnect: () => send({ op: 7, d: null }),
    invalidate(resumable) {
      for (const connection of living()) {
        if (!resumable) sessions.delete(connection.session!.id)
        connection.session!.socket = null
        connection.session = null
      }
      send({ op: 9, d: resumable })
    },
    forget: (times = 1) => gateway.forget(times),
    drop(code) {
      for (const { socket } of connections) code ? socket.close(code) : socket.terminate()
    },
    zombie() {
      for (const connection of connections) connection.deaf = true
    },
    refuse: (intent) => void world.privileged.delete(intent),
    allow: (intent) => void world.privileged.add(intent),
    guildAway(id = nimbus) {
      world.guilds.get(id)!.away = true
      world.tell({ t: 'GUILD_DELETE', d: () => ({ id, unavailable: true }), intent: 1, guild: id })
    },
    guildBack(id = nimbus) {
      const guild = world.guilds.get(id)!
      guild.away = false
      world.tell({ t: 'GUILD_CREATE', d: ({ bot }) => guildCreate(world, guild, bot), intent: 1, guild: id })
    },
  }
}
