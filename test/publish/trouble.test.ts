import { expect, test } from 'vitest'
import { Unavailable } from '../../src/model/oops.ts'
import type { Identity, ToPublish } from '../../src/model/publication.ts'
import { newBlueskyConnector } from '../../src/publish/bluesky.ts'
import { type Connector, NotSent } from '../../src/publish/connector.ts'
import { discourseConnector } from '../../src/publish/discourse.ts'
import { mastodonConnector } from '../../src/publish/mastodon.ts'
import { webhookConnector } from '../../src/publish/webhook.ts'
import { page, type standIn, type Trouble } from './stand-in.ts'
import {
  bluesky,
  byWebhook,
  discourse,
  mastodon,
  onBluesky,
  onForum,
  onMastodon,
  receiver,
  reply,
  wayOf,
} from './world.ts'

// What each network may do instead of publishing, and what is known afterwards: `said no` (it is not there, and will
// not be), `later` (it is not there), `nobody knows` (it may be there).

type Setting = {
  connector: Connector
  identity: Identity
  what: ToPublish
  server: Awaited<ReturnType<typeof standIn>>
  /** What stands there of ours. */
  count: () => number
  /** The request that publishes. */
  on: string
  json: (status: number) => object
}

const settings: Record<string, () => Promise<Setting>> = {
  async mastodon() {
    const server = await mastodon()
    server.writes('https://mamot.example/@ravi/1')
    return {
      ...{ connector: mastodonConnector, identity: onMastodon(server), server, on: 'POST' },
      what: reply('https://mamot.example/@ravi/1'),
      count: () => server.statuses.length,
      json: () => ({ error: 'It went wrong' }),
    }
  },
  async bluesky() {
    const server = await bluesky()
    return {
      ...{ connector: newBlueskyConnector(), identity: onBluesky(server), server, on: 'putRecord' },
      what: reply(server.writes().url),
      count: () => server.records.size,
      json: (status) => ({ error: status === 429 ? 'RateLimitExceeded' : 'Oops', message: 'It went wrong' }),
    }
  },
  async discourse() {
    const server = await discourse()
    const url = server.writes(12)
    return {
      ...{ connector: discourseConnector, identity: onForum(server), server, on: 'POST' },
      what: reply(url),
      count: () => server.posts.length - 1,
      json: () => ({ errors: ['It went wrong'] }),
    }
  },
  async webhook() {
    const server = await receiver()
    return {
      ...{ connector: webhookConnector, identity: byWebhook(server), server, on: 'POST' },
      what: reply(null),
      count: () => server.taken.size,
      json: () => ({ error: 'It went wrong' }),
    }
  },
}

type Known = 'said no' | 'later' | 'nobody knows'

async function outcome({ connector, identity, what }: Setting, patience = 5_000) {
  try {
    await connector.publish(identity, what, wayOf(identity, { patience }))
    return { known: 'published' as const }
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    const known: Known = error instanceof NotSent ? (error.refused ? 'said no' : 'later') : 'nobody knows'
    return { known, retryAfter: error.retryAfter, key: error.key }
  }
}

const statuses: [status: number, known: Known][] = [
  [400, 'said no'],
  [401, 'said no'],
  [403, 'said no'],
  [404, 'said no'],
  [410, 'said no'],
  [422, 'said no'],
  [429, 'later'],
  [500, 'nobody knows'],
  [502, 'nobody knows'],
  [503, 'nobody knows'],
]

for (const [name, made] of Object.entries(settings)) {
  test.each(statuses)(`${name} answers %i: %s`, async (status, known) => {
    const setting = await made()
    const { server, on, json } = setting
    server.trouble({ on, before: { status, json: json(status) } })
    expect(await outcome(setting)).toMatchObject({ known })
    expect(setting.count()).toBe(0)
  })

  test(`${name} asks to wait with 429 and 503, and is waited for`, async () => {
    const setting = await made()
    const { server, on, json } = setting
    for (const status of [429, 503]) {
      server.trouble({ on, before: { status, json: json(status), headers: { 'retry-after': '90' } } })
      expect(await outcome(setting)).toMatchObject({ known: 'later', retryAfter: 90_000 })
    }
    server.trouble()
    expect(await outcome(setting)).toEqual({ known: 'published' })
  })

  test.each<[string, Trouble]>([
    ['ends the connection without a word', { after: 'drops' }],
    ['says half of its answer', { after: 'cut' }],
    ['is cut off by its proxy', { after: page(502) }],
    ['answers a page in place of an answer', { after: page(200) }],
    ['falls over behind it', { after: { status: 500, json: {} } }],
    ['never answers', { after: 'hangs' }],
    ['is too slow', { after: 1_500 }],
  ])(`${name} takes it and %s: nobody knows, and it is found where it can be`, async (what, trouble) => {
    const setting = await made()
    setting.server.trouble({ on: setting.on, ...trouble })
    const { known } = await outcome(setting, 700)
    // Whoever answers a webhook with a success has it, whatever else it says.
    const taken = name === 'webhook' && (what.includes('half') || what.includes('page in place'))
    expect(known).toBe(taken ? 'published' : 'nobody knows')
    setting.server.trouble()
    const { connector, identity, what: asked } = setting
    if (what === 'is too slow') await expect.poll(setting.count).toBe(1)
    expect(setting.count()).toBe(1)
    const found = await connector.find(identity, asked, wayOf(identity))
    if (name === 'webhook') expect(found).toBe('unknown')
    else expect(found).toMatchObject({ id: expect.any(String), url: expect.any(String) })
    // And asked again all the same, it does not do it twice.
    if (known === 'nobody knows') expect((await outcome(setting)).known).toBe('published')
    expect(setting.count()).toBe(1)
  })

  test(`${name} takes nothing and ends the connection: nobody knows, and it is not found`, async () => {
    const setting = await made()
    const { server, on, connector, identity, what } = setting
    server.trouble({ on, before: 'drops' })
    expect(await outcome(setting)).toMatchObject({ known: 'nobody knows' })
    server.trouble()
    const found = await connector.find(identity, what, wayOf(identity))
    // A forum may keep it for its moderators, a webhook tells nothing.
    expect(found).toBe(name === 'discourse' || name === 'webhook' ? 'unknown' : null)
  })

  test(`${name} is not there at all: later`, async () => {
    const setting = await made()
    await setting.server.close()
    expect(await outcome(setting)).toMatchObject({ known: 'later' })
  })

  if (name === 'webhook') continue

  test(`${name} fails before anything is published: later, whatever it says`, async () => {
    const setting = await made()
    const { server } = setting
    for (const before of ['drops', 'hangs', page(503), page(200), { status: 200, body: '{"half' }] as const) {
      server.trouble({ before })
      expect(await outcome(setting, 300)).toMatchObject({ known: 'later' })
    }
    expect(setting.count()).toBe(0)
  })

  test(`${name} no longer has the post that is answered: said no`, async () => {
    const setting = await made()
    const url = setting.what.to.url!
    const deleted = { ...setting.what.to, url: url.replace(/\w$/, '9').replace('ravi', 'nobody') }
    const result = await outcome({ ...setting, what: { ...setting.what, to: deleted } })
    expect(result.known).toBe('said no')
    expect(['publish.gone', 'publish.status-404']).toContain(result.key)
    expect(setting.count()).toBe(0)
  })
}

test('Mastodon and Bluesky say when their limits begin anew', async () => {
  const [onOne, onOther] = [await settings.mastodon!(), await settings.bluesky!()]
  const at = Date.now() + 120_000
  const json = { error: 'Too many requests' }
  onOne.server.trouble({
    on: 'POST',
    before: { status: 429, json, headers: { 'X-RateLimit-Reset': new Date(at).toISOString() } },
  })
  onOther.server.trouble({
    on: 'putRecord',
    before: { status: 429, json, headers: { 'ratelimit-reset': `${Math.ceil(at / 1000)}` } },
  })
  for (const setting of [onOne, onOther]) {
    const { known, retryAfter } = await outcome(setting)
    expect(known).toBe('later')
    expect(retryAfter).toBeGreaterThan(110_000)
    expect(retryAfter).toBeLessThan(122_000)
  }
})
