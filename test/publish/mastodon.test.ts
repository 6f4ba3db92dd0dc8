import { expect, test } from 'vitest'
import { mastodonConnector as connector } from '../../src/publish/mastodon.ts'
import { mastodon, onMastodon, reply, wayOf } from './world.ts'

const theirs = 'https://mamot.example/@ravi/1'

test('a reply stands under the post that it answers, in its language, and its author is told', async () => {
  const server = await mastodon()
  server.writes(theirs)
  const identity = onMastodon(server)
  const what = reply(theirs)
  const published = await connector.publish(identity, what, wayOf(identity))
  const [status] = server.statuses
  expect(published).toMatchObject({ id: status!.id, url: status!.url })
  expect(JSON.parse(published.answer)).toMatchObject({ id: status!.id })
  const asked = server.asked.find(({ method }) => method === 'POST')!
  expect(asked.headers['idempotency-key']).toBe(what.key)
  expect(asked.json).toMatchObject({
    status: `@ravi@mamot.example ${what.text}`,
    visibility: 'public',
    language: 'fr',
  })
  expect(status!.in_reply_to_id).not.toBeNull()
  expect(server.asked[0]!.query.get('resolve')).toBe('true')
})

test('who is named already is not named twice', async () => {
  const server = await mastodon()
  server.writes(theirs)
  const identity = onMastodon(server)
  await connector.publish(identity, reply(theirs, { text: 'Merci @ravi@mamot.example !' }), wayOf(identity))
  expect(server.asked.at(-1)!.json.status).toBe('Merci @ravi@mamot.example !')
})

test.each([
  ['public', undefined, 'public'],
  ['public', 'unlisted', 'unlisted'],
  ['unlisted', undefined, 'unlisted'],
  ['private', 'unlisted', 'private'],
  ['direct', undefined, 'direct'],
] as const)('a %s post is answered by an identity that is %s as %s', async (visibility, own, answered) => {
  const server = await mastodon()
  server.writes(theirs, { visibility })
  const identity = onMastodon(server, { visibility: own })
  await connector.publish(identity, reply(theirs), wayOf(identity))
  expect(server.statuses[0]!.visibility).toBe(answered)
})

test('the same try again gives the first status, also once its key is forgotten and it is looked for', async () => {
  const server = await mastodon()
  server.writes(theirs)
  const identity = onMastodon(server)
  const what = reply(theirs)
  const first = await connector.publish(identity, what, wayOf(identity))
  expect((await connector.publish(identity, what, wayOf(identity))).id).toBe(first.id)
  expect(server.statuses).toHaveLength(1)
  server.forgetsKeys()
  expect(await connector.find(identity, what, wayOf(identity))).toMatchObject({
    id: first.id,
    url: first.url,
  })
})

test('what does not stand there is not found: other words, another post', async () => {
  const server = await mastodon()
  server.writes(theirs)
  server.writes('https://mamot.example/@ravi/2')
  const identity = onMastodon(server)
  const what = reply(theirs)
  const way = wayOf(identity)
  expect(await connector.find(identity, what, way)).toBeNull()
  await connector.publish(identity, { ...what, key: 'another', text: 'Un autre texte' }, way)
  await connector.publish(identity, { ...reply('https://mamot.example/@ravi/2'), key: 'elsewhere' }, way)
  expect(await connector.find(identity, what, way)).toBeNull()
  await connector.publish(identity, what, way)
  expect(await connector.find(identity, what, way)).not.toBeNull()
  // A clock that goes wrong changes nothing, as long as the post that was answered is there.
  const tomorrow = { ...what, since: Date.now() + 86_400_000 }
  expect(await connector.find(identity, tomorrow, way)).not.toBeNull()
  server.deletes(theirs)
  expect(await connector.find(identity, tomorrow, way)).toBeNull()
})

test('it is found although the post that it answers was deleted since', async () => {
  const server = await mastodon()
  server.writes(theirs)
  const identity = onMastodon(server)
  const what = reply(theirs, { text: 'Désolés <pour> ça & merci\nd’avoir écrit ' + "l'équipe" })
  await connector.publish(identity, what, wayOf(identity))
  server.deletes(theirs)
  expect(await connector.find(identity, what, wayOf(identity))).not.toBeNull()
})

test('somebody can sign in, or is told what is wrong', async () => {
  const server = await mastodon()
  await connector.check(onMastodon(server), wayOf(onMastodon(server)))
  const stale = onMastodon({ ...server, token: 'revoked' })
  await expect(connector.check(stale, wayOf(stale))).rejects.toMatchObject({ key: 'publish.status-401' })
})
