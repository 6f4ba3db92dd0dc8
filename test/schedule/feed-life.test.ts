import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { day, hour, minute } from '../../src/model/time.ts'
import { tellLostSources } from '../../src/schedule/lost.ts'
import { never } from '../../src/store/due-feeds.ts'
import type { Parts } from '../../src/store/store.ts'
import { sameStore } from '../databases/open.ts'
import { nimbus, read as readExactly, saturday } from '../world.ts'
import { type Answer, feed, newAir, rss } from './air.ts'

// What becomes of feeds over the weeks: they move, die, come back, and ask to be left alone.

const read = (message: Message) => readExactly(message).replace(/[\u00a0\u202f]/g, ' ')
const status =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, headers).end('no')
const movedTo = (location: string, code = 301) => status(code, { location })

async function passes(air: Awaited<ReturnType<typeof newAir>>, times: number, step = hour) {
  for (let left = times; left > 0; left--) {
    air.time.now += step
    await air.look()
  }
}

test('a move is believed once it was said three times in a row: the feed is asked there, and keeps its name', async () => {
  const air = await newAir()
  const { served, asked, watch, look, health, base, waiting, time } = air
  served.set('/old', movedTo('/new'))
  served.set('/new', feed(rss('Nimbus un')))
  await watch('old')
  await look()
  await passes(air, 1)
  expect((await health('old')).movedTo).toBeNull()
  await passes(air, 1)
  expect(await health('old')).toMatchObject({
    name: 'old',
    url: `${base}/old`,
    movedTo: `${base}/new`,
    failure: null,
  })
  expect(read(await air.mia.types('/sources'))).toContain(`je la lis maintenant à l’adresse ${base}/new`)
  asked.length = 0
  await waiting()
  served.set('/new', feed(rss('Nimbus deux', 'Nimbus un')))
  await passes(air, 1)
  expect(asked).toEqual(['/new'])
  // What it brought before is known.
  expect((await waiting()).map(({ message }) => message.items![0]!.title)).toEqual(['Nimbus deux'])
  await watch('old')
  time.now += hour
  await look()
  expect(asked).toEqual(['/new', '/new'])
})

test('a move for the time being, one that is said now and then, and one that leads elsewhere each time are followed, not believed', async () => {
  const air = await newAir()
  const { served, watch, look, health } = air
  served.set('/feed', feed(rss('Nimbus un')))
  served.set('/tomorrow', feed(rss('Nimbus un')))
  served.set('/temporary', movedTo('/feed', 302))
  let asked = 0
  const now =
    (answer: Answer): Answer =>
    (request, response) =>
      (asked++ % 3 === 2 ? feed(rss('a')) : answer)(request, response)
  served.set('/moody', now(movedTo('/feed')))
  let times = 0
  served.set('/lost', (request, response) => movedTo(`/feed?${times++ % 2}`)(request, response))
  served.set('/feed?0', feed(rss('Nimbus un')))
  served.set('/feed?1', feed(rss('Nimbus un')))
  await watch('temporary', 'moody', 'lost')
  await look()
  await passes(air, 8)
  for (const name of ['temporary', 'moody', 'lost']) {
    expect((await health(name)).movedTo).toBeNull()
    expect((await health(name)).failure).toBeNull()
  }
})

test('a move to an address inside is neither followed nor believed', async () => {
  const air = await newAir()
  const { served, watch, look, health, at } = air
  served.set('/feed', movedTo(at('intranet.example', '/feed')))
  await watch('feed')
  await look()
  await passes(air, 6, day)
  const { movedTo: there, failure } = await health('feed')
  expect(there).toBeNull()
  expect(failure).toMatchObject({ key: 'door.private' })
})

test('where a feed moved to has nothing any more, its own address has the last word', async () => {
  const air = await newAir()
  const { served, watch, look, health } = air
  served.set('/old', movedTo('/new'))
  served.set('/new', feed(rss('Nimbus un')))
  await watch('old')
  await look()
  await passes(air, 2)
  expect((await health('old')).movedTo).not.toBeNull()
  served.set('/new', status(410))
  served.set('/old', feed(rss('Nimbus un')))
  await passes(air, 2)
  expect(await health('old')).toMatchObject({ movedTo: null, failure: null, dead: null })
})

test('two feeds that become one address are read once, for both of their teams, and keep their names', async () => {
  const lumeo = { ...nimbus, name: 'lumeo' }
  const air = await newAir({ teams: [nimbus, lumeo] })
  const { served, asked, store, look, base, time, mia } = air
  served.set('/a', movedTo('/b'))
  served.set('/b', feed(rss('Nimbus un')))
  await store.feeds.watch('nimbus', [{ name: 'Le Matin', url: `${base}/a` }], time.now)
  await store.feeds.watch('lumeo', [{ name: 'Le Soir', url: `${base}/b` }], time.now)
  await look()
  await passes(air, 3)
  asked.length = 0
  served.set('/b', feed(rss('Nimbus deux', 'Nimbus un')))
  await passes(air, 1)
  expect(asked).toEqual(['/b'])
  expect((await store.mentions.list('nimbus', {}, { most: 9 })).map(({ post }) => post.title)).toContain(
    'Nimbus deux',
  )
  expect((await store.mentions.list('lumeo', {}, { most: 9 })).map(({ post }) => post.title)).toContain(
    'Nimbus deux',
  )
  expect(read(await mia.types('/sources'))).toMatch(/Le Matin\nLue/)

  // Where the other is watched no more, it is still read for this one.
  await store.feeds.watch('lumeo', [], time.now)
  served.set('/b', feed(rss('Nimbus trois')))
  await passes(air, 1)
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 3 })

  // Whoever begins to watch the new address later is read to with it.
  served.set('/c', feed(rss('Nimbus quatre')))
  served.set('/b', movedTo('/c'))
  await passes(air, 3)
  await store.feeds.watch('lumeo', [{ name: 'Le Soir', url: `${base}/c` }], time.now)
  asked.length = 0
  await passes(air, 1)
  expect(asked).toEqual(['/c'])
  expect((await store.mentions.list('lumeo', {}, { most: 9 })).map(({ post }) => post.title)).toContain(
    'Nimbus quatre',
  )
})

test('where the feed that is read for two is gone, the other is asked at its own address again', async () => {
  const air = await newAir()
  const { served, watch, look, health, store } = air
  served.set('/a', movedTo('/b'))
  served.set('/b', feed(rss('Nimbus un')))
  await watch('a', 'b')
  await look()
  await passes(air, 3)
  served.set('/b', status(410))
  served.set('/a', feed(rss('Nimbus deux')))
  await passes(air, 2)
  expect((await health('b')).dead).toBe('gone')
  expect(await health('a')).toMatchObject({ failure: null, dead: null })
  const titles = (await store.mentions.list('nimbus', {}, { most: 9 })).map(({ post }) => post.title)
  expect(titles).toContain('Nimbus deux')
})

test('addresses that move to each other in a circle are all still read', async () => {
  const air = await newAir()
  const { served, store, look, watch } = air
  served.set('/a', movedTo('/b'))
  served.set('/b', feed(rss('Nimbus un')))
  await watch('a', 'b')
  await look()
  await passes(air, 3)
  served.set('/b', movedTo('/a'))
  served.set('/a', feed(rss('Nimbus deux')))
  await passes(air, 4)
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 3 })
  served.set('/a', feed(rss('Nimbus trois')))
  await passes(air, 2)
  expect((await store.mentions.list('nimbus', {}, { most: 9 })).map(({ post }) => post.title)).toContain(
    'Nimbus trois',
  )
  expect((await store.feeds.health('nimbus')).map(({ failure }) => failure)).toEqual([null, null])
})

test('a feed that is gone for good is told once, with what to do, and asked no more until somebody wants it', async () => {
  const air = await newAir()
  const { served, asked, watch, look, waiting, health, mia, time, store } = air
  served.set('/blog', feed(rss('Nimbus un')))
  await watch('blog')
  await look()
  await waiting()
  served.set('/blog', status(410))
  await passes(air, 1)
  const [told, ...more] = await waiting()
  expect(more).toEqual([])
  expect(told!.channel).toBe('veille')
  expect(read(told!.message)).toMatch(
    /^Une source s’est tue\nblog\n.*disparu pour de bon \(410\).*Je ne la relis plus/,
  )
  expect(read(told!.message)).toMatch(/Ouvrez son adresse dans un navigateur, puis corrigez-la ou retirez-la/)
  expect((await health('blog')).dead).toBe('gone')
  asked.length = 0
  await passes(air, 40, day)
  expect(asked).toEqual([])
  expect(await waiting()).toEqual([])
  expect(read(await mia.types('/sources'))).toContain('n’est plus lue')
  // A restart wants nothing new.
  await watch('blog')
  await passes(air, 1)
  expect(asked).toEqual([])

  expect(read(await mia.presses('Réessayer maintenant', told!.message))).toMatch(/Je la relis tout de suite/)
  await look()
  expect(asked).toEqual(['/blog'])
  expect(await waiting()).toEqual([])
  expect(read(await mia.presses('Réessayer maintenant', told!.message))).toMatch(/Je la relis tout de suite/)
  served.set('/blog', feed(rss('Nimbus deux', 'Nimbus un')))
  time.now += minute
  await look()
  const back = (await waiting()).map(({ message }) => read(message))
  expect(back.filter((words) => /Une source est de retour\n.*\nblog/.test(words))).toHaveLength(1)
  expect((await health('blog')).dead).toBeNull()
  await passes(air, 3)
  expect((await waiting()).map(({ message }) => read(message)).join()).not.toMatch(/de retour|tue/)
  expect((await store.feeds.get(`${air.base}/blog`))!.next_at).toBeLessThan(never)
})

test('a feed that fails for a week is dead: told once, asked once a day, and told once when it is back', async () => {
  const air = await newAir({ teams: [{ ...nimbus, locale: 'en', quietHours: null }] })
  const { served, asked, watch, look, waiting, time, noor } = air
  served.set('/blog', feed(rss('Nimbus un')))
  await watch('blog')
  await look()
  await waiting()
  served.set('/blog', status(503))
  const began = time.now
  const told: { at: number; words: string }[] = []
  const listen = async () => {
    for (const { message } of await waiting()) told.push({ at: time.now, words: read(message) })
  }
  for (; time.now < began + 20 * day; time.now += 2 * hour) {
    await look()
    await listen()
  }
  expect(told).toHaveLength(1)
  expect(told[0]!.at - began).toBeGreaterThan(7 * day)
  expect(told[0]!.at - began).toBeLessThan(8.5 * day)
  expect(told[0]!.words).toMatch(
    /^A source has fallen silent\nblog\nIt cannot be read since .*: 127.* is not available for now \(503\)\. I now try only once a day\./,
  )
  asked.length = 0
  for (const until = time.now + 10 * day; time.now < until; time.now += 2 * hour) await look()
  expect(asked.length).toBeGreaterThanOrEqual(9)
  expect(asked.length).toBeLessThanOrEqual(11)
  served.set('/blog', feed(rss('Nimbus deux', 'Nimbus un')))
  for (const until = time.now + 3 * day; time.now < until; time.now += 2 * hour) {
    await look()
    await listen()
  }
  const back = told.slice(1).filter(({ words }) => words.startsWith('A source is back\n'))
  expect(back).toHaveLength(1)
  expect(told.slice(1).filter(({ words }) => /Nimbus deux/.test(words))).toHaveLength(1)
  expect(read(await noor.types('/sources'))).toMatch(/blog\nRead/)
})

test('a feed that became a page is told with the address of its feed, which nothing spoils', async () => {
  const air = await newAir({ teams: [{ ...nimbus, quietHours: null }] })
  const { served, watch, look, time, waiting } = air
  const head = '<link rel="alternate" type="application/rss+xml" href="https://x.example/feed">'
  served.set(
    '/b',
    (_request, response) => void response.end(`<html><head>${head}</head><body>b</body></html>`),
  )
  await watch('b')
  for (const end = time.now + 9 * day; time.now < end; time.now += 2 * hour) await look()
  const [told] = (await waiting()).map(({ message }) => read(message))
  expect(told).toContain(
    'prenez celui-ci : https://x.example/feed · Je ne réessaie plus qu’une fois par jour.',
  )
})

test('many that die at once are one message', async () => {
  const air = await newAir()
  const { served, asked, watch, look, waiting, mia } = air
  const names = Array.from({ length: 13 }, (_, at) => `blog-${String(at).padStart(2, '0')}`)
  for (const name of names) served.set(`/${name}`, status(410))
  await watch(...names)
  await look()
  const told = await waiting()
  expect(told).toHaveLength(1)
  expect(told[0]!.message.items).toHaveLength(10)
  expect(read(told[0]!.message)).toMatch(
    /^13 sources se sont tues\n[\s\S]*Et 3 autres : \/sources les montre/,
  )
  asked.length = 0
  const again = () => mia.presses('Réessayer maintenant', told[0]!.message)
  expect(read(await again())).toMatch(/^Je les relis tout de suite/)
  expect(read(await again())).toMatch(/^Il n’y a rien à réessayer/)
  await look()
  expect(asked).toHaveLength(13)
})

test('in quiet hours nobody is woken for a dead feed', async () => {
  const air = await newAir()
  const { served, watch, look, time, store } = air
  time.now = saturday + 9 * hour
  served.set('/blog', status(410))
  await watch('blog')
  await look()
  expect(await store.deliveries.due(time.now, [])).toEqual([])
  expect(await store.deliveries.due(saturday + 17 * hour, [])).toHaveLength(1)
})

test('of several processes one tells that a feed died, and one that it is back', async () => {
  const { store, served, watch, polling, waiting, time, base } = await newAir()
  const others = [store, await sameStore(store), await sameStore(store)]
  served.set('/blog', feed(rss('Nimbus un')))
  await watch('blog')
  await polling.once()
  await waiting()
  const { id } = (await store.feeds.get(`${base}/blog`))!
  await store.feeds.failed(id, { words: 'gone' }, { now: time.now, nextAt: never }, { dead: true })
  const tell = async () =>
    (await Promise.all(others.map((one) => tellLostSources(one, [nimbus], time.now)))).filter(Boolean)
  expect(await tell()).toHaveLength(1)
  expect(await waiting()).toHaveLength(1)
  await store.feeds.read(id, {}, { now: time.now, nextAt: time.now + hour })
  expect(await tell()).toHaveLength(1)
  expect(await waiting()).toHaveLength(1)
})

test('killed before it is written down, a death is told after the restart; killed afterwards, not again', async () => {
  const { store, served, watch, look, waiting, time } = await newAir({ teams: [] })
  served.set('/blog', status(410))
  await watch('blog')
  await look()
  const killed = {
    ...store,
    together: <Result>(work: (parts: Parts) => Promise<Result>) =>
      store.together(async (parts) => {
        await work(parts)
        throw new Error('killed')
      }),
  }
  await expect(tellLostSources(killed, [nimbus], time.now)).rejects.toThrow('killed')
  expect(await waiting()).toEqual([])
  expect(await tellLostSources(store, [nimbus], time.now)).toBe(true)
  expect(await tellLostSources(await sameStore(store), [nimbus], time.now + minute)).toBe(false)
  expect(await waiting()).toHaveLength(1)
})

test('a host that finds we ask too often is left alone, all of it; others are not', async () => {
  const air = await newAir()
  const { served, asked, store, look, at, time } = air
  const urls = ['a', 'b', 'c'].map((name) => at('busy.example', `/${name}`))
  served.set('/a', status(429, { 'retry-after': '7200' }))
  for (const path of ['/b', '/c', '/other']) served.set(path, feed(rss('Nimbus un')))
  await store.feeds.watch(
    'nimbus',
    [...urls, at('calm.example', '/other')].map((url) => ({ name: url, url })),
    time.now,
  )
  await look()
  expect(asked).toEqual(expect.arrayContaining(['/a', '/other']))
  expect(asked).toHaveLength(2)
  await passes(air, 1, 119 * minute)
  expect(asked.filter((path) => path !== '/other')).toEqual(['/a'])
  // They say when they will be asked.
  expect((await air.health(urls[1]!)).nextAt - time.now).toBe(minute)
  await passes(air, 1, 2 * minute)
  // Those that have waited longest come first.
  expect(asked.filter((path) => path !== '/other')).toEqual(['/a', '/b', '/c', '/a'])
})

test('a host that finds so without saying for how long is left alone for a minute at a time', async () => {
  const air = await newAir()
  const { served, asked, watch, look } = air
  for (const path of ['/a', '/b', '/c']) served.set(path, status(429))
  await watch('a', 'b', 'c')
  await look()
  expect(asked).toHaveLength(1)
  await passes(air, 3, 30_000)
  expect(asked).toHaveLength(2)
  await passes(air, 1, 31_000)
  expect(new Set(asked).size).toBe(3)
})

test('a slow host holds nobody up, and is asked one thing at a time', async () => {
  const air = await newAir()
  const { served, store, look, at, time } = air
  const open = { busy: 0, most: 0 }
  const release: (() => void)[] = []
  let others = 0
  const slow: Answer = (_request, response) => {
    open.most = Math.max(open.most, ++open.busy)
    const done = () => {
      open.busy--
      response.end(rss('a'))
    }
    // Nothing comes from it before all the others were read.
    if (others >= 60) done()
    else release.push(done)
  }
  const names = Array.from({ length: 60 }, (_, n) => n)
  for (const n of names) {
    served.set(`/slow/${n}`, slow)
    served.set(`/fast/${n}`, (_request, response) => {
      response.end(rss('b'))
      if (++others === 60) for (const go of release.splice(0)) go()
    })
  }
  await store.feeds.watch(
    'nimbus',
    names
      .flatMap((n) => [at('slow.example', `/slow/${n}`), at(`fast-${n}.example`, `/fast/${n}`)])
      .map((url) => ({ name: url, url })),
    time.now - hour,
  )
  await look()
  expect(others).toBe(60)
  expect(open.most).toBe(1)
  expect((await store.feeds.health('nimbus')).filter(({ lastReadAt }) => lastReadAt === null)).toEqual([])
})

test('a handful of new feeds is read at once, and hundreds one after the other', async () => {
  const { store, time, watch, health } = await newAir()
  await watch('a', 'b', 'c')
  for (const name of ['a', 'b', 'c']) expect((await health(name)).nextAt).toBe(time.now)
  const many = Array.from({ length: 10_000 }, (_, n) => ({ name: `${n}`, url: `https://${n}.example/` }))
  await store.together((store) => store.feeds.watch('nimbus', many, time.now))
  const times = (await store.feeds.health('nimbus')).map(({ nextAt }) => nextAt - time.now)
  const perMinute = Map.groupBy(times, (at) => Math.floor(at / minute))
  expect(Math.max(...times)).toBeLessThanOrEqual(30 * minute)
  expect(Math.max(...[...perMinute.values()].map((all) => all.length))).toBeLessThan(400)
})

test('what a feed asks in its own words and in headers is kept to, up to an hour, also where nothing is new', async () => {
  const air = await newAir()
  const { served, watch, look, health, time } = air
  const fresh = new Date(saturday).toUTCString()
  const items = Array.from(
    { length: 20 },
    (_, n) => `<item><guid>${n}</guid><title>${n}</title><pubDate>${fresh}</pubDate></item>`,
  )
  const body = `<rss version="2.0"><channel><title>J</title><ttl>45</ttl>${items.join('')}</channel></rss>`
  const headers: Record<string, string> = { etag: '"1"' }
  served.set(
    '/ttl',
    (request, response) =>
      void (request.headers['if-none-match'] === '"1"'
        ? response.writeHead(304, headers).end()
        : response.writeHead(200, headers).end(body)),
  )
  await watch('ttl')
  const wait = async () => (await health('ttl')).nextAt - time.now
  await look()
  expect(await wait()).toBeGreaterThanOrEqual(45 * minute)
  await passes(air, 1, 45 * minute + 3 * minute)
  expect(await wait()).toBeGreaterThanOrEqual(45 * minute)
  headers['cache-control'] = 'max-age=86400'
  await passes(air, 1)
  expect(await wait()).toBe(hour)
})
