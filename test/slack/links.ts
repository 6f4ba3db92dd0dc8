import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Kind } from './delivery.ts'
import type { newFaults } from './faults.ts'
import type { Host } from './host.ts'
import type { Team } from './team.ts'
import { accept, type End } from './websocket.ts'

/** A socket of Socket Mode; `taken` is it while it would be given an envelope. */
type Link = { team: Team; end: End; taken: boolean; stopPings: () => void }

/** Slack’s most for one app. */
const most = 10

export type Links = ReturnType<typeof newLinks>

/** The sockets of Socket Mode: who is let in, who is given what, and how they end. */
export function newLinks(host: Host, faults: ReturnType<typeof newFaults>) {
  const tickets = new Map<string, Team>()
  const links = new Set<Link>()
  const waiting = new Map<string, (answer: unknown) => void>()

  function invite(team: Team): string {
    const ticket = randomUUID()
    tickets.set(ticket, team)
    return `${host.url.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${team.bot.app}`
  }

  function enter(request: IncomingMessage, socket: Duplex) {
    const ticket = new URL(request.url!, host.url).searchParams.get('ticket') ?? ''
    const team = tickets.get(ticket)
    tickets.delete(ticket)
    if (!team) return void socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n')
    const struck = faults.strike({ method: 'link', channel: null, names: [] })
    if (struck?.kind === 'lost') return void socket.destroy()
    if (struck?.kind === 'failed') return void socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')
    const end = accept(request, socket, {
      lingers: host.rules.lingers,
      text: (said) => hear(said),
      closed: () => leave(link),
    })
    const link: Link = { team, end, taken: true, stopPings: () => {} }
    if (of(team).length >= most) {
      say(link, { type: 'disconnect', reason: 'too_many_websockets', debug_info: { host: 'applink-1' } })
      return end.close()
    }
    links.add(link)
    // It is let in, and never greeted.
    if (struck?.kind === 'hang') link.taken = false
    else welcome(link)
  }

  function welcome(link: Link) {
    const { team } = link
    say(link, {
      type: 'hello',
      num_connections: of(team).length,
      debug_info: { host: 'applink-1', build_number: 10, approximate_connection_time: 18_060 },
      connection_info: { app_id: team.bot.app },
    })
    ping(link)
    host.happened()
  }

  const of = (team?: Team) =>
    [...links].filter((link) => link.taken && (!team || link.team.tokens.appToken === team.tokens.appToken))
  const say = (link: Link, frame: unknown) => link.end.send(JSON.stringify(frame))

  function ping(link: Link) {
    link.end.ping()
    link.stopPings = host.later(host.rules.pingEvery, () => ping(link))
  }

  function leave(link: Link) {
    link.taken = false
    link.stopPings()
    links.delete(link)
    host.happened()
  }

  function hear(said: string) {
    const { envelope_id: id, payload } = JSON.parse(said)
    waiting.get(id)?.(payload ?? null)
    waiting.delete(id)
  }

  /** Gives one of the sockets an envelope; `acked` is told when it comes back. False where there is no socket. */
  function give(team: Team, kind: Kind, payload: unknown, attempt: number, acked: (answer: unknown) => void) {
    const all = of(team)
    if (all.length === 0) return false
    const envelope_id = randomUUID()
    waiting.set(envelope_id, acked)
    const retries = { retry_attempt: attempt, retry_reason: attempt ? 'timeout' : '' }
    say(host.chance.oneOf(all), {
      payload,
      envelope_id,
      type: kind,
      accepts_response_payload: kind !== 'events_api',
      ...(kind === 'events_api' ? retries : {}),
    })
    return true
  }

  function chosen(which: 'one' | 'all'): Link[] {
    const all = of()
    return which === 'all' || all.length === 0 ? all : [host.chance.oneOf(all)]
  }

  /** It is warned, given nothing more, and closed some time later. */
  function recycle(which: 'one' | 'all' = 'one') {
    for (const link of chosen(which)) {
      link.taken = false
      const debug_info = { host: 'applink-1' }
      say(link, { type: 'disconnect', reason: 'warning', debug_info })
      host.later(host.rules.recycleAfter, () => {
        if (!link.end.isOpen()) return
        say(link, { type: 'disconnect', reason: 'refresh_requested', debug_info })
        link.end.close()
      })
    }
    host.happened()
  }

  /** It stays, hears nothing and answers nothing; what is given to it is lost. */
  function halfOpen(which: 'one' | 'all' = 'one') {
    for (const link of chosen(which)) {
      link.stopPings()
      link.end.freeze()
    }
  }

  function cut(which: 'one' | 'all' = 'one') {
    for (const link of which === 'all' ? [...links] : chosen(which)) link.end.cut()
  }

  return { invite, enter, give, recycle, halfOpen, cut, count: (team?: Team) => of(team).length }
}
