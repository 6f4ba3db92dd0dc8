import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { onTestFinished } from 'vitest'
import { newSubscriptions } from '../../src/schedule/subscriptions.ts'
import type { Store } from '../../src/store/store.ts'
import { newPublicServer } from '../../src/web/public.ts'
import { type Answer, newAir } from './air.ts'

export type Subscribed = { callback: string; topic: string; secret: string; mode: string; lease: number }

/**
 * A world with a public door, and a hub on this machine that answers as `manner` says and remembers what it was
 * asked. It verifies and pushes when the test says so.
 */
export async function newHub({ open = true, patience }: { open?: boolean; patience?: number } = {}) {
  const air = await newAir()
  const asked: Subscribed[] = []
  const manner = { answer: (() => [202]) as () => [number, Record<string, string>?] }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const form = new URLSearchParams(body)
    const said = (name: string) => form.get(`hub.${name}`) ?? ''
    asked.push({
      ...{ callback: said('callback'), topic: said('topic'), secret: said('secret'), mode: said('mode') },
      lease: Number(said('lease_seconds')),
    })
    response.writeHead(...manner.answer()).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const hub = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

  const log = pino({ level: 'silent' })
  let address = 'http://127.0.0.1:1'
  const openDoor = async (store: Store, base: string | null) => {
    const subscriptions = newSubscriptions({
      ...{ store, door: air.door, base, secret: 'of the test', clock: air.clock, log },
      hear: ({ posts, ...batch }) => air.hear(posts, batch),
    })
    const hubs = subscriptions.answers
    const outside = newPublicServer({ port: 0, doors: [], hubs, log, ...(patience ? { patience } : {}) })
    const port = await outside.start()
    onTestFinished(async () => {
      await subscriptions.stop()
      await outside.stop()
    })
    return { subscriptions, address: `http://127.0.0.1:${port}` }
  }
  const doors = await openDoor(air.store, open ? 'https://vigie.example/hooks/' : null)
  address = doors.address

  /** Vigie's public address is a name; what is sent there arrives here. */
  const here = (callback: string) => callback.replace(/^https:\/\/vigie\.example\/hooks/u, address)
  const get = (callback: string, query: Record<string, string>) =>
    fetch(`${here(callback)}?${new URLSearchParams(query)}`)
  const verify = async ({ callback, topic, mode, lease }: Subscribed, more: Record<string, string> = {}) => {
    const answer = await get(callback, {
      ...{ 'hub.mode': mode, 'hub.topic': topic, 'hub.challenge': 'a 3 b', 'hub.lease_seconds': `${lease}` },
      ...more,
    })
    return { status: answer.status, body: await answer.text(), type: answer.headers.get('content-type') }
  }
  const signed = (body: string, secret: string, method = 'sha256') =>
    `${method}=${createHmac(method, secret).update(body).digest('hex')}`
  const push = async (
    { callback, secret }: Subscribed,
    body: string,
    headers: Record<string, string> = {},
  ) => {
    const answer = await fetch(here(callback), {
      method: 'POST',
      headers: {
        'content-type': 'application/atom+xml',
        'x-hub-signature': signed(body, secret),
        ...headers,
      },
      body,
    })
    return answer.status
  }
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  /** An Atom feed that offers the hub. */
  const atom = (path: string, ...titles: string[]) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Le Journal</title>
      <link rel="hub" href="${hub}"/><link rel="self" href="${air.base}/${path}"/>${entries(...titles)}</feed>`
  const served =
    (path: string, ...titles: string[]): Answer =>
    (_request, response) =>
      void response.writeHead(200, { 'content-type': 'application/atom+xml' }).end(atom(path, ...titles))
  return {
    ...air,
    hub,
    asked,
    manner,
    openDoor,
    look: doors.subscriptions.look,
    poll: air.look,
    verify,
    push,
    get,
    signed,
    atom,
    served,
    put: air.served,
    here,
  }
}

export const entries = (...titles: string[]) =>
  titles
    .map((title) => `<entry><id>urn:x:${title.replaceAll(' ', '-')}</id><title>${title}</title></entry>`)
    .join('')
export const pushed = (...titles: string[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Le Journal</title>${entries(...titles)}</feed>`
