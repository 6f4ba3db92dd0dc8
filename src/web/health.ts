import type { FastifyInstance } from 'fastify'

/**
 * `/healthz`: what `health` says of Vigie, with 200 when all is well and 503 when it says `ok: false` or fails,
 * so that a container is started again.
 */
export function addHealth(app: FastifyInstance, health: () => Promise<object>) {
  app.get('/healthz', async (_request, reply) => {
    const state = { ok: true, ...(await health().catch(() => ({ ok: false }))) }
    return reply.code(state.ok ? 200 : 503).send(state)
  })
}
