import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Unavailable } from '../../src/model/oops.ts'
import type { Identity, ToPublish } from '../../src/model/publication.ts'
import { newBlueskyConnector } from '../../src/publish/bluesky.ts'
import { type Connector, NotSent } from '../../src/publish/connector.ts'
import { discourseConnector } from '../../src/publish/discourse.ts'
import { mastodonConnector } from '../../src/publish/mastodon.ts'
import { webhookConnector } from '../../src/publish/webhook.ts'
import { rounds } from '../rounds.ts'
import type { Said, Trouble } from './stand-in.ts'
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

type Setting = {
  connector: Connector
  identity: Identity
  what: ToPublish
  server: { trouble: (...all: Trouble[]) => void }
  on: string
}

const settings: Record<string, () => Promise<Setting>> = {
  async Mastodon() {
    const server = await mastodon()
    server.writes('https://mamot.example/@ravi/1')
    const what = reply('https://mamot.example/@ravi/1')
    return { connector: mastodonConnector, identity: onMastodon(server), what, server, on: 'POST' }
  },
  async Bluesky() {
    const server = await bluesky()
    const what = reply(server.writes().url)
    return { connector: newBlueskyConnector(), identity: onBluesky(server), what, server, on: 'putRecord' }
  },
  async Discourse() {
    const server = await discourse()
    const what = reply(server.writes(12))
    return { connector: discourseConnector, identity: onForum(server), what, server, on: 'POST' }
  },
  async 'a webhook'() {
    const server = await receiver()
    return { connector: webhookConnector, identity: byWebhook(server), what: reply(null), server, on: 'POST' }
  },
}

/** Keys that mean something to somebody, with values of any kind. */
const keys =
  'id uri cid url error errors message extras wait_seconds topic_id post_number post_stream stream posts action statuses account acct content created_at reply record viewer did handle accessJwt refreshJwt username current_user'
const known = fc.dictionary(fc.constantFrom(...keys.split(' ')), fc.jsonValue({ maxDepth: 2 }), {
  maxKeys: 6,
})
const answers: fc.Arbitrary<Said> = fc.record({
  status: fc.constantFrom(200, 200, 200, 201, 400, 401, 404, 422, 429, 500, 503),
  type: fc.constantFrom(
    'application/json',
    'application/json; charset=utf-8',
    'text/html',
    'text/plain',
    'image/png',
  ),
  body: fc.oneof(
    known.map((one) => JSON.stringify(one)),
    fc.json({ maxDepth: 3 }),
    fc.string({ maxLength: 60 }),
  ),
})

const failure = async (work: Promise<unknown>) => {
  try {
    await work
    return null
  } catch (error) {
    return error
  }
}

test.each(Object.keys(settings))(
  'whatever %s answers at any step is no mistake of ours',
  async (name) => {
    const { connector, identity, what, server, on } = await settings[name]!()
    await fc.assert(
      fc.asyncProperty(answers, fc.boolean(), async (said, atOnce) => {
        server.trouble(atOnce ? { before: said, times: 99 } : { on, after: said, times: 99 })
        const way = wayOf(identity, { patience: 10_000 })
        for (const step of ['publish', 'find'] as const) {
          const error = await failure(connector[step](identity, what, way))
          if (error === null) continue
          expect(error).toBeInstanceOf(Unavailable)
          // Who said that all went well did not refuse it.
          if (!atOnce && said.status < 300) expect(error, step).not.toBeInstanceOf(NotSent)
        }
      }),
      { numRuns: rounds(20, 60) },
    )
  },
  60_000,
)
