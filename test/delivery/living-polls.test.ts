import pino from 'pino'
import { expect, test } from 'vitest'
import { newLiving } from '../../src/delivery/living.ts'
import { writePoll } from '../../src/delivery/poll-life.ts'
import { day } from '../../src/model/time.ts'
import { sameStore } from '../databases/open.ts'
import { nimbus, read } from '../world.ts'
import { hour, newPost, second } from './fake-chat.ts'

/** A poll in a channel, and time that goes by in steps of a second. */
async function newPoll(
  line = '/sondage "Quel logo ?" bleu | vert',
  more: Parameters<typeof newPost>[0] = {},
) {
  const world = await newPost(more)
  const { living, polls, time, sender, settled } = world
  await sender.start()
  async function passes(ms: number) {
    for (const end = time.now + ms; ; time.now += Math.min(second, end - time.now)) {
      await polls.look()
      await living.look()
      await settled()
      if (time.now >= end) return
    }
  }
  await world.mia.types(line)
  await passes(0)
  const message = { about: 'poll:1', buttons: [{ action: 'poll.vote', label: 'bleu', value: '1' }] }
  let people = 0
  const votes = () => world.somebody(`v${++people}`, `V${people}`).presses('bleu', message)
  return { ...world, passes, votes }
}

const count = (message: Parameters<typeof read>[0]) =>
  Number(/· (\d+) votes? ·|choix · (\d+) vote/.exec(read(message))?.slice(1).find(Boolean))

test('many votes are few edits: the first one soon, then one in thirty seconds', async () => {
  const { passes, votes, said, edits, time, sender } = await newPoll()
  const began = time.now
  await passes(10 * second)
  for (let nth = 0; nth < 60; nth++) {
    await votes()
    await passes(second)
  }
  await passes(40 * second)
  expect(said).toHaveLength(1)
  expect(edits.map(({ at }) => Math.round((at - began) / second))).toEqual([10, 40, 70])
  expect(count(said[0]!.message)).toBe(60)
  await sender.stop()
})

test('the end is seen at once, with what was held back, and rings below', async () => {
  const { passes, votes, said, edits, mia, sender, time } = await newPoll()
  await votes()
  await passes(2 * second)
  await votes()
  await passes(2 * second)
  expect(edits).toHaveLength(1)
  const before = time.now
  await mia.types('/poll close 1')
  await passes(2 * second)
  expect(edits.at(-1)!.at - before).toBeLessThanOrEqual(second)
  expect(read(said[0]!.message)).toMatch(/bleu l’emporte avec 2 votes/)
  expect(said[1]).toMatchObject({ thread: said[0]!.id })
  expect(read(said[1]!.message)).toMatch(/Le résultat/)
  await passes(5 * 60 * second)
  expect(said).toHaveLength(2)
  await sender.stop()
})

test('where edits end after an hour a fresh message takes over, and the old one has nothing to press', async () => {
  const poll = await newPoll('/sondage "Quel logo ?" bleu | vert type:plusieurs', {
    chat: { editsFor: hour },
  })
  const { passes, votes, said, mia, sender, time } = poll
  time.now += hour
  await votes()
  await passes(5 * second)
  expect(said).toHaveLength(2)
  const [old, fresh] = said.map(({ message }) => message)
  expect(read(old!)).toMatch(/La suite est dans un message plus récent/)
  expect([old!.buttons, old!.selects]).toEqual([[], []])
  expect(fresh!.selects).toHaveLength(1)
  await mia.types('/poll close 1')
  await passes(5 * second)
  expect(said[2]).toMatchObject({ thread: said[1]!.id })
  expect(read(said[1]!.message)).toMatch(/bleu l’emporte/)
  await sender.stop()
})

test('what happened just before a crash is told by the next process', async () => {
  const { store, votes, said, time, settled, sender, passes } = await newPoll()
  await votes()
  time.now += 2 * second
  const next = newLiving({
    store: await sameStore(store),
    teams: [nimbus],
    writers: { poll: writePoll },
    clock: () => time.now,
    log: pino({ level: 'silent' }),
    wake: () => {},
  })
  await next.look()
  await settled()
  expect(count(said[0]!.message)).toBe(1)
  await passes(second)
  await sender.stop()
})

test('two processes write a message once', async () => {
  const { store, votes, edits, time, settled, sender, living } = await newPoll()
  await votes()
  time.now += 2 * second
  const quiet = { clock: () => time.now, log: pino({ level: 'silent' }), wake: () => {} }
  const other = newLiving({
    store: await sameStore(store),
    teams: [nimbus],
    writers: { poll: writePoll },
    ...quiet,
  })
  await Promise.all([living.look(), other.look()])
  await settled()
  expect(edits).toHaveLength(1)
  await sender.stop()
})

test('a message that still lives is not forgotten with the others of its age', async () => {
  const { store, time, said, votes, passes, mia, sender } = await newPoll()
  time.now += 200 * day
  await store.deliveries.forget('of', ['nimbus'], time.now - 90 * day)
  await votes()
  await passes(2 * second)
  expect(said).toHaveLength(1)
  expect(count(said[0]!.message)).toBe(1)
  await mia.types('/poll close 1')
  await passes(2 * second)
  await store.deliveries.forget('of', ['nimbus'], time.now)
  expect(await store.deliveries.counts()).toMatchObject({})
  await sender.stop()
})
