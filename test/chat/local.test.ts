import { expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { newBot } from '../../src/bot.ts'
import { localAccount } from '../../src/chat/local/cast.ts'
import { newLocalChat } from '../../src/chat/local/local.ts'
import { textOf } from '../../src/texts/marked.ts'
import { emptyStore } from '../databases/open.ts'
import { newWorld, nimbus, saturday } from '../world.ts'
import { chatContract, silentBot } from './contract.ts'

chatContract('the local chat', async () => {
  const store = await emptyStore()
  const { chat, workspace } = newLocalChat({ teams: [nimbus], store, clock: () => saturday })
  return {
    chat,
    channel: 'e-reputation',
    one: localAccount('mia'),
    other: localAccount('noor'),
    sees: async ({ user }, channel) =>
      (await workspace.history(user, channel)).map(({ text, message }) =>
        [text, message?.title, textOf(message?.text ?? [])].join(' '),
      ),
    answers: async ({ user }, { channel, id }) =>
      (await workspace.history(user, channel))
        .filter(({ thread }) => thread === id)
        .map(({ message }) => textOf(message?.text ?? [])),
    async says({ user }, channel, text) {
      await workspace.type(user, channel, text)
      return { channel, id: (await workspace.history(user, channel)).at(-1)!.id }
    },
    reacts: ({ user }, { channel, id }, emoji) => workspace.react(user, channel, id, emoji, true),
    takesBack: ({ user }, { channel, id }, emoji) => workspace.react(user, channel, id, emoji, false),
    rightClicks: async ({ user }, { channel, id }, action) => {
      await workspace.actOn(user, channel, id, action)
    },
    close: () => store.close(),
  }
})

async function newPage() {
  const world = await newWorld()
  const { chat, workspace } = newLocalChat({ teams: [nimbus], store: world.store, clock: world.clock })
  await chat.start(world.bot)
  return { ...world, chat, workspace }
}

test('staff sees the team’s channels, members only their community’s', async () => {
  const { workspace } = await newPage()
  expect(workspace.channels('mia').map(({ name }) => name)).toEqual(['e-reputation', 'veille', 'communaute'])
  expect(workspace.channels('theo').map(({ name }) => name)).toEqual(['communaute'])
  await expect(workspace.history('theo', 'e-reputation')).rejects.toMatchObject({
    key: 'workspace.no-channel',
  })
  await expect(workspace.history('nobody', 'communaute')).rejects.toMatchObject({
    key: 'workspace.no-person',
  })
})

test('a command typed on the page is answered there, seen by nobody else when quiet', async () => {
  const { workspace } = await newPage()
  await workspace.type('mia', 'e-reputation', '/help')
  expect(await workspace.history('mia', 'e-reputation')).toMatchObject([
    { text: '/help', quiet: true, by: { user: 'mia' } },
    { message: { title: 'Ce que je peux faire pour vous' }, quiet: true, by: { user: null } },
  ])
  expect(await workspace.history('noor', 'e-reputation')).toEqual([])
})

test('chatting reaches those who watch, in order, in a thread too', async () => {
  const { workspace } = await newPage()
  const seen: string[] = []
  const enough = Promise.withResolvers<void>()
  workspace.watch('noor', ({ kind, message }) => {
    seen.push(`${kind} ${message.text}`)
    if (seen.length === 3) enough.resolve()
  })
  await workspace.type('mia', 'e-reputation', 'un')
  const [first] = await workspace.history('mia', 'e-reputation')
  await workspace.type('mia', 'e-reputation', 'deux', first!.id)
  await workspace.react('mia', 'e-reputation', first!.id, '👍', true)
  await enough.promise
  expect(seen).toEqual(['said un', 'said deux', 'changed un'])
  expect((await workspace.history('mia', 'e-reputation'))[0]).toMatchObject({
    replies: 1,
    reactions: [{ emoji: '👍', users: ['mia'] }],
  })
})

test('an alert is taken by a press on the page, and changes in place', async () => {
  const { workspace, chat, heard, waiting } = await newPage()
  await heard('Ma lampe Nimbus est en panne')
  const [alert] = await waiting()
  await chat.say(alert!.channel, alert!.message, { delivery: alert!.id })
  const [shown] = await workspace.history('mia', 'e-reputation')
  const button = shown!.message!.buttons.find(({ label }) => label === 'Je m’en occupe')!
  expect(await workspace.press('mia', 'e-reputation', shown!.id, button)).toEqual({})
  const [after] = await workspace.history('noor', 'e-reputation')
  expect(after!.id).toBe(shown!.id)
  expect(textOf(after!.message!.fields.at(-1)!.value)).toContain('Prise en charge par Mia')
  expect(after!.editedAt).toBe(saturday)
})

test('a form opens before its action, and its answers come back', async () => {
  const { workspace, chat, heard, waiting } = await newPage()
  await heard('Nimbus le nuage')
  const [alert] = await waiting()
  await chat.say(alert!.channel, alert!.message)
  const [shown] = await workspace.history('mia', 'e-reputation')
  const button = shown!.message!.buttons.find(({ label }) => label === 'Ignorer')!
  const { form, token } = await workspace.press('mia', 'e-reputation', shown!.id, button)
  expect(form?.title).toBe('Ignorer cette mention')
  await workspace.submit('mia', token!, { why: 'un nuage' })
  const [after] = await workspace.history('mia', 'e-reputation')
  expect(textOf(after!.message!.fields.at(-1)!.value)).toContain('un nuage')
})

test('only a button that a message has can be pressed, and only what was handed out comes back', async () => {
  const { workspace, chat } = await newPage()
  const told = await chat.say('e-reputation', { title: 'sans bouton' })
  const forged = { action: 'mention.take', about: 'mention:1' }
  await expect(workspace.press('mia', 'e-reputation', told.id, forged)).rejects.toMatchObject({
    key: 'bot.old-button',
  })
  for (const token of [
    '',
    '{}',
    'null',
    '[1]',
    '{"channel":1}',
    JSON.stringify({ channel: 'e-reputation', message: told.id, pressed: forged }),
  ])
    await expect(workspace.submit('mia', token, {})).rejects.toMatchObject({ key: 'bot.old-button' })
  const community = await chat.say('communaute', { title: 'ici' })
  await expect(workspace.press('theo', 'e-reputation', community.id, forged)).rejects.toMatchObject({
    key: 'workspace.no-channel',
  })
})

test('what is told in the thread of an alert stands there, and the alert counts it', async () => {
  const { workspace, chat } = await newPage()
  const alert = await chat.say('e-reputation', { title: 'Mention neutre' })
  await chat.say('e-reputation', { title: 'Repris par 5 médias' }, { thread: alert.id })
  expect(await workspace.history('mia', 'e-reputation')).toMatchObject([
    { id: alert.id, thread: null, replies: 1 },
    { message: { title: 'Repris par 5 médias' }, thread: alert.id },
  ])
})

test('a customer’s message is reported from the menu beside it; the customer sees nothing of it', async () => {
  const { workspace, waiting, store } = await newPage()
  await workspace.type('ravi', 'communaute', 'Ma lampe Nimbus est en panne')
  const [said] = await workspace.history('mia', 'communaute')
  const report = workspace
    .messageActions('mia', 'communaute')
    .find(({ label }) => label === 'Signaler à Vigie')!
  expect(await workspace.actOn('mia', 'communaute', said!.id, report.action)).toEqual({})
  expect((await workspace.history('mia', 'communaute')).at(-1)).toMatchObject({ quiet: true })
  expect(await workspace.history('ravi', 'communaute')).toHaveLength(1)
  expect((await waiting()).map(({ channel }) => channel)).toEqual(['e-reputation'])
  expect((await store.mentions.get('nimbus', 1))!.post).toMatchObject({ author: 'Ravi', network: 'local' })

  expect(workspace.messageActions('ravi', 'communaute')).toEqual([])
  await workspace.actOn('ravi', 'communaute', said!.id, report.action)
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 1 })
  await expect(workspace.actOn('ravi', 'e-reputation', said!.id, report.action)).rejects.toMatchObject({
    key: 'workspace.no-channel',
  })
})

test('what was said is still there after a restart', async () => {
  const store = await emptyStore()
  const before = newLocalChat({ teams: [nimbus], store, clock: () => saturday })
  await before.chat.start(
    newBot({ teams: [nimbus], store, commands, clock: () => saturday, log: undefined as never }),
  )
  await before.workspace.type('mia', 'communaute', 'à demain')
  const after = newLocalChat({ teams: [nimbus], store, clock: () => saturday })
  await after.chat.start(silentBot)
  expect(await after.workspace.history('theo', 'communaute')).toMatchObject([{ text: 'à demain' }])
})
