import type { FastifyInstance } from 'fastify'

/** `/metrics`: what `metrics` says, in Prometheus' text format; behind the same guard as all the rest. */
export function addMetrics(app: FastifyInstance, metrics: () => Promise<string>) {
  app.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics()),
  )
}
