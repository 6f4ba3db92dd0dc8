import { setImmediate } from 'node:timers/promises'
import pino from 'pino'
import { expect, test } from 'vitest'
import { newSender } from '../../src/delivery/sender.ts'
import { Unavailable } from '../../src/model/oops.ts'
import { nimbus, read } from '../world.ts'
import { hour, minute, newPost, second } from './fake-chat.ts'

// What is given up, and what becomes of it when its channel takes messages again.

/** A chat whose channels can be archived for a while: then they take nothing, for certain. */
async function newArchive(more: Parameters<typeof newPost>[0] = {}) {
  const world = await newPost(more)
  let archived = false
  const { say, change } = world.chat
  const guard = () => {
    if (archived) throw new Unavailable('is_archived', { refused: true })
  }
  world.chat.say = async (...saying) => {
    guard()
    return say(...saying)
  }
  world.chat.change = async (...changing) => {
    guard()
    return change(...changing)
  }
  return {
    ...world,
    archives(now: boolean) {
      archived = now
    },
  }
}

test('a story that was told and whose change was refused is not told again: it is brought up to date when it grows', async () => {
  const { spreads, sender, said, passes, archives, states } = await newArchive()
  await spreads()
  await sender.start()
  await passes(minute)
  archives(true)
  await spreads()
  await passes(minute)
  expect(await states()).toEqual({ 'given-up': 1 })
  archives(false)
  await spreads()
  await passes(hour)
  await sender.stop()
  expect(said).toHaveLength(1)
  expect(read(said[0]!.message)).toContain('Média 3')
  expect(await states()).toEqual({ told: 1 })
})

test('news goes into the thread of a message whose change was refused', async () => {
  const { spreads, sender, said, passes, chat, states } = await newPost()
  await spreads()
  await sender.start()
  await passes(minute)
  chat.change = async () => {
    throw new Unavailable('edit_window_closed', { refused: true })
  }
  await spreads(5)
  await passes(minute)
  expect(await states()).toEqual({ 'given-up': 1, told: 1 })
  await spreads(20)
  await passes(hour)
  await sender.stop()
  expect(said.map(({ thread }) => thread)).toEqual([undefined, 'm0', 'm0'])
  expect(await states()).toEqual({ 'given-up': 1, told: 2 })
})

test('what another message told since is not told again by the one that was given up', async () => {
  const { spreads, sender, said, passes, archives, mia, noor, states } = await newArchive()
  archives(true)
  await spreads()
  await sender.start()
  await passes(minute)
  archives(false)
  await spreads()
  await passes(minute)
  expect(said).toHaveLength(1)
  const list = await mia.types('/deliveries')
  expect(read(await mia.presses('Réessayer', list))).toMatch(/Un autre message a signalé cette actualité/)
  await passes(hour)
  await sender.stop()
  expect(said).toHaveLength(1)
  expect(await states()).toEqual({ 'given-up': 1, told: 1 })
  expect(read(await noor.types('/deliveries'))).toMatch(/0 waiting · 1 told\n/)
})

test('a summary that was refused is told anew, without the story that rang meanwhile', async () => {
  const { post, hear, spreads, sender, said, passes, time, archives, mia, states } = await newArchive()
  await hear(things.map((thing) => post(`Nimbus : ${thing}`)))
  await spreads()
  time.now += hour
  archives(true)
  await sender.start()
  await passes(minute)
  expect(await states()).toEqual({ 'given-up': things.length + 2 })
  archives(false)
  await spreads()
  await passes(minute)
  expect(said).toHaveLength(1)
  await mia.presses('Réessayer', await mia.types('/deliveries'))
  await passes(hour)
  await sender.stop()
  expect(said).toHaveLength(2)
  expect(said[1]!.message.items).toHaveLength(things.length)
  expect(read(said[1]!.message)).not.toContain('Média')
  // The other alert of the story, the summary, and what it tells.
  expect(await states()).toEqual({ 'given-up': 1, told: things.length + 2 })
  expect(read(await mia.types('/deliveries état:abandonné'))).toMatch(/écarté par Mia/)
})

test('what a given-up summary tells is tried again with it, whichever button asks for it', async () => {
  const { post, hear, sender, said, passes, time, states, store, faults } = await newPost()
  await hear(things.map((thing) => post(`Nimbus : ${thing}`)))
  const [first] = await store.deliveries.due(time.now, [])
  time.now += hour
  faults.push(() => {
    throw new Unavailable('is_archived', { refused: true })
  })
  await sender.start()
  await passes(minute)
  expect(await states()).toEqual({ 'given-up': things.length + 1 })
  const by = { by: 'Mia', now: time.now }
  expect(await store.together((store) => store.deliveryList.retry('nimbus', first!.id, by))).toBe('retried')
  expect(await store.together((store) => store.deliveryList.retry('nimbus', first!.id, by))).toBeNull()
  await passes(hour)
  await sender.stop()
  expect(said).toHaveLength(1)
  expect(await states()).toEqual({ told: things.length + 1 })
})

test('an old message points to the fresh one also when that was refused at first', async () => {
  const { spreads, sender, said, passes, archives, store, time, states } = await newArchive({
    chat: { editsFor: hour },
  })
  await spreads()
  await sender.start()
  await passes(2 * hour)
  archives(true)
  await spreads()
  await passes(minute)
  archives(false)
  const [fresh] = await store.deliveryList.list('nimbus', { state: 'given-up' }, { most: 9 })
  await store.together((store) => store.deliveryList.retry('nimbus', fresh!.id, { by: 'Mia', now: time.now }))
  await passes(hour)
  await sender.stop()
  expect(said).toHaveLength(2)
  expect(read(said[0]!.message)).toMatch(/suite|continue|là/i)
  expect(said[0]!.message.buttons).toEqual([])
  expect(await states()).toEqual({ told: 2 })
})

test('the digest says how much could not be told, and how much perhaps', async () => {
  const { heard, sender, faults, passes, chat, store, time } = await newPost()
  chat.find = async () => 'unknown'
  const since = time.now
  for (const thing of ['lampe', 'prise', 'vis']) await heard(`Nimbus : ${thing} en panne`)
  const hangUp = () => {
    throw new Error('socket hang up')
  }
  faults.push(() => {
    throw new Unavailable('msg_too_long', { refused: true })
  }, hangUp)
  await sender.start()
  await passes(second)
  faults.push(hangUp)
  await passes(hour)
  await sender.stop()
  expect(await store.deliveryList.untold('nimbus', since)).toEqual({ givenUp: 1, unconfirmed: 1 })
  expect(await store.deliveryList.untold('nimbus', time.now)).toEqual({ givenUp: 0, unconfirmed: 0 })
  expect(await store.deliveryList.untold('another', since)).toEqual({ givenUp: 0, unconfirmed: 0 })
})

test('a chat that is not connected is waited for, without a look at each message on its own', async () => {
  const { post, hear, store, time, clock } = await newPost()
  await hear(things.map((thing) => post(`Nimbus : ${thing}`)))
  const { unreachable } = store.deliveries
  let asked = 0
  store.deliveries.unreachable = (...asking) => {
    asked++
    return unreachable(...asking)
  }
  const log = pino({ level: 'silent' })
  const sender = newSender({ store, chats: new Map(), teams: [nimbus], clock, log })
  await sender.start()
  for (const jump of [0, -hour]) {
    time.now += jump
    sender.wake()
    while ((await store.deliveries.nextDue({ now: time.now })) !== time.now + minute) await setImmediate()
  }
  await sender.stop()
  expect(asked).toBe(2)
  const waiting = await store.deliveryList.list('nimbus', {}, { most: 20 })
  expect(waiting).toHaveLength(things.length)
  for (const one of waiting)
    expect(one).toMatchObject({ reason: 'local is not connected', dueAt: time.now + minute, attempts: 0 })
})

/** Nobody would take two of them for one story. */
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
  'fil',
]
