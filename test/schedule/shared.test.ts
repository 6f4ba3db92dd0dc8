import pino from 'pino'
import { expect, test } from 'vitest'
import { routeTo } from '../../src/model/route.ts'
import type { Team } from '../../src/model/team.ts'
import { newDigests } from '../../src/schedule/digest.ts'
import { tellFirstFetches } from '../../src/schedule/first.ts'
import { sameStore } from '../databases/open.ts'
import { newWorld, nimbus } from '../world.ts'

/** Sunday, half past eight in Paris. */
const morning = Date.parse('2026-11-22T07:30Z')

test('of several processes that find the hour of a digest one tells it', async () => {
  const team: Team = { ...nimbus, routes: [routeTo('watch', { name: 'Thèmes', when: 'digest' })] }
  const { store, hear, post, time, clock, waiting } = await newWorld({ teams: [team] })
  const others = [store, await sameStore(store), await sameStore(store)]
  const log = pino({ level: 'silent' })
  let woken = 0
  const all = others.map((store) => newDigests({ store, teams: [team], clock, log, wake: () => woken++ }))
  await hear([post('Nimbus ouvre une boutique à Lyon')])
  time.now = morning
  await Promise.all(all.map(({ look }) => look()))
  expect(woken).toBe(1)
  expect(await waiting()).toHaveLength(1)
})

test('of several processes that see a first reading one tells of it', async () => {
  const { store, time, waiting } = await newWorld()
  const others = [store, await sameStore(store), await sameStore(store)]
  await store.feeds.watch('nimbus', [{ name: 'Le Monde', url: 'https://lemonde.example/rss' }], time.now)
  const feed = (await store.feeds.get('https://lemonde.example/rss'))!
  await store.feeds.read(feed.id, {}, { now: time.now, nextAt: time.now + 1 })
  await store.feeds.filed('nimbus', feed.id, { filed: 40, aboutUs: 2 })
  const told = await Promise.all(others.map((store) => tellFirstFetches(store, [nimbus], time.now)))
  expect(told.filter((one) => one)).toHaveLength(1)
  expect(await waiting()).toHaveLength(1)
})
