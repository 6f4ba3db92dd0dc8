import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Told } from '../../src/chat/chat.ts'
import { Unavailable } from '../../src/model/oops.ts'
import { leaseLength } from '../../src/store/leases.ts'
import { read } from '../world.ts'
import { minute, newPost } from './fake-chat.ts'

test('two processes tell each message once, and never two at a time in a channel', async () => {
  const { heard, another, chat, said, states } = await newPost()
  for (const about of abouts(20)) await heard(`Nimbus ${about}`)
  let telling = 0
  let most = 0
  const slow: typeof chat.say = async (...saying) => {
    most = Math.max(most, ++telling)
    for (let turns = 0; turns < 5; turns++) await setImmediate()
    telling--
    return chat.say(...saying)
  }
  const senders = [await another({ say: slow }), await another({ say: slow })]
  for (const sender of senders) await sender.start()
  while ((await states()).told !== 20) {
    await setImmediate()
    for (const sender of senders) sender.wake()
  }
  for (const sender of senders) await sender.stop()
  expect(new Set(said.map(({ delivery }) => delivery)).size).toBe(20)
  expect(said).toHaveLength(20)
  expect(most).toBe(1)
})

test('what a killed process was telling is left alone while it may live, and told by another once its lease is over', async () => {
  const { heard, another, said, time, states, happens } = await newPost()
  await heard('Nimbus un')
  const begun = Promise.withResolvers<void>()
  const killed = await another({ say: () => hangs(begun) })
  await killed.start()
  await begun.promise
  await heard('Nimbus deux')

  const alive = await another()
  await alive.start()
  time.now += leaseLength - 1
  await standsStill(alive.wake)
  expect(said).toEqual([])
  expect(await states()).toEqual({ sending: 1, waiting: 1 })

  const told = happens(2)
  time.now += 1
  alive.wake()
  await told
  await alive.stop()
  expect(said).toHaveLength(2)
  expect(said.map(({ message }) => message.note)).toEqual([undefined, undefined])
  expect(await states()).toEqual({ told: 2 })
})

test('what a killed process had told is found, and not told again', async () => {
  const { heard, another, chat, said, time, states } = await newPost()
  await heard('Nimbus un')
  const arrived = Promise.withResolvers<void>()
  const killed = await another({
    say: async (...saying) => {
      await chat.say(...saying)
      return hangs(arrived)
    },
  })
  await killed.start()
  await arrived.promise
  time.now += leaseLength
  const alive = await another()
  await alive.start()
  while ((await states()).told !== 1) await setImmediate()
  await alive.stop()
  expect(said).toHaveLength(1)
})

test('where the history is closed it is told again, and says that it may be a repeat, in its edits too', async () => {
  const { heard, another, said, time, store, happens, mia } = await newPost()
  await heard('Nimbus un')
  const begun = Promise.withResolvers<void>()
  const killed = await another({ say: () => hangs(begun) })
  await killed.start()
  await begun.promise
  time.now += leaseLength
  const alive = await another({ find: async () => 'unknown' })
  const told = happens()
  await alive.start()
  await told
  expect(read(said[0]!.message)).toMatch(/Doublon possible\s: je n’ai pas pu vérifier/)
  const changed = happens()
  await mia.presses('Je m’en occupe', said[0]!.message)
  alive.wake()
  await changed
  await alive.stop()
  expect(read(said[0]!.message)).toMatch(/Pris en charge par Mia[\s\S]*Doublon possible/)
  expect(said).toHaveLength(1)
  expect(await store.deliveries.counts()).toEqual({ told: 1 })
})

test('a limit is no doubt: what was refused for now is not called a repeat', async () => {
  const { heard, sender, faults, said, passes } = await newPost({ chat: { find: async () => 'unknown' } })
  await heard('Nimbus un')
  faults.push(() => {
    throw new Unavailable('slow down', { retryAfter: 30_000 })
  })
  await sender.start()
  await passes(minute)
  await sender.stop()
  expect(said.map(({ message }) => message.note)).toEqual([undefined])
})

test('a channel rests between two messages, and a burst is spaced', async () => {
  const { heard, sender, said, passes, time } = await newPost({ chat: { pause: 1000 } })
  for (const about of abouts(4)) await heard(`Nimbus ${about}`)
  await heard('Lumeo goes its own way')
  const start = time.now
  await sender.start()
  await passes(10_000)
  await sender.stop()
  const at = (channel: string) => said.filter((one) => one.channel === channel).map((one) => one.at - start)
  expect(at('e-reputation')).toEqual([0, 1000, 2000, 3000])
  expect(at('veille')).toEqual([0])
})

test('a limit holds for all of a channel, and for no other', async () => {
  const { heard, sender, said, passes, time, faults } = await newPost()
  await heard('Nimbus un')
  await heard('Nimbus deux')
  faults.push(() => {
    throw new Unavailable('slow down', { retryAfter: 20_000 })
  })
  const start = time.now
  await sender.start()
  await passes(1)
  await heard('Lumeo goes on')
  await passes(minute)
  await sender.stop()
  expect(said.map(({ channel, at }) => [channel, at - start])).toEqual([
    ['veille', 1],
    ['e-reputation', 20_000],
    ['e-reputation', 20_000],
  ])
})

/** Things that nobody would take for one story. */
const abouts = (count: number) =>
  ['lampe', 'prise', 'ampoule', 'abat-jour', 'câble', 'socle', 'verre', 'notice', 'carton', 'vis']
    .flatMap((thing) => [`${thing} cassée`, `${thing} perdue`])
    .slice(0, count)

function hangs(begun: PromiseWithResolvers<void>): Promise<Told> {
  begun.resolve()
  return new Promise(() => {})
}

/** Long enough for a sender that wanted to do something. */
async function standsStill(wake: () => void) {
  for (let turns = 0; turns < 50; turns++) {
    wake()
    await setImmediate()
  }
}
