import { expect, test } from 'vitest'
import { newLocalChat } from '../../src/chat/local/local.ts'
import { routeTo } from '../../src/model/route.ts'
import { newWorld, nimbus } from '../world.ts'

test('a channel that only a route names is one of the team’s: staff sees it, members do not', async () => {
  const team = { ...nimbus, routes: [routeTo({ chat: 'local', channel: 'presse' }), routeTo('alerts')] }
  const { store, clock, bot } = await newWorld({ teams: [team] })
  const { chat, workspace } = newLocalChat({ teams: [team], store, clock })
  await chat.start(bot)
  expect(workspace.channels('mia').map(({ name, topic }) => [name, topic])).toContainEqual([
    'presse',
    'Ce que les routes de Nimbus envoient ici',
  ])
  expect(workspace.channels('theo').map(({ name }) => name)).toEqual(['communaute'])
  expect((await chat.channels()).map(({ name }) => name)).toContain('presse')
  await chat.say('presse', { title: 'Nimbus' })
  await workspace.type('mia', 'presse', '/aide')
  expect(await workspace.history('mia', 'presse')).toHaveLength(3)
})
