import type { AddressInfo } from 'node:net'
import fastify, { type FastifyInstance } from 'fastify'
import { Oops } from '../model/oops.ts'
import { addApi } from './api.ts'
import { addEvents } from './events.ts'
import { guard } from './guard.ts'
import { addHealth } from './health.ts'
import { addMetrics } from './metrics.ts'
import { answerMistakes, type Log } from './mistakes.ts'
import { addPage } from './page.ts'
import type { Workspace } from './workspace.ts'

export type WebServer = {
  /** Listens, and says where: `http://127.0.0.1:3000`. Throws an Oops when the port cannot be had. */
  start(): Promise<string>
  /** Ends within a second, whatever pages are open. */
  stop(): Promise<void>
}

/**
 * The local workspace's door: the page and what it asks for, on 127.0.0.1 only.
 * `port` 0 takes any free one; `health` says how Vigie is (see health.ts), `metrics` what Prometheus
 * asks (see metrics.ts); `log` hears of our own mistakes.
 */
export function newWebServer(door: {
  workspace: Workspace
  port: number
  health: () => Promise<object>
  metrics?: () => Promise<string>
  log?: Log
}): WebServer {
  const app = fastify({
    bodyLimit: 64 * 1024,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    requestTimeout: 15_000,
    // What is asked must be said as it is: no quiet conversions, nothing dropped.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    frameworkErrors: (_error, request, reply) => mistakes(new Oops('workspace.bad-request'), request, reply),
  })
  const address = () => addressOf(app, door.port)
  const mistakes = answerMistakes(address, door.workspace, door.log)
  app.setErrorHandler(mistakes)
  app.setNotFoundHandler((request, reply) => mistakes(new Oops('workspace.no-page'), request, reply))
  app.addHook('onRequest', guard(address))
  addPage(app)
  addApi(app, door.workspace)
  addEvents(app, door.workspace)
  addHealth(app, door.health)
  if (door.metrics) addMetrics(app, door.metrics)

  return {
    async start() {
      await app.listen({ host: '127.0.0.1', port: door.port }).catch((error) => {
        throw listening(error, door.port)
      })
      return address()
    },
    stop: () => app.close(),
  }
}

function addressOf(app: FastifyInstance, port: number): string {
  const bound = app.server.address() as AddressInfo | null
  return `http://127.0.0.1:${bound?.port ?? port}`
}

function listening(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Oops('workspace.port-taken', { port: String(port), other: String(port + 1) })
  if (error.code === 'EACCES') return new Oops('workspace.port-refused', { port: String(port) })
  return error
}
