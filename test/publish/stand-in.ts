import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a stand-in was asked. `json` is its body, where it is JSON. */
export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  body: string
  json: Record<string, unknown>
}
export type Said = {
  status: number
  json?: unknown
  body?: string
  type?: string
  headers?: Record<string, string>
}

/**
 * How a network has a bad day. `before`: it says this and does nothing; `after`: it does what was asked, then says this
 * in place of the truth. `drops`: the connection ends without a word; `cut`: its answer ends in the middle; `hangs`:
 * half open, nothing ever comes.
 */
export type Trouble = (
  | { before: Said | 'drops' | 'hangs' }
  | { after: Said | 'drops' | 'cut' | 'hangs' | number }
) & {
  /** Only of requests whose path holds this. */
  on?: string
  /** So often; else for ever. */
  times?: number
}

/** What it says in place of an answer; null where it answers. */
export type Chance = (asked: Asked, when: 'before' | 'after') => Promise<Said | 'drops' | 'hangs' | null>

/** A server on loopback that answers as a network does, until it is given trouble. */
export async function standIn(answer: (asked: Asked) => Said | Promise<Said>) {
  const asked: Asked[] = []
  let troubles: Trouble[] = []
  let chance: Chance = async () => null
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const url = new URL(request.url!, 'http://stand.in')
    const body = Buffer.concat(chunks).toString()
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    )
    const one: Asked = {
      method: request.method!,
      path: url.pathname,
      query: url.searchParams,
      headers,
      body,
      json: headers['content-type']?.includes('json') && body !== '' ? JSON.parse(body) : {},
    }
    asked.push(one)
    const trouble = troubles.find(
      ({ on = '', times = 1 }) => times > 0 && `${one.method} ${one.path}`.includes(on),
    )
    if (trouble?.times !== undefined) trouble.times--
    const before = await chance(one, 'before')
    if (before) return tell(response, before)
    if (trouble && 'before' in trouble) return tell(response, trouble.before)
    const said = await answer(one)
    const instead = await chance(one, 'after')
    if (!trouble) return tell(response, instead ?? said)
    if (typeof trouble.after === 'number') {
      await new Promise((resolve) => setTimeout(resolve, trouble.after as number))
      return tell(response, said)
    }
    if (trouble.after !== 'cut') return tell(response, trouble.after)
    const text = JSON.stringify(said.json ?? {})
    response
      .writeHead(said.status, { 'content-type': 'application/json' })
      .end(text.slice(0, text.length / 2))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    /** From now on; the first that fits a request is the one. */
    trouble(...all: Trouble[]) {
      troubles = all
    },
    /** What is asked of chance at each request, before it is done and once it is. */
    byChance(given: Chance) {
      chance = given
    },
    close() {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function tell(response: ServerResponse, said: Said | 'drops' | 'hangs') {
  if (said === 'hangs') return
  if (said === 'drops') return response.destroy()
  const { status, json, body, type, headers } = said
  response.writeHead(status, { 'content-type': type ?? 'application/json; charset=utf-8', ...headers })
  response.end(json === undefined ? (body ?? '') : JSON.stringify(json))
}

/** What a proxy says in front of a server that is down. */
export const page = (status: number): Said => ({
  status,
  type: 'text/html',
  body: `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center><hr>nginx</body></html>`,
})
