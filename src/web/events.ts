import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { Oops } from '../model/oops.ts'
import { personOf, shape, word } from './asked.ts'
import type { Workspace } from './workspace.ts'

/** A sign of life, in milliseconds: often enough for a page to notice that Vigie is gone. */
const heartbeat = 15_000
/** Bytes that wait for a page that does not read. Past it the page is cut off; it comes back and reads anew. */
const patience = 1024 * 1024
const mostPages = 100

/**
 * `/api/events?as=mia`: what is said, changed, removed, as it happens (Server-Sent Events).
 * Each connection begins with `hello`: from there on nothing is missed, and what came before is in the history,
 * which the page reads after every `hello`. Ids number the events of this run.
 */
export function addEvents(app: FastifyInstance, workspace: Workspace) {
  const open = new Set<PassThrough>()
  let count = 0
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end()
  })

  app.get<{ Querystring: { as: string } }>(
    '/api/events',
    { schema: { querystring: shape({ as: word }) } },
    (request, reply) => {
      const { user } = personOf(workspace, request.query.as)
      if (open.size >= mostPages) throw new Oops('workspace.crowded')
      const stream = new PassThrough()
      const send = (lines: string) => {
        if (stream.writableEnded || stream.destroyed) return
        stream.write(`${lines}\n\n`)
        if (stream.writableLength + stream.readableLength > patience) stream.destroy()
      }
      const stopWatching = workspace.watch(user, ({ kind, message }) =>
        send(`id: ${++count}\nevent: ${kind}\ndata: ${JSON.stringify(message)}`),
      )
      const beat = setInterval(() => send(': still here'), heartbeat)
      open.add(stream)
      stream.on('close', () => {
        clearInterval(beat)
        stopWatching()
        open.delete(stream)
      })
      send(`retry: 1000\nid: ${count}\nevent: hello\ndata: {}`)
      reply.type('text/event-stream').send(stream)
    },
  )
}
