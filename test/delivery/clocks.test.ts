import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Unavailable } from '../../src/model/oops.ts'
import { settling } from '../../src/store/outbox.ts'
import { nimbus, saturday } from '../world.ts'
import { hour, minute, newPost, second } from './fake-chat.ts'

// A clock that is set back an hour: what waits a while waits no longer for that, what waits for a moment keeps it.

const real = { ...nimbus, sample: false }
const down = () => {
  throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
}

test('an alert that was to be told at once is told at once by the new time', async () => {
  for (const back of [hour, 5 * minute]) {
    const { heard, sender, said, passes, time } = await newPost()
    await heard('Nimbus un')
    time.now -= back
    await sender.start()
    await passes(second)
    await sender.stop()
    expect(said).toHaveLength(1)
  }
})

test('what is tried again, after a failure or a limit, does not wait an hour longer', async () => {
  for (const fault of [
    down,
    () => {
      throw new Error('socket hang up')
    },
    () => {
      throw new Unavailable('slow down', { retryAfter: 10 * minute })
    },
    () => {
      throw new Unavailable('slow down', { retryAfter: 12 * hour })
    },
  ]) {
    const { heard, sender, said, passes, time, faults } = await newPost({ chat: { pause: second } })
    await heard('Nimbus un')
    faults.push(fault)
    await sender.start()
    await passes(1)
    await heard('Nimbus deux')
    time.now -= hour
    sender.wake()
    await passes(16 * minute)
    await sender.stop()
    expect(said).toHaveLength(2)
  }
})

test('a change of a told message keeps its rhythm by the new time', async () => {
  const { spreads, sender, said, edits, passes, time } = await newPost()
  await spreads()
  await sender.start()
  await passes(minute)
  await spreads()
  await passes(second)
  await spreads()
  expect(edits).toHaveLength(1)
  time.now -= hour
  sender.wake()
  await passes(second)
  await sender.stop()
  expect(edits).toHaveLength(2)
  expect(said).toHaveLength(1)
})

test('what a killed process was telling is taken up by the new time', async () => {
  const { heard, sender, said, store, passes, time } = await newPost()
  await heard('Nimbus un')
  const [first] = await store.deliveries.due(time.now, [])
  const place = first!.place
  await store.channels.claim(place, 'killed', { now: time.now, until: time.now + 45 * second })
  await store.deliveries.begin(first!.id, time.now)
  time.now -= hour
  await sender.start()
  // It may be arriving: by the new time too.
  await passes(settling - 1)
  expect(said).toHaveLength(0)
  await passes(1)
  await sender.stop()
  expect(said).toHaveLength(1)
})

test('what waits for the end of quiet hours waits for it, however the clock is set', async () => {
  const { heard, sender, said, passes, time, restart } = await newPost({ team: real })
  const night = saturday + 9 * hour
  time.now = night
  await heard('Nimbus un')
  time.now -= hour
  // The hour before: somebody hears something, and it rings.
  await sender.start()
  await passes(minute)
  expect(said).toHaveLength(0)
  await restart()
  await passes(30 * hour)
  await sender.stop()
  const morning = Date.parse('2026-11-22T06:00:00Z')
  expect(said.map(({ at }) => at)).toEqual([morning])
})

test('what was held and then failed waits no longer than a failure does', async () => {
  const { heard, sender, said, passes, time, faults } = await newPost({ team: real })
  time.now = saturday + 9 * hour
  await heard('Nimbus un')
  time.now = Date.parse('2026-11-22T06:00:00Z')
  faults.push(down)
  await sender.start()
  await passes(0)
  time.now -= hour
  sender.wake()
  await passes(minute)
  await sender.stop()
  expect(said).toHaveLength(1)
})

test('news that keeps its distance from other news keeps no hour more', async () => {
  const { spreads, sender, said, passes, time } = await newPost()
  await spreads()
  await sender.start()
  await passes(minute)
  await spreads(5)
  await passes(minute)
  await spreads(20)
  await passes(minute)
  expect(said).toHaveLength(2)
  time.now -= hour
  sender.wake()
  await passes(second)
  await sender.stop()
  expect(said).toHaveLength(3)
})

test('a clock that is set while another process tells something doubles nothing', async () => {
  for (const jump of [hour, -hour]) {
    const { heard, another, chat, said, states, time } = await newPost()
    await heard('Nimbus un')
    const begun = Promise.withResolvers<void>()
    const arrives = Promise.withResolvers<void>()
    const one = await another({
      say: async (...saying) => {
        begun.resolve()
        await arrives.promise
        return chat.say(...saying)
      },
    })
    await one.start()
    await begun.promise
    time.now += jump
    // By the new time the other one seems to be long dead.
    const other = await another()
    await other.start()
    while ((await states()).sending) {
      other.wake()
      await setImmediate()
    }
    time.now += settling - 1
    other.wake()
    arrives.resolve()
    while ((await states()).told !== 1) await setImmediate()
    time.now += minute
    other.wake()
    await one.stop()
    await other.stop()
    expect(said).toHaveLength(1)
  }
})
