import fastify, { type FastifyReply } from 'fastify'
import type { Door } from '../chat/chat.ts'
import { Oops } from '../model/oops.ts'
import { addDraws, type FindProof } from './draws.ts'
import { addFigures, type FiguresDoor } from './figures.ts'
import { addHooks, type HookDoor } from './hooks.ts'
import type { Log } from './mistakes.ts'
import { addHubs, type HubDoor } from './websub.ts'

/**
 * The public port: the doors that chats and sources have, the proofs of draws, and nothing else. An address that is
 * none of them is told nothing, not even that it is none. `start` throws an Oops when the port cannot be had.
 */
export function newPublicServer<Hooked extends object>({
  port,
  doors,
  findProof,
  figures,
  hubs,
  hooks,
  patience = 10_000,
  log,
}: {
  port: number
  doors: Door[]
  findProof?: FindProof
  figures?: FiguresDoor
  hubs?: HubDoor
  hooks?: HookDoor<Hooked>
  /** How long (ms) a request may take to arrive. */
  patience?: number
  log: Log
}) {
  const app = fastify({
    bodyLimit: 1024 * 1024,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    requestTimeout: patience,
    // Node looks for the slow ones only twice a minute otherwise.
    http: { headersTimeout: patience, connectionsCheckingInterval: Math.max(patience / 5, 50) },
    // Numbers of connections are limited by who stands in front of this port.
    trustProxy: false,
    frameworkErrors: (_error, _request, reply) => void (reply as FastifyReply).code(404).send(),
  })
  // Bytes are signed as they come: nobody reads them before the door does.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.setNotFoundHandler((_request, reply) => reply.code(404).send())
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500
    if (status === 500) log.error({ err: error }, 'a public door failed')
    reply.code(status).send()
  })
  if (findProof) addDraws(app, findProof)
  if (figures) addFigures(app, figures)
  if (hubs) addHubs(app, hubs)
  if (hooks) addHooks(app, hooks)
  for (const { path, hear } of doors)
    app.post(path, async (request, reply) => {
      const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
      )
      const answer = await hear({ raw, headers })
      return reply
        .code(answer.status)
        .headers(answer.headers ?? {})
        .send(answer.body)
    })

  return {
    async start(): Promise<number> {
      await app.listen({ host: '::', port }).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE') throw new Oops('public.port-taken', { port: String(port) })
        throw error
      })
      return (app.server.address() as { port: number }).port
    },
    stop: () => app.close(),
  }
}
