import pino from 'pino'
import { expect, test } from 'vitest'
import { newLocalChat } from '../../src/chat/local/local.ts'
import { newSender } from '../../src/delivery/sender.ts'
import { textOf } from '../../src/texts/marked.ts'
import { newWorld, nimbus } from '../world.ts'

/** The page with a community that votes on it. */
async function newPage() {
  const world = await newWorld()
  const { store, clock, living, polls, time } = world
  const { chat, workspace } = newLocalChat({ teams: [nimbus], store, clock })
  await chat.start(world.bot)
  const chats = new Map([['local' as const, chat]])
  const sender = newSender({ store, chats, teams: [nimbus], clock, log: pino({ level: 'silent' }) })
  await sender.start()
  /** Until everything that is due was told. */
  async function settled() {
    time.now += 31_000
    await polls.look()
    await living.look()
    sender.wake()
    await expect.poll(async () => (await store.deliveries.due(clock(), [])).length).toBe(0)
    await expect.poll(() => store.channels.held(clock())).toBe(0)
  }
  const shown = async (user: string) => {
    const all = await workspace.history(user, 'communaute')
    return all.map(({ id, quiet, message, thread }) => ({
      id,
      quiet,
      thread,
      message,
      words: `${message?.title ?? ''}\n${textOf(message?.text ?? [])}`.replace(/[\u00a0\u202f]/gu, ' '),
    }))
  }
  return { ...world, workspace, sender, settled, shown }
}

test('a poll on the page: typed, pressed, seen by all; one’s own vote by oneself, and kept nowhere', async () => {
  const { workspace, settled, shown, store, sender, time } = await newPage()
  await workspace.type('mia', 'communaute', '/sondage "Quel logo ?" bleu | vert anonyme:oui')
  await settled()
  const poll = (await shown('theo')).find(({ quiet }) => !quiet)!
  expect(poll.words).toMatch(/📊 Quel logo \?\nA {2}bleu/)
  await workspace.press('theo', 'communaute', poll.id, { action: 'poll.vote', value: '2' })
  const mine = (await shown('theo')).at(-1)!
  expect(mine).toMatchObject({ quiet: true, words: expect.stringMatching(/Your vote: vert/) })
  expect((await shown('ravi')).map(({ words }) => words).join()).not.toMatch(/vote: vert/)
  const kept = await store.localMessages.since(0)
  expect(JSON.stringify(kept)).not.toMatch(/Your vote/)

  await settled()
  expect((await shown('ravi')).find(({ quiet }) => !quiet)!.words).toMatch(/vert\n▰{10} {2}100 % · 1 vote/)
  await workspace.press('theo', 'communaute', mine.id, { action: 'poll.back' })
  expect((await shown('theo')).at(-1)!.words).toMatch(/You have not voted yet/)
  expect(await store.pollVotes.ballots(1)).toEqual([])

  await workspace.press('ravi', 'communaute', poll.id, { action: 'poll.vote', value: '1' })
  time.now += 1_000
  await workspace.type('mia', 'communaute', '/sondages clore 1')
  await settled()
  const [above, below] = (await shown('theo')).filter(({ quiet }) => !quiet)
  expect(above!.words).toMatch(/bleu l’emporte avec 1 vote/)
  expect(below).toMatchObject({ thread: above!.id, words: expect.stringMatching(/Le résultat : Quel logo/) })
  await sender.stop()
})

test('a button that the message does not have cannot be pressed', async () => {
  const { workspace, settled, shown, sender } = await newPage()
  await workspace.type('mia', 'communaute', '/sondage "Quel logo ?" bleu | vert')
  await settled()
  const poll = (await shown('theo')).find(({ quiet }) => !quiet)!
  const press = (action: string, value: string) =>
    workspace.press('theo', 'communaute', poll.id, { action, value })
  await expect(press('poll.vote', '9')).rejects.toMatchObject({ key: 'bot.old-button' })
  await expect(press('poll.end', '')).rejects.toMatchObject({ key: 'bot.old-button' })
  await sender.stop()
})
