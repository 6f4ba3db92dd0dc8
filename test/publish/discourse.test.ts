import { expect, test } from 'vitest'
import { discourseConnector as connector } from '../../src/publish/discourse.ts'
import { discourse, onForum, reply, wayOf } from './world.ts'

test('a reply stands in the topic, to the post that it answers', async () => {
  const server = await discourse()
  server.writes(12, { by: 'theo' })
  const url = server.writes(12)
  const identity = onForum(server)
  const published = await connector.publish(identity, reply(url), wayOf(identity))
  expect(server.posts.at(-1)).toMatchObject({
    topic_id: 12,
    reply_to_post_number: 2,
    post_number: 3,
    username: 'Mia',
  })
  expect(published).toMatchObject({ id: '20', url: `${server.url}/t/lampe-en-panne/12/3` })
})

test.each([
  ['a topic', (base: string) => `${base}/t/lampe-en-panne/12`],
  ['a topic without its words', (base: string) => `${base}/t/12`],
  ['a topic whose words are a number', (base: string) => `${base}/t/12/1`],
  ['a post, with a share', (base: string) => `${base}/p/18?u=theo`],
])('the address of %s says what is answered', async (_what, addressOf) => {
  const server = await discourse()
  server.writes(12)
  const identity = onForum(server)
  await connector.publish(identity, reply(addressOf(server.url)), wayOf(identity))
  expect(server.posts.at(-1)).toMatchObject({ topic_id: 12, reply_to_post_number: null })
})

test('an address of another forum, or of none of its posts, is nothing that it can answer', async () => {
  const server = await discourse()
  const identity = onForum(server)
  for (const url of ['https://other.example/t/12', `${server.url}/u/ravi`, null])
    await expect(connector.publish(identity, reply(url), wayOf(identity))).rejects.toMatchObject({
      name: 'NotSent',
      key: 'publish.gone',
    })
})

test('a post that was deleted is not answered, although the forum would take it', async () => {
  const server = await discourse()
  const url = server.writes(12)
  server.deletes(url)
  const identity = onForum(server)
  await expect(connector.publish(identity, reply(url), wayOf(identity))).rejects.toMatchObject({
    name: 'NotSent',
    refused: true,
    key: 'publish.gone',
  })
  expect(server.posts).toHaveLength(1)
})

test('that the same words were said already is no failure where it was us who said them', async () => {
  const server = await discourse()
  const url = server.writes(12)
  const identity = onForum(server)
  const what = reply(url)
  const first = await connector.publish(identity, what, wayOf(identity))
  expect(await connector.publish(identity, what, wayOf(identity))).toMatchObject({
    id: first.id,
    url: first.url,
  })
  expect(server.posts).toHaveLength(2)
  // Elsewhere they were said for another reason.
  const elsewhere = server.writes(13)
  await expect(connector.publish(identity, reply(elsewhere), wayOf(identity))).rejects.toMatchObject({
    key: 'publish.refused-said',
    values: { words: 'Body is too similar to what you recently posted' },
  })
})

test('it is found at the end of a long topic; not to find it proves nothing', async () => {
  const server = await discourse()
  const url = server.writes(12)
  for (let count = 0; count < 60; count++)
    server.writes(12, { by: 'theo', raw: `Moi aussi, pour la ${count}e fois` })
  const identity = onForum(server)
  const what = reply(url)
  expect(await connector.find(identity, what, wayOf(identity))).toBe('unknown')
  const first = await connector.publish(identity, what, wayOf(identity))
  server.writes(12, { by: 'theo', raw: 'Merci pour cette réponse rapide' })
  expect(await connector.find(identity, what, wayOf(identity))).toMatchObject({ id: first.id })
})

test('what waits for a moderator is neither out nor refused', async () => {
  const server = await discourse()
  const url = server.writes(12)
  server.moderates()
  const identity = onForum(server)
  await expect(connector.publish(identity, reply(url), wayOf(identity))).rejects.toMatchObject({
    name: 'Unavailable',
    key: 'publish.held',
  })
  expect(await connector.find(identity, reply(url), wayOf(identity))).toBe('unknown')
})

test('a limit says in its words how long to wait', async () => {
  const server = await discourse()
  const url = server.writes(12)
  const identity = onForum(server)
  const words = 'You’ve performed this action too many times. Please wait 39 seconds before trying again.'
  const extras = { wait_seconds: 39, time_left: '39 seconds' }
  server.trouble({
    on: 'POST',
    before: { status: 429, json: { errors: [words], error_type: 'rate_limit', extras } },
  })
  await expect(connector.publish(identity, reply(url), wayOf(identity))).rejects.toMatchObject({
    name: 'NotSent',
    refused: false,
    retryAfter: 39_000,
  })
})

test('a key works, or it is said whose it is', async () => {
  const server = await discourse()
  const identity = onForum(server)
  await connector.check(identity, wayOf(identity))
  server.trouble({ on: 'session', before: { status: 200, json: { current_user: { username: 'theo' } } } })
  await expect(connector.check(identity, wayOf(identity))).rejects.toMatchObject({
    key: 'publish.somebody-else',
    values: { handle: 'theo' },
  })
})
