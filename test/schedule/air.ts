import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { onTestFinished } from 'vitest'
import { newDoor } from '../../src/http.ts'
import type { SearchAccount } from '../../src/model/search.ts'
import type { Team } from '../../src/model/team.ts'
import { newPolling } from '../../src/schedule/feeds.ts'
import { tellFirstFetches } from '../../src/schedule/first.ts'
import { tellLostSources } from '../../src/schedule/lost.ts'
import { newSearching } from '../../src/schedule/searching.ts'
import { newWorld, nimbus } from '../world.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A world whose feeds come from a server on this machine; `served` holds what it answers, by path. */
export async function newAir({
  teams = [nimbus],
  accounts = [],
}: {
  teams?: Team[]
  accounts?: SearchAccount[]
} = {}) {
  const world = await newWorld({ teams })
  const served = new Map<string, Answer>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url!)
    const answer = served.get(request.url!) ?? served.get(request.url!.split('?')[0]!)
    if (answer) answer(request, response)
    else response.writeHead(404).end()
  })
  // On a busy machine five seconds are over before anybody looked: a connection would be closed as it is used.
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // Every name leads here, but for those that lead to the neighbour's.
  const lookUp = async (host: string) => [host.startsWith('intranet') ? '127.0.0.2' : '127.0.0.1']
  const door = newDoor({ allowPrivate: ['127.0.0.1'], userAgent: 'Vigie test', lookUp })
  const { port } = server.address() as AddressInfo
  const base = `http://127.0.0.1:${port}`
  const first = async () => {
    await tellFirstFetches(world.store, teams, world.clock())
    await tellLostSources(world.store, teams, world.clock())
  }
  const polling = newPolling({
    store: world.store,
    door,
    clock: world.clock,
    log: pino({ level: 'silent' }),
    hear: ({ posts, ...batch }) => world.hear(posts, batch),
    search: newSearching({ store: world.store, door, accounts, clock: world.clock }),
    first,
  })
  const watch = (...names: string[]) =>
    world.store.feeds.watch(
      'nimbus',
      names.map((name) => ({ name, url: `${base}/${name}` })),
      world.clock(),
    )
  /** What is asked of a name that leads here. */
  const at = (host: string, path = '/') => `http://${host}:${port}${path}`
  const health = async (name: string) =>
    (await world.store.feeds.health('nimbus')).find((one) => one.name === name)!

  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await door.close()
    await world.store.close()
  })
  return { ...world, served, asked, watch, look: polling.once, polling, health, base, at, door }
}

export const rss = (...titles: string[]) => {
  const items = titles.map((title) => `<item><title>${title}</title><guid>${title}</guid></item>`)
  return `<rss version="2.0"><channel><title>Le Journal</title>${items.join('')}</channel></rss>`
}
export const feed =
  (body: string): Answer =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body)
