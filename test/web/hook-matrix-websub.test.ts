import { expect, test } from 'vitest'
import { day } from '../../src/model/time.ts'
import { newHub, pushed } from '../schedule/hub.ts'
import { rawly } from './hook-world.ts'

// The row of WebSub in the matrix of webhooks: its hubs are told nothing, not even that a signature is wrong.

const patience = 300

async function subscribed() {
  const world = await newHub({ patience })
  const { put, served, watch, poll, look, asked, verify, store, base, here } = world
  put.set('/journal', served('journal', 'Nimbus un'))
  await watch('journal')
  await poll()
  await look()
  const one = asked[0]!
  await verify(one)
  const feed = (await store.feeds.get(`${base}/journal`))!
  /** What had an effect: posts that were not there before. */
  const effects = async () => {
    await look()
    return (await store.posts.count(`feed:${feed.id}`)) - 1
  }
  const post = async (
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string>,
    method = 'POST',
  ) => {
    const answer = await fetch(here(one.callback), { method, body, headers })
    expect(await answer.text()).toBe('')
    return answer.status
  }
  const signed = (body: string, secret = one.secret) => ({
    'content-type': 'application/atom+xml',
    'x-hub-signature': world.signed(body, secret),
  })
  return { ...world, one, effects, post, signed }
}

const news = pushed('Nimbus deux')

test('tampered, forged, of another length or empty: acknowledged, and nothing comes of it', async () => {
  const { post, signed, effects, one } = await subscribed()
  expect(await post(pushed('Nimbus trois'), signed(news))).toBe(202)
  for (const change of [
    (given: string) => given.slice(0, -2),
    (given: string) => `${given}ab`,
    (given: string) => given.replace(/.$/, 'x'),
    (given: string) => `${given}, ${given}`,
    () => '',
  ])
    expect(
      await post(news, { ...signed(news), 'x-hub-signature': change(signed(news)['x-hub-signature']) }),
    ).toBe(202)
  expect(await post(news, signed(news, 'another secret'))).toBe(202)
  expect(await post('', signed(''))).toBe(202)
  expect(await effects()).toBe(0)
  expect(await post(news, signed(news, one.secret))).toBe(202)
  expect(await effects()).toBe(1)
})

test('replayed a hundred times, old or new: one post', async () => {
  const { post, signed, effects, time } = await subscribed()
  for (let round = 0; round < 5; round++) {
    const statuses = await Promise.all(Array.from({ length: 20 }, () => post(news, signed(news))))
    // A hub that shouts is asked to wait.
    expect(statuses.every((status) => status === 202 || status === 429)).toBe(true)
  }
  expect(await effects()).toBe(1)
  time.now += 2 * day
  expect(await post(news, signed(news))).toBe(202)
  expect(await effects()).toBe(1)
})

test('non-ASCII is read as it is meant, whatever type it is said to be', async () => {
  const { post, signed, effects, waiting } = await subscribed()
  await waiting()
  const body = pushed('Nimbus : « très » lumineuse ❤️ 日本')
  expect(await post(body, { ...signed(body), 'content-type': 'text/plain; charset=utf-8' })).toBe(202)
  expect(await effects()).toBe(1)
  expect(JSON.stringify(await waiting())).toContain('« très » lumineuse ❤️ 日本')
})

test('a new subscription has a new key; what the old one signed is nothing', async () => {
  const { post, signed, effects, time, look, asked, verify, one } = await subscribed()
  time.now += 9.3 * day
  await look()
  expect(asked).toHaveLength(2)
  await verify(asked[1]!)
  expect(await post(news, signed(news, asked[1]!.secret))).toBe(202)
  expect(await effects()).toBe(1)
  time.now += 20 * day
  expect(await post(pushed('Nimbus trois'), signed(pushed('Nimbus trois'), one.secret))).toBe(410)
  expect(await effects()).toBe(1)
})

test('two megabytes, another method, a slow body: refused, and others are served', async () => {
  const { post, signed, effects, here, one } = await subscribed()
  const { port, pathname } = new URL(here(one.callback))
  expect(await post(new Uint8Array(2 * 2 ** 20), signed(news))).toBe(413)
  for (const method of ['PUT', 'PATCH', 'DELETE']) expect(await post(news, signed(news), method)).toBe(404)
  const slow = rawly(Number(port), `POST ${pathname} HTTP/1.1\r\nhost: v\r\ncontent-length: 500\r\n\r\n<feed`)
  expect(await post(news, signed(news))).toBe(202)
  expect((await slow).after).toBeLessThan(patience * 5)
  expect(await effects()).toBe(1)
})
