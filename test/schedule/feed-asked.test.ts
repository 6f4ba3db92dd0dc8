import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { day, hour, minute } from '../../src/model/time.ts'
import type { SourceToAdd } from '../../src/store/added-sources.ts'
import { nimbus, read } from '../world.ts'
import { type Answer, feed, newAir, rss } from './air.ts'

// Somebody wants a feed at the wrong moment: while it is read, before it was read, when it was given up.

const awake = { ...nimbus, quietHours: null }
const lumeo = { ...awake, name: 'lumeo' }
const status =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, headers).end('no')

async function newAsked() {
  const air = await newAir({ teams: [awake, lumeo] })
  const { store, base, time, served, look } = air
  const source: SourceToAdd = { name: 'B', key: 'b', url: `${base}/b`, folder: null, every: null }
  const by = () => ({ by: 'Mia', at: time.now })
  return {
    ...air,
    add: (team = 'nimbus') => store.together((store) => store.addedSources.add(team, [source], by())),
    pause: () => store.together((store) => store.addedSources.pause('nimbus', 'b', by())),
    resume: () => store.together((store) => store.addedSources.resume('nimbus', 'b', by())),
    change: (every: number) =>
      store.together((store) => store.addedSources.change('nimbus', 'b', { ...source, every }, by())),
    /** Does something while the feed is being read. */
    async whileRead(work: () => Promise<unknown>, headers: Record<string, string> = {}) {
      const arrived = new Promise<ServerResponse>((here) =>
        served.set('/b', (_request, response) => here(response)),
      )
      const looked = look()
      const response = await arrived
      time.now += 5_000
      await work()
      served.set('/b', feed(rss('Nimbus un')))
      response.writeHead(200, headers).end(rss('Nimbus un'))
      await looked
    },
    async passes(times: number, step = hour) {
      for (let left = times; left > 0; left--) {
        time.now += step
        await look()
      }
    },
  }
}

test('a feed that is added while it is read for another team is read once more at once', async () => {
  const { store, base, time, asked, add, whileRead } = await newAsked()
  await store.feeds.watch('lumeo', [{ name: 'B', url: `${base}/b`, every: day }], time.now)
  await whileRead(add)
  expect(asked).toEqual(['/b', '/b'])
  expect((await store.feeds.watching([1])).get(1)!.map(({ first }) => first)).toEqual([false, false])
})

test('so it is where it is added in the very moment in which its reading began', async () => {
  const { store, base, time, asked, add, whileRead } = await newAsked()
  await store.feeds.watch('lumeo', [{ name: 'B', url: `${base}/b`, every: day }], time.now + 5_000)
  time.now += 5_000
  await whileRead(async () => {
    time.now -= 5_000
    await add()
    time.now += 5_000
  })
  expect(asked).toEqual(['/b', '/b'])
})

test('a feed whose hub calls while it is read, and finds nothing new, is read again soon', async () => {
  const { store, base, time, asked, add, look, whileRead, health } = await newAsked()
  await add()
  await whileRead(async () => {})
  for (const unchanged of [false, true]) {
    time.now += 2 * hour
    asked.length = 0
    const feedOf = async () => (await store.feeds.get(`${base}/b`))!
    const before = await feedOf()
    if (!unchanged) await store.feeds.read(before.id, { bodyHash: null }, { now: time.now, nextAt: time.now })
    await whileRead(async () => store.feeds.soon(before.id, time.now))
    await look()
    expect(asked, `unchanged: ${unchanged}`).toEqual(['/b', '/b'])
    expect((await health('B')).nextAt).toBeGreaterThan(time.now)
  }
})

test('an interval that is given while it is read counts from this reading on', async () => {
  const { time, add, change, whileRead, health } = await newAsked()
  await add()
  await whileRead(() => change(7 * minute))
  expect((await health('B')).nextAt - time.now).toBeLessThanOrEqual(7 * minute)
})

test('a feed that another team knows as dead is asked at once where it is added, and heard', async () => {
  const { served, store, base, time, look, asked, add, health, waiting } = await newAsked()
  served.set('/b', status(503))
  await store.feeds.watch('lumeo', [{ name: 'B', url: `${base}/b` }], time.now)
  for (const end = time.now + 9 * day; time.now < end; time.now += 2 * hour) await look()
  expect((await store.feeds.health('lumeo'))[0]!.dead).toBe('silent')
  await waiting()
  served.set('/b', feed(rss('Nimbus un')))
  asked.length = 0
  await add()
  await look()
  expect(asked).toEqual(['/b'])
  expect(await health('B')).toMatchObject({ failure: null, dead: null })
  const titles = (await waiting()).map(({ message }) => read(message).split('\n')[0])
  expect(titles).toContain('Une source est de retour')
  expect(titles).not.toContain('Une source s’est tue')
})

test('a source that is resumed before it was ever read is read at once', async () => {
  const { served, look, asked, add, pause, resume, passes } = await newAsked()
  served.set('/b', feed(rss('Nimbus un')))
  await add()
  await pause()
  await passes(1, 2 * minute)
  expect(asked).toEqual([])
  await resume()
  await look()
  expect(asked).toEqual(['/b'])
})

test('who asks for patience behind a redirect is left alone, and not the one who led there', async () => {
  const { served, store, at, time, look, asked, passes } = await newAsked()
  served.set('/burner/a', status(302, { location: at('site.example', '/feed') }))
  served.set('/feed', status(429, { 'retry-after': '86400' }))
  served.set('/burner/b', feed(rss('Nimbus un')))
  served.set('/direct', feed(rss('Nimbus un')))
  const urls = [at('burner.example', '/burner/a'), at('burner.example', '/burner/b')]
  await store.feeds.watch(
    'nimbus',
    urls.map((url) => ({ name: url, url })),
    time.now,
  )
  await look()
  await store.feeds.watch(
    'nimbus',
    [...urls, at('site.example', '/direct')].map((url) => ({ name: url, url })),
    time.now,
  )
  await passes(5)
  expect(asked.filter((path) => path === '/burner/b').length).toBeGreaterThan(3)
  expect(asked.filter((path) => path === '/burner/a')).toHaveLength(1)
  expect(asked).not.toContain('/direct')
})

test('what says that it is gone ends a feed only where it moved there for good', async () => {
  const { served, watch, look, health } = await newAsked()
  served.set('/gone', status(410))
  served.set('/for-now', status(302, { location: '/gone' }))
  served.set('/mixed', status(301, { location: '/for-now' }))
  served.set('/for-good', status(301, { location: '/gone' }))
  await watch('for-now', 'mixed', 'for-good', 'gone')
  await look()
  expect((await health('for-now')).dead).toBeNull()
  expect((await health('mixed')).dead).toBeNull()
  expect((await health('for-good')).dead).toBe('gone')
  expect((await health('gone')).dead).toBe('gone')
})

test('who says that nothing is new, and was never told what we have, is not believed', async () => {
  const { served, watch, look, health, passes, waiting } = await newAsked()
  served.set('/b', status(304, { etag: '"x"' }))
  await watch('b')
  await look()
  expect(await health('b')).toMatchObject({ failure: { key: 'feed.status-other' }, lastReadAt: null })
  served.set('/b', feed(rss('Nimbus un')))
  await passes(1)
  expect((await waiting()).map(({ message }) => read(message))).toEqual([
    expect.stringMatching(/^Première lecture/),
  ])
})

test('a site that asks for patience is given it, whatever interval a team wants', async () => {
  const { served, store, base, time, look, health } = await newAsked()
  const age = { seconds: 1800 }
  served.set('/b', (_request, response) =>
    response.writeHead(200, { 'cache-control': `max-age=${age.seconds}` }).end(rss('Nimbus un')),
  )
  await store.feeds.watch('nimbus', [{ name: 'B', url: `${base}/b`, every: 5 * minute }], time.now)
  await look()
  expect((await health('B')).nextAt - time.now).toBe(30 * minute)
  age.seconds = 7200
  time.now += hour
  await look()
  expect((await health('B')).nextAt - time.now).toBe(hour)
})

test('a feed that moves to an address that is too long to be kept is followed there each time', async () => {
  const { served, watch, look, health, passes, asked } = await newAsked()
  const far = `/b?${'x'.repeat(5_000)}`
  served.set('/a', status(301, { location: far }))
  served.set(far, feed(rss('Nimbus un')))
  await watch('a')
  await look()
  await passes(5)
  expect(await health('a')).toMatchObject({ failure: null, movedTo: null })
  expect(asked.filter((path) => path === '/a')).toHaveLength(6)
})
