import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Answer } from '../../../src/http.ts'
import { newDoor } from '../../../src/http.ts'
import { type SearchAccount, writeSearch } from '../../../src/model/search.ts'
import type { FetchState } from '../../../src/sources/feed.ts'
import { fetchSearch } from '../../../src/sources/places/index.ts'
import { type Documented, now } from './answers.ts'

type Say = (request: IncomingMessage, response: ServerResponse) => void

let accounts = 0

/** A place on this machine that says what it is told to, and the way to search there. */
export async function placeThat(one: Documented, say: Say = (_, response) => response.end(bodyOf(one))) {
  const asked: { url: string; headers: IncomingMessage['headers'] }[] = []
  const server = createServer((request, response) => {
    if (signsIn(request, response)) return
    asked.push({ url: request.url!, headers: request.headers })
    say(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const door = newDoor({ userAgent: 'Vigie/test', allowPrivate: ['127.0.0.0/8'] })
  onTestFinished(async () => {
    await door.close()
    server.closeAllConnections()
    server.close()
  })
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const account: SearchAccount | null = one.account
    ? {
        place: one.place,
        base,
        key: `a${++accounts}`,
        handle: one.account.handle ?? null,
        secrets: one.account.secrets,
      }
    : null
  const url = writeSearch({ place: one.place, base, account: account?.key ?? null, params: one.params })
  const answers: Answer[] = []
  const search = (known: Partial<FetchState> = {}, budget = async () => {}) =>
    fetchSearch(
      door,
      { url, etag: null, lastModified: null, bodyHash: null, ...known },
      { now, account, budget, shown: (answer) => answers.push(answer) },
    )
  return { url, base, door, account, asked, answers, search }
}

export const bodyOf = ({ body }: Pick<Documented, 'body'>) =>
  typeof body === 'string' ? body : JSON.stringify(body)

/** Bluesky gives sessions, Google tokens. */
function signsIn({ url, method }: IncomingMessage, response: ServerResponse): boolean {
  if (method !== 'POST') return false
  if (url === '/xrpc/com.atproto.server.createSession')
    response.end('{"accessJwt":"jwt-1","did":"did:plc:me"}')
  else if (url === '/token') response.end('{"access_token":"ya29.1","expires_in":3599}')
  else response.writeHead(405).end()
  return true
}
