import { expect, test } from 'vitest'
import { day, hour, minute } from '../../src/model/time.ts'
import { read } from '../world.ts'
import { newHub, pushed } from './hub.ts'

/** A feed that its hub pushes: asked for, and confirmed. */
async function subscribed() {
  const world = await newHub()
  const { put, served, watch, poll, look, asked, verify, waiting } = world
  put.set('/journal', served('journal', 'Nimbus un'))
  await watch('journal')
  await poll()
  await look()
  const one = asked[0]!
  await verify(one)
  await waiting()
  return { ...world, one }
}

const titles = async ({ waiting }: Pick<Awaited<ReturnType<typeof newHub>>, 'waiting'>) =>
  (await waiting()).map(({ message }) => message.items?.[0]?.title)

test('a feed that offers a hub is subscribed to, pushed, heard at once, and polled hourly', async () => {
  const world = await newHub()
  const { put, served, watch, poll, look, asked, verify, push, health, time, base, waiting } = world
  put.set('/journal', served('journal', 'Nimbus un'))
  await watch('journal')
  await poll()
  await look()
  expect(asked).toEqual([
    {
      callback: expect.stringMatching(/^https:\/\/vigie\.example\/hooks\/websub\/\d+\.[\w-]{32}$/),
      topic: `${base}/journal`,
      secret: expect.stringMatching(/^[\da-f]{64}$/),
      mode: 'subscribe',
      lease: 864_000,
    },
  ])
  const one = asked[0]!
  // Nothing is promised yet: it is polled as ever.
  expect((await health('journal')).pushedUntil).toBe(0)
  expect(await verify(one)).toEqual({ status: 200, body: 'a 3 b', type: 'text/plain; charset=utf-8' })
  expect((await health('journal')).pushedUntil).toBe(time.now + 10 * day)
  expect(read(await world.mia.types('/sources'))).toContain('annoncée par son site dès qu’il y a du nouveau')
  await waiting()

  expect(await push(one, pushed('Nimbus deux', 'Nimbus un'))).toBe(202)
  await look()
  expect(await titles(world)).toEqual(['Nimbus deux'])

  time.now += hour
  put.set('/journal', served('journal', 'Nimbus deux', 'Nimbus un'))
  await poll()
  expect((await health('journal')).nextAt - time.now).toBeGreaterThan(57 * minute)
  // What came both ways is told once.
  expect(await titles(world)).toEqual([])
})

test('a hub that nobody was asked to confirm is told nothing', async () => {
  const world = await subscribed()
  const { one, verify, get, asked, look } = world
  expect((await verify({ ...one, topic: 'https://other.example/feed' })).status).toBe(404)
  expect((await verify({ ...one, mode: 'unsubscribe' })).status).toBe(404)
  expect((await verify(one, { 'hub.challenge': '' })).status).toBe(404)
  expect((await verify(one, { 'hub.challenge': 'x'.repeat(3_000) })).status).toBe(404)
  expect((await verify(one, { 'hub.lease_seconds': '1' })).status).toBe(404)
  expect((await verify(one, { 'hub.lease_seconds': 'soon' })).status).toBe(404)
  const guessed = one.callback.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  expect((await verify({ ...one, callback: guessed })).status).toBe(404)
  expect((await verify({ ...one, callback: one.callback.replace(/\d+\./, '7.') })).status).toBe(404)
  expect((await get(one.callback.replace(/websub\/.*/, 'websub/..%2f'), {})).status).toBe(404)
  await look()
  expect(asked).toHaveLength(1)
})

test.each(['sha1', 'sha256', 'sha384', 'sha512'])('what is signed with %s is heard', async (method) => {
  const world = await subscribed()
  const { one, push, signed, look } = world
  const body = pushed('Nimbus deux')
  expect(await push(one, body, { 'x-hub-signature': signed(body, one.secret, method) })).toBe(202)
  await look()
  expect(await titles(world)).toEqual(['Nimbus deux'])
})

test('what is not signed as agreed is acknowledged and passed over', async () => {
  const world = await subscribed()
  const { one, push, signed, look } = world
  const body = pushed('Nimbus deux')
  const right = signed(body, one.secret)
  for (const signature of [
    '',
    'sha256=',
    right.slice(0, -2),
    `${right}00`,
    right.replace('sha256', 'sha1'),
    right.replace('sha256', 'md5'),
    signed(body, 'another secret'),
    signed(`${body} `, one.secret),
    `sha256=${'é'.repeat(32)}`,
  ])
    expect(await push(one, body, { 'x-hub-signature': Buffer.from(signature).toString('latin1') })).toBe(202)
  await look()
  expect(await titles(world)).toEqual([])
})

test('what was pushed is kept before it is acknowledged, and heard after a restart; a replay changes nothing', async () => {
  const world = await subscribed()
  const { one, store, push, openDoor, time } = world
  // Nobody works it off: this process dies as soon as it has answered.
  const { answers } = (
    await openDoor({ ...store, subscriptions: { ...store.subscriptions, pushes: async () => [] } }, null)
  ).subscriptions
  const body = pushed('Nimbus deux')
  const path = one.callback.split('/').at(-1)!
  const request = { raw: Buffer.from(body), headers: { 'x-hub-signature': world.signed(body, one.secret) } }
  expect((await answers.push(path, request)).status).toBe(202)
  expect(await titles(world)).toEqual([])
  await world.look()
  expect(await titles(world)).toEqual(['Nimbus deux'])
  for (let times = 0; times < 5; times++) expect(await push(one, body)).toBe(202)
  time.now += day
  expect(await push(one, body)).toBe(202)
  await world.look()
  expect(await titles(world)).toEqual([])
})

test('a promise is renewed before it ends; where the hub does not answer, the feed is polled by its rhythm again', async () => {
  const { asked, look, time, verify, health, poll, push, one } = await subscribed()
  time.now += 8 * day
  await look()
  expect(asked).toHaveLength(1)
  time.now += 1.2 * day
  await look()
  expect(asked).toHaveLength(2)
  await verify(asked[1]!)
  expect((await health('journal')).pushedUntil).toBe(time.now + 10 * day)
  // From now on the hub is mute.
  const until = time.now + 10 * day
  for (; time.now < until; time.now += 6 * hour) {
    await look()
    await poll()
  }
  await look()
  expect(asked.length).toBeGreaterThan(3)
  expect((await health('journal')).pushedUntil).toBe(0)
  expect((await health('journal')).nextAt - time.now).toBeLessThan(hour)
  // What it pushes after that is not asked for.
  expect(await push(one, pushed('Nimbus trois'))).toBe(410)
})

test('a short promise is renewed in time, and one that is too long is not believed', async () => {
  const { asked, look, time, verify, health, one } = await subscribed()
  await verify(one, { 'hub.lease_seconds': '3600' })
  time.now += 34 * minute
  await look()
  expect(asked).toHaveLength(2)
  await verify(asked[1]!, { 'hub.lease_seconds': '99999999999' })
  expect((await health('journal')).pushedUntil).toBe(time.now + 30 * day)
})

test('a hub that says no is left alone for a week', async () => {
  const { asked, look, time, get, health, one } = await subscribed()
  const denied = { 'hub.mode': 'denied', 'hub.topic': one.topic, 'hub.reason': 'no more' }
  expect((await get(one.callback, denied)).status).toBe(200)
  expect((await health('journal')).pushedUntil).toBe(0)
  time.now += 6 * day
  await look()
  expect(asked).toHaveLength(1)
  time.now += 2 * day
  await look()
  expect(asked).toHaveLength(2)
})

test('a hub that promises and does not push is found out, and the feed is polled as before', async () => {
  const world = await subscribed()
  const { put, served, poll, look, time, health, asked } = world
  const all = ['Nimbus un']
  for (let at = 0; at < 3; at++) {
    all.unshift(`Nimbus numéro ${at} ${'abc'[at]!.repeat(9)}`)
    put.set('/journal', served('journal', ...all))
    time.now += hour
    await poll()
  }
  expect((await health('journal')).pushedUntil).toBe(0)
  expect((await health('journal')).nextAt - time.now).toBeLessThan(6 * minute)
  await look()
  expect(asked).toHaveLength(1)
})

test('a feed that is no longer watched, or no longer offers its hub, is unsubscribed, and the hub may check that', async () => {
  const { watch, look, asked, verify, one, put, poll, time, push } = await subscribed()
  await watch()
  await look()
  expect(asked.at(-1)).toMatchObject({ mode: 'unsubscribe', topic: one.topic, callback: one.callback })
  expect(await push(one, pushed('Nimbus deux'))).toBe(410)
  expect((await verify({ ...one, mode: 'subscribe' })).status).toBe(404)
  expect((await verify(asked.at(-1)!)).status).toBe(200)
  expect((await verify(asked.at(-1)!)).status).toBe(404)

  await watch('journal')
  await look()
  expect(asked.at(-1)).toMatchObject({ mode: 'subscribe' })
  await verify(asked.at(-1)!)
  put.set('/journal', (_request, response) => void response.end(pushed('Nimbus un')))
  time.now += hour
  await poll()
  await look()
  expect(asked.at(-1)).toMatchObject({ mode: 'unsubscribe' })
  const count = asked.length
  for (let days = 0; days < 10; days++) {
    time.now += day
    await look()
  }
  // A hub that does not answer a goodbye is not told it for ever.
  expect(asked.length - count).toBe(2)
})

test('a hub inside is not asked, one that is down is asked ever more seldom', async () => {
  const { put, watch, poll, look, asked, manner, time, base, at, served, store } = await newHub()
  const inside = at('intranet.example', '/hub')
  const links = `<${inside}>; rel="hub", <${base}/inside>; rel=self`
  put.set(
    '/inside',
    (_request, response) => void response.writeHead(200, { link: links }).end(pushed('Nimbus un')),
  )
  put.set('/journal', served('journal', 'Nimbus un'))
  await watch('inside', 'journal')
  await poll()
  expect((await store.feeds.get(`${base}/inside`))!.hub).toBe(inside)
  manner.answer = () => [500]
  await look()
  expect(asked.map(({ topic }) => topic)).toEqual([`${base}/journal`])
  for (let hours = 0; hours < 24 * 14; hours++) {
    time.now += hour
    await look()
  }
  expect(asked.length).toBeGreaterThan(4)
  expect(asked.length).toBeLessThan(20)
  manner.answer = () => [202]
  const count = asked.length
  // Patience is a week, a quarter up or down.
  time.now += 9 * day
  await look()
  expect(asked.length).toBe(count + 1)
})

test('a hub that sends us elsewhere is followed only where what we said goes along', async () => {
  const { put, served, watch, poll, look, asked, manner, hub } = await newHub()
  put.set('/journal', served('journal', 'Nimbus un'))
  await watch('journal')
  await poll()
  let times = 0
  manner.answer = () => (times++ === 0 ? [307, { location: `${hub}other` }] : [202])
  await look()
  expect(asked).toHaveLength(2)
  expect(asked[1]).toEqual(asked[0])
})

test('where a hub would have us ask without what we said, we do not', async () => {
  const { put, served, watch, poll, look, asked, manner, hub } = await newHub()
  put.set('/journal', served('journal', 'Nimbus un'))
  await watch('journal')
  await poll()
  manner.answer = () => [302, { location: `${hub}other` }]
  await look()
  expect(asked).toHaveLength(1)
})

test('what cannot be read, or says only that there is something, has the feed asked', async () => {
  const world = await subscribed()
  const { one, push, put, served, poll, look, time } = world
  put.set('/journal', served('journal', 'Nimbus deux', 'Nimbus un'))
  time.now += 10 * minute
  expect(await push(one, '')).toBe(202)
  await look()
  await poll()
  expect(await titles(world)).toEqual(['Nimbus deux'])
})

test('a hub that only ever says that there is something is listened to each time', async () => {
  const world = await subscribed()
  const { one, push, put, served, poll, look, time } = world
  const news = ['Nimbus un']
  for (const title of ['Nimbus deux', 'Nimbus trois tombe']) {
    time.now += 10 * minute
    news.unshift(title)
    put.set('/journal', served('journal', ...news))
    expect(await push(one, '')).toBe(202)
    await look()
    await poll()
    expect(await titles(world)).toEqual([title])
  }
})

test('where posts share one id, what is pushed has the feed asked: a part of it does not tell them apart', async () => {
  const world = await newHub()
  const { put, watch, poll, look, asked, verify, push, time, waiting, hub, base } = world
  const item = (title: string) =>
    `<item><guid isPermaLink="false">https://j.example/</guid><title>${title}</title><link>https://j.example/${title.replaceAll(' ', '-')}</link></item>`
  const journal = (...all: string[]) =>
    `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>J</title><atom:link rel="hub" href="${hub}"/><atom:link rel="self" href="${base}/journal"/>${all.map(item).join('')}</channel></rss>`
  const all = ['Nimbus un', 'Nimbus deux']
  put.set('/journal', (_request, response) => void response.writeHead(200).end(journal(...all)))
  await watch('journal')
  await poll()
  await look()
  const one = asked[0]!
  await verify(one)
  await waiting()
  for (const title of ['Nimbus tombe en panne', 'Nimbus ouvre un bureau']) {
    time.now += 10 * minute
    all.unshift(title)
    expect(await push(one, journal(title))).toBe(202)
    await look()
    await poll()
    expect(await titles(world)).toEqual([title])
    time.now += hour
    await poll()
    expect(await titles(world)).toEqual([])
  }
})

test('a hub whose address is endless once it is written in full keeps no other from being asked', async () => {
  const world = await newHub()
  const { put, served, watch, poll, look, asked, base } = world
  const odd = Array.from({ length: 1_500 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7_919) % 20_000)))
  put.set('/journal', served('journal', 'Nimbus un'))
  put.set(
    '/odd',
    (_request, response) =>
      void response
        .writeHead(200, { 'content-type': 'application/atom+xml; charset=utf-8' })
        .end(
          `<feed xmlns="http://www.w3.org/2005/Atom"><title>E</title><link rel="hub" href="http://hub.example/${odd.join('')}"/><link rel="self" href="${base}/odd"/></feed>`,
        ),
  )
  await watch('odd', 'journal')
  await poll()
  await look()
  expect(asked.map(({ topic }) => topic)).toEqual([`${base}/journal`])
})

test('a slow hub is asked no longer than what it is asked for is ours', async () => {
  const world = await newHub()
  const { put, served, watch, poll, look, asked, manner, time } = world
  const names = ['un', 'deux', 'trois']
  for (const name of names) put.set(`/${name}`, served(name, 'Nimbus un'))
  await watch(...names)
  await poll()
  manner.answer = () => {
    time.now += 26_000
    return [202]
  }
  await look()
  expect(asked).toHaveLength(1)
  for (const times of [2, 3]) {
    time.now += 46_000
    await look()
    expect(new Set(asked.map(({ topic }) => topic)).size).toBe(times)
  }
})

test('a flood is turned away, and other feeds are heard all the same', async () => {
  const world = await subscribed()
  const { one, push, store, time, look } = world
  const answers = []
  for (let times = 0; times < 80; times++) answers.push(await push(one, pushed(`Autre ${times}`)))
  expect(answers.filter((status) => status === 202).length).toBeGreaterThan(20)
  expect(answers.filter((status) => status === 429).length).toBeGreaterThan(15)
  time.now += minute
  expect(await push(one, pushed('Nimbus après'))).toBe(202)
  await look()
  expect(await titles(world)).toEqual(['Nimbus après'])
  expect(await store.subscriptions.pushes(time.now + day, { leasedUntil: 0, most: 9 })).toEqual([])
})

test('without a public address nobody is asked to push, and what was pushed is polled again', async () => {
  const world = await subscribed()
  const { openDoor, store, health, asked, time } = world
  const { subscriptions } = await openDoor(store, null)
  await subscriptions.look()
  expect((await health('journal')).pushedUntil).toBe(0)
  expect((await health('journal')).nextAt - time.now).toBeLessThan(6 * minute)
  expect(asked).toHaveLength(1)
  // With another one all is asked for anew, there.
  const moved = await openDoor(store, 'https://elsewhere.example')
  await moved.subscriptions.look()
  expect(asked[1]!.callback).toMatch(/^https:\/\/elsewhere\.example\/websub\//)
})
