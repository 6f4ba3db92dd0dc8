import pino from 'pino'
import { describe, expect, test } from 'vitest'
import { newLiving } from '../../src/delivery/living.ts'
import { writePoll } from '../../src/delivery/poll-life.ts'
import { Unavailable } from '../../src/model/oops.ts'
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

describe('in Discord at night', () => {
  const team = { ...nimbus, sample: false }
  /** A poll asked at 14:30, whose channel takes few edits after an hour; it is 22:05, and somebody votes. */
  async function newNight() {
    const poll = await newPoll('/sondage "Quel logo ?" bleu | vert jusqu\'à:23:59', {
      chat: { editsFor: hour },
      team,
    })
    poll.time.now = Date.UTC(2026, 10, 21, 21, 5)
    await poll.votes()
    await poll.passes(5 * second)
    return poll
  }

  test('a poll goes on where it stands, edited seldom, and rings nobody', async () => {
    const { said, edits, votes, passes, time, sender } = await newNight()
    expect(count(said[0]!.message)).toBe(1)
    const before = time.now
    for (let nth = 0; nth < 20; nth++) {
      await votes()
      await passes(30 * second)
    }
    expect(said).toHaveLength(1)
    expect(edits.filter(({ at }) => at > before).length).toBeLessThanOrEqual(3)
    expect(edits.filter(({ at }) => at > before).length).toBeGreaterThanOrEqual(1)
    await sender.stop()
  })

  test('its end is told at its time', async () => {
    const { said, edits, votes, passes, time, sender, store } = await newNight()
    await votes()
    time.now = (await store.polls.get('nimbus', 1))!.endsAt!
    await passes(3 * second)
    expect(read(said[0]!.message)).toMatch(/bleu l’emporte avec 2 votes/)
    expect(edits.at(-1)!.at - (await store.polls.get('nimbus', 1))!.endsAt!).toBeLessThanOrEqual(2 * second)
    expect(said[1]).toMatchObject({ thread: said[0]!.id })
    expect(read(said[1]!.message)).toMatch(/Le résultat/)
    await sender.stop()
  })

  test('a fresh message that still waits for the morning is told with the end', async () => {
    const { said, passes, time, store, sender, mia } = await newNight()
    const [place] = await store.living.places('nimbus', 'poll:1')
    const { now } = time
    await store.together((store) => store.stories.handOver(place!.delivery, { now, dueAt: now + 9 * hour }))
    await mia.types('/poll close 1')
    await passes(3 * second)
    expect(said).toHaveLength(3)
    expect(read(said[1]!.message)).toMatch(/bleu l’emporte/)
    expect(said[2]).toMatchObject({ thread: said[1]!.id })
    await sender.stop()
  })
})

test('a channel that was lost is tried seldom, and holds up no other', async () => {
  let refused = 0
  const { passes, votes, edits, chat, time, mia, said, sender } = await newPoll(
    '/sondage "Quel logo ?" bleu | vert dans:#veille,#communaute',
  )
  const { change } = chat
  chat.change = async (told, message) => {
    if (told.channel !== 'veille') return change(told, message)
    refused++
    throw new Unavailable('Missing Access', { refused: true })
  }
  const began = time.now
  for (let nth = 0; nth < 200; nth++) {
    await votes()
    await passes(3 * second)
  }
  const took = (time.now - began) / (30 * second)
  expect(edits.length).toBeLessThanOrEqual(took + 2)
  expect(edits.length).toBeGreaterThan(took - 3)
  expect(refused).toBeLessThanOrEqual(5)
  chat.change = change
  await mia.types('/poll close 1')
  await passes(2 * second)
  for (const { message, thread } of said) if (!thread) expect(read(message)).toMatch(/bleu l’emporte/)
  await sender.stop()
})

test('a poll that could be told nowhere is not looked at again and again', async () => {
  const { store, votes, sender, passes } = await newPoll()
  const [place] = await store.living.places('nimbus', 'poll:1')
  await votes()
  expect(await store.living.nextDue(['nimbus'])).not.toBeNull()
  await store.deliveries.giveUp(place!.delivery, 'gone', { inDoubt: false, mayRepeat: false, dueAt: 1 })
  expect(await store.living.nextDue(['another'])).toBeNull()
  await passes(5 * second)
  await sender.stop()

  const message = { text: 'nowhere' }
  await store.living.begin('nimbus', 'poll:9', { places: [], message, now: 0 })
  await store.living.touch('nimbus', 'poll:9')
  expect(await store.living.due(Number.MAX_SAFE_INTEGER, ['nimbus'])).toEqual([])
  expect(await store.living.nextDue(['nimbus'])).toBeNull()
})
