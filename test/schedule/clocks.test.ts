import pino from 'pino'
import { expect, test } from 'vitest'
import { newStories } from '../../src/analysis/stories.ts'
import { routeTo } from '../../src/model/route.ts'
import type { Team } from '../../src/model/team.ts'
import { day, hour, minute } from '../../src/model/time.ts'
import { newDigests } from '../../src/schedule/digest.ts'
import { newForgetting } from '../../src/schedule/forget.ts'
import { newWorld, nimbus, read } from '../world.ts'

// Clocks that change, jump and stand still, and what is told all the same: once.

const log = pino({ level: 'silent' })
const iso = (text: string) => Date.parse(text)

async function newNight(begins: string, { at, ...more }: { at: string } & Partial<Team>) {
  const team: Team = {
    ...nimbus,
    quietHours: null,
    digest: { at, days: nimbus.digest.days },
    routes: [routeTo('watch', { when: 'digest' })],
    ...more,
  }
  const world = await newWorld({ teams: [team] })
  world.time.now = iso(begins)
  const parts = { store: world.store, teams: [team], clock: world.clock, log, wake: () => {} }
  const digests = newDigests(parts)
  /** When digests were told, while somebody looks every ten minutes. */
  async function told(until: string, looking = digests) {
    const times: string[] = []
    for (; world.time.now < iso(until); world.time.now += 10 * minute) {
      await looking.look()
      for (const { message } of await world.waiting())
        times.push(`${new Date(world.time.now).toISOString().slice(5, 16)} ${message.items?.length ?? 0}`)
    }
    return times
  }
  return { ...world, parts, digests, told }
}

test('a digest of half past two, in the night that has no such hour, is told once, when the clock jumps', async () => {
  const { heard, told } = await newNight('2026-03-28T12:00Z', { at: '02:30' })
  await heard('Nimbus brille')
  expect(await told('2026-03-30T06:00Z')).toEqual(['03-29T01:00 1', '03-30T00:30 0'])
})

test('in the night that has it twice, it is told once, the first time', async () => {
  const { heard, told } = await newNight('2026-10-24T12:00Z', { at: '02:30' })
  await heard('Nimbus brille')
  expect(await told('2026-10-26T06:00Z')).toEqual(['10-25T00:30 1', '10-26T01:30 0'])
})

test('off at its first half past two and started in the second, it is told once and not as a repeat', async () => {
  const { heard, told, time, parts } = await newNight('2026-10-24T12:00Z', { at: '02:30' })
  await heard('Nimbus brille')
  time.now = iso('2026-10-25T01:20Z')
  expect(await told('2026-10-25T12:00Z', newDigests(parts))).toEqual(['10-25T01:20 1'])
})

test('quiet hours over the change hold a late digest until their end', async () => {
  const quietHours = { from: '22:00', to: '07:00' }
  const { heard, told, time } = await newNight('2026-03-28T12:00Z', { at: '20:00', quietHours })
  await heard('Nimbus brille')
  time.now = iso('2026-03-28T22:00Z')
  expect(await told('2026-03-29T10:00Z')).toEqual(['03-29T05:00 1'])
})

test('the 29th of February is a day like any other', async () => {
  const { heard, told } = await newNight('2028-02-28T12:00Z', { at: '08:30' })
  await heard('Nimbus brille')
  expect(await told('2028-03-01T10:00Z')).toEqual(['02-29T07:30 1', '03-01T07:30 0'])
})

test('a clock that goes back an hour after the digest tells none twice, and loses none of what comes', async () => {
  const { heard, told, time } = await newNight('2026-11-22T07:00Z', { at: '08:30' })
  time.now -= hour
  await heard('Nimbus brille')
  time.now += hour
  expect(await told('2026-11-22T07:40Z')).toEqual(['11-22T07:30 1'])
  time.now -= hour
  await heard('Nimbus scintille encore davantage')
  expect(await told('2026-11-23T07:40Z')).toEqual(['11-23T07:30 1'])
})

test('a clock that ran years ahead for a while holds up no digest once it is right', async () => {
  const { heard, told, time } = await newNight('2026-11-22T12:00Z', { at: '08:30' })
  await heard('Nimbus brille')
  time.now = iso('2029-01-01T07:30Z')
  expect(await told('2029-01-01T07:31Z')).toEqual(['01-01T07:30 1'])
  time.now = iso('2026-11-22T13:00Z')
  await heard('Nimbus scintille encore davantage')
  expect(await told('2026-11-23T08:00Z')).toEqual(['11-23T07:30 1'])
})

test('a week that Vigie was off is one late digest, with all of it', async () => {
  const { heard, told, time, parts } = await newNight('2026-11-22T12:00Z', { at: '08:30', locale: 'en' })
  await heard('Nimbus brille')
  time.now += 7 * day
  const after = newDigests(parts)
  expect(await told('2026-11-29T14:00Z', after)).toEqual(['11-29T12:00 1'])
})

test('a press is not refused for an hour because the clock went back', async () => {
  const { mia, time } = await newNight('2026-11-22T12:00Z', { at: '08:30', locale: 'en' })
  for (let times = 0; times < 10; times++) await mia.types('/help')
  expect(read(await mia.types('/help'))).toMatch(/Ça fait beaucoup d’un coup/)
  time.now -= hour
  expect(read(await mia.types('/help'))).not.toMatch(/Ça fait beaucoup d’un coup/)
})

test('after a clock that went back, feeds are read again at once, and a dead process holds none for an hour', async () => {
  const { store, time } = await newNight('2026-11-22T12:00Z', { at: '08:30' })
  const names = ['read', 'held', 'patient']
  await store.feeds.watch(
    'nimbus',
    names.map((name) => ({ name, url: `https://${name}.example/` })),
    time.now,
  )
  const claim = async (worker: string) => {
    const claimed = await store.feeds.claim(worker, time.now, { leasedUntil: time.now + 2 * minute, most: 9 })
    return claimed.map(({ url }) => new URL(url).host.split('.')[0]).sort()
  }
  const ids = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, (await store.feeds.get(`https://${name}.example/`))!.id]),
    ),
  )
  expect(await claim('one that dies')).toEqual(['held', 'patient', 'read'])
  await store.feeds.read(ids.read, {}, { now: time.now, nextAt: time.now + 5 * minute })
  await store.feeds.failed(ids.patient, { words: '500' }, { now: time.now, nextAt: time.now + 20 * minute })

  time.now += minute
  expect(await claim('another')).toEqual([])
  time.now -= hour
  expect(await claim('another')).toEqual(['held', 'patient', 'read'])
  // What fails by the new time waits its time.
  await store.feeds.failed(ids.patient, { words: '500' }, { now: time.now, nextAt: time.now + 20 * minute })
  time.now += 19 * minute
  expect(await claim('third')).toEqual(['held', 'read'])
  time.now += minute
  expect(await claim('third')).toEqual(['patient'])
})

test('what is too old goes in the night, or in the morning where the machine slept', async () => {
  const { store, time, clock } = await newNight('2026-11-22T12:00Z', { at: '08:30' })
  const swept: string[] = []
  const forgetting = newForgetting({
    store: {
      ...store,
      memory: { ...store.memory, sweep: async () => void swept.push(new Date(time.now).toISOString()) },
    },
    teams: [nimbus],
    stories: newStories(),
    storyLength: 1,
    clock,
    log,
  })
  const hours = async (count: number) => {
    for (let times = 0; times < count; times++) {
      time.now += hour
      await forgetting.look()
    }
    return swept.splice(0).length
  }
  expect(await hours(1)).toBe(1)
  expect(await hours(23)).toBe(1)
  expect(await hours(48)).toBe(2)
  // Asleep over two nights.
  time.now += 2 * day
  expect(await hours(1)).toBe(1)
  time.now -= 3 * hour
  expect(await hours(1)).toBe(1)
})
