import pino from 'pino'
import { expect, test } from 'vitest'
import { newBot } from '../src/bot.ts'
import { type Asked, command, type Pressed } from '../src/chat/command.ts'
import { Oops } from '../src/model/oops.ts'
import { newWorld, nimbus, saturday } from './world.ts'

const quiet = pino({ level: 'silent' })

test('whatever goes wrong, and wrong again while it is excused, the asker gets an answer', async () => {
  const { store } = await newWorld()
  const broken = command({
    name: 'help',
    about: 'help.about',
    for: 'member',
    options: {},
    // Values come from far away; one that is none must not hush the answer.
    run: () => Promise.reject(new Oops('option.twice', { key: null as unknown as string })),
  })
  const bot = newBot({ teams: [nimbus], store, commands: [broken], clock: () => saturday, log: quiet })
  const account = { chat: 'local' as const, workspace: 'local', user: 'mia' }
  const by = { chat: 'local' as const, account, name: 'Mia', channel: 'e-reputation', at: saturday }
  const answer = await bot.answer({ ...by, kind: 'command', command: 'help', text: '' })
  expect(answer).toMatchObject({ quiet: true, text: expect.stringMatching(/./) })
})

test('a reaction that is taken back undoes what it did, for who may no longer give it as well', async () => {
  const { store } = await newWorld()
  const done: string[] = []
  const noted = (what: string) => async (asked: Asked & Pressed) => {
    done.push(`${asked.person.name} ${what} ${asked.about}`)
    return null
  }
  const reply = command({
    name: 'reply',
    about: 'help.about',
    for: 'staff',
    options: {},
    run: async () => ({}),
    on: {
      approve: { for: 'approver', reaction: '✅', run: noted('approves'), takenBack: noted('takes back') },
      refuse: { for: 'approver', reaction: '❌', run: noted('refuses') },
    },
  })
  const bot = newBot({ teams: [nimbus], store, commands: [reply], clock: () => saturday, log: quiet })
  const reacts = (user: string, name: string, emoji: string, more: { takenBack?: true } = {}) => {
    const account = { chat: 'local' as const, workspace: 'local', user }
    const by = { chat: 'local' as const, account, name, channel: 'e-reputation', at: saturday }
    return bot.answer({ ...by, kind: 'reaction', emoji, about: 'reply:17', ...more })
  }

  await reacts('noor', 'Noor', '✅')
  expect(await reacts('noor', 'Noor', '✅', { takenBack: true })).toBeNull()
  // No action that has nothing to undo is run a second time.
  expect(await reacts('noor', 'Noor', '❌', { takenBack: true })).toBeNull()
  expect(done).toEqual(['Noor approves 17', 'Noor takes back 17'])
  // Theo is a member, who may not approve; he may have been more.
  expect(await reacts('theo', 'Theo', '✅')).toMatchObject({ quiet: true })
  expect(await reacts('theo', 'Theo', '✅', { takenBack: true })).toBeNull()
  expect(done).toHaveLength(3)
})
