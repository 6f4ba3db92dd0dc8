import { expect, test } from 'vitest'
import { newBlueskyConnector, recordKey } from '../../src/publish/bluesky.ts'
import { bluesky, onBluesky, reply, wayOf } from './world.ts'

test('a reply stands under the post that it answers, with the root of its thread and a link that is one', async () => {
  const server = await bluesky()
  const root = server.writes({ by: 'noor.example' })
  const theirs = server.writes({ root: { uri: root.uri, cid: root.cid } })
  const identity = onBluesky(server)
  const what = reply(theirs.url)
  const published = await newBlueskyConnector().publish(identity, what, wayOf(identity))
  const rkey = recordKey(what)
  expect(published).toMatchObject({
    id: `at://${server.did}/app.bsky.feed.post/${rkey}`,
    url: `https://bsky.app/profile/nimbus.example/post/${rkey}`,
  })
  const { value } = server.records.get(`app.bsky.feed.post/${rkey}`)!
  expect(value).toMatchObject({
    text: what.text,
    langs: ['fr'],
    createdAt: new Date(what.since).toISOString(),
    reply: { root: { uri: root.uri, cid: root.cid }, parent: { uri: theirs.uri, cid: theirs.cid } },
  })
  // Bytes, not characters: the apostrophe before the address has three.
  const [facet] = value.facets as { index: { byteStart: number; byteEnd: number }; features: object[] }[]
  const bytes = Buffer.from(what.text)
  expect(bytes.subarray(facet!.index.byteStart, facet!.index.byteEnd).toString()).toBe(
    'https://nimbus.example/sav',
  )
  expect(facet!.features).toEqual([
    { $type: 'app.bsky.richtext.facet#link', uri: 'https://nimbus.example/sav' },
  ])
})

test('a post of its own is root and parent; an at:// address will do; who is named is not called', async () => {
  const server = await bluesky()
  const theirs = server.writes()
  const identity = onBluesky(server)
  const what = reply(theirs.uri, { text: 'Merci @noor.bsky.social !' })
  await newBlueskyConnector().publish(identity, what, wayOf(identity))
  const { value } = [...server.records.values()][0]!
  const place = { uri: theirs.uri, cid: theirs.cid }
  expect(value.reply).toEqual({ root: place, parent: place })
  expect(value.facets).toBeUndefined()
})

test('the same try again writes the same record: one, whatever happened in between', async () => {
  const server = await bluesky()
  const theirs = server.writes()
  const identity = onBluesky(server)
  const what = reply(theirs.url)
  const first = await newBlueskyConnector().publish(identity, what, wayOf(identity))
  const again = await newBlueskyConnector().publish(identity, what, wayOf(identity))
  expect(again.id).toBe(first.id)
  expect(server.counts.writes).toBe(1)
  // Even where its bytes would be others, what stands there is ours.
  const other = await newBlueskyConnector().publish(identity, { ...what, language: 'en' }, wayOf(identity))
  expect(other.id).toBe(first.id)
  expect(server.counts.writes).toBe(1)
  expect(await newBlueskyConnector().find(identity, what, wayOf(identity))).toMatchObject({ id: first.id })
  expect(await newBlueskyConnector().find(identity, { ...what, key: 'another' }, wayOf(identity))).toBeNull()
})

test('records have names as posts need them, the same for the same key', () => {
  const what = { key: 'a', since: Date.UTC(2026, 10, 22) }
  expect(recordKey(what)).toMatch(/^[234567a-j][234567a-z]{12}$/)
  expect(recordKey(what)).toBe(recordKey({ ...what }))
  const names = Array.from({ length: 500 }, (_, at) => recordKey({ ...what, key: `key ${at}` }))
  expect(new Set(names).size).toBeGreaterThan(495)
  expect(recordKey({ ...what, since: what.since + 1 }) > recordKey({ ...what, since: what.since - 1 })).toBe(
    true,
  )
})

test('one sign-in serves many replies, and a new one follows where the session has ended', async () => {
  const server = await bluesky()
  const theirs = server.writes()
  const identity = onBluesky(server)
  const connector = newBlueskyConnector()
  for (const key of ['one', 'two', 'three'])
    await connector.publish(identity, reply(theirs.url, { key }), wayOf(identity))
  expect(server.counts.sessions).toBe(1)
  server.endsSessions()
  await connector.publish(identity, reply(theirs.url, { key: 'four' }), wayOf(identity))
  expect(server.counts).toEqual({ sessions: 2, writes: 4 })
})

test.each([
  ['whose author chose who may answer', { viewer: { replyDisabled: true } }, 'publish.closed-post'],
  ['of somebody who has blocked us', { blocked: true }, 'publish.blocked'],
] as const)('a post %s is not answered', async (_what, given, key) => {
  const server = await bluesky()
  const theirs = server.writes(given)
  const identity = onBluesky(server)
  const connector = newBlueskyConnector()
  await expect(connector.publish(identity, reply(theirs.url), wayOf(identity))).rejects.toMatchObject({
    name: 'NotSent',
    refused: true,
    key,
  })
  expect(server.counts.writes).toBe(0)
})

test('an account whose handle is gone has no posts either', async () => {
  const server = await bluesky()
  const identity = onBluesky(server)
  const what = reply('https://bsky.app/profile/gone.example/post/3labcdefghij2')
  await expect(newBlueskyConnector().publish(identity, what, wayOf(identity))).rejects.toMatchObject({
    name: 'NotSent',
    key: 'publish.gone',
  })
})

test('somebody can sign in, or is told what is wrong', async () => {
  const server = await bluesky()
  const identity = onBluesky(server)
  await newBlueskyConnector().check(identity, wayOf(identity))
  const wrong = onBluesky({ ...server, password: 'wrong' })
  await expect(newBlueskyConnector().check(wrong, wayOf(wrong))).rejects.toMatchObject({
    key: 'publish.status-401',
  })
})
