import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Unavailable } from '../../src/model/oops.ts'
import type { Identity, Published } from '../../src/model/publication.ts'
import { NotSent } from '../../src/publish/connector.ts'
import { sameStore } from '../databases/open.ts'
import { page } from '../publish/stand-in.ts'
import { newStory, only } from '../publish/story.ts'
import {
  bluesky,
  byWebhook,
  discourse,
  mastodon,
  onBluesky,
  onForum,
  onMastodon,
  receiver,
} from '../publish/world.ts'

const theirs = 'https://mamot.example/@ravi/1'
const minute = 60_000

const somebody: Identity = {
  ...{ name: 'Nimbus', kind: 'webhook', networks: ['web'], handle: null },
  ...{ server: 'https://nimbus.example', secrets: { secret: 'very-secret-words' } },
  at: { file: 'teams/nimbus/team.yaml', line: 7 },
}
const published: Published = { id: '1', url: 'https://there.example/1', answer: '{}' }

test('an approved reply goes out once, and its mention is answered', async () => {
  const server = await mastodon()
  server.writes(theirs)
  const story = await newStory([onMastodon(server)])
  const id = await story.approved(theirs)
  await story.publishing.look()
  const reply = await story.reply(id)
  expect(reply).toMatchObject({ state: 'published', published: { url: server.statuses[0]!.url } })
  expect(await story.store.mentions.get('nimbus', reply.mention)).toMatchObject({
    state: { is: 'answered', by: 'Mia' },
  })
  expect(await story.tries(id)).toMatchObject([
    { outcome: 'published', kind: 'mastodon', identity: 'Nimbus on Mastodon', endedAt: story.clock() },
  ])
  expect((await story.tries(id))[0]!.answer).toContain(server.statuses[0]!.id)
  expect(story.told()).toBeGreaterThan(0)
  await story.later(minute)
  expect(server.statuses).toHaveLength(1)
})

test('on every network there is one post, with its address', async () => {
  const [one, two, three, four] = [await mastodon(), await bluesky(), await discourse(), await receiver()]
  one.writes(theirs)
  const identities = [onMastodon(one), onBluesky(two), onForum(three), byWebhook(four)]
  const story = await newStory(identities)
  const addresses = [theirs, two.writes().url, three.writes(12), 'https://facebook.com/nimbus/posts/1']
  const ids = []
  for (const [at, url] of addresses.entries())
    ids.push(await story.approved(url, { identity: identities[at]!.name }))
  await story.publishing.look()
  for (const id of ids)
    expect(await story.reply(id)).toMatchObject({
      state: 'published',
      published: { url: expect.stringContaining('http') },
    })
  expect([one.statuses.length, two.records.size, three.posts.length, four.taken.size]).toEqual([1, 1, 2, 1])
})

test('an identity of a sample team publishes nothing, whatever was approved', async () => {
  const server = await mastodon()
  server.writes(theirs)
  const story = await newStory([onMastodon(server)], { sample: true })
  const id = await story.approved(theirs)
  await story.publishing.look()
  await story.later(60 * minute)
  expect(server.asked).toHaveLength(0)
  expect(await story.reply(id)).toMatchObject({
    state: 'stuck',
    why: 'Cette équipe ne fait que répéter : rien ne part en son nom.',
  })
})

test('an identity that the settings no longer name publishes nothing', async () => {
  const server = await mastodon()
  const story = await newStory([onMastodon(server)])
  const id = await story.approved(theirs, { identity: 'Nimbus on Friendica' })
  await story.publishing.look()
  expect(server.asked).toHaveLength(0)
  const { state, why } = await story.reply(id)
  expect(state).toBe('stuck')
  expect(why).toContain('« Nimbus on Friendica » n’est plus dans les réglages')
})

test('it goes out at its time, not before, and not once it was stopped', async () => {
  let count = 0
  const publish = async () => {
    count++
    return published
  }
  const story = await newStory([somebody], { connectors: only({ publish, find: async () => 'unknown' }) })
  const id = await story.approved(theirs)
  const goes = (at: number | null, state: 'approved' | 'waiting') =>
    story.store.together(async (store) => {
      const before = (await store.replies.get('nimbus', id))!
      await store.replies.keep(before, { ...before, goesAt: at, state }, { did: 'approved', by: null, at: 0 })
    })
  await goes(story.clock() + minute, 'approved')
  await story.later(minute - 1)
  expect(count).toBe(0)
  await goes(null, 'waiting')
  await story.later(minute)
  expect(count).toBe(0)
  await goes(story.clock(), 'approved')
  await story.publishing.look()
  expect(count).toBe(1)
})

test('what holds a team back holds its replies, until it lets go', async () => {
  const server = await mastodon()
  server.writes(theirs)
  let frozen: object | null = { incident: 7 }
  const story = await newStory([onMastodon(server)], { frozen: async () => frozen })
  const id = await story.approved(theirs)
  await story.later(10 * minute)
  expect(await story.reply(id)).toMatchObject({ state: 'approved' })
  expect(server.asked).toHaveLength(0)
  frozen = null
  await story.later(1)
  expect(await story.reply(id)).toMatchObject({ state: 'published' })
})

test('whoever says no is believed, in their words, without our secrets', async () => {
  const server = await discourse()
  const identity = onForum(server)
  const story = await newStory([identity])
  const id = await story.approved(server.writes(12))
  const words = `Sorry, the key ${server.key} of ${server.username} may not post here`
  server.trouble({ on: 'POST', before: { status: 422, json: { errors: [words] } } })
  await story.publishing.look()
  const { state, why } = await story.reply(id)
  expect(state).toBe('stuck')
  expect(why).toContain('Sorry, the key [secret] of Mia may not post here')
  expect(JSON.stringify(await story.tries(id))).not.toContain(server.key)
  expect(await story.tries(id)).toMatchObject([{ outcome: 'refused', settledAt: story.clock() }])
  // Somebody had it mended and says: again.
  server.trouble()
  await story.again(id)
  await story.publishing.look()
  expect(await story.reply(id)).toMatchObject({ state: 'published', why: null })
})

test('the post was deleted meanwhile: it says so, and nothing is published', async () => {
  const server = await mastodon()
  const story = await newStory([onMastodon(server)])
  const id = await story.approved(theirs)
  await story.publishing.look()
  const { state, why } = await story.reply(id)
  expect(state).toBe('stuck')
  expect(why).toContain('n’a plus le message auquel vous répondez')
})

test('where it is asked to wait it waits as long, and longer each time it is not', async () => {
  const waits = [90_000, undefined, undefined, 1_000, undefined]
  let asked = 0
  const publish = async () => {
    const retryAfter = waits[asked++]
    if (asked <= waits.length)
      throw new NotSent('busy', { key: 'publish.busy', values: { host: 'there' }, retryAfter })
    return published
  }
  const story = await newStory([somebody], { connectors: only({ publish, find: async () => 'unknown' }) })
  const id = await story.approved(theirs)
  await story.publishing.look()
  const took = []
  for (let count = 0; count < waits.length; count++) {
    const { state, goesAt, why } = await story.reply(id)
    expect([state, why]).toEqual(['approved', 'there ne peut rien prendre pour l’instant.'])
    took.push(goesAt! - story.clock())
    await story.later(goesAt! - story.clock() - 1)
    expect(asked).toBe(count + 1)
    await story.later(1)
  }
  expect(took).toEqual([90_000, 60_000, 120_000, 240_000, 480_000])
  expect(await story.reply(id)).toMatchObject({ state: 'published' })
})

test('after eight tries it is for a person to decide', async () => {
  let asked = 0
  const publish = async () => {
    asked++
    throw new NotSent('busy', { key: 'publish.busy', values: { host: 'there' } })
  }
  const story = await newStory([somebody], { connectors: only({ publish, find: async () => 'unknown' }) })
  const id = await story.approved(theirs)
  for (let count = 0; count < 20; count++) await story.later(40 * minute)
  expect(asked).toBe(8)
  expect(await story.reply(id)).toMatchObject({
    state: 'stuck',
    why: '8 essais, le dernier : there ne peut rien prendre pour l’instant.',
  })
})

test('taken, but the answer was lost: it is found, and stands there once', async () => {
  const [one, two, three] = [await mastodon(), await bluesky(), await discourse()]
  one.writes(theirs)
  const identities = [onMastodon(one), onBluesky(two), onForum(three)]
  const story = await newStory(identities)
  const addresses = [theirs, two.writes().url, three.writes(12)]
  one.trouble({ on: 'POST', after: 'drops' })
  two.trouble({ on: 'putRecord', after: 'cut' })
  three.trouble({ on: 'POST', after: page(502) })
  const ids = []
  for (const [at, url] of addresses.entries())
    ids.push(await story.approved(url, { identity: identities[at]!.name }))
  await story.publishing.look()
  for (const id of ids) expect(await story.reply(id)).toMatchObject({ state: 'publishing' })
  for (const server of [one, two, three]) server.trouble()
  await story.later(5_000)
  for (const id of ids) {
    expect(await story.reply(id)).toMatchObject({
      state: 'published',
      published: { url: expect.any(String) },
    })
    expect(await story.tries(id)).toMatchObject([{ outcome: 'found', answer: expect.any(String) }])
  }
  expect([one.statuses.length, two.records.size, three.posts.length]).toEqual([1, 1, 2])
})

test('not taken, and the connection was lost: it is looked for, and sent again', async () => {
  const [one, two] = [await mastodon(), await bluesky()]
  one.writes(theirs)
  const identities = [onMastodon(one), onBluesky(two)]
  const story = await newStory(identities)
  one.trouble({ on: 'POST', before: 'drops' })
  two.trouble({ on: 'putRecord', before: 'drops' })
  const ids = []
  for (const [at, url] of [theirs, two.writes().url].entries())
    ids.push(await story.approved(url, { identity: identities[at]!.name }))
  await story.publishing.look()
  for (const server of [one, two]) server.trouble()
  // A server that is slow may be about to put it there: for a minute nobody believes that it is not.
  await story.later(5_000)
  for (const id of ids) expect(await story.reply(id)).toMatchObject({ state: 'publishing' })
  await story.later(55_000)
  for (const id of ids) expect(await story.reply(id)).toMatchObject({ state: 'approved' })
  await story.later(minute)
  for (const id of ids) expect(await story.reply(id)).toMatchObject({ state: 'published' })
  expect([one.statuses.length, two.counts.writes]).toEqual([1, 1])
  for (const id of ids)
    expect((await story.tries(id)).map(({ outcome }) => outcome)).toEqual(['not-taken', 'published'])
})

test('a slow network that takes it long after nobody waited any more still takes it once', async () => {
  const server = await mastodon()
  server.writes(theirs)
  const story = await newStory([onMastodon(server)], { patience: 1_000 })
  const id = await story.approved(theirs)
  const hung = await story.store.replies.get('nimbus', id)
  server.trouble({ on: 'POST', before: 'hangs' })
  await story.publishing.look()
  server.trouble()
  // It was not there when we looked, twice; then the server came to it.
  await story.later(5_000)
  await story.later(55_000)
  expect(await story.reply(id)).toMatchObject({ state: 'approved' })
  const [asked] = server.asked.filter(({ method }) => method === 'POST')
  await fetch(`${server.url}/api/v1/statuses`, {
    method: 'POST',
    headers: asked!.headers,
    body: asked!.body,
  }).catch(() => {})
  expect(server.statuses).toHaveLength(1)
  await story.later(minute)
  expect(await story.reply(id)).toMatchObject({ state: 'published', key: hung!.key })
  expect(server.statuses).toHaveLength(1)
})

test('where nobody can find out, a person is asked, and nothing is repeated alone', async () => {
  const [one, two] = [await receiver(), await discourse()]
  const identities = [byWebhook(one), onForum(two)]
  const story = await newStory(identities)
  one.trouble({ on: 'POST', after: { status: 500, json: {} } })
  two.trouble({ on: 'POST', before: 'drops' })
  const ids = []
  for (const [at, url] of ['https://facebook.com/1', two.writes(12)].entries())
    ids.push(await story.approved(url, { identity: identities[at]!.name }))
  await story.publishing.look()
  for (let count = 0; count < 10; count++) await story.later(10 * minute)
  for (const id of ids) {
    const { state, why } = await story.reply(id)
    expect(state).toBe('unsure')
    expect(why).toMatch(/peut-être publiée malgré tout|avant d’avoir répondu/)
    expect(await story.tries(id)).toMatchObject([{ outcome: 'unsure' }])
  }
  expect([one.taken.size, two.posts.length]).toEqual([1, 1])
  // Somebody looked, and says that it did not go out.
  one.trouble()
  two.trouble()
  for (const id of ids) await story.again(id)
  await story.publishing.look()
  for (const id of ids) expect(await story.reply(id)).toMatchObject({ state: 'published' })
  expect([one.taken.size, two.posts.length]).toEqual([1, 2])
})

test('who says “again” of what stands there after all does not repeat it', async () => {
  const server = await discourse()
  const story = await newStory([onForum(server)])
  const id = await story.approved(server.writes(12))
  server.trouble({ on: 'POST', after: 'drops' }, { on: '/t/', before: page(503) })
  await story.publishing.look()
  server.trouble({ on: '/t/', before: page(503), times: 99 })
  for (let count = 0; count < 10; count++) await story.later(10 * minute)
  expect(await story.reply(id)).toMatchObject({ state: 'unsure' })
  server.trouble()
  await story.again(id)
  await story.publishing.look()
  expect(await story.reply(id)).toMatchObject({ state: 'published' })
  expect(server.posts).toHaveLength(2)
})

test('what is not there an hour later may have been taken away: a person is asked', async () => {
  const server = await mastodon()
  server.writes(theirs)
  const story = await newStory([onMastodon(server)])
  const id = await story.approved(theirs)
  server.trouble({ on: 'POST', before: 'drops' })
  await story.publishing.look()
  server.trouble()
  await story.later(60 * minute)
  expect(await story.reply(id)).toMatchObject({ state: 'unsure' })
  expect(server.statuses).toHaveLength(0)
})

test('a mistake of our own while publishing asks nobody twice either', async () => {
  let asked = 0
  const publish = async () => {
    asked++
    throw new TypeError('we stumbled')
  }
  const story = await newStory([somebody], { connectors: only({ publish, find: async () => 'unknown' }) })
  const id = await story.approved(theirs)
  await story.publishing.look()
  for (let count = 0; count < 5; count++) await story.later(minute)
  expect(asked).toBe(1)
  expect(await story.reply(id)).toMatchObject({ state: 'unsure' })
})

test('a process that died while it asked: another looks what became of it, once its time is over', async () => {
  const server = await mastodon()
  server.writes(theirs)
  const story = await newStory([onMastodon(server)])
  const [url, other] = [theirs, 'https://mamot.example/@ravi/2']
  server.writes(other)
  const [taken, lost] = [await story.approved(url), await story.approved(other, { text: 'Un autre texte' })]
  const died = await story.engine(await sameStore(story.store), {
    connectors: only({ publish: () => new Promise<never>(() => {}), find: async () => 'unknown' }),
    patience: 200_000,
  })
  void died.look()
  await expect.poll(async () => (await story.reply(taken)).state).toBe('publishing')
  // One try at a time goes out from an identity: the other waits for it.
  expect((await story.reply(lost)).state).toBe('approved')
  const [attempt] = await story.tries(taken)
  // The network had taken it.
  await fetch(`${server.url}/api/v1/statuses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      status: '@ravi@mamot.example Toutes nos excuses ! Une lampe neuve part aujourd’hui.',
    }),
  })
  server.statuses[0]!.in_reply_to_id = '103254962155270000'
  const heir = story.engine(await sameStore(story.store))
  await heir.look()
  expect((await story.reply(taken)).state).toBe('publishing')
  await story.store.publications.free()
  await heir.look()
  expect(await story.reply(taken)).toMatchObject({
    state: 'published',
    published: { id: server.statuses[0]!.id },
  })
  expect(await story.tries(taken)).toMatchObject([{ id: attempt!.id, outcome: 'found', looks: 1 }])
  expect(server.statuses.map(({ content }) => content).filter((one) => one.includes('excuses'))).toHaveLength(
    1,
  )
})

test('of several processes one publishes, one looks', async () => {
  const asked: string[] = []
  const publish = async () => {
    asked.push('published')
    await after(30)
    throw new Unavailable('lost', { key: 'publish.no-answer' })
  }
  const find = async () => {
    asked.push('looked')
    await after(30)
    return published
  }
  const story = await newStory([somebody], { connectors: only({ publish, find }) })
  const others = [story.store, await sameStore(story.store), await sameStore(story.store)]
  const engines = others.map((store) => story.engine(store))
  const ids = [await story.approved(theirs), await story.approved('https://mamot.example/@ravi/2')]
  const all = () => Promise.all(engines.map((one) => one.look()))
  await all()
  expect(asked).toEqual(['published', 'published'])
  story.time.now += 5_000
  await all()
  expect(asked).toEqual(['published', 'published', 'looked', 'looked'])
  for (const id of ids) expect(await story.reply(id)).toMatchObject({ state: 'published' })
})

test('stopping waits for what is nearly done, and leaves the rest to be found', async () => {
  const server = await mastodon()
  server.writes(theirs)
  server.writes('https://mamot.example/@ravi/2')
  const story = await newStory([onMastodon(server), { ...onMastodon(server), name: 'Second' }], {
    patience: 60_000,
  })
  const quick = await story.approved(theirs)
  const slow = await story.approved('https://mamot.example/@ravi/2', {
    identity: 'Second',
    text: 'Un autre texte',
  })
  server.trouble({ on: 'POST', after: 300, times: 1 }, { on: 'POST', after: 'hangs' })
  await story.publishing.start()
  await expect.poll(() => server.statuses.length).toBe(2)
  const began = performance.now()
  await story.publishing.stop()
  expect(performance.now() - began).toBeLessThan(4_000)
  const states = [(await story.reply(quick)).state, (await story.reply(slow)).state].sort()
  expect(states).toEqual(['published', 'publishing'])
  server.trouble()
  const next = story.engine()
  story.time.now += 5_000
  await next.look()
  expect([(await story.reply(quick)).state, (await story.reply(slow)).state]).toEqual([
    'published',
    'published',
  ])
  expect(server.statuses).toHaveLength(2)
})

test('before it is sent again it is looked for once more', async () => {
  const asked: string[] = []
  let there: Published | 'unknown' = 'unknown'
  const publish = async () => {
    asked.push('published')
    throw new Unavailable('lost', { key: 'publish.no-answer' })
  }
  const find = async () => {
    asked.push('looked')
    return there
  }
  const story = await newStory([somebody], { connectors: only({ publish, find }) })
  const id = await story.approved(theirs)
  await story.publishing.look()
  await story.later(minute)
  expect(await story.reply(id)).toMatchObject({ state: 'unsure' })
  there = published
  await story.again(id)
  await story.publishing.look()
  expect(asked).toEqual(['published', 'looked', 'looked'])
  expect(await story.reply(id)).toMatchObject({ state: 'published', published: { id: '1' } })
})

test('after a restart what was under way is looked for at once, where nobody else could be at it', async () => {
  const dying = only({ publish: () => new Promise<never>(() => {}), find: async () => 'unknown' })
  const story = await newStory([somebody], { patience: 100_000 })
  const id = await story.approved(theirs)
  void story.engine(story.store, { connectors: dying }).look()
  await expect.poll(async () => (await story.reply(id)).state).toBe('publishing')
  const next = story.engine(story.store, {
    connectors: only({ publish: async () => published, find: async () => published }),
  })
  await next.start()
  await next.look()
  // Another process may well be alive on a shared database.
  expect((await story.reply(id)).state).toBe(story.store.shared ? 'publishing' : 'published')
  await story.later(4 * minute, next)
  expect((await story.reply(id)).state).toBe('published')
  await next.stop()
})
