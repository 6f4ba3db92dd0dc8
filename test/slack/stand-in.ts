import { newDelivering } from './delivering.ts'
import type { Delivery } from './delivery.ts'
import { newEvents } from './events.ts'
import { type Fault, newFaults } from './faults.ts'
import { newHost, type Rules } from './host.ts'
import { newLinks } from './links.ts'
import type { Json } from './nouns.ts'
import { seed } from './seed.ts'
import { newServer } from './server.ts'
import { newTeam } from './team.ts'
import { newWorkspace } from './workspace.ts'
import type { Workspace } from './workspace-type.ts'

export type { Act, Delivery, Hear, Ref, Way } from './delivery.ts'
export type { Fault } from './faults.ts'
export type { Rules } from './host.ts'
export type { Message, View } from './nouns.ts'
export type { Workspace } from './workspace-type.ts'

/**
 * slack.com on one port of the loopback address, for the real SDK: the Web API, Socket Mode, signed requests, files,
 * windows, and the people of a workspace. It keeps Slack's rules and judges whether it was answered in time.
 */
export type StandIn = {
  /** `http://127.0.0.1:PORT` */
  url: string
  /** What `SLACK_API_URL` is: `http://127.0.0.1:PORT/api/` */
  apiUrl: string
  /** The first workspace, Nimbus (`T0NIMBUS`). */
  workspace: Workspace
  /**
   * Another one with its own tokens, people and channels: `T0ACME`, `Acme`; its users are `U0MIAXACME` and so on. Where
   * it has the app of another, they share its sockets and its signing secret.
   */
  addWorkspace(id: string, name: string, sharing?: Workspace): Workspace
  /** Every call of the Web API, of addresses to answer at (`response_url`), of uploads (`upload_url`). */
  calls: Call[]
  callsOf(method: string): Call[]
  /** Everything that was sent to the app, and how it was acknowledged. */
  deliveries: Delivery[]
  /** What was not acknowledged within the three seconds. */
  late(): Delivery[]
  /** Live mentions in what the app said: Slack would have notified people. */
  pings: { channel: string; ts: string; mention: string }[]
  /** From now on; gives how to end it. Once, if neither `times` nor `share` nor `for` says otherwise. */
  fault(fault: Fault): () => void
  /** Connections are cut and refused until `back` is called: then the same port listens again. */
  outage(): Promise<{ back(): Promise<void> }>
  /** How many sockets are open and would be given an envelope. */
  sockets(): number
  /** As Slack does it: a warning on one socket (or all), which is given nothing more, and closed after a while. */
  recycle(which?: 'one' | 'all'): void
  /** Sockets that stop answering pings, swallow what is sent to them, and stay open. */
  halfOpen(which?: 'one' | 'all'): void
  /** Sockets are cut without a word. */
  cut(which?: 'one' | 'all'): void
  /** Looks at once, and again whenever something happened here, until it sees something. Throws after `within` ms. */
  eventually<T>(look: () => T | null | undefined | false, within?: number): Promise<T>
  close(): Promise<void>
}

export type Call = {
  method: string
  team: string | null
  params: Record<string, Json>
  at: number
  /** `ok`, Slack's error, or the fault: `limited`, `lost`, … */
  outcome: string
  /** The id of the channel it was about. */
  channel: string | null
  /** Of what was said. */
  ts?: string
}

/** Listens on a free port with Nimbus’ workspace; `close` it. */
export async function newSlackStandIn(rules: Rules = {}): Promise<StandIn> {
  const host = newHost(rules)
  const faults = newFaults(host)
  const links = newLinks(host, faults)
  const deliver = newDelivering(host, links)
  const events = newEvents(host, deliver)
  const server = await newServer({ host, links, deliver, events, faults })

  function addWorkspace(id: string, name: string, sharing?: Workspace): Workspace {
    const team = newTeam(host, id, name, sharing && { ...sharing.tokens, app: sharing.bot.app })
    host.teams.push(team)
    seed(team)
    return newWorkspace({ host, team, links, deliver, events })
  }

  return {
    url: host.url,
    apiUrl: `${host.url}/api/`,
    workspace: addWorkspace('T0NIMBUS', 'Nimbus'),
    addWorkspace,
    calls: host.calls,
    callsOf: (wanted) => host.calls.filter(({ method }) => method === wanted),
    deliveries: host.deliveries,
    late: () => host.deliveries.filter(({ late }) => late),
    pings: host.pings,
    fault: faults.add,
    outage: server.outage,
    sockets: () => links.count(),
    recycle: links.recycle,
    halfOpen: links.halfOpen,
    cut: links.cut,
    eventually: host.eventually,
    async close() {
      host.stop()
      await server.close()
    },
  }
}
