import type { Delivery, Kind, Request } from './delivery.ts'
import type { Host } from './host.ts'
import type { Links } from './links.ts'
import { requestOf } from './signing.ts'
import type { Team } from './team.ts'

/** Sends something to the app, measures the acknowledgement, and sends events again that had none. */
export type Deliver = (team: Team, kind: Kind, payload: unknown, attempt?: number) => Promise<Delivery>

/** `deliver` comes back at the acknowledgement, or when the patience is over; what is sent again is sent later. */
export function newDelivering(host: Host, links: Links): Deliver {
  return async function deliver(team, kind, payload, attempt = 0) {
    const delivery: Delivery = {
      kind,
      team: team.id,
      payload,
      at: host.now(),
      ack: null,
      answer: null,
      attempts: 0,
      late: false,
      problem: null,
    }
    host.deliveries.push(delivery)
    await send(team, delivery, attempt)
    return delivery
  }

  async function send(team: Team, delivery: Delivery, attempt: number): Promise<void> {
    delivery.attempts++
    const began = performance.now()
    const acked = (answer: unknown) => {
      if (delivery.ack !== null) return
      delivery.ack = performance.now() - began
      delivery.answer = answer
      host.happened()
    }
    const problem = await (team.way === 'socket' ? bySocket : byRequest)(team, delivery, attempt, acked)
    if (attempt === 0) delivery.late = problem === 'operation_timeout'
    delivery.problem = problem
    host.happened()
    const wait = host.rules.again[attempt]
    if (problem === null || delivery.kind !== 'events_api' || wait === undefined) return
    host.later(wait, () => void send(team, delivery, attempt + 1))
  }

  function bySocket(team: Team, delivery: Delivery, attempt: number, acked: (answer: unknown) => void) {
    const { promise, resolve } = Promise.withResolvers<string | null>()
    const stop = host.later(host.rules.patience, () => resolve('operation_timeout'))
    const given = links.give(team, delivery.kind, delivery.payload, attempt, (answer) => {
      acked(answer)
      resolve(null)
    })
    if (!given) resolve('dispatch_failed')
    return promise.finally(stop)
  }

  async function byRequest(
    team: Team,
    delivery: Delivery,
    attempt: number,
    acked: (answer: unknown) => void,
  ) {
    const request = requestOf(delivery.kind, delivery.payload, team.tokens.signingSecret, host.now(), attempt)
    delivery.request = request
    const { promise, resolve } = Promise.withResolvers<string | null>()
    const stop = host.later(host.rules.patience, () => resolve('operation_timeout'))
    ask(team, request).then(
      ({ status, body }) => {
        if (status !== 200) return resolve(`http_${status}`)
        acked(readAnswer(body))
        resolve(null)
      },
      () => resolve('dispatch_failed'),
    )
    return promise.finally(stop)
  }

  async function ask({ way }: Team, { raw, headers }: Request): Promise<{ status: number; body: string }> {
    if (typeof way === 'object' && 'hear' in way) return way.hear({ raw, headers })
    if (typeof way !== 'object') throw new Error('there is no address')
    const { 'content-length': _, ...sent } = headers
    const response = await fetch(way.address, { method: 'POST', body: new Uint8Array(raw), headers: sent })
    return { status: response.status, body: await response.text() }
  }
}

/** What a command may be answered with at once: nothing, words, or JSON. */
function readAnswer(body: string): unknown {
  if (body === '') return null
  try {
    return JSON.parse(body)
  } catch {
    return { text: body }
  }
}
