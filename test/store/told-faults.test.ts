import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { newDoor } from '../../src/http.ts'
import { minute } from '../../src/model/time.ts'
import { newPolling } from '../../src/schedule/feeds.ts'
import { StoreDown } from '../../src/store/fault.ts'
import { newGroup } from '../../src/store/group.ts'
import { newWorld, nimbus, read } from '../world.ts'

// What people and sources notice while the store is down.

const down = (key?: string) => async () => {
  throw new StoreDown('the database cannot be used: it is locked', { key })
}

test('people are told that it is busy, not that Vigie has a bug; and once it is back, it answers', async () => {
  const { store, mia, noor, heard } = await newWorld()
  await heard('Nimbus brille')
  const { together, grouped } = store
  store.together = store.grouped = down()
  expect(read(await noor.types('/mentions'))).toBe(
    'Something that Vigie needs does not answer right now. Please try again in a minute.',
  )
  expect(read(await mia.types('/mentions'))).toBe(
    'Un service dont Vigie a besoin ne répond pas pour l’instant. Réessayez dans une minute.',
  )
  Object.assign(store, { together, grouped })
  expect(read(await noor.types('/mentions'))).toContain('Nimbus brille')
})

test('that the disk is full is said, and who can do something about it', async () => {
  const { store, mia, noor } = await newWorld()
  store.together = store.grouped = down('store.full')
  const answer = await noor.types('/mentions')
  expect(answer.quiet).toBe(true)
  expect(read(answer)).toMatch(/the disk of its database is full\. Whoever runs Vigie has to make room/)
  expect(read(await mia.types('/mentions'))).toMatch(/le disque de sa base de données est plein\./)
})

test('a batch that could not be kept is not acknowledged, its source not blamed, and it comes again', async () => {
  const world = await newWorld()
  const { store, time, clock, waiting } = world
  let fetches = 0
  const texts = ['Il pleut']
  const web = createServer((_request, response) => {
    fetches++
    const items = texts.map((text) => `<item><title>${text}</title><guid>${text}</guid></item>`)
    response.setHeader('etag', `"${texts.length}"`)
    response.end(`<rss version="2.0"><channel><title>Journal</title>${items.join('')}</channel></rss>`)
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  const door = newDoor({ allowPrivate: ['127.0.0.1'], userAgent: 'Vigie test' })
  onTestFinished(async () => {
    await door.close()
    web.close()
  })
  let broken = false
  const polling = newPolling({
    store,
    door,
    clock,
    log: pino({ level: 'silent' }),
    hear: ({ posts, ...batch }) => (broken ? down()() : world.hear(posts, batch)),
    first: async () => {},
  })
  const url = `http://127.0.0.1:${(web.address() as AddressInfo).port}/`
  await store.feeds.watch(nimbus.name, [{ name: 'Journal', url }], time.now)
  await polling.once()

  texts.push('Nimbus brille')
  time.now += 6 * minute
  broken = true
  await polling.once()
  expect(fetches).toBe(2)
  expect((await store.feeds.health(nimbus.name))[0]).toMatchObject({ failure: null, failingSince: null })
  expect(await store.feeds.outages(nimbus.name, 0)).toEqual([])
  // The site is not asked every second while the store is down.
  await polling.once()
  expect(fetches).toBe(2)

  broken = false
  time.now += 2 * minute
  await polling.once()
  expect(fetches).toBe(3)
  expect((await waiting()).map(({ message }) => read(message))).toEqual([
    expect.stringContaining('Nimbus brille'),
  ])
})

test('where the store is down, a group is told at once: nobody waits for it one after the other', async () => {
  let asked = 0
  const grouped = newGroup<null>(() => {
    asked++
    return down()()
  })
  const all = await Promise.allSettled([1, 2, 3].map((n) => grouped(async () => n)))
  expect(all.map((one) => (one as PromiseRejectedResult).reason.name)).toEqual(Array(3).fill('StoreDown'))
  expect(asked).toBe(1)
})
