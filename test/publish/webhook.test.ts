import { expect, test } from 'vitest'
import { webhookConnector as connector } from '../../src/publish/webhook.ts'
import { byWebhook, receiver, reply, wayOf } from './world.ts'

test('a receiver gets the reply signed, with the same id at each try, and may say where it stands', async () => {
  const server = await receiver()
  const identity = byWebhook(server)
  const what = reply('https://facebook.com/nimbus/posts/1')
  const published = await connector.publish(identity, what, wayOf(identity))
  expect(published).toMatchObject({ id: '1', url: 'https://facebook.example/nimbus/1' })
  await connector.publish(identity, what, wayOf(identity))
  expect([...server.taken]).toEqual([
    [
      what.key,
      {
        type: 'reply.approved',
        timestamp: new Date(what.since).toISOString(),
        data: { reply: 17, text: what.text, language: 'fr', to: what.to },
      },
    ],
  ])
})

test('another secret is refused by the receiver, one that is none by us, before anything is sent', async () => {
  const server = await receiver()
  const other = byWebhook({ ...server, secret: 'whsec_c29tZWJvZHkgZWxzZQ==' })
  await expect(connector.publish(other, reply(null), wayOf(other))).rejects.toMatchObject({
    name: 'NotSent',
    key: 'publish.status-401',
  })
  const none = byWebhook({ ...server, secret: 'not base64 at all!' })
  const asked = server.asked.length
  await expect(connector.publish(none, reply(null), wayOf(none))).rejects.toMatchObject({
    name: 'NotSent',
    refused: true,
    key: 'publish.webhook-secret',
  })
  expect(server.asked).toHaveLength(asked)
})

test('what it answers besides is kept and harms nobody', async () => {
  const server = await receiver()
  const identity = byWebhook(server)
  const answers: [string, { id: string | null; url: string | null }][] = [
    ['', { id: null, url: null }],
    ['null', { id: null, url: null }],
    ['{"url": "javascript:alert(1)", "id": {}}', { id: null, url: null }],
    ['<html>thanks</html>', { id: null, url: null }],
    ['{"id": 7, "url": "https://facebook.example/7"}', { id: '7', url: 'https://facebook.example/7' }],
  ]
  for (const [body, expected] of answers) {
    server.trouble({ after: { status: 202, body, type: 'text/plain' } })
    expect(await connector.publish(identity, reply(null), wayOf(identity))).toEqual({
      ...expected,
      answer: body,
    })
  }
})

test('an address inside the house is only reached where the operator allows it', async () => {
  const server = await receiver()
  const identity = byWebhook(server)
  await expect(
    connector.publish(identity, reply(null), wayOf(identity, { allowPrivate: [] })),
  ).rejects.toMatchObject({ name: 'NotSent', refused: true, key: 'door.private' })
  expect(server.asked).toHaveLength(0)
})

test('nobody follows a redirect with it', async () => {
  const [server, other] = [await receiver(), await receiver()]
  const identity = byWebhook(server)
  server.trouble({ before: { status: 307, headers: { location: `${other.url}/vigie` } } })
  await expect(connector.publish(identity, reply(null), wayOf(identity))).rejects.toMatchObject({
    name: 'NotSent',
  })
  expect(other.asked).toHaveLength(0)
})

test('that somebody is there is found out without sending what could pass for a reply', async () => {
  const server = await receiver()
  const identity = byWebhook(server)
  await connector.check(identity, wayOf(identity))
  expect(server.asked.map(({ method }) => method)).toEqual(['GET'])
  await server.close()
  await expect(connector.check(identity, wayOf(identity))).rejects.toMatchObject({ name: 'NotSent' })
})
