import pino from 'pino'
import { expect, test } from 'vitest'
import { newHolder } from '../../src/schedule/holder.ts'
import { leaseLength, leaseRenewal } from '../../src/store/leases.ts'
import { emptyStore, sameStore } from '../databases/open.ts'
import { saturday } from '../world.ts'

test('one holds a job, and another takes over when it is killed', async () => {
  const { one, two, doing, time } = await newPair()
  await Promise.all([one.look(), two.look()])
  expect(doing).toHaveLength(1)
  const [killed] = doing
  const alive = killed === 'one' ? two : one
  for (let passed = 0; passed < leaseLength; passed += leaseRenewal) {
    await alive.look()
    expect(doing).toEqual([killed])
    time.now += leaseRenewal
  }
  await alive.look()
  expect(alive.held).toBe(true)
})

test('who is alive keeps the job, and gives it back at once when it stops', async () => {
  const { one, two, doing, time } = await newPair()
  await one.look()
  for (let renewals = 0; renewals < 20; renewals++) {
    time.now += leaseRenewal
    await one.look()
    await two.look()
  }
  expect(doing).toEqual(['one'])
  await one.stop()
  expect(doing).toEqual([])
  await two.look()
  expect(doing).toEqual(['two'])
})

test('who cannot renew its lease ends the job before another begins it, and who slept ends it when it wakes', async () => {
  const { one, two, doing, time, store } = await newPair()
  await one.look()
  const { hold } = store.leases
  store.leases.hold = () => Promise.reject(new Error('connection refused'))
  time.now += leaseRenewal
  await one.look()
  expect(doing).toEqual(['one'])
  time.now += leaseRenewal
  await one.look()
  expect(doing).toEqual([])
  store.leases.hold = hold
  time.now += leaseRenewal
  await two.look()
  await one.look()
  expect(doing).toEqual(['two'])

  time.now += leaseLength
  await one.look()
  await two.look()
  expect(doing).toEqual(['one'])
})

test('a job that cannot begin is given back', async () => {
  const { one, two, doing, broken } = await newPair()
  broken.add('one')
  await one.look()
  expect(one.held).toBe(false)
  await two.look()
  expect(doing).toEqual(['two'])
})

async function newPair() {
  const store = await emptyStore()
  const time = { now: saturday }
  const doing: string[] = []
  const broken = new Set<string>()
  const holder = (who: string, one: typeof store) =>
    newHolder({
      name: 'gateway',
      store: one,
      clock: () => time.now,
      log: pino({ level: 'silent' }),
      async begin() {
        if (broken.has(who)) throw new Error('no such token')
        doing.push(who)
      },
      async end() {
        doing.splice(doing.indexOf(who), 1)
      },
    })
  const another = await sameStore(store)
  return {
    one: holder('one', store),
    two: holder('two', { ...another, leases: { ...another.leases } }),
    doing,
    time,
    store,
    broken,
  }
}
