import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { Message } from '../../src/chat/message.ts'
import type { Hear } from './feeds.ts'
import type { Chance } from './seeded.ts'
import type { Stamp } from './wal.ts'

/** A message that stands in the chat; `edits` says how often it was changed. */
export type Post = {
  id: string
  channel: string
  delivery: string
  thread: string | null
  message: Message
  edits: number
}

/**
 * How a chat misbehaves: `lost` and `late` have accepted, `failed` may have, the others have not; what was asked
 * `too-late` is accepted once nobody waits for the answer.
 */
const faults = ['lost', 'late', 'failed-after', 'failed', 'limited', 'refused', 'too-late'] as const
export type Fault = (typeof faults)[number]

type Asked = { channel: string; delivery: string; thread?: string; id: string; message: Message }

/** Longer than the adapter waits. */
const late = 600
/** Longer still, and not so long that anybody would look for it before. */
const tooLate = 800

/**
 * A chat on loopback that misbehaves by plan, and remembers everything that it accepted. In the channels of
 * `closed` nobody can look for what was said.
 */
export async function newLoopbackChat(parts: {
  chance: Chance
  closed: string[]
  hear: Hear
  /** How much the one who asks has written by now. */
  stamp?: () => Stamp | null
}) {
  const { chance, closed, hear, stamp = () => null } = parts
  const posts: Post[] = []
  const archived = new Set<string>()
  const misbehaved = new Map<string, number>()
  const asked: (Asked & { stamp: Stamp | null })[] = []
  let trouble = 0

  const underWay = new Set<Promise<void>>()
  const server = createServer((request, response) => {
    const served = serve(request, response).catch(() => void request.socket.destroy())
    underWay.add(served)
    served.finally(() => underWay.delete(served))
  })
  // A connection that nobody uses any more must not keep the door from being shut.
  server.keepAliveTimeout = 1_000
  server.listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as AddressInfo

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const body = (await json(request)) as Asked
    if (request.url === '/find') return find(body, response)
    const what = request.url === '/say' ? ('say' as const) : ('change' as const)
    hear(what)
    if (what === 'say') asked.push({ ...body, stamp: stamp() })
    if (archived.has(body.channel)) {
      misbehaved.set('archived', (misbehaved.get('archived') ?? 0) + 1)
      return answer(response, 403, {})
    }
    const fault = chance.happens(trouble) ? chance.oneOf(faults) : null
    if (fault) misbehaved.set(fault, (misbehaved.get(fault) ?? 0) + 1)
    if (fault === 'limited') return answer(response, 429, {}, { 'retry-after': '1' })
    if (fault === 'failed') return answer(response, 500, {})
    if (fault === 'refused') return shut(request)
    if (fault === 'too-late') await new Promise((done) => setTimeout(done, tooLate).unref())
    const id = what === 'say' ? accept(body) : change(body)
    if (id === null) return answer(response, 404, {})
    if (fault === 'lost') return void request.socket.destroy()
    if (fault === 'late') await new Promise((done) => setTimeout(done, late).unref())
    if (fault === 'failed-after') return answer(response, 500, {})
    answer(response, 200, { id })
  }

  function accept({ channel, delivery, thread, message }: Asked): string {
    const id = `m${posts.length + 1}`
    posts.push({ id, channel, delivery, thread: thread ?? null, message, edits: 0 })
    hear('said')
    return id
  }

  function change({ id, message }: Asked): string | null {
    const post = posts.find((one) => one.id === id)
    if (!post) return null
    post.message = message
    post.edits++
    return id
  }

  function find({ channel, delivery }: Asked, response: ServerResponse) {
    hear('find')
    if (chance.happens(trouble / 4)) return answer(response, 500, {})
    if (closed.includes(channel)) return answer(response, 200, { found: 'unknown' })
    const post = posts.find((one) => one.delivery === delivery && one.channel === channel)
    answer(response, 200, { found: post ? { channel, id: post.id } : null })
  }

  /** For a moment nobody listens here. */
  function shut(request: IncomingMessage) {
    request.socket.destroy()
    if (!server.listening) return
    server.close()
    setTimeout(() => !stopped && !server.listening && server.listen(port, '127.0.0.1'), 30)
  }

  let stopped = false
  return {
    address: `http://127.0.0.1:${port}`,
    posts,
    /** Every time that something was to be said, accepted or not. */
    asked,
    misbehaved,
    /** All that was asked is done, whoever asked. */
    settled: () => Promise.all(underWay),
    /** In these channels nothing is taken any more, for certain; in the others again. */
    archive(channels: string[]) {
      archived.clear()
      for (const channel of channels) archived.add(channel)
    },
    /** The share of calls that go wrong. */
    misbehave(share: number) {
      trouble = share
    },
    stop() {
      stopped = true
      server.closeAllConnections()
      return new Promise((done) => server.close(done))
    },
  }
}

function answer(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
