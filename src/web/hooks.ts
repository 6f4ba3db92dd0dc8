import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { DoorAnswer } from '../chat/chat.ts'

/** Who answers those who call webhooks (src/schedule/hook-answers.ts); `Found` is theirs. */
export type HookDoor<Found extends object> = {
  find(team: string, name: string, token: string | null): Found | null
  setUp(found: Found, query: URLSearchParams): DoorAnswer
  take(
    found: Found,
    request: { raw: Buffer; headers: Record<string, string | undefined>; token: string | null },
  ): Promise<DoorAnswer>
  refuse(found: Found, why: 'method' | 'too-big', status: number): DoorAnswer
}

type Place = { Params: { team: string; name: string; token?: string } }

/**
 * Adds the addresses of webhooks. What is no address of one is told nothing, before a byte of what it sends is read;
 * the rest is read as it comes, up to the limit of the port.
 */
export function addHooks<Found extends object>(app: FastifyInstance, answers: HookDoor<Found>) {
  const hooked = new WeakMap<FastifyRequest, Found>()
  for (const url of ['/hooks/:team/:name', '/hooks/:team/:name/:token'])
    app.route<Place>({
      method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url,
      async onRequest(request, reply) {
        const { team, name, token } = request.params
        const found = answers.find(team, name, token ?? null)
        if (!found) return send(reply, { status: 404, body: '' })
        hooked.set(request, found)
        if (request.method === 'GET')
          return send(reply, answers.setUp(found, new URL(request.url, 'http://vigie').searchParams))
        return request.method === 'POST' ? undefined : send(reply, answers.refuse(found, 'method', 405))
      },
      errorHandler(error, request, reply) {
        const found = hooked.get(request)
        const { statusCode = 500 } = error
        if (found && statusCode === 413) return send(reply, answers.refuse(found, 'too-big', 413))
        // A body that never came whole, or that says otherwise, is nobody's.
        if (statusCode < 500) return send(reply, { status: statusCode, body: '' })
        throw error
      },
      async handler(request, reply) {
        const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
        )
        const token = request.params.token ?? null
        return send(reply, await answers.take(hooked.get(request)!, { raw, headers, token }))
      },
    })
}

/** Who was refused before their body was read has it read by nobody. */
function send(reply: FastifyReply, { status, headers = {}, body }: DoorAnswer) {
  if (status >= 400) reply.header('connection', 'close')
  return reply
    .code(status)
    .headers({
      ...(body === '' ? {} : { 'content-type': 'text/plain; charset=utf-8' }),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      ...headers,
    })
    .send(body === '' ? undefined : body)
}
