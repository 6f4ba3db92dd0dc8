import { expect, test } from 'vitest'
import { Unavailable } from '../../src/model/oops.ts'
import { newPost } from './fake-chat.ts'

test('an alert is told once, and what changes about it changes in place', async () => {
  const { heard, sender, said, happens, mia, states } = await newPost()
  await heard('Ma lampe Nimbus est en panne')
  const told = happens()
  await sender.start()
  await told
  const changed = happens()
  await mia.presses('Je m’en occupe', said[0]!.message)
  sender.wake()
  await changed
  await sender.stop()
  expect(said).toHaveLength(1)
  expect(said[0]!.message.fields!.at(-1)!.value).toContain('Mia')
  expect(await states()).toEqual({ told: 1 })
})

test('what was being told when the process died is looked up, not told again', async () => {
  const { heard, store, time, sender, said, settled, states, takenUp } = await newPost()
  await heard('Nimbus un')
  await heard('Nimbus deux')
  const [arrived] = await store.deliveries.due(time.now, [])
  await store.deliveries.begin(arrived!.id, time.now)
  said.push({ channel: 'e-reputation', message: {}, delivery: arrived!.id, id: 'before', at: time.now })
  await sender.start()
  await takenUp()
  await settled()
  await sender.stop()
  expect(said).toHaveLength(2)
  expect(await states()).toEqual({ told: 2 })
})

test('what was being told and did not arrive is told after the start', async () => {
  const { heard, store, time, sender, said, happens, takenUp } = await newPost()
  await heard('Nimbus un')
  const [lost] = await store.deliveries.due(time.now, [])
  await store.deliveries.begin(lost!.id, time.now)
  const told = happens()
  await sender.start()
  await takenUp()
  await told
  await sender.stop()
  expect(said.map(({ delivery }) => delivery)).toEqual([lost!.id])
})

test('an answer that was lost after the message arrived does not double it', async () => {
  const { heard, sender, said, faults, chat, states, time, store } = await newPost()
  await heard('Nimbus un')
  const lost = Promise.withResolvers<void>()
  faults.push(async () => {
    const [row] = await store.deliveries.interrupted()
    said.push({ channel: 'e-reputation', message: {}, delivery: row!.id, id: 'arrived', at: time.now })
    lost.resolve()
    throw new Error('socket hang up')
  })
  await sender.start()
  await lost.promise
  await sender.stop()
  expect(await states()).toEqual({ waiting: 1 })
  time.now += 3_600_000
  const found = Promise.withResolvers<void>()
  const find = chat.find
  chat.find = async (...asked) => {
    found.resolve()
    return find(...asked)
  }
  await sender.start()
  await found.promise
  await sender.stop()
  expect(said).toHaveLength(1)
  expect(await states()).toEqual({ told: 1 })
})

test('a refusal is final and keeps its reason; a limit waits as long as it says', async () => {
  const { heard, sender, faults, states, store, time, said } = await newPost()
  await heard('Nimbus un')
  const refused = Promise.withResolvers<void>()
  faults.push(() => {
    refused.resolve()
    throw new Unavailable('channel is archived', { refused: true })
  })
  await sender.start()
  await refused.promise
  await sender.stop()
  expect(await states()).toEqual({ 'given-up': 1 })

  await heard('Nimbus deux')
  const limited = Promise.withResolvers<void>()
  faults.push(() => {
    limited.resolve()
    throw new Unavailable('slow down', { retryAfter: 30_000 })
  })
  await sender.start()
  await limited.promise
  await sender.stop()
  expect(await store.deliveries.due(time.now + 29_000, [])).toEqual([])
  expect(await store.deliveries.due(time.now + 30_000, [])).toHaveLength(1)
  expect(said).toEqual([])
})

test('a channel that hangs holds up no other', async () => {
  const { heard, sender, chat, said, happens } = await newPost()
  await heard('Nimbus hangs')
  await heard('Lumeo goes on')
  const hang = Promise.withResolvers<void>()
  const { say } = chat
  chat.say = async (channel, ...saying) => {
    if (channel === 'e-reputation') await hang.promise
    return say(channel, ...saying)
  }
  const told = happens()
  await sender.start()
  await told
  expect(said.map(({ channel }) => channel)).toEqual(['veille'])
  hang.resolve()
  await sender.stop()
  expect(said.map(({ channel }) => channel)).toEqual(['veille', 'e-reputation'])
})

test('a store that fails while something is told leaves nothing behind in between', async () => {
  const { heard, store, sender, said, faults, happens, states, takenUp } = await newPost()
  await heard('Nimbus un')
  const { together } = store
  const failed = Promise.withResolvers<Record<string, number>>()
  faults.push(() => {
    store.together = async () => {
      store.together = together
      failed.resolve(await states())
      throw new Error('database or disk is full')
    }
    throw new Error('socket hang up')
  })
  await sender.start()
  expect(await failed.promise).toEqual({ sending: 1 })
  const told = happens()
  sender.wake()
  sender.wake()
  await takenUp()
  await told
  await sender.stop()
  expect(said).toHaveLength(1)
  expect(await states()).toEqual({ told: 1 })
})
