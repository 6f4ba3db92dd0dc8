import { expect, test } from 'vitest'
import { day, hour } from '../../src/model/time.ts'
import { nimbus, read as readExactly } from '../world.ts'
import { type Answer, feed, newAir, rss } from './air.ts'

// Feeds become one address, and part again: what was told is not told again, and what is new is.

const awake = { ...nimbus, quietHours: null }
const lumeo = { ...awake, name: 'lumeo' }
const status =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, headers).end('no')
const movedTo = (location: string) => status(301, { location })

async function newJoins() {
  const air = await newAir({ teams: [awake, lumeo] })
  const { base, store, time, look, waiting } = air
  return {
    ...air,
    watching: (team: string, ...names: string[]) =>
      store.feeds.watch(
        team,
        names.map((name) => ({ name, url: `${base}/${name}` })),
        time.now,
      ),
    async passes(times: number, step = hour) {
      for (let left = times; left > 0; left--) {
        time.now += step
        await look()
      }
    },
    told: async () =>
      (await waiting()).map(({ message }) => readExactly(message).replace(/[\u00a0\u202f]/g, ' ')),
  }
}

/** Nimbus watches `a`, which moved to the `b` that Lumeo watches: they were read as one for a while. */
async function newMerged() {
  const world = await newJoins()
  world.served.set('/a', movedTo('/b'))
  world.served.set('/b', feed(rss('Nimbus un')))
  await world.watching('nimbus', 'a')
  await world.watching('lumeo', 'b')
  await world.look()
  await world.passes(3)
  await world.waiting()
  return world
}

test('a feed that moves to an address that is known, but was never read, does not ring for what it told before', async () => {
  const { served, store, base, time, look, passes, told, asked, watching } = await newJoins()
  await store.feeds.watch('lumeo', [{ name: 'b', url: `${base}/b`, paused: true }], time.now)
  const all = feed(rss('Nimbus un', 'Nimbus deux tombe en panne', 'Nimbus trois brille fort'))
  served.set('/a', all)
  served.set('/b', all)
  await watching('nimbus', 'a')
  await look()
  await told()
  served.set('/a', movedTo('/b'))
  await passes(5)
  expect(await told()).toEqual([])
  // What is new there rings, and the team that paused it finds everything filed.
  served.set('/b', feed(rss('Nimbus quatre', 'Nimbus un')))
  await passes(1)
  expect(await told()).toEqual([expect.stringContaining('Nimbus quatre')])
  await store.feeds.watch('lumeo', [{ name: 'b', url: `${base}/b` }], time.now)
  asked.length = 0
  await passes(1)
  expect(asked).toEqual(['/b'])
  expect(await told()).toEqual([expect.stringMatching(/^Première lecture/)])
})

test('a feed that moves to one that a team waits to read for the first time is read for both, soon', async () => {
  const { served, store, passes, look, told, watching } = await newJoins()
  served.set('/a', feed(rss('Nimbus un')))
  served.set('/b', status(503))
  await watching('nimbus', 'a')
  await watching('lumeo', 'b')
  await look()
  served.set('/a', movedTo('/c'))
  served.set('/c', feed(rss('Nimbus un')))
  served.set('/b', movedTo('/c'))
  await passes(5)
  await told()
  served.set('/c', feed(rss('Nimbus deux', 'Nimbus un')))
  await passes(1)
  for (const team of ['nimbus', 'lumeo'])
    expect((await store.mentions.list(team, {}, { most: 9 })).map(({ post }) => post.title)).toContain(
      'Nimbus deux',
    )
  expect((await told()).filter((words) => words.includes('Nimbus un'))).toEqual([])
})

test('a feed that moves to an address that nobody watches any more does not tell what it told nine days ago', async () => {
  const { served, look, passes, told, watching } = await newJoins()
  served.set('/b', feed(rss('Nimbus zéro')))
  await watching('nimbus', 'b')
  await look()
  served.set('/a', feed(rss('Nimbus zéro')))
  await watching('nimbus', 'a')
  await look()
  await told()
  served.set('/a', feed(rss('Nimbus tombe en panne', 'Nimbus zéro')))
  await passes(1)
  expect(await told()).toHaveLength(1)
  await passes(9, day)
  served.set('/b', feed(rss('Nimbus tombe en panne', 'Nimbus zéro')))
  served.set('/a', movedTo('/b'))
  await passes(5)
  expect(await told()).toEqual([])
})

test('what was read as one and parts again does not tell a second time what it told together', async () => {
  const { served, look, passes, told, time } = await newMerged()
  served.set('/b', feed(rss('Nimbus en panne totale', 'Nimbus un')))
  await passes(1)
  expect(await told()).toHaveLength(2)
  time.now += 8 * day
  await look()
  served.set('/b', status(410))
  served.set('/a', feed(rss('Nimbus en panne totale', 'Nimbus un')))
  await passes(3)
  expect(await told()).toEqual([expect.stringMatching(/^Une source s’est tue\nb\n/)])
  served.set('/a', feed(rss('Nimbus repart', 'Nimbus en panne totale')))
  await passes(1)
  expect(await told()).toEqual([expect.stringContaining('Nimbus repart')])
})

test('a team sees what the feed brought that its own became, wherever it looks', async () => {
  const { served, store, passes, time, base, mia, health } = await newMerged()
  time.now += 10 * day
  const item = (title: string) =>
    `<item><title>${title}</title><guid>${title}</guid><link>https://j.example/${title.replaceAll(' ', '-')}</link></item>`
  served.set(
    '/b',
    feed(
      `<rss version="2.0"><channel><title>J</title>${item('Nimbus deux')}${item('Il pleut')}</channel></rss>`,
    ),
  )
  await passes(1)
  const activity = await store.sourceActivity.of('nimbus', time.now - 7 * day)
  expect(activity.get(`${base}/a`)).toMatchObject({ posts: 2, mentions: 1 })
  expect(await store.posts.at('nimbus', 'https://j.example/Il-pleut')).toMatchObject({ source: 'a' })
  expect(await store.posts.at('lumeo', 'https://j.example/Il-pleut')).toMatchObject({ source: 'b' })
  expect((await health('a')).movedTo).toBe(`${base}/b`)
  const other = (await store.feeds.get(`${base}/b`))!.id
  expect(await store.stored.sources('nimbus')).toEqual([{ source: `feed:${other}`, name: 'a' }])
  const { feedId } = await health('a')
  expect((await store.feeds.sourcesOf([feedId])).sort()).toEqual([`feed:${feedId}`, `feed:${other}`].sort())
  const shown = await mia.presses('Les voir', {
    title: 'Première lecture',
    buttons: [{ action: 'mentions.show', label: 'Les voir', value: `${feedId}` }],
  })
  expect(shown.items!.map(({ title }) => title)).toContain('Nimbus deux')
})

test('who adds the address that their source moved to still hears what is new at once', async () => {
  const { served, passes, told, watching, health } = await newMerged()
  await watching('nimbus', 'a', 'b')
  served.set('/b', feed(rss('Nimbus en panne', 'Nimbus un')))
  await passes(1)
  const heard = await told()
  expect(heard.filter((words) => words.includes('Nimbus en panne'))).toHaveLength(2)
  expect((await health('b')).movedTo).toBeNull()
})

test('who paused a source is not told that it is back', async () => {
  const { served, store, base, look, told, passes, time, watching } = await newJoins()
  served.set('/b', status(410))
  await watching('nimbus', 'b')
  await watching('lumeo', 'b')
  await look()
  expect(await told()).toHaveLength(2)
  await store.feeds.watch('nimbus', [{ name: 'b', url: `${base}/b`, paused: true }], time.now)
  served.set('/b', feed(rss('Nimbus un')))
  await store.feeds.askAgain('lumeo', null, time.now)
  await passes(2)
  const back = async () => (await told()).filter((words) => words.startsWith('Une source est de retour'))
  expect(await back()).toHaveLength(1)
  await store.feeds.watch('nimbus', [{ name: 'b', url: `${base}/b` }], time.now)
  await passes(2)
  expect(await back()).toEqual([])
})
