import { expect, test } from 'vitest'
import { day, hour } from '../../src/model/time.ts'
import { tellFirstFetches } from '../../src/schedule/first.ts'
import { nimbus, read } from '../world.ts'
import { feed, newAir, rss } from './air.ts'

test('a first look files what is there and says so once; what is new afterwards rings', async () => {
  const { served, watch, look, waiting, time, mia } = await newAir()
  served.set('/journal', feed(rss('Nimbus un', 'Autre chose', 'Nimbus deux')))
  await watch('journal')
  await look()
  const told = await waiting()
  expect(told.map(({ channel }) => channel)).toEqual(['veille'])
  expect(read(told[0]!.message)).toContain('3 publications classées, 2 vous concernent')
  const list = await mia.presses('Les voir', told[0]!.message)
  expect(list.items!.map(({ title }) => title).sort()).toEqual(['Nimbus deux', 'Nimbus un'])

  served.set('/journal', feed(rss('Nimbus trois', 'Nimbus un', 'Autre chose', 'Nimbus deux')))
  time.now += 3_600_000
  await look()
  const alerts = await waiting()
  expect(alerts.map(({ message }) => message.items![0]!.title)).toEqual(['Nimbus trois'])
})

test('a feed that cannot be read is named, and the others go on', async () => {
  const { served, watch, look, health, store, mia } = await newAir()
  served.set('/good', feed(rss('Nimbus un')))
  served.set('/broken', (_request, response) => void response.writeHead(500).end('no'))
  served.set(
    '/page',
    (_request, response) => void response.writeHead(200).end('<html><body>Bonjour</body></html>'),
  )
  await watch('good', 'broken', 'missing', 'page')
  await look()
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 1 })
  for (const name of ['broken', 'missing', 'page']) expect((await health(name)).failure).toBeTruthy()
  expect((await health('good')).failure).toBeNull()
  const sources = read(await mia.types('/sources'))
  expect(sources).toMatch(/broken\n⚠️ Illisible depuis 14:30/)
  expect(sources).toMatch(/good\nLue à 14:30/)
})

test('an unchanged feed is asked about by its validators, and not read again', async () => {
  const { served, watch, look, time, health } = await newAir()
  const conditions: (string | undefined)[] = []
  served.set('/journal', (request, response) => {
    conditions.push(request.headers['if-none-match'])
    if (request.headers['if-none-match'] === '"one"') return void response.writeHead(304).end()
    response.writeHead(200, { etag: '"one"' }).end(rss('Nimbus un'))
  })
  await watch('journal')
  await look()
  time.now += 3_600_000
  await look()
  expect(conditions).toEqual([undefined, '"one"'])
  expect((await health('journal')).lastReadAt).toBe(time.now)
})

test('a feed that failed waits longer each time, and as long as it asks', async () => {
  const { served, watch, look, health, time, asked } = await newAir()
  served.set('/journal', (_request, response) => void response.writeHead(503).end())
  await watch('journal')
  await look()
  const first = (await health('journal')).nextAt - time.now
  expect(first).toBeGreaterThanOrEqual(300_000)
  expect(first).toBeLessThanOrEqual(375_000)
  await look()
  expect(asked).toHaveLength(1)
  served.set(
    '/journal',
    (_request, response) => void response.writeHead(429, { 'retry-after': '7200' }).end(),
  )
  time.now += first
  await look()
  expect((await health('journal')).nextAt - time.now).toBe(7_200_000)
})

test('a feed that nobody names any more is asked no more', async () => {
  const { served, watch, look, asked, time, store } = await newAir()
  served.set('/journal', feed(rss('Nimbus un')))
  await watch('journal')
  await look()
  await watch()
  time.now += 86_400_000
  await look()
  expect(asked).toHaveLength(1)
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 1 })
})

test('a team that comes to a known feed finds what it holds filed, and is told so', async () => {
  const { served, watch, look, waiting, store, time, base } = await newAir()
  served.set('/journal', (request, response) => {
    if (request.headers['if-none-match'] === '"one"') return void response.writeHead(304).end()
    response.writeHead(200, { etag: '"one"' }).end(rss('Nimbus un', 'Autre chose'))
  })
  await store.feeds.watch('others', [{ name: 'journal', url: `${base}/journal` }], time.now)
  await look()
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 0 })
  await watch('journal')
  time.now += 3_600_000
  await look()
  const told = await waiting()
  expect(told.map(({ message }) => read(message)).join()).toContain(
    '2 publications classées, 1 vous concerne',
  )
})

test('feeds of one slow host are each read once, however long the queue', async () => {
  const { served, watch, look, asked, time } = await newAir()
  // In all they take several times as long as a lease.
  const names = Array.from({ length: 30 }, (_, at) => `feed-${at}`)
  for (const name of names)
    served.set(`/${name}`, (_request, response) => {
      time.now += 6_000
      response.writeHead(200).end(rss(name))
    })
  await watch(...names)
  await Promise.all([look(), look()])
  expect(asked.toSorted()).toEqual(names.map((name) => `/${name}`).toSorted())
})

test('a second team hears in one message of many feeds that were known before', async () => {
  const lumeo = { ...nimbus, name: 'lumeo' }
  const { store, served, at, time, look, waiting } = await newAir({ teams: [nimbus, lumeo] })
  const sources = Array.from({ length: 30 }, (_, n) => {
    served.set(`/f${n}`, feed(rss(`Nimbus ${n}`)))
    return { name: `f${n}`, url: at(`h${n % 12}.example`, `/f${n}`) }
  })
  await store.feeds.watch('lumeo', sources, time.now)
  for (let pass = 0; pass < 3; pass++) {
    time.now += hour
    await look()
  }
  await waiting()
  time.now += day
  await store.feeds.watch('nimbus', sources, time.now)
  let messages = 0
  for (const { url } of sources) {
    time.now += 1_000
    const { id } = (await store.feeds.get(url))!
    await store.feeds.filed('nimbus', id, { filed: 1, aboutUs: 1, at: time.now })
    if (await tellFirstFetches(store, [nimbus, lumeo], time.now)) messages++
  }
  expect(messages).toBe(1)
})
