import { afterEach, expect, test } from 'vitest'
import type { Door } from '../../src/chat/chat.ts'
import { newPublicServer } from '../../src/web/public.ts'

const stops: (() => Promise<void>)[] = []
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())))

async function opened(...doors: Door[]) {
  const errors: unknown[] = []
  const log = { error: (facts: object) => void errors.push(facts) }
  const server = newPublicServer({ port: 0, doors, log })
  stops.push(server.stop)
  const address = `http://127.0.0.1:${await server.start()}`
  const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
    fetch(address + path, { method: 'POST', body: body as string, headers })
  return { address, post, errors }
}

const echo: Door = {
  path: '/slack/events',
  hear: async ({ raw, headers }) => ({
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: `${headers['x-slack-signature']} ${raw.toString('hex')}`,
  }),
}

test('a door is given the bytes as they came, whatever they claim to be', async () => {
  const { post } = await opened(echo)
  for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/x-odd']) {
    const headers = { 'content-type': type, 'x-slack-signature': 'v0=1' }
    const answer = await post('/slack/events', '{"broken', headers)
    expect(await answer.text()).toBe(`v0=1 ${Buffer.from('{"broken').toString('hex')}`)
  }
})

test('an address that is no door is told nothing', async () => {
  const { address, post } = await opened(echo)
  for (const answer of [
    await fetch(address),
    await fetch(`${address}/slack/events`),
    await post('/api/start', '{}'),
  ]) {
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('')
  }
})

test('what is too big is refused before it is read', async () => {
  const { post } = await opened(echo)
  expect(
    (await post('/slack/events', 'x'.repeat(1024 * 1024 + 1), { 'content-type': 'text/plain' })).status,
  ).toBe(413)
})

test('a door that breaks tells nothing of it outside, and the log all', async () => {
  const { post, errors } = await opened({
    path: '/slack/events',
    hear: () => Promise.reject(new Error('secret')),
  })
  const answer = await post('/slack/events', '{}')
  expect([answer.status, await answer.text()]).toEqual([500, ''])
  expect(errors).toHaveLength(1)
})
