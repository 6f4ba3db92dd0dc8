import type { Dispatcher } from 'undici'
import request from 'undici/lib/api/api-request.js'
import Client from 'undici/lib/dispatcher/client.js'

/**
 * A few connections to each origin, made as they are needed and forgotten as they end. undici's own pools keep room
 * for thousands of requests each, while most hosts are asked once in half an hour.
 */
export function newLines(options: Client.Options) {
  const byOrigin = new Map<string, Line[]>()
  let closed = false

  function open(origin: string, lines: Line[]): Line {
    const line: Line = { client: new Client(origin, options), users: 0, isOpen: false }
    const ended = () => {
      line.isOpen = false
      forget(origin, line)
    }
    line.client.on('connect', () => {
      line.isOpen = true
      // Whoever waited for it has left.
      if (!byOrigin.get(origin)?.includes(line)) void line.client.destroy()
    })
    line.client.on('disconnect', ended).on('connectionError', ended)
    byOrigin.set(origin, lines)
    lines.push(line)
    if (closed) void line.client.destroy()
    return line
  }

  /** One that nobody uses and that leads nowhere. */
  function forget(origin: string, line: Line) {
    if (line.isOpen || line.users > 0) return
    const others = (byOrigin.get(origin) ?? []).filter((other) => other !== line)
    if (others.length > 0) byOrigin.set(origin, others)
    else byOrigin.delete(origin)
  }

  return {
    /** One that nobody uses, else a new one, else the one that fewest wait for; to be released. */
    take(origin: string): Taken {
      const lines = byOrigin.get(origin) ?? []
      const idle = lines.find(({ users }) => users === 0)
      const line =
        idle ??
        (lines.length < mostLines
          ? open(origin, lines)
          : lines.reduce((best, one) => (one.users < best.users ? one : best)))
      line.users++
      return {
        request: (options) => request.call(line.client, options),
        // A turn later: who ends the connection with the answer has ended it by then, and nobody else asks through it.
        release: () =>
          void setImmediate(() => {
            line.users--
            forget(origin, line)
          }),
      }
    },
    async close() {
      closed = true
      await Promise.all([...byOrigin.values()].flat().map(({ client }) => client.destroy()))
    },
  }
}

type Taken = {
  request(options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData>
  release(): void
}

type Line = { client: Client; users: number; isOpen: boolean }

/** Connections to one origin at a time. */
const mostLines = 4
