import { expect, test } from 'vitest'
import type { Chat } from '../../src/chat/chat.ts'
import { Unavailable } from '../../src/model/oops.ts'
import { leaseLength } from '../../src/store/leases.ts'
import { settling } from '../../src/store/outbox.ts'
import { read } from '../world.ts'
import { hour, minute, newPost, second } from './fake-chat.ts'

// What is said again, how often, and how it says so.

const find = async () => 'unknown' as const

/** In its channel nobody can look; answers of `lost` messages never come, though each arrived. */
async function newClosed(more: Partial<Chat> = {}) {
  const post = await newPost({ chat: { find, ...more } })
  let lost = 0
  const { say } = post.chat
  post.chat.say = async (...saying) => {
    const told = await say(...saying)
    if (lost-- > 0) throw new Error('socket hang up')
    return told
  }
  const loses = (answers: number) => {
    lost = answers
  }
  return { ...post, loses }
}

const marks = (said: { message: object }[]) =>
  said.map(({ message }) => /Doublon possible/.test(read(message)))

test('where nobody can look, an alert without an answer is said twice, the second time marked, and never again', async () => {
  const { heard, sender, said, passes, loses, states, store } = await newClosed()
  await heard('Nimbus un')
  loses(9)
  await sender.start()
  await passes(30 * hour)
  await sender.stop()
  expect(marks(said)).toEqual([false, true])
  expect(await states()).toEqual({ 'given-up': 1 })
  expect(await store.deliveries.about('nimbus', 'mention:1')).toMatchObject([{ reason: 'unconfirmed' }])
  expect(await store.deliveryList.states()).toEqual([
    { chat: 'local', state: 'given-up', count: 0 },
    { chat: 'local', state: 'unconfirmed', count: 1 },
  ])
})

test('it is said a second time only once the chat has answered something', async () => {
  const { heard, sender, said, passes, chat, loses, states } = await newClosed()
  await heard('Nimbus un')
  loses(1)
  let silent = true
  chat.find = async () => {
    if (silent) throw new Error('socket hang up')
    return 'unknown'
  }
  await sender.start()
  await passes(3 * hour)
  expect(said).toHaveLength(1)
  silent = false
  await passes(hour)
  await sender.stop()
  expect(marks(said)).toEqual([false, true])
  expect(await states()).toEqual({ told: 1 })
})

test('a second time that certainly did not arrive was none: it is said once the chat takes it', async () => {
  const { heard, sender, said, passes, faults, loses, states } = await newClosed()
  await heard('Nimbus un')
  loses(1)
  await sender.start()
  await passes(second)
  for (let times = 0; times < 5; times++)
    faults.push(() => {
      throw new Unavailable('slow down', { retryAfter: 30_000 })
    })
  await passes(hour)
  await sender.stop()
  expect(marks(said)).toEqual([false, true])
  expect(await states()).toEqual({ told: 1 })
})

test('killed while it says something a second time, it is not said a third time', async () => {
  const { heard, another, said, passes, loses, sender, states, time, store } = await newClosed()
  await heard('Nimbus un')
  loses(1)
  await sender.start()
  await passes(second)
  await sender.stop()
  time.now += settling
  const begun = Promise.withResolvers<void>()
  const killed = await another({
    say: () => {
      begun.resolve()
      return new Promise(() => {})
    },
  })
  await killed.start()
  await begun.promise
  time.now += leaseLength
  const alive = await another()
  await alive.start()
  time.now += minute
  alive.wake()
  while ((await states())['given-up'] !== 1) await new Promise(setImmediate)
  await alive.stop()
  expect(marks(said)).toEqual([false])
  expect(await store.deliveries.about('nimbus', 'mention:1')).toMatchObject([{ reason: 'unconfirmed' }])
})

test('a history that opens meanwhile says what arrived, or that nothing did', async () => {
  for (const arrived of [true, false]) {
    const { heard, sender, said, passes, chat, faults, states } = await newPost({ chat: { find } })
    await heard('Nimbus un')
    const hangUp = () => {
      throw new Error('socket hang up')
    }
    faults.push(hangUp, hangUp)
    await sender.start()
    await passes(settling + second)
    expect(said).toHaveLength(0)
    chat.find = async () => (arrived ? { channel: 'e-reputation', id: 'there' } : null)
    await passes(hour)
    await sender.stop()
    expect(marks(said)).toEqual(arrived ? [] : [false])
    expect(await states()).toEqual({ told: 1 })
  }
})

test('what nobody confirmed is shown as that, in both languages, and an admin has it said once more', async () => {
  const { heard, sender, said, passes, loses, mia, noor, states } = await newClosed()
  await heard('Nimbus un')
  loses(3)
  await sender.start()
  await passes(hour)
  const english = read(await noor.types('/deliveries'))
  expect(english).toMatch(/1 given up/)
  expect(english).toMatch(/❔ Perhaps in #e-reputation: I said it, no answer ever came/)
  expect(english).not.toMatch(/Not told/)
  expect(read(await noor.types('/why 1'))).toMatch(/perhaps told in #e-reputation: no answer ever came/)
  const french = await mia.types('/deliveries')
  expect(read(french)).toMatch(
    /❔ Peut-être dans #e-reputation\s: je l’ai envoyé sans jamais recevoir de réponse/,
  )
  await mia.presses('Réessayer', french)
  await passes(hour)
  // Its answer was lost as well.
  expect(marks(said)).toEqual([false, true, true])
  expect(await states()).toEqual({ 'given-up': 1 })
  await mia.presses('Réessayer', await mia.types('/deliveries'))
  await passes(hour)
  await sender.stop()
  expect(marks(said)).toEqual([false, true, true, true])
  expect(await states()).toEqual({ told: 1 })
})

test('a story whose alert nobody confirmed rings again with its next outlet, marked', async () => {
  const { spreads, sender, said, passes, loses, states } = await newClosed()
  await spreads()
  loses(2)
  await sender.start()
  await passes(hour)
  expect(await states()).toEqual({ 'given-up': 1 })
  await spreads()
  await passes(hour)
  await sender.stop()
  expect(marks(said)).toEqual([false, true, true])
  expect(await states()).toEqual({ 'given-up': 1, told: 1 })
})

test('what was refused and is tried again is marked where another alert of its story may stand', async () => {
  const { spreads, sender, said, passes, loses, states, faults, store, mia } = await newClosed()
  await spreads()
  faults.push(() => {
    throw new Unavailable('is_archived', { refused: true })
  })
  await sender.start()
  await passes(minute)
  const [refused] = await store.deliveryList.list('nimbus', { state: 'given-up' }, { most: 9 })
  loses(2)
  await spreads()
  await passes(hour)
  expect(await states()).toEqual({ 'given-up': 2 })
  expect(marks(said)).toEqual([false, true])
  const list = await mia.types('/deliveries')
  const again = list.items!.flatMap(({ buttons = [] }) => buttons)
  const press = again.find(({ label, about }) => label === 'Réessayer' && about === `delivery:${refused!.id}`)
  await mia.presses('Réessayer', { ...list, items: [], buttons: [press!] })
  await passes(hour)
  await sender.stop()
  expect(marks(said)).toEqual([false, true, true])
  expect(await states()).toEqual({ 'given-up': 1, told: 1 })
})

test('a summary that nobody confirmed is given up with all that it tells, and rings once more when it is asked for', async () => {
  const { post, hear, sender, said, passes, time, loses, states, mia } = await newClosed()
  const things = [
    'lampe',
    'prise',
    'ampoule',
    'abat-jour',
    'câble',
    'socle',
    'verre',
    'notice',
    'carton',
    'vis',
  ]
  await hear([...things, 'vitre', 'fil'].map((thing) => post(`Nimbus : ${thing}`)))
  time.now += hour
  loses(2)
  await sender.start()
  await passes(hour)
  expect(await states()).toEqual({ 'given-up': 13 })
  expect(said).toHaveLength(2)
  const list = await mia.types('/deliveries')
  expect(list.items).toHaveLength(1)
  await mia.presses('Réessayer', list)
  await passes(hour)
  await sender.stop()
  expect(said).toHaveLength(3)
  expect(await states()).toEqual({ told: 13 })
})

test('what may still be on its way is not looked for at once', async () => {
  const { heard, sender, said, passes, chat, time, states } = await newPost()
  await heard('Nimbus un')
  const { say } = chat
  let late: (() => Promise<unknown>) | undefined
  chat.say = async (...saying) => {
    chat.say = say
    late = () => say(...saying)
    throw new Error('the answer did not come in time')
  }
  await sender.start()
  await passes(settling - 1)
  // The chat took its time, and takes it now.
  await late?.()
  const arrived = time.now
  await passes(hour)
  await sender.stop()
  expect(said).toMatchObject([{ at: arrived }])
  expect(await states()).toEqual({ told: 1 })
})
