import { expect, test } from 'vitest'
import type { Overheard } from '../../src/chat/chat.ts'
import { newLocalChat } from '../../src/chat/local/local.ts'
import { emptyStore } from '../databases/open.ts'
import { nimbus, saturday } from '../world.ts'
import { silentBot } from './contract.ts'
import { newDiscordWorld, newTestBot } from './discord-world.ts'
import { listeningBot, newSlackWorld, nimbusInSlack } from './slack-world.ts'

const onDiscord = { listens: [{ chat: 'discord' as const, channel: 'communaute' }] }
const inSlack = [{ ...nimbusInSlack, listens: [{ chat: 'slack' as const, channel: 'communaute' }] }]

test('Discord counts its members, tells who comes and goes, and what an absent intent hides', async () => {
  const said: Overheard[] = []
  const bot = newTestBot({ overhear: async (one) => void said.push(one) }).bot
  const options = { intents: ['members' as const] }
  const { discord, chat } = await newDiscordWorld({ options, team: onDiscord }, bot)
  const before = await chat.census!()
  expect(before.members).toBeGreaterThan(3)
  // Nobody switched on that Vigie may read messages.
  expect(before.hidden).toEqual({ messages: { key: 'count.discord-messages' } })
  await discord.leaves('ravi')
  await discord.leaves('ravi')
  await discord.joins('ravi')
  await expect.poll(() => said.map(({ kind }) => kind)).toEqual(['left', 'left', 'joined'])
  expect(said[0]).toMatchObject({ channel: '', account: { user: discord.ids.users.ravi }, name: '' })
  await discord.leaves('theo')
  await expect.poll(async () => (await chat.census!()).members).toBe(before.members! - 1)

  const blind = await newDiscordWorld({ team: onDiscord })
  const { members, hidden } = await blind.chat.census!()
  expect(members).toBe(before.members)
  expect(Object.keys(hidden).sort()).toEqual(['joins', 'leaves', 'messages'])
})

test('Slack counts the people of a workspace, tells who leaves a channel, and what a missing right hides', async () => {
  const said: Overheard[] = []
  const world = await newSlackWorld({ teams: inSlack })
  const { workspace, slack } = world
  const chat = world.open()
  await chat.start(listeningBot({ overhear: async (one) => void said.push(one) }))
  const { members, hidden } = await chat.census!()
  expect(members).toBe((await chat.people()).length)
  expect(members).toBeGreaterThan(3)
  // Apps of earlier versions do not hear it, and Slack does not say which one this is.
  expect(hidden).toEqual({ leaves: { key: 'count.slack-leaves' } })
  await workspace.move('U0GUEST', 'communaute', true)
  await workspace.move('U0GUEST', 'communaute', false)
  await workspace.move('U0RAVI', 'veille', false)
  await slack.eventually(() => said.length >= 2)
  expect(said).toMatchObject([
    { kind: 'joined', channel: '', account: { user: 'U0GUEST' } },
    { kind: 'left', channel: '', account: { user: 'U0GUEST' } },
  ])
  workspace.scopes.delete('users:read')
  workspace.scopes.delete('channels:read')
  const lacking = await chat.census!()
  expect(lacking.members).toBeNull()
  expect(lacking.hidden).toMatchObject({
    members: { key: 'count.slack-scopes', values: { scopes: 'users:read' } },
    joins: { values: { scopes: 'channels:read' } },
    leaves: { values: { scopes: 'channels:read' } },
  })
})

test('on Vigie’s own page a community can be tried: who is there, what they say where a team listens', async () => {
  const said: Overheard[] = []
  const store = await emptyStore()
  const teams = [{ ...nimbus, listens: [nimbus.channels.community] }]
  const { chat, workspace } = newLocalChat({ teams, store, clock: () => saturday })
  await chat.start({ ...silentBot, overhear: async (one) => void said.push(one) })
  expect(await chat.census!()).toEqual({ members: 4, hidden: {} })
  expect(await chat.announce!('communaute', 'Vigie écoute')).toBeNull()
  const topics = await chat.channels()
  expect(topics.find(({ name }) => name === 'communaute')!.topic).toBe('Vigie écoute')
  await workspace.type('ravi', 'communaute', 'Comment changer l’ampoule ?')
  const [{ id } = { id: '' }] = await workspace.history('ravi', 'communaute')
  await workspace.type('mia', 'communaute', 'Dévissez le socle', id)
  await workspace.type('mia', 'e-reputation', 'ailleurs')
  await workspace.type('mia', 'communaute', '/aide')
  expect(said).toMatchObject([
    { kind: 'said', channel: 'communaute', name: 'Ravi', message: { id: `local:${id}` } },
    { kind: 'said', name: 'Mia', answers: `local:${id}`, message: { text: 'Dévissez le socle' } },
  ])
})
