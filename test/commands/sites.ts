import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { onTestFinished } from 'vitest'
import type { Asked } from '../../src/chat/command.ts'
import type { Message } from '../../src/chat/message.ts'
import { newDoor } from '../../src/http.ts'
import type { Team } from '../../src/model/team.ts'
import { newPolling } from '../../src/schedule/feeds.ts'
import { tellFirstFetches } from '../../src/schedule/first.ts'
import { newWorld, nimbus, read as readExactly } from '../world.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Sites on this machine, by path; `asked` is what was asked of them. */
export async function newSites() {
  const served = new Map<string, Answer>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url!)
    const answer = served.get(request.url!)
    if (answer) answer(request, response)
    else response.writeHead(404).end('nothing')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { served, asked, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

type Given = { teams?: Team[]; allow?: string[]; search?: (base: string) => Asked['search'] }

/** A world with such sites; the sources that people add are polled with `look`. */
export async function newWeb({ teams = [nimbus], allow = ['127.0.0.1'], search }: Given = {}) {
  const sites = await newSites()
  const door = newDoor({ allowPrivate: allow, userAgent: 'Vigie test' })
  const parts = { look: async () => {} }
  const world = await newWorld({
    teams,
    door,
    ...(search ? { search: search(sites.base) } : {}),
    // As Vigie waits for the first reading; here it is made meanwhile.
    firstReading: async (team, key) => {
      await parts.look()
      return world.store.addedSources.firstReading(team, key)
    },
  })
  const polling = newPolling({
    store: world.store,
    door,
    clock: world.clock,
    log: pino({ level: 'silent' }),
    hear: ({ posts, ...batch }) => world.hear(posts, batch),
    ...(search ? { search: search(sites.base) } : {}),
    first: async () => void (await tellFirstFetches(world.store, teams, world.clock())),
  })
  parts.look = polling.once
  onTestFinished(async () => {
    await door.close()
    await world.store.close()
  })
  return { ...world, ...sites, look: polling.once }
}

export const page =
  (head: string, body = '<p>Bonjour</p>'): Answer =>
  (_request, response) =>
    void response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`)

export const feed =
  (body: string): Answer =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body)

export const redirect =
  (to: string, status = 301): Answer =>
  (_request, response) =>
    void response.writeHead(status, { location: to }).end()

type Item = { title: string; at?: string; text?: string }

export function rss(title: string, items: (Item | string)[], more = ''): string {
  const all = items.map((given) => {
    const item = typeof given === 'string' ? { title: given } : given
    const date = item.at ? `<pubDate>${new Date(item.at).toUTCString()}</pubDate>` : ''
    const text = item.text ? `<description>${item.text}</description>` : ''
    return `<item><title>${item.title}</title><guid>${item.title}</guid>${date}${text}</item>`
  })
  return `<rss version="2.0"><channel><title>${title}</title>${more}${all.join('')}</channel></rss>`
}

export const link = (href: string, title = '', type = 'application/rss+xml') =>
  `<link rel="alternate" type="${type}" title="${title}" href="${href}">`

/** As it reads: French blanks that do not break look like any other. */
export const read = (message: Message) => readExactly(message).replace(/[\u00a0\u202f]/g, ' ')
