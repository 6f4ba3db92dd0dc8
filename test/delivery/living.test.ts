import { expect, test } from 'vitest'
import { Unavailable } from '../../src/model/oops.ts'
import { nimbus, read } from '../world.ts'
import { hour, minute, newPost, second } from './fake-chat.ts'

async function newStory(more: Parameters<typeof newPost>[0] = {}) {
  const world = await newPost(more)
  await world.sender.start()
  await world.spreads()
  await world.settled()
  return world
}

const outlets = (message: Parameters<typeof read>[0]) => /Repris par: (.*)/.exec(read(message))?.[1]

test('a story that spreads changes its message at once, and then every thirty seconds at most', async () => {
  const { spreads, said, edits, later, settled, time, sender } = await newStory()
  const began = time.now
  await later(minute)
  for (let count = 0; count < 3; count++) {
    await spreads()
    await later(10 * second)
  }
  await later(10 * second)
  expect(edits.map(({ at }) => (at - began) / second)).toEqual([70, 100])
  await later(hour)
  await settled()
  expect(edits).toHaveLength(2)
  expect(said).toHaveLength(1)
  expect(outlets(said[0]!.message)).toBe('Média 1, Média 2, Média 3, Média 4')
  await sender.stop()
})

test('what a person presses is shown at once, with all that was held back', async () => {
  const { spreads, said, edits, later, settled, mia, sender, restart } = await newStory()
  await spreads()
  await later(second)
  await spreads()
  await later(second)
  expect(edits).toHaveLength(1)
  await mia.presses('Je m’en occupe', said[0]!.message)
  await settled()
  expect(edits).toHaveLength(2)
  expect(read(said[0]!.message)).toMatch(/Média 3[\s\S]*Mia/)
  await spreads()
  await restart()
  await later(29 * second)
  expect(edits).toHaveLength(2)
  await later(second)
  expect(outlets(said[0]!.message)).toContain('Média 4')
  await sender.stop()
})

test('a press while an edit is on its way does not wait for the next one', async () => {
  const { spreads, said, edits, faults, settled, mia, sender } = await newStory()
  const [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  faults.push(() => {
    begun.resolve()
    return go.promise
  })
  await spreads()
  sender.wake()
  await begun.promise
  await mia.presses('Je m’en occupe', said[0]!.message)
  go.resolve()
  await settled()
  expect(edits).toHaveLength(2)
  expect(read(said[0]!.message)).toContain('Mia')
  await sender.stop()
})

test('what changed before a restart is told after it, and the rhythm goes on where it was', async () => {
  const { spreads, said, edits, later, restart, settled, sender } = await newStory()
  await spreads()
  await later(0)
  await spreads()
  await restart()
  await later(29 * second)
  expect(edits).toHaveLength(1)
  await restart()
  await later(second)
  expect(edits).toHaveLength(2)
  expect(outlets(said[0]!.message)).toBe('Média 1, Média 2, Média 3')
  await settled()
  await sender.stop()
})

test('an edit that failed may have arrived: the next one keeps its distance', async () => {
  const { spreads, edits, faults, later, settled, sender } = await newStory()
  const failed = Promise.withResolvers<void>()
  faults.push(() => {
    failed.resolve()
    throw new Error('socket hang up')
  })
  await spreads()
  sender.wake()
  await failed.promise
  await settled()
  await later(29 * second)
  expect(edits).toEqual([])
  await later(second)
  expect(edits).toHaveLength(1)
  await sender.stop()
})

test('a message that was found after a failure is brought up to date: nobody knows which version arrived', async () => {
  const { spreads, said, faults, chat, settled, later, sender } = await newPost()
  await spreads()
  await sender.start()
  const { say } = chat
  const lost = Promise.withResolvers<void>()
  chat.say = async (...saying) => {
    chat.say = say
    await say(...saying)
    lost.resolve()
    throw new Error('socket hang up')
  }
  sender.wake()
  await lost.promise
  await settled()
  await spreads()
  await later(minute)
  await later(minute)
  expect(faults).toEqual([])
  expect(said).toHaveLength(1)
  expect(outlets(said[0]!.message)).toBe('Média 1, Média 2')
  await sender.stop()
})

test('news goes into the thread of the alert, after it', async () => {
  const { spreads, said, later, sender } = await newStory()
  await later(minute)
  await spreads(4)
  await later(minute)
  expect(said).toMatchObject([{ id: 'm0' }, { thread: 'm0', channel: 'e-reputation' }])
  expect(read(said[1]!.message)).toMatch(
    /^Repris par 5 médias, dont Média 2, Média 3, Média 4\u00a0: \+4 depuis 14:30$/,
  )
  await sender.stop()
})

/** A story that was not told yet, in which somebody the team named has turned up: its alert meets a limit first. */
async function newLimitedStory() {
  const world = await newPost()
  await world.spreads()
  await world.spreads(1, { text: 'Hélène Vasseur, sa directrice, la montre.' })
  const limited = Promise.withResolvers<void>()
  world.faults.push(() => {
    limited.resolve()
    throw new Unavailable('slow down', { retryAfter: minute })
  })
  await world.sender.start()
  await limited.promise
  await world.settled()
  expect(await world.states()).toEqual({ waiting: 2 })
  return world
}

test('news waits for its alert', async () => {
  const { said, later, sender } = await newLimitedStory()
  await later(minute)
  expect(said).toMatchObject([{ id: 'm0' }, { thread: 'm0' }])
  expect(read(said[1]!.message)).toContain('Hélène Vasseur entre dans l’actualité')
  await sender.stop()
})

test('news is given up with its alert', async () => {
  const { said, faults, later, states, store, sender } = await newLimitedStory()
  faults.push(() => {
    throw new Unavailable('channel is archived', { refused: true })
  })
  await later(minute)
  expect(said).toEqual([])
  expect(await states()).toEqual({ 'given-up': 2 })
  const [news] = await store.deliveries.about('nimbus', 'mention:1/person-Hélène Vasseur')
  expect(news!.reason).toBe('the message above was not told')
  await sender.stop()
})

test('where a chat takes no edits after an hour, a fresh message takes over and the old one points to it', async () => {
  const chat = { editsFor: hour, linkTo: ({ id }: { id: string }) => `https://chat.example/${id}` }
  const { spreads, said, edits, later, mia, settled, restart, states, sender } = await newStory({ chat })
  await later(hour)
  await mia.presses('Je m’en occupe', said[0]!.message)
  await settled()
  expect(said).toHaveLength(1)

  await spreads()
  await restart()
  await later(30 * second)
  expect(said).toHaveLength(2)
  const [old, fresh] = [said[0]!.message, said[1]!.message]
  expect(outlets(fresh)).toBe('Média 1, Média 2')
  expect(read(fresh)).toContain('Mia')
  expect(fresh.buttons).not.toEqual([])
  expect(read(old)).toContain('message plus récent\u00a0: #e-reputation, 15:30')
  expect(old.text).toContain('(https://chat.example/m1)')
  expect(old.buttons).toEqual([])

  await spreads(3)
  await later(minute)
  expect(said[2]).toMatchObject({ thread: 'm1' })
  expect(edits.filter(({ id }) => id === 'm0')).toHaveLength(2)
  expect(outlets(said[1]!.message)).toContain('Média 5')
  expect(await states()).toEqual({ told: 3 })
  await sender.stop()
})

test('news that waits while a fresh message takes over goes below the fresh one', async () => {
  const { spreads, said, later, sender } = await newStory({ chat: { editsFor: hour } })
  await later(hour - 4 * minute)
  await spreads(4)
  await later(2 * minute)
  await spreads(5)
  await later(3 * minute)
  expect(said.map(({ thread }) => thread)).toEqual([undefined, 'm0', undefined])
  await later(10 * minute)
  expect(said.map(({ thread }) => thread)).toEqual([undefined, 'm0', undefined, 'm2'])
  expect(read(said[3]!.message)).toContain('10 médias')
  await sender.stop()
})

test('where the fresh message is refused, the old one stays as it is', async () => {
  const { spreads, said, faults, later, states, sender } = await newStory({ chat: { editsFor: hour } })
  await later(hour)
  const before = said[0]!.message
  faults.push(() => {
    throw new Unavailable('channel is archived', { refused: true })
  })
  await spreads()
  await later(minute)
  expect(said[0]!.message).toEqual(before)
  expect(await states()).toEqual({ told: 1, 'given-up': 1 })
  await sender.stop()
})

test('a fresh message does not ring at night: it takes over in the morning', async () => {
  const team = { ...nimbus, sample: false }
  const { spreads, said, later, time, settled, sender } = await newStory({ chat: { editsFor: hour }, team })
  time.now = Date.parse('2026-11-22T01:00Z')
  await spreads()
  await settled()
  expect(said).toHaveLength(1)
  await later(5 * hour)
  expect(said).toHaveLength(2)
  expect(read(said[0]!.message)).toContain('#e-reputation, 07:00')
  await sender.stop()
})

test('where nothing limits edits, a message is changed for as long as its story lives', async () => {
  const { spreads, said, later, sender } = await newStory()
  await later(26 * hour)
  await spreads()
  await later(0)
  expect(said).toHaveLength(1)
  expect(outlets(said[0]!.message)).toBe('Média 1, Média 2')
  await sender.stop()
})

test('no fresh message takes over from one that was ignored: it would ring', async () => {
  const { spreads, said, later, mia, settled, sender } = await newStory({ chat: { editsFor: hour } })
  await mia.presses('Ignorer', said[0]!.message, { why: '' })
  await settled()
  await later(2 * hour)
  await spreads()
  await later(minute)
  expect(said).toHaveLength(1)
  expect(outlets(said[0]!.message)).toBe('Média 1, Média 2')
  await sender.stop()
})
