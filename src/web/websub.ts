import type { FastifyInstance, FastifyReply } from 'fastify'
import type { DoorAnswer } from '../chat/chat.ts'

/** Who answers hubs (src/schedule/hub-answers.ts). */
export type HubDoor = {
  verify(path: string, query: Record<string, string | undefined>): Promise<DoorAnswer>
  push(
    path: string,
    request: { raw: Buffer; headers: Record<string, string | undefined> },
  ): Promise<DoorAnswer>
}

/** Adds the addresses that hubs were given, one for each subscription. */
export function addHubs(app: FastifyInstance, { verify, push }: HubDoor) {
  app.get<{ Params: { key: string } }>('/websub/:key', async (request, reply) => {
    const query = Object.fromEntries(new URL(request.url, 'http://vigie').searchParams)
    return send(reply, await verify(request.params.key, query))
  })
  app.post<{ Params: { key: string } }>('/websub/:key', async (request, reply) => {
    const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
    )
    return send(reply, await push(request.params.key, { raw, headers }))
  })
}

/** What a stranger sent is said back as plain text, and as nothing else. */
const send = (reply: FastifyReply, { status, headers = {}, body }: DoorAnswer) =>
  reply
    .code(status)
    .headers({ 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', ...headers })
    .send(body)
