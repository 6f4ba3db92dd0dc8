import { expect, test } from 'vitest'
import { readQuery } from '../../src/model/query.ts'
import { type Search, writeSearch } from '../../src/model/search.ts'
import { minute } from '../../src/model/time.ts'
import { nimbus, read } from '../world.ts'
import { newAir } from './air.ts'

const lumeo = {
  ...nimbus,
  name: 'lumeo',
  title: 'Lumeo',
  channels: Object.fromEntries(
    Object.entries(nimbus.channels).map(([purpose, { channel }]) => [
      purpose,
      { chat: 'local', channel: `${channel}-lumeo` },
    ]),
  ) as typeof nimbus.channels,
  topics: [{ name: 'Grésillement', kind: 'theme' as const, query: readQuery('grésille') }],
}

const hit = (id: number, text: string, at: number) => ({
  objectID: `${id}`,
  author: 'ravi',
  comment_text: text,
  created_at_i: Math.floor(at / 1000),
  _tags: ['comment'],
})

/** Two teams, and Hacker News on this machine: `says` are its comments for each thing that is looked for. */
async function newPlaces() {
  const air = await newAir({ teams: [nimbus, lumeo] })
  const says = new Map<string, ReturnType<typeof hit>[]>()
  air.served.set('/api/v1/search_by_date', (request, response) => {
    const q = new URL(request.url!, 'http://x').searchParams.get('query')!
    response.end(JSON.stringify({ hits: says.get(q) ?? [], page: 0, nbPages: 1 }))
  })
  const search = (q: string, more: Partial<Search> = {}) => ({
    name: `HN ${q}`,
    url: writeSearch({ place: 'hackernews', base: air.base, account: null, params: { q }, ...more }),
  })
  return { ...air, says, search }
}

test('the same comment, found by two searches, is one post, and rings once for each team', async () => {
  const { says, search, store, look, time, waiting, mia } = await newPlaces()
  await store.feeds.watch('nimbus', [search('nimbus'), search('lampe')], time.now)
  await store.feeds.watch('lumeo', [search('grésille')], time.now)
  await look()
  await waiting()

  const said = hit(7, 'Ma lampe nimbus grésille', time.now)
  for (const q of ['nimbus', 'lampe', 'grésille']) says.set(q, [said])
  time.now += 20 * minute
  await look()
  expect((await store.mentions.list('nimbus', {}, { most: 10 })).length).toBe(1)
  expect((await store.mentions.list('lumeo', {}, { most: 10 })).length).toBe(1)
  const told = (await waiting()).map(({ channel }) => channel).sort()
  expect(told).toEqual(['e-reputation', 'veille-lumeo'])
  const posts = await store.posts.mentioned('nimbus', ['news.ycombinator.com/item?id=7'])
  expect(posts.size).toBe(1)

  // Each of the searches counts it, and says so.
  const activity = await store.sourceActivity.of('nimbus', time.now - 3_600_000)
  for (const q of ['nimbus', 'lampe'])
    expect(activity.get(search(q).url)).toMatchObject({ posts: 1, mentions: 1 })
  const feeds = await store.feeds.health('nimbus')
  const ids = feeds.map(({ feedId }) => feedId)
  const sources = await store.feeds.sourcesOf([ids[0]!])
  expect(await store.mentions.count('nimbus', { sources })).toMatchObject({ all: 1 })
  const counts = await store.watches.bySource('nimbus', 0)
  expect([...counts].sort()).toEqual(ids.map((id) => [`feed:${id}`, 1]).sort())
  const list = read(await mia.types('/sources'))
  expect(list.match(/1 publication en 7 jours, 1 vous concerne/g)).toHaveLength(2)
  expect(read(await mia.types('/why https://news.ycombinator.com/item?id=7'))).toContain('Hacker News')

  // What is stored is told of by each of them, too.
  const stored = await store.stored.page('nimbus', sources, { before: null, look: 50 })
  expect(stored.posts.map(({ foundBy }) => foundBy)).toEqual([[`feed:${ids[0]}`]])

  // Read again, nothing is new.
  time.now += 30 * minute
  await look()
  expect(await waiting()).toEqual([])
})

test('what one team’s search found before another team searched is filed for that one without a sound', async () => {
  const { says, search, store, look, time, waiting } = await newPlaces()
  says.set('nimbus', [hit(7, 'La nimbus grésille', time.now), hit(8, 'nimbus', time.now)])
  await store.feeds.watch('nimbus', [search('nimbus')], time.now)
  await look()
  await waiting()
  await store.feeds.watch('lumeo', [search('nimbus')], time.now)
  time.now += 30 * minute
  await look()
  expect(await store.mentions.count('lumeo', {})).toMatchObject({ all: 1 })
  expect((await waiting()).map(({ channel }) => channel)).toEqual(['veille-lumeo'])
  // Both ask with one search.
  expect((await store.feeds.health('lumeo'))[0]!.feedId).toBe((await store.feeds.health('nimbus'))[0]!.feedId)
})

test('Reddit is asked once a minute for all searches together, and none of them is lost or blamed', async () => {
  const { served, base, store, look, time, asked, mia } = await newPlaces()
  const entry = (id: string) =>
    `<entry><author><name>/u/ravi</name></author><id>t3_${id}</id><title>nimbus ${id}</title><link href="https://www.reddit.com/r/a/comments/${id}/x/"/><published>2026-11-21T10:00:00Z</published></entry>`
  served.set('/search.rss', (request, response) => {
    const q = new URL(request.url!, 'http://x').searchParams.get('q')
    response.end(`<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>${entry(q!)}</feed>`)
  })
  const searches = ['a', 'b', 'c'].map((q) => ({
    name: `Reddit ${q}`,
    url: writeSearch({ place: 'reddit', base, account: null, params: { q } }),
  }))
  await store.feeds.watch('nimbus', searches, time.now)
  await look()
  expect(asked).toHaveLength(1)
  const health = await store.feeds.health('nimbus')
  expect(health.map(({ failure }) => failure)).toEqual([null, null, null])
  expect(read(await mia.types('/sources'))).toMatch(
    /Reddit \(127[^)]*\).:.1 par minute, épuisé.;.à nouveau dans 60.s/,
  )
  for (let minutes = 1; minutes <= 2; minutes++) {
    time.now += minute
    await look()
    expect(asked).toHaveLength(1 + minutes)
  }
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 3 })
})

test('a place that fails is named by its name, and its cure with it', async () => {
  const { served, base, store, look, time, mia } = await newPlaces()
  served.set('/api/v1/timelines/tag/nimbus', (_, response) =>
    response.writeHead(401).end('{"error":"This method requires an authenticated user"}'),
  )
  const url = writeSearch({ place: 'mastodon', base, account: null, params: { tags: 'nimbus' } })
  await store.feeds.watch('nimbus', [{ name: 'Mastodon', url }], time.now)
  await look()
  const said = read(await mia.types('/sources'))
  expect(said).toContain('Mastodon ne nous laisse pas entrer (401)')
  expect(said).toContain('requires an authenticated user')
  expect(said).toContain('Créez un nouveau jeton')
})

test('what is said at a place of one’s own concerns the topic, whatever it says', async () => {
  const { served, base, store, look, time } = await newPlaces()
  served.set('/posts.json', (_, response) =>
    response.end(
      JSON.stringify({
        latest_posts: [
          {
            id: 3,
            username: 'ravi',
            created_at: '2026-11-21T10:00:00Z',
            cooked: '<p>Rien ne marche.</p>',
            topic_id: 1,
            post_number: 2,
          },
        ],
      }),
    ),
  )
  const url = writeSearch({ place: 'discourse', base, account: null, params: { about: 'Nimbus' } })
  await store.feeds.watch('nimbus', [{ name: 'Forum', url }], time.now)
  await look()
  const [mention] = await store.mentions.list('nimbus', {}, { most: 5 })
  expect(mention!.topics.map(({ name }) => name)).toEqual(['Nimbus'])
})

test('what a team has heard is not judged again because another search finds it, nor because another team comes', async () => {
  const { says, search, store, look, time, waiting } = await newPlaces()
  await store.feeds.watch('nimbus', [search('nimbus'), search('lampe')], time.now)
  await look()
  await waiting()
  const said = hit(7, 'Ma lampe nimbus', time.now)
  says.set('nimbus', [said])
  time.now += 30 * minute
  await look()
  expect(await waiting()).toHaveLength(1)
  const [mention] = await store.mentions.list('nimbus', {}, { most: 5 })
  says.set('lampe', [said])
  await store.feeds.watch('lumeo', [search('nimbus')], time.now)
  time.now += 30 * minute
  await look()
  expect((await waiting()).filter(({ channel }) => channel === 'e-reputation')).toEqual([])
  expect((await store.mentions.list('nimbus', {}, { most: 5 })).map(({ id }) => id)).toEqual([mention!.id])
})

test('who wrote is known to the team it concerns, though another team’s search was there first', async () => {
  const { says, search, store, look, time } = await newPlaces()
  await store.feeds.watch('lumeo', [search('lampe')], time.now)
  await look()
  says.set('lampe', [hit(9, 'Une lampe nimbus', time.now)])
  time.now += 30 * minute
  await look()
  await store.feeds.watch('nimbus', [search('nimbus')], time.now)
  await look()
  says.set('nimbus', [hit(9, 'Une lampe nimbus', time.now)])
  time.now += 30 * minute
  await look()
  expect(await store.mentions.count('lumeo', {})).toMatchObject({ all: 0 })
  const [mention] = await store.mentions.list('nimbus', {}, { most: 5 })
  expect(mention!.post).toMatchObject({ author: 'ravi', network: 'hackernews' })
})
