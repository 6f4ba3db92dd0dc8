import type { AddressInfo } from 'node:net'
import { commandActs } from './acts/commands.ts'
import { componentActs } from './acts/components.ts'
import { administratorActs, memberActs } from './acts/members.ts'
import { talkActs } from './acts/talk.ts'
import type { Call } from './calls.ts'
import { newEyes } from './eyes.ts'
import type { Fault } from './faults.ts'
import { newGateway } from './gateway.ts'
import { type GatewayActs, newGatewayActs } from './gateway-acts.ts'
import { type Ids, ids, tokens } from './known.ts'
import type { People } from './people.ts'
import { seed } from './seed.ts'
import { newServer } from './server.ts'
import { newWorld, type Privileged } from './world.ts'

export type { Answered, People, Shown, ShownInput, ShownModal, Typed } from './people.ts'
export type { Call, Fault, GatewayActs, Ids, Privileged }

/** Discord as far as Vigie needs it, on 127.0.0.1: REST v10 and gateway v10, with people who act and see. */
export type StandIn = People & {
  /** What `DISCORD_API_URL` is set to: `http://127.0.0.1:PORT/api`, without a version. */
  api: string
  /** Vigie's own token; and that of a team which brought its own application. */
  tokens: { vigie: string; acme: string }
  ids: Ids
  /** Every call that reached the REST door, oldest first. */
  calls: Call[]
  /** Calls of a route or a method: `of('POST /channels/:id/messages')`, `of('POST')`. */
  of(route: string): Call[]
  /** Answers 401, 403 and 429 in the last ten minutes; Discord bans an address at 10,000 (`bannedAt`). */
  invalid(): number
  /** How often commands were put, and how many of them were new: Discord allows 200 new ones a day and guild. */
  registered: { puts: number; creates: number }
  /** Something goes wrong for the calls that it names, the next `times` or a seeded `share` of them. */
  fault(fault: Fault): void
  /** Vigie's token is no longer good: 401, and 4004 for its connections. */
  revoke(): void
  /** The end of all faults and of an outage; the token is good again. */
  mend(): Promise<void>
  gateway: GatewayActs
  /** Refuses connections and cuts the open ones; `back` (or `mend`) listens on the same port again. */
  outage(): Promise<void>
  back(): Promise<void>
  /** What time it is there, in ms; `forward` makes everything older: edits after an hour, tokens after 15 minutes. */
  now(): number
  forward(ms: number): void
  close(): Promise<void>
}

export type StandInOptions = {
  /** Privileged intents that the applications may use: none where it is missing. */
  intents?: Privileged[]
  /** Vigie's own bot is in the second guild, Acme, too. The bot of `tokens.acme` always is, and is there alone. */
  acme?: boolean
  /** Discord's own rates (5 messages in 5 s a channel, 50 calls a second…); far above them where it is missing. */
  rates?: boolean
  /** At how many invalid answers the address is banned: 10,000. */
  bannedAt?: number
  /** How often a client is asked for a sign of life, in ms: 41,250. */
  heartbeat?: number
  /** How far apart a client has to identify itself, in ms, or it is sent away (op 9): Discord's are 5,000; 0 where missing. */
  identifyEvery?: number
  /** How long an interaction waits for its first answer, in ms: 3,000. */
  deadline?: number
}

/** Opens one on a free port. */
export async function openDiscord(options: StandInOptions = {}): Promise<StandIn> {
  const world = newWorld()
  for (const intent of options.intents ?? []) world.privileged.add(intent)
  world.deadline = options.deadline ?? 3_000
  world.identifyEvery = options.identifyEvery ?? 0
  seed(world, { acme: options.acme ?? false })
  const door = newServer(world, { rates: options.rates ?? false, bannedAt: options.bannedAt ?? 10_000 })
  const gateway = newGateway(world, door.server, options.heartbeat ?? 41_250)
  const { server, sockets, faults, calls } = door

  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const outage = async () => {
    if (!server.listening) return
    const closed = new Promise((resolve) => server.close(resolve))
    for (const { socket } of gateway.connections) socket.terminate()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  const vigie = world.applications.get(ids.application)!
  await listen(0)
  const { port } = server.address() as AddressInfo
  world.address = `http://127.0.0.1:${port}`
  const back = async () => {
    if (!server.listening) await listen(port)
  }

  return {
    ...newEyes(world),
    ...commandActs(world),
    ...componentActs(world),
    ...talkActs(world),
    ...memberActs(world),
    ...administratorActs(world),
    api: `${world.address}/api`,
    tokens,
    ids,
    calls,
    of: (route) => calls.filter((call) => call.route === route || call.method === route),
    invalid: door.invalid,
    registered: world.registered,
    fault: faults.add,
    revoke() {
      vigie.token = 'revoked'
      for (const { socket, session } of gateway.connections)
        if (session?.application === vigie) socket.close(4004, 'Authentication failed.')
    },
    mend: () => {
      faults.clear()
      vigie.token = tokens.vigie
      return back()
    },
    gateway: newGatewayActs(world, gateway, ids.guild, tokens.vigie),
    outage,
    back,
    now: world.now,
    forward: world.forward,
    close: outage,
  }
}
