import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Told } from '../../src/chat/chat.ts'
import { Unavailable } from '../../src/model/oops.ts'
import { leaseLength } from '../../src/store/leases.ts'
import { settling } from '../../src/store/outbox.ts'
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
  const { heard, another, said, time, states, happens, takenUp } = await newPost()
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
  await takenUp(alive)
  await told
  await alive.stop()
  expect(said).toHaveLength(2)
  expect(said.map(({ message }) => message.note)).toEqual([undefined, undefined])
  expect(await states()).toEqual({ told: 2 })
})

test('what a killed process had told is found, and not told again', async () => {
  const { heard, another, chat, said, time, states, takenUp } = await newPost()
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
  await takenUp(alive)
  while ((await states()).told !== 1) await setImmediate()
  await alive.stop()
  expect(said).toHaveLength(1)
})

test('where the history is closed it is told again, and says that it may be a repeat, in its edits too', async () => {
  const { heard, another, said, time, store, happens, takenUp, mia } = await newPost()
  await heard('Nimbus un')
  const begun = Promise.withResolvers<void>()
  const killed = await another({ say: () => hangs(begun) })
  await killed.start()
  await begun.promise
  time.now += leaseLength
  const alive = await another({ find: async () => 'unknown' })
  const told = happens()
  await alive.start()
  await takenUp(alive)
  await told
  expect(read(said[0]!.message)).toMatch(/Doublon possible\s: je n’ai pas pu vérifier/)
  const changed = happens()
  await mia.presses('Je m’en occupe', said[0]!.message)
  alive.wake()
  await changed
  await alive.stop()
  expect(read(said[0]!.message)).toMatch(/Prise? en charge par Mia[\s\S]*Doublon possible/)
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

test('a process that stood still while another took over says nothing more', async () => {
  const { heard, another, said, time, states, happens } = await newPost()
  await heard('Nimbus un')
  const begun = Promise.withResolvers<void>()
  const killed = await another({ say: () => hangs(begun) })
  await killed.start()
  await begun.promise
  time.now += leaseLength
  const looking = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<null>()
  const slow = await another({
    find: () => {
      looking.resolve()
      return answer.promise
    },
  })
  await slow.start()
  time.now += settling
  slow.wake()
  await looking.promise

  // Asleep for as long as its lease lasts.
  time.now += leaseLength
  const awake = await another()
  await awake.start()
  const told = happens()
  while (said.length === 0) {
    time.now += settling
    awake.wake()
    await Promise.race([told, setImmediate()])
  }
  answer.resolve(null)
  await slow.stop()
  await awake.stop()
  expect(said).toHaveLength(1)
  expect(await states()).toEqual({ told: 1 })
})

test('a failure that is noticed too late undoes nothing of what another process did since', async () => {
  const { heard, another, time, states, store } = await newPost()
  await heard('Nimbus un')
  const begun = Promise.withResolvers<void>()
  const failing = Promise.withResolvers<Told>()
  const slow = await another({
    say: () => {
      begun.resolve()
      return failing.promise
    },
  })
  await slow.start()
  await begun.promise
  time.now += leaseLength
  const awake = await another()
  await awake.start()
  time.now += settling
  awake.wake()
  while ((await states()).told !== 1) await setImmediate()
  failing.reject(new Unavailable('is_archived', { refused: true }))
  await slow.stop()
  await awake.stop()
  expect(await states()).toEqual({ told: 1 })
  expect(await store.deliveries.nextDue({ now: time.now })).toBeNull()
})

test('what another process tried since it was read is looked for, though it looked new', async () => {
  const { heard, store, time, sender, said, passes, chat } = await newPost()
  await heard('Nimbus un')
  const read = await store.deliveries.due(time.now, [])
  const [one] = read
  // It told it, and died before it could write that down.
  await store.deliveries.begin(one!.id, time.now)
  await chat.say('e-reputation', {}, { delivery: one!.id })
  await store.deliveries.resume({ now: time.now })
  const { due } = store.deliveries
  store.deliveries.due = async (...asking) => {
    const now = await due(...asking)
    return now.length > 0 ? read : now
  }
  time.now += settling
  await sender.start()
  await passes(minute)
  await sender.stop()
  expect(said).toHaveLength(1)
})

test('alerts that another process tells together are not told together once more', async () => {
  const { heard, store, time } = await newPost()
  const place = { chat: 'local' as const, channel: 'e-reputation' }
  for (const about of abouts(3)) await heard(`Nimbus ${about}`)
  const ids = (await store.summaries.waiting('nimbus', place, time.now)).map(({ id }) => id)
  expect(ids).toHaveLength(3)
  const summary = { payload: {}, now: time.now }
  await store.together((store) => store.summaries.add('nimbus', place, ids, summary))
  const again = store.together((store) => store.summaries.add('nimbus', place, ids.slice(1), summary))
  await expect(again).rejects.toThrow('another process')
  expect(await store.deliveries.counts()).toEqual({ waiting: 4 })
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
