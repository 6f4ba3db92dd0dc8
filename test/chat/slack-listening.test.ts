import { expect, test } from 'vitest'
import type { Overheard } from '../../src/chat/chat.ts'
import { readOverheard } from '../../src/chat/slack/overheard.ts'
import type { Team } from '../../src/model/team.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { listeningBot, newSlackWorld, nimbusInSlack } from './slack-world.ts'

const listens = (...channels: string[]): Team[] => [
  { ...nimbusInSlack, listens: channels.map((channel) => ({ chat: 'slack', channel })) },
]
const words = sayIn('fr').plain('community.notice', { team: 'Nimbus' })

async function play(teams = listens('communaute')) {
  const world = await newSlackWorld({ teams })
  const said: Overheard[] = []
  const bot = listeningBot({ overhear: async (one) => void said.push(one) })
  const chat = world.open()
  await chat.start(bot)
  const { slack } = world
  const heard = (count: number) => slack.eventually(() => said.length >= count)
  return { ...world, chat, said, heard, asked: bot.heard }
}

test('members are told in the topic: by Vigie where it may, else by whoever can, in words of their own', async () => {
  const { chat, workspace, slack } = await play()
  workspace.addChannel('plein', { topic: 'x'.repeat(200) })
  workspace.addChannel('tenu', { keptTopic: true })
  workspace.addChannel('sans-droit')
  workspace.addChannel('dit', { purpose: 'Ici, VIGIE écoute' })
  workspace.addChannel('club', { topic: 'R&amp;D, entre nous' })
  expect(await chat.announce!('club', words)).toBeNull()
  const topic = async (name: string) => (await chat.channels()).find((one) => one.name === name)?.topic
  expect(await topic('club')).toBe(`R&D, entre nous · ${words}`)
  const [set] = slack.callsOf('conversations.setTopic')
  expect(set!.params.topic).toBe(`R&amp;D, entre nous · ${words}`)
  expect(await chat.announce!('club', words)).toBeNull()
  expect(await chat.announce!('communaute', words)).toBeNull()
  expect(await topic('communaute')).toBe(words)
  expect(slack.callsOf('conversations.setTopic')).toHaveLength(2)
  const byHand = (channel: string) => ({ key: 'slack.announce', values: { channel, words } })
  for (const channel of ['plein', 'tenu'])
    expect(await chat.announce!(channel, words)).toEqual(byHand(channel))
  workspace.scopes.delete('channels:write.topic')
  expect(await chat.announce!('dit', words)).toBeNull()
  expect(await chat.announce!('sans-droit', words)).toEqual(byHand('sans-droit'))
  // Where it is not, it hears nothing, whatever the topic says.
  expect(await chat.announce!('cercle', words)).toMatchObject({ key: 'slack.no-channel' })
  slack.fault({ kind: 'limited', method: 'conversations.setTopic', seconds: 3 })
  workspace.scopes.add('channels:write.topic')
  await expect(chat.announce!('sans-droit', words)).rejects.toMatchObject({ retryAfter: 3_000 })
})

test('what members say is overheard where a team listens: words, answers, edits, removals, newcomers; no bots', async () => {
  const { chat, workspace, said, heard, asked } = await play()
  const question = await workspace.says('U0RAVI', 'communaute', 'Ma lampe fume, @noor ?')
  await workspace.webhook('communaute', { text: 'bip' })
  await chat.say('communaute', { title: 'Un mot de Vigie' })
  await workspace.says('U0RAVI', 'veille', 'ailleurs')
  await workspace.tells('U0RAVI', 'aide')
  await workspace.says('U0RAVI', 'communaute', '@vigie aide')
  await workspace.says('U0MIA', 'communaute', 'Débranchez-la.', { thread: question.ts })
  await workspace.edits('U0RAVI', question, 'Ma lampe fume !')
  await workspace.erases('U0RAVI', question)
  const other = await workspace.says('U0THEO', 'communaute', 'moi aussi')
  await workspace.erases('U0THEO', other)
  await workspace.move('U0GUEST', 'communaute', false)
  await workspace.move('U0GUEST', 'communaute', true)
  await workspace.move('U0RAVI', 'veille', false)
  await workspace.move('U0RAVI', 'veille', true)
  await heard(8)
  const id = (ts: string) => `slack:T0NIMBUS/${question.channel}/${ts}`
  const account = (user: string) => ({ chat: 'slack', workspace: 'T0NIMBUS', user })
  const here = { chat: 'slack', channel: 'communaute' }
  expect(said).toMatchObject([
    {
      ...here,
      kind: 'said',
      account: account('U0RAVI'),
      name: 'Ravi',
      message: { id: id(question.ts), text: 'Ma lampe fume, @Noor ?', author: 'Ravi' },
      to: [account('U0NOOR')],
    },
    { ...here, kind: 'said', name: 'Mia', answers: id(question.ts) },
    { ...here, kind: 'edited', name: 'Ravi', message: { id: id(question.ts), text: 'Ma lampe fume !' } },
    { ...here, kind: 'removed', name: 'Ravi', message: { id: id(question.ts) } },
    { ...here, kind: 'said', name: 'Theo' },
    { ...here, kind: 'removed', name: 'Theo', message: { id: id(other.ts) } },
    { kind: 'left', channel: '', account: account('U0GUEST'), name: 'Guest' },
    { kind: 'joined', channel: '', account: account('U0GUEST'), name: 'Guest' },
  ])
  expect(said[0]).not.toHaveProperty('answers')
  expect(asked).toHaveLength(2)
})

test('it is overheard once, however often Slack sends it, and under the name of the settings', async () => {
  const { chat, workspace, said, heard } = await play()
  await chat.announce!('communaute', words)
  const first = await workspace.says('U0RAVI', 'communaute', 'une fois')
  await heard(1)
  await workspace.redelivers(first.deliveries[0]!)
  await workspace.renames('communaute', 'le-club')
  await workspace.says('U0RAVI', 'le-club', 'deux fois')
  await heard(2)
  expect(
    said.map((one) => [one.channel, 'message' in one && 'text' in one.message && one.message.text]),
  ).toEqual([
    ['communaute', 'une fois'],
    ['communaute', 'deux fois'],
  ])
})

test('where nobody listens nothing is read; where somebody does, the rights for it are asked for', async () => {
  const { chat, workspace, slack, said, asked } = await play([nimbusInSlack])
  const calls = slack.calls.length
  await workspace.says('U0RAVI', 'communaute', 'Ma lampe fume')
  expect(slack.calls.length).toBe(calls)
  await workspace.types('U0MIA', 'veille', '/vigie aide')
  await slack.eventually(() => asked.length === 1)
  expect(said).toEqual([])
  workspace.scopes.delete('channels:write.topic')
  expect(await chat.lacks()).toEqual([])
  const listening = await play()
  listening.workspace.scopes.delete('channels:write.topic')
  expect(await listening.chat.lacks()).toEqual([
    { key: 'slack.lack-scopes-listening', values: { scopes: 'channels:write.topic' } },
  ])
})

test('what Slack itself changes in a message is nobody’s words', () => {
  const here = {
    chat: 'slack' as const,
    workspace: 'T0',
    enterprise: null,
    url: '',
    bot: 'U0VIGIE',
    botId: 'B0VIGIE',
    homeOf: () => undefined,
    names: { user: () => undefined, channel: () => undefined, group: () => undefined },
  }
  const message = {
    ts: '1.000100',
    user: 'U0RAVI',
    text: 'https://nimbus.example',
    edited: { ts: '2.000000' },
  }
  const event = { type: 'message', channel: 'C0', ts: '3.000000', subtype: 'message_changed' }
  const read = (more: object) => readOverheard({ ...event, ...more }, 'communaute', here)
  // A preview of a link, before and after an edit.
  expect(read({ message: { ...message, edited: undefined } })).toBeNull()
  expect(read({ message, previous_message: message })).toBeNull()
  expect(read({ message, previous_message: { ...message, edited: undefined } })).toMatchObject({
    kind: 'edited',
    at: 2_000,
  })
  for (const subtype of ['channel_join', 'channel_topic', 'bot_message', 'message_replied'])
    expect(read({ ...message, subtype })).toBeNull()
  expect(read({ ...message, subtype: 'file_share' })).toMatchObject({ kind: 'said', at: 1_000 })
  expect(read({ subtype: 'message_deleted', deleted_ts: '1.000100' })).toMatchObject({
    kind: 'removed',
    message: { id: 'slack:T0/C0/1.000100' },
  })
})
