import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { type Call, newInvalid } from './calls.ts'
import { type Fault, newFaults } from './faults.ts'
import { newRates } from './rates.ts'
import { missingPermissions, noSuchRoute, Refusal, unauthorized, unknownInteraction } from './refusal.ts'
import { bodyOf, rawOf } from './request.ts'
import { type Answer, routeOf, shortName } from './route.ts'
import { routes } from './routes/index.ts'
import type { Application, World } from './world.ts'

const prefix = '/api/v10'

/** The REST door: reads, signs in, counts, lets things go wrong, answers and writes it all down. */
export function newServer(world: World, options: { rates: boolean; bannedAt: number }) {
  const faults = newFaults(new Set(routes.map(shortName)))
  const rates = newRates(world, options.rates)
  const invalid = newInvalid(world.now)
  const calls: Call[] = []
  const sockets = new Set<Socket>()
  let limitedUntil = 0

  const server = createServer((request, response) => {
    hear(request, response).catch((error) => response.destroy(error))
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })

  async function hear(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url!, 'http://127.0.0.1')
    const raw = await rawOf(request)
    if (url.pathname.startsWith('/cdn/')) return sendFile(world, url.pathname, response)
    const path = url.pathname.replace(prefix, '')
    const found = url.pathname.startsWith(prefix) ? routeOf(routes, request.method!, path) : null
    const name = found ? shortName(found.route) : `${request.method} ${path}`
    const channel = channelOf(world, found?.params ?? {})
    const { body, files } = await bodyOf(raw, request.headers['content-type'])
    const call: Call = {
      method: request.method!,
      route: name,
      path: path + url.search,
      channel: channel?.name ?? null,
      body,
      files: files.map((file) => file.name),
      status: 0,
      at: world.now(),
      fault: null,
    }
    calls.push(call)
    const send = (status: number, payload?: unknown, headers: Record<string, string> = {}) => {
      call.status = status
      if (headers['X-RateLimit-Scope'] !== 'shared') invalid.note(status)
      if (payload === undefined) return response.writeHead(status, headers).end()
      const html = typeof payload === 'string'
      response.writeHead(status, { ...headers, 'content-type': html ? 'text/html' : 'application/json' })
      response.end(html ? payload : JSON.stringify(payload))
    }
    if (invalid.count() >= options.bannedAt) return send(429, 'error code: 1015', { 'Retry-After': '3600' })

    const fault = faults.next(name, channel ? [channel.id, channel.name] : [])
    call.fault = fault?.kind ?? null
    const limits = rates.take(name, found?.params.channel ?? found?.params.guild ?? found?.params.token ?? '')
    const headers = limits.headers
    let answer: Answer
    try {
      if (!found) throw noSuchRoute()
      const application = applicationOf(world, found.route.open === true, found.params, request)
      if (fault?.kind === 'limited-globally') limitedUntil = world.now() + (fault.ms ?? 300)
      if (limitedUntil > world.now()) throw limited(limitedUntil - world.now(), true)
      if (limits.over) throw limited(limits.over.retryAfter, limits.over.global)
      before(fault, name)
      const { params } = found
      answer = found.route.hear({ world, rates, application, params, query: url.searchParams, body, files })
    } catch (error) {
      // A mistake in the stand-in itself is told as what it is, so that the test that met it shows it.
      if (!(error instanceof Refusal)) return send(500, { code: 0, message: String((error as Error).stack) })
      return send(error.status, refusalOf(error), { ...headers, ...waitOf(error) })
    }
    if (fault?.kind === 'hang') return
    if (fault?.kind === 'lost') return request.socket.destroy()
    if (fault?.kind === 'failed-after') return send(500, { code: 0, message: '500: Internal Server Error' })
    if (fault?.kind === 'late') await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 300))
    send(answer.status ?? 200, answer.body, headers)
  }

  return { server, sockets, faults, calls, invalid: invalid.count }
}

/** What goes wrong before anything happens. */
function before(fault: Fault | null, route: string) {
  if (fault?.kind === 'failed') throw new Refusal(500, 0, '500: Internal Server Error')
  if (fault?.kind === 'forbidden') throw missingPermissions()
  if (fault?.kind === 'limited') throw limited(fault.ms ?? 300, false)
  if (fault?.kind === 'expired')
    throw route.includes('/webhooks')
      ? new Refusal(401, 50027, 'Invalid Webhook Token')
      : unknownInteraction()
}

const limited = (ms: number, everywhere: boolean) =>
  new Refusal(429, everywhere ? -1 : 0, 'You are being rate limited.', { retryAfter: ms / 1000 })

const refusalOf = ({ status, code, message, errors, retryAfter }: Refusal) =>
  status === 429
    ? { message, retry_after: retryAfter, global: code === -1, ...(code > 0 && { code }) }
    : { message, code, ...(errors && { errors }) }

/** What a client reads of a limit: how long, and whether it is its own or that of everything. */
function waitOf({ status, code, retryAfter }: Refusal): Record<string, string> {
  if (status !== 429) return {}
  const everywhere = code === -1
  return {
    ...(code === 0 && { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset-After': String(retryAfter) }),
    'Retry-After': String(retryAfter),
    'X-RateLimit-Scope': everywhere ? 'global' : 'user',
    ...(everywhere && { 'X-RateLimit-Global': 'true' }),
  }
}

function applicationOf(
  world: World,
  open: boolean,
  params: Record<string, string>,
  request: IncomingMessage,
): Application {
  const applications = [...world.applications.values()]
  const id = params.application ?? world.interactions.get(params.token ?? '')?.application
  if (open) return applications.find((one) => one.id === id) ?? applications[0]!
  const found = applications.find(({ token }) => request.headers.authorization === `Bot ${token}`)
  if (!found) throw unauthorized()
  return found
}

/** The channel a call is about: of the address, or of the interaction whose token stands in it. */
const channelOf = (world: World, params: Record<string, string>) =>
  world.channels.get(params.channel ?? world.interactions.get(params.token ?? '')?.channel ?? '')

function sendFile(world: World, path: string, response: ServerResponse) {
  const [, , id] = path.split('/')
  const said = [...world.messages.values()].flat().flatMap(({ attachments }) => attachments)
  const file = world.files.get(id!) ?? said.find((one) => one.id === id)
  if (!file) return response.writeHead(404).end()
  response.writeHead(200, { 'content-type': file.type }).end(file.bytes)
}
