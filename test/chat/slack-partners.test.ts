import { expect, test } from 'vitest'
import type { Heard } from '../../src/chat/chat.ts'
import type { Form } from '../../src/chat/message.ts'
import { marked } from '../../src/texts/marked.ts'
import { listeningBot, newSlackWorld } from './slack-world.ts'

/** A channel that is shared with a partner, whose Pia administers her own workspace. */
async function newSharedChannel() {
  const world = await newSlackWorld()
  const { workspace } = world
  workspace.addUser('U0PIA', 'Pia', { admin: true, home: 'T0PARTNER' })
  workspace.addChannel('lancement', { members: ['U0MIA', 'U0PIA', workspace.bot.user] })
  const chat = world.open()
  const form: Form = { title: 'Répondre', inputs: [{ name: 'saying', label: 'Texte', kind: 'line' }] }
  const bot = listeningBot({
    before: (heard) => ({
      quiet: true,
      ...(heard.kind === 'button' && heard.action === 'reply.edit' && !heard.values ? { form } : {}),
    }),
    answer: async () => ({ text: marked`noté`, quiet: true }),
  })
  await chat.start(bot)
  const told = await chat.say('lancement', {
    text: marked`alerte`,
    about: 'mention:17',
    buttons: [
      { action: 'mention.take', label: 'Prendre' },
      { action: 'reply.edit', label: 'Modifier' },
    ],
  })
  return { ...world, chat, heard: bot.heard as Heard[], on: { channel: 'lancement', ts: told.id } }
}

const pia = { chat: 'slack', workspace: 'T0PARTNER', user: 'U0PIA' }

test('a partner is heard under the workspace that is theirs, where they may what they may, and not here', async () => {
  const { slack, workspace, heard, on } = await newSharedChannel()
  await workspace.presses('U0PIA', on, 'Prendre')
  await slack.eventually(() => heard.length === 1)
  await workspace.reacts('U0PIA', on, 'eyes')
  await slack.eventually(() => heard.length === 2)
  await workspace.says('U0PIA', 'lancement', '@vigie aide')
  await slack.eventually(() => heard.length === 3)
  for (const one of heard) expect(one).toMatchObject({ account: pia, name: 'Pia', administers: false })
  await workspace.presses('U0MIA', on, 'Prendre')
  await slack.eventually(() => heard.length === 4)
  expect(heard[3]).toMatchObject({ account: { workspace: 'T0NIMBUS' }, administers: true })
})

test('what a partner fills in is heard, though it comes from their workspace', async () => {
  const { slack, workspace, heard, on } = await newSharedChannel()
  await workspace.presses('U0PIA', on, 'Modifier')
  await slack.eventually(() => workspace.modalOf('U0PIA'))
  const { payload } = await workspace.submits('U0PIA', { saying: 'Bonjour' })
  expect(payload).toMatchObject({ team: { id: 'T0PARTNER' }, view: { app_installed_team_id: 'T0NIMBUS' } })
  await slack.eventually(() => heard.length === 1)
  expect(heard[0]).toMatchObject({ account: pia, values: { saying: 'Bonjour' } })
})

test('people are told apart by their workspaces, in lists, in menus and in what is reported', async () => {
  const { chat, slack, workspace, heard } = await newSharedChannel()
  expect(await chat.people()).toContainEqual({ account: pia, name: 'Pia' })
  const menu = await chat.say('lancement', {
    text: marked`qui ?`,
    selects: [{ action: 'setup.give', label: 'Qui', of: 'people', most: 5 }],
  })
  await workspace.chooses('U0MIA', { channel: 'lancement', ts: menu.id }, 'setup.give#0', ['U0PIA', 'U0NOOR'])
  const said = await workspace.says('U0PIA', 'lancement', 'Ma lampe fume')
  await workspace.shortcut('U0MIA', said, 'mention_add.report')
  await slack.eventually(() => heard.length === 2)
  expect(heard[0]).toMatchObject({ value: 'slack:T0PARTNER/U0PIA,slack:T0NIMBUS/U0NOOR' })
  expect(heard[1]).toMatchObject({ kind: 'message-action', message: { by: pia, author: 'Pia' } })
})
