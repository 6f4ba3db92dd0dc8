import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type Answer, newCalling } from './calling.ts'
import type { Deliver } from './delivering.ts'
import type { Events } from './events.ts'
import type { newFaults, Struck } from './faults.ts'
import type { Host } from './host.ts'
import type { Links } from './links.ts'

export type Parts = {
  host: Host
  links: Links
  deliver: Deliver
  events: Events
  faults: ReturnType<typeof newFaults>
}

/** The one port: the Web API, uploads, addresses to answer at, and the door to Socket Mode. */
export async function newServer(parts: Parts) {
  const { host, links } = parts
  const calling = newCalling(parts)
  const sockets = new Set<Duplex>()

  const server = createServer((request, response) => {
    serve(request, response).catch((error) => {
      response.writeHead(500).end(String(error?.stack ?? error))
    })
  })
  server.keepAliveTimeout = 60_000
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('upgrade', (request, socket) => links.enter(request, socket))
  await listen(0)
  const { port } = server.address() as AddressInfo
  host.url = `http://127.0.0.1:${port}`

  function listen(at: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    server.once('error', reject)
    server.listen(at, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
    return promise
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, host.url)
    const [, door, first = '', second = ''] = pathname.split('/')
    const raw = await buffer(request)
    const type = request.headers['content-type'] ?? ''
    const token = /^Bearer (.+)$/u.exec(request.headers.authorization ?? '')?.[1] ?? null
    const call = { door: door!, first, second, raw, type, token, searchParams }
    const { answer, struck } = calling.call(call)
    if (struck) return misbehave(request, response, answer, struck)
    tell(response, answer)
  }

  function misbehave(
    request: IncomingMessage,
    response: ServerResponse,
    answer: Answer,
    struck: Struck,
  ): void {
    const { kind, ms, seconds } = struck
    if (kind === 'hang') return
    if (kind === 'lost') return void request.socket.destroy()
    if (kind === 'late') return void host.later(ms, () => tell(response, answer))
    const body = JSON.stringify({ ok: false, error: 'ratelimited' })
    tell(
      response,
      kind === 'limited'
        ? { status: 429, headers: { 'retry-after': String(seconds) }, body }
        : { status: 500, headers: {}, body: 'Internal Server Error' },
    )
  }

  function tell(response: ServerResponse, { status, headers, body }: Answer): void {
    if (response.destroyed) return
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(body)
  }

  const shut = async () => {
    const closed = new Promise<void>((done) => server.close(() => done()))
    for (const socket of sockets) socket.destroy()
    await closed
  }

  return {
    close: shut,
    async outage() {
      await shut()
      return { back: () => listen(port) }
    },
  }
}
