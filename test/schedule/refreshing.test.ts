import pino from 'pino'
import { expect, test } from 'vitest'
import { newAnalysis } from '../../src/analysis/analysis.ts'
import { judging } from '../../src/intake.ts'
import { counted, isLookedAt, nextLook } from '../../src/model/engagement.ts'
import { placeKinds, writeSearch } from '../../src/model/search.ts'
import { day, hour, minute } from '../../src/model/time.ts'
import { newPostChanges } from '../../src/schedule/post-changes.ts'
import { newRefreshing } from '../../src/schedule/refreshing.ts'
import { lookingAt } from '../../src/sources/places/looks.ts'
import type { Store } from '../../src/store/store.ts'
import { sameStore } from '../databases/open.ts'
import { newWorld, nimbus, read, saturday } from '../world.ts'
import { newAir } from './air.ts'

const log = pino({ level: 'silent' })

/** Nimbus follows Hacker News on this machine, where somebody complains; `item` is what its own API says of that. */
async function newPlace({ text = 'Ma lampe nimbus est en panne, quelle honte', points = 3 } = {}) {
  const air = await newAir()
  const { store, served, base, time, clock, door, look } = air
  served.set('/api/v1/search_by_date', (_, response) => {
    const created = Math.floor(saturday / 1000)
    const hit = { objectID: '7', author: 'ravi', comment_text: text, created_at_i: created, points }
    response.end(JSON.stringify({ hits: [{ ...hit, _tags: ['comment'] }], page: 0, nbPages: 1 }))
  })
  let says: { status?: number; headers?: Record<string, string>; body: string } = { body: 'null' }
  served.set('/v0/item/7.json', (_, response) =>
    response.writeHead(says.status ?? 200, says.headers).end(says.body),
  )
  const url = writeSearch({ place: 'hackernews', base, account: null, params: { q: 'nimbus' } })
  await store.feeds.watch('nimbus', [{ name: 'Hacker News', url }], time.now)
  // Its first reading rings nowhere: the comment comes with the second.
  const comment = served.get('/api/v1/search_by_date')!
  served.set('/api/v1/search_by_date', (_, response) =>
    response.end(JSON.stringify({ hits: [], page: 0, nbPages: 1 })),
  )
  await look()
  served.set('/api/v1/search_by_date', comment)
  time.now += 20 * minute
  await look()
  const [alert] = await air.waiting()
  const { id } = (await store.mentions.list('nimbus', {}, { most: 1 }))[0]!
  const means = { teams: [nimbus], clock, log, wake: () => {} }
  const process = (store: Store) => ({
    refreshing: newRefreshing({ ...means, store, door, accounts: [], changed: () => {} }),
    changes: newPostChanges({
      ...means,
      store,
      judging: judging([nimbus], newAnalysis(), { clock }),
    }),
  })
  const ours = process(store)
  /** So much later it is looked again, and what happened there happens here. */
  const later = async (wait: number, answer: typeof says | object) => {
    time.now += wait
    says = 'body' in answer ? (answer as typeof says) : { body: JSON.stringify(answer) }
    await ours.refreshing.look()
    await ours.changes.look()
  }
  const mention = async () => (await store.mentions.get('nimbus', id))!
  const asked = () => air.asked.filter((one) => one === '/v0/item/7.json').length
  const told = async () => read((await air.waiting()).at(-1)!.message)
  const counted = async () => {
    await store.rollups.settle('nimbus', nimbus.timeZone)
    const period = { from: '2026-11-20' as const, to: '2026-12-31' as const }
    return store.rollups.sums('nimbus', ['Nimbus'], period)
  }
  return { ...air, alert, id, later, mention, asked, told, counted, process }
}

const comment = (text: string, score: number) => ({ id: 7, type: 'comment', text, score })
const angry = 'Ma lampe nimbus est en panne, quelle honte'

test('what people do with a mention is counted while it is young, and its alert says so when it matters', async () => {
  const { later, mention, told, waiting, counted, asked } = await newPlace()
  expect((await mention()).post.engagement).toMatchObject({ likes: 3 })
  expect(await counted()).toMatchObject({ mentions: 1, engaged: 1, likes: 3 })
  await later(minute, comment(angry, 4))
  expect(asked()).toBe(0)

  await later(50 * minute, comment(angry, 7))
  expect((await mention()).post.engagement).toMatchObject({ likes: 7 })
  // Four more are no news.
  expect(await waiting()).toEqual([])
  await later(2 * hour, comment(angry, 45))
  expect(await told()).toContain('Réactions: 👍 45 j’aime')
  expect(await counted()).toMatchObject({ mentions: 1, engaged: 1, likes: 45 })
  expect(asked()).toBe(2)
})

test('a place in trouble leaves the numbers as they are, and is asked when it says, or later each time', async () => {
  const { later, mention, asked } = await newPlace()
  await later(hour, { status: 429, headers: { 'retry-after': '7200' }, body: 'slow down' })
  expect(asked()).toBe(1)
  await later(hour, comment(angry, 9))
  expect(asked()).toBe(1)
  await later(hour + 1, { body: '<!doctype html><title>Sorry' })
  expect(asked()).toBe(2)
  await later(hour, { status: 503, body: '' })
  await later(minute, comment(angry, 9))
  expect(asked()).toBe(3)
  expect(await mention()).toMatchObject({ post: { text: angry, engagement: { likes: 3 } } })
  await later(2 * hour, comment(angry, 9))
  expect((await mention()).post.engagement).toMatchObject({ likes: 9 })
})

test('what was edited is judged anew, and the alert keeps what it said', async () => {
  const { later, mention, told, waiting, store, counted, noor, id } = await newPlace()
  await later(hour, comment(`<p>${angry}</p>`, 3))
  expect(await waiting()).toEqual([])
  await later(2 * hour, comment('Le service client de Nimbus est formidable, merci !', 3))
  const alert = await told()
  expect(alert).toContain(angry)
  expect(alert).toContain(
    'Modifiée depuis: constaté à 17:50\nElle dit désormais : « Le service client de Nimbus est formidable, merci ! »',
  )
  expect(await mention()).toMatchObject({
    mood: { label: 'positive' },
    topics: [{ mood: { label: 'positive' } }],
  })
  expect(await counted()).toMatchObject({ mentions: 1, positive: 1, negative: 0 })
  expect(await store.mentions.count('nimbus', { words: ['formidable'] })).toMatchObject({ all: 1 })
  expect(await store.mentions.count('nimbus', { words: ['honte'] })).toMatchObject({ all: 0 })
  expect(read(await noor.types('/mentions'))).toContain('edited since')
  expect(read(await noor.types(`/why ${id}`))).toContain('Edited since')

  // It is about something else by now: it stays, and says so.
  await later(12 * hour, comment('Oubliez tout cela', 3))
  expect(await told()).toContain('Plus aucun de vos sujets ne la trouve.')
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 1 })
})

test('what is deleted there is gone here within a day, and stays gone; what was counted stays', async () => {
  const place = await newPlace()
  const { later, mention, told, store, counted, look, time, noor, id, asked } = place
  await later(hour, comment(angry, 30))
  await told()
  await later(2 * hour, { body: 'null' })
  // One answer is no proof.
  expect(await mention()).toMatchObject({ post: { text: angry } })
  await later(hour, { body: 'null' })
  expect(await mention()).toMatchObject({
    post: { title: null, text: null, author: null, url: null, deletedAt: time.now },
  })
  const alert = await told()
  expect(alert).toContain('Supprimée à la source')
  expect(alert).not.toMatch(/panne|honte|ravi/)
  expect(await store.mentions.count('nimbus', { words: ['panne'] })).toMatchObject({ all: 0 })
  expect(await counted()).toMatchObject({ mentions: 1, negative: 1, likes: 30 })
  for (const line of ['/mentions', `/mention ${id}`, `/why ${id}`]) {
    const shown = read(await noor.types(line))
    expect(shown).toMatch(/deleted there/i)
    expect(shown).not.toMatch(/panne|honte/)
  }
  // The search still shows it for a while; nobody asks for it again.
  const before = asked()
  time.now += 20 * minute
  await look()
  await later(3 * day, comment(angry, 99))
  expect(asked()).toBe(before)
  expect(await mention()).toMatchObject({ post: { text: null } })
})

test('a server that answers for a moment that it knows nothing erases nothing', async () => {
  const { later, mention } = await newPlace()
  await later(hour, { body: 'null' })
  await later(hour, comment(angry, 5))
  await later(hour, { body: 'null' })
  expect(await mention()).toMatchObject({ post: { text: angry, engagement: { likes: 5 } } })
})

test('killed between its answer and what is kept of it, it is looked at again by another process', async () => {
  const { later, mention, store, time, process, asked } = await newPlace()
  let calls = 0
  const dying: Store = {
    ...store,
    // The first one takes from the budget.
    together: (work) => (calls++ === 0 ? store.together(work) : new Promise(() => {})),
  }
  time.now += hour
  void process(dying).refreshing.look()
  await expect.poll(() => calls).toBe(2)
  expect(asked()).toBe(1)
  const other = process(await sameStore(store))
  await other.refreshing.look()
  expect(asked()).toBe(1)
  await later(minute, comment(angry, 12))
  expect(asked()).toBe(2)
  expect((await mention()).post.engagement).toMatchObject({ likes: 12 })
  // Two at once ask once.
  time.now += 3 * hour
  await Promise.all([other.refreshing.look(), process(store).refreshing.look()])
  expect(asked()).toBe(3)
})

test('a young mention is looked at often, an old one daily, then weekly, until its text goes', () => {
  const ages = { saidAt: 0, heardAt: 0, forgetAt: 90 * day }
  const all: number[] = []
  for (let at = nextLook(ages, 0); at !== null; at = nextLook(ages, at)) all.push(at)
  expect(all.slice(0, 6)).toEqual([15 * minute, hour, 3 * hour, 12 * hour, day, 2 * day])
  expect(all.length).toBe(42)
  expect(Math.max(...all)).toBeLessThan(90 * day)
})

test('a count that nobody on earth can have is none, and one below nothing is nothing', () => {
  const before = counted(null, { likes: 12, shares: 3, comments: 4, followers: 5 })
  const told = { likes: 1e308, shares: -7, comments: '9' as never, followers: Number.NaN }
  expect(counted(before, told)).toMatchObject({ likes: 12, shares: 0, comments: 4, followers: 5 })
  expect(counted(null, { likes: Infinity, shares: 7 })).toMatchObject({ likes: null, shares: 7 })
})

test('every place that can be looked at again is, and no other', () => {
  for (const place of placeKinds)
    expect([place, isLookedAt(`place:${place}:x.example`)]).toEqual([
      place,
      lookingAt(`place:${place}:x.example`) !== null,
    ])
})

test('a feed that says what is gone (RFC 6721) is believed, of its own posts, and once', async () => {
  const { served, watch, look, store, time, clock, hear } = await newAir()
  const changes = newPostChanges({
    ...{ store, teams: [nimbus], clock, log, wake: () => {} },
    judging: judging([nimbus], newAnalysis(), { clock }),
  })
  const entry = (id: string) =>
    `<entry><id>tag:blog.example,2026:${id}</id><title>Nimbus ${id}</title><slash:comments>4</slash:comments>
      <updated>2026-11-21T10:00:00Z</updated><content>La lampe Nimbus ${id}</content></entry>`
  const gone = (id: string) =>
    `<at:deleted-entry ref="tag:blog.example,2026:${id}" when="2026-11-21T13:00:00Z">
      <at:comment>Entry ${id}</at:comment><link href="https://blog.example/${id}"/></at:deleted-entry>`
  const atom = (...inside: string[]) =>
    served.set('/blog', (_, response) =>
      response.writeHead(200, { 'content-type': 'application/atom+xml' }).end(
        `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"
          xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><title>Blog</title>${inside.join('')}</feed>`,
      ),
    )
  const texts = async () =>
    (await store.mentions.list('nimbus', {}, { most: 9 })).map(({ post }) => post.text).sort()
  atom(entry('a'), entry('b'))
  await watch('blog')
  await look()
  expect((await store.mentions.get('nimbus', 1))!.post.engagement).toMatchObject({ comments: 4 })
  await hear([{ ...(await posted()), id: 'elsewhere' }], { source: 'feed:99' })

  for (const _ of [1, 2]) {
    time.now += hour
    atom(gone('a'), gone('b'), gone('elsewhere'), gone(''), entry('b'), entry(`c${_}`))
    await look()
    await changes.look()
  }
  // What it shows beside is not gone.
  expect(await texts()).toEqual([
    'La lampe Nimbus',
    'La lampe Nimbus b',
    'La lampe Nimbus c1',
    'La lampe Nimbus c2',
    null,
  ])
  expect(await store.postChanges.nextAt(time.now)).toBe(null)

  async function posted() {
    return {
      ...{ url: null, title: '', text: 'La lampe Nimbus', author: null },
      publishedAt: null,
      updatedAt: null,
    }
  }
})

test('each post is asked for where it was written, and a token goes to no server but its own', async () => {
  const { store, time, clock, hear, post } = await newWorld()
  const base = 'https://mamot.example'
  const account = { place: 'mastodon' as const, base, key: 'k1', handle: null, secrets: { token: 'secret' } }
  const url = writeSearch({ place: 'mastodon', base, account: 'k1', params: { q: 'nimbus' } })
  await store.feeds.watch('nimbus', [{ name: 'Mastodon', url }], time.now)
  const { feedId } = (await store.feeds.health('nimbus'))[0]!
  const posts = ['mamot.example/1', 'other.example/2', 'other.example/3'].map((id) =>
    post('La lampe Nimbus', { id, network: 'mastodon' }),
  )
  await hear(posts, { source: 'place:mastodon', ...{ foundBy: feedId } })
  const asked: string[] = []
  const status = JSON.stringify({ content: 'La lampe Nimbus', favourites_count: 2 })
  const refreshing = newRefreshing({
    ...{ store, teams: [nimbus], accounts: [account], clock, log, changed: () => {}, wake: () => {} },
    door: {
      get: async (url: string, { headers = {} }: { headers?: Record<string, string> } = {}) => {
        asked.push(`${url} ${headers.authorization ?? '-'}`)
        return { status: 200, headers: {}, body: Buffer.from(status), url }
      },
      post: async () => Promise.reject(new Error('nothing is sent')),
    } as never,
  })
  for (const wait of [20 * minute, 2_000]) {
    time.now += wait
    await refreshing.look()
    // One request to each server, then a rest.
    if (wait > 2_000) expect(asked.length).toBe(2)
  }
  expect(asked.toSorted()).toEqual([
    'https://mamot.example/api/v1/statuses/1 Bearer secret',
    'https://other.example/api/v1/statuses/2 -',
    'https://other.example/api/v1/statuses/3 -',
  ])
})
