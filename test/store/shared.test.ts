import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { newAnalysis } from '../../src/analysis/analysis.ts'
import { newIntake } from '../../src/intake.ts'
import { minute } from '../../src/model/time.ts'
import { leaseLength } from '../../src/store/leases.ts'
import { secretOf } from '../../src/store/secret.ts'
import { emptyStore, sameStore } from '../databases/open.ts'
import { newWorld, nimbus, saturday as now } from '../world.ts'

test('of several processes each feed is claimed by one, and by another once its lease is over', async () => {
  const store = await emptyStore()
  const others = [store, await sameStore(store), await sameStore(store)]
  const sources = Array.from({ length: 60 }, (_, at) => ({
    name: `feed ${at}`,
    url: `https://${at}.example/feed`,
  }))
  // So many new ones are spread over some seconds.
  await store.feeds.watch('nimbus', sources, now - minute)
  const claims = (at: number) =>
    Promise.all(
      others.map((store, number) =>
        store.feeds.claim(`process ${number}`, at, { leasedUntil: at + leaseLength, most: 25 }),
      ),
    )
  const claimed = (await claims(now)).flat().map(({ id }) => id)
  const rest = await store.feeds.claim('process 0', now, { leasedUntil: now + leaseLength, most: 60 })
  claimed.push(...rest.map(({ id }) => id))
  expect(claimed).toHaveLength(60)
  expect(new Set(claimed).size).toBe(60)
  expect((await claims(now + leaseLength - 1)).flat()).toEqual([])
  const again = (await claims(now + leaseLength)).flat().map(({ id }) => id)
  expect(new Set(again).size).toBe(again.length)
  expect(again.length).toBeGreaterThan(0)
})

test('a feed that another process took over is not held on to', async () => {
  const store = await emptyStore()
  const other = await sameStore(store)
  await store.feeds.watch('nimbus', [{ name: 'feed', url: 'https://one.example/feed' }], now)
  const [feed] = await store.feeds.claim('slept', now, { leasedUntil: now + 1, most: 1 })
  await other.feeds.claim('awake', now + 1, { leasedUntil: now + leaseLength, most: 1 })
  await store.feeds.renew('slept', [feed!.id], now + 1)
  expect(await store.feeds.claim('third', now + 2, { leasedUntil: now + leaseLength, most: 1 })).toEqual([])
})

test.skipIf(!inject('postgres'))('one story that arrives in two processes at once rings once', async () => {
  const world = await newWorld()
  const store = await sameStore(world.store)
  const parts = { store, teams: [nimbus], analysis: newAnalysis(), secret: 'of the test', clock: world.clock }
  const intake = newIntake(parts)
  for (let round = 0; round < 5; round++) {
    const title = `Nimbus rappelle ${round + 2} mille lampes de bureau après un incendie à Lyon, annonce la marque`
    const copy = (outlet: string) => world.post('La marque s’explique.', { title, outlet, author: null })
    const everybody = { outlet: 'x', teams: ['nimbus'] }
    await Promise.all([
      world.hear([copy('Le Monde')], { source: 'feed:1' }),
      intake({ ...everybody, source: 'feed:2', posts: [copy('Le Progrès')] }),
      intake({ ...everybody, source: 'feed:3', posts: [copy('Ouest-France')] }),
    ])
  }
  const mentions = await store.mentions.list('nimbus', {}, { most: 50 })
  expect(mentions).toHaveLength(15)
  expect(new Set(mentions.map(({ story }) => story)).size).toBe(5)
  expect(await store.deliveries.counts()).toEqual({ waiting: 5 })
})

test('a secret that nobody set is made once and is the same in every process', async () => {
  const store = { ...(await emptyStore()), shared: true }
  const other = await sameStore(store)
  const data = await mkdtemp(join(tmpdir(), 'vigie-'))
  const [one, two] = await Promise.all(
    [store, other].map((store) => secretOf({ secret: null, data }, { ...store, shared: true })),
  )
  expect(one).toMatch(/^[\da-f]{64}$/)
  expect(two).toBe(one)
  expect(await secretOf({ secret: 'set by hand', data }, store)).toBe('set by hand')
})

test('a secret that the folder held goes along when its data move to PostgreSQL', async () => {
  const store = await emptyStore()
  const data = await mkdtemp(join(tmpdir(), 'vigie-'))
  await writeFile(join(data, 'secret'), 'of the first years\n')
  expect(await secretOf({ secret: null, data }, { ...store, shared: true })).toBe('of the first years')
  expect(await secretOf({ secret: null, data }, { ...store, shared: false })).toBe('of the first years')
})

test('a lease that was written before a clock was set back holds nobody up', async () => {
  const store = await emptyStore()
  const place = { chat: 'local' as const, channel: 'e-reputation' }
  const hour = 3_600_000
  await store.leases.hold('job', 'dead', { now: now + hour, until: now + hour + leaseLength })
  expect(await store.leases.hold('job', 'alive', { now, until: now + leaseLength })).toBe(true)
  await store.channels.claim(place, 'dead', { now: now + hour, until: now + hour + leaseLength })
  expect(await store.channels.claim(place, 'alive', { now, until: now + leaseLength })).toEqual({
    failures: 0,
  })
  expect(await store.channels.claim(place, 'third', { now, until: now + leaseLength })).toBeNull()
})
