import pino from 'pino'
import { expect, test } from 'vitest'
import { newBot } from '../src/bot.ts'
import { command } from '../src/chat/command.ts'
import { Oops } from '../src/model/oops.ts'
import { newWorld, nimbus, saturday } from './world.ts'

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
  const log = pino({ level: 'silent' })
  const bot = newBot({ teams: [nimbus], store, commands: [broken], clock: () => saturday, log })
  const account = { chat: 'local' as const, workspace: 'local', user: 'mia' }
  const by = { chat: 'local' as const, account, name: 'Mia', channel: 'e-reputation', at: saturday }
  const answer = await bot.answer({ ...by, kind: 'command', command: 'help', text: '' })
  expect(answer).toMatchObject({ quiet: true, text: expect.stringMatching(/./) })
})
