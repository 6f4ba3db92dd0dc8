import pino from 'pino'
import { expect, test } from 'vitest'
import { newStories } from '../../src/analysis/stories.ts'
import type { Team } from '../../src/model/team.ts'
import { day, hour } from '../../src/model/time.ts'
import { readMeasure } from '../../src/reports/kpi/read.ts'
import { newForgetting } from '../../src/schedule/forget.ts'
import { newRolling } from '../../src/schedule/rolling.ts'
import { everything } from '../../src/store/rollups.ts'
import { sameStore } from '../databases/open.ts'
import { newWorld, nimbus, saturday } from '../world.ts'

const log = pino({ level: 'silent' })
const today = { from: '2026-11-21', to: '2026-11-21' }

async function newCountedWorld() {
  const world = await newWorld()
  const { store, clock } = world
  const rolling = newRolling({ store, teams: [nimbus], log })
  const stories = newStories()
  const { look: forget } = newForgetting({ store, teams: [nimbus], stories, storyLength: 1, clock, log })
  const read = (key: string, team: Team = nimbus) =>
    readMeasure({ store, team, now: clock() }, key, { period: today })
  return { ...world, rolling, forget, read }
}

test('what retention erases stays counted, but for who wrote it; a recount leaves those days alone', async () => {
  const { hear, post, time, store, rolling, forget, read } = await newCountedWorld()
  await hear([post('Ma lampe Nimbus est en panne'), post('Nimbus ouvre à Lyon', { author: 'zoe' })])
  await rolling.look()
  expect((await read('volume')).figure).toMatchObject({ value: 2 })
  expect((await read('authors')).figure).toMatchObject({ value: 2 })

  time.now = saturday + 396 * day
  await forget()
  expect(await store.mentions.list('nimbus', {}, { most: 9 })).toEqual([])
  expect((await read('volume')).figure).toMatchObject({ value: 2 })
  expect((await read('outlets')).figure).toMatchObject({ value: 1 })
  expect((await read('authors')).figure).toMatchObject({
    known: false,
    because: { key: 'figure.authors-forgotten' },
  })

  // Somebody imports what an older tool heard on that day: it is added, and counted anew the day stays whole.
  await hear([post('La lampe Nimbus éclaire bien', { publishedAt: saturday })])
  await rolling.look()
  expect((await read('volume')).figure).toMatchObject({ value: 3 })
  expect(await store.rollups.extent('nimbus')).toEqual({ days: 1, mentions: 3, closed: 1 })
  await store.rollups.anew('nimbus', nimbus.timeZone)
  await hear([post('Nimbus encore')])
  await rolling.look()
  expect((await read('volume')).figure).toMatchObject({ value: 3 })
  expect(await store.rollups.extent('nimbus')).toEqual({ days: 2, mentions: 4, closed: 1 })
})

test('a team that moves has its days counted anew, by its new calendar', async () => {
  const { hear, post, time, read } = await newCountedWorld()
  await hear([post('Nimbus samedi')])
  time.now = saturday + 12 * hour
  // In Paris 22 November has begun; in Toronto it has not.
  await hear([post('Nimbus à minuit passé', { publishedAt: saturday + 11 * hour })])
  expect((await read('volume')).figure).toMatchObject({ value: 1 })
  expect((await read('volume', { ...nimbus, timeZone: 'America/Toronto' })).figure).toMatchObject({
    value: 2,
  })
  expect((await read('volume')).figure).toMatchObject({ value: 1 })
})

test('two processes that count at once count each mention once, and no answer waits for the rest', async () => {
  const { hear, post, store, read } = await newCountedWorld()
  const other = await sameStore(store)
  const posts = Array.from({ length: 120 }, (_, at) =>
    post(`Nimbus numéro ${at}`, { author: `author ${at % 7}` }),
  )
  const counting = [store, other].map(async ({ rollups }) => {
    for (let round = 0; round < 12; round++) await rollups.settle('nimbus', nimbus.timeZone, 5)
  })
  for (let at = 0; at < posts.length; at += 20) await hear(posts.slice(at, at + 20))
  await Promise.all(counting)
  await Promise.all([store, other].map(({ rollups }) => rollups.settle('nimbus', nimbus.timeZone)))
  const { mentions } = await store.rollups.sums('nimbus', [everything], today)
  expect(mentions).toBe(120)
  expect((await read('authors')).figure).toMatchObject({ value: 7 })
})

test('while older mentions are still being counted, figures say so and are compared with nothing', async () => {
  const { hear, post, store } = await newCountedWorld()
  const posts = Array.from({ length: 30 }, (_, at) => post(`Nimbus numéro ${at}`, { author: `author ${at}` }))
  await hear(posts)
  // As a store that is slow: it counts ten at a time.
  const slow = {
    ...store,
    rollups: {
      ...store.rollups,
      settle: (team: string, zone: string) => store.rollups.settle(team, zone, 10),
    },
  }
  const facts = { store: slow, team: nimbus, now: saturday }
  const { figure, change } = await readMeasure(facts, 'volume', { period: today })
  expect(figure).toMatchObject({
    value: 10,
    sure: 'low',
    because: { key: 'figure.counting', values: { left: 20 } },
  })
  expect(change).toBeNull()
})
