import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { declared } from '../../src/chat/declared.ts'
import { formId, pack } from '../../src/chat/discord/custom-id.ts'
import { type Here, roomOf } from '../../src/chat/discord/happened.ts'
import { readMessage } from '../../src/chat/discord/heard-message.ts'
import { readReaction } from '../../src/chat/discord/press.ts'
import { readInteraction } from '../../src/chat/discord/read.ts'
import { renderDiscord } from '../../src/chat/discord/render.ts'
import { sayIn } from '../../src/texts/texts.ts'
import {
  asAdmin,
  chosen,
  filled,
  inPrivate,
  inThread,
  mia,
  nimbusServer,
  ourselves,
  pressed,
  ravi,
  reacted,
  rightClicked,
  said,
  typed,
  typing,
  user,
  vigie,
} from './discord-payloads.ts'

const here: Here = {
  chat: 'discord',
  server: nimbusServer,
  channel: 'alertes',
  self: vigie,
  commands: declared(commands),
  teams: ['nimbus', 'communication-externe-et-relations-presse'],
  names: {
    channel: (id) => (id === '103735883630395392' ? 'alertes' : undefined),
    role: (id) => (id === '165511591545143296' ? 'équipe' : undefined),
  },
}
const heard = (interaction: Parameters<typeof readInteraction>[0]) => {
  const read = readInteraction(interaction, here)
  return read?.is === 'heard' ? read.heard : null
}
const saturday = Date.UTC(2026, 10, 21, 13, 30)
const miaHere = {
  chat: 'discord',
  account: { chat: 'discord', workspace: nimbusServer, user: mia },
  name: 'Mia (équipe)',
  channel: 'alertes',
  at: saturday,
  // Told by the account's own number, and by the server.
  accountSince: Date.parse('2015-08-10T17:26:37.529Z'),
  memberSince: Date.parse('2026-01-05T08:00:00Z'),
  groups: [`discord:${nimbusServer}/165511591545143296`, `discord:${nimbusServer}/165511591545143297`],
  language: 'fr',
}

describe('a command', () => {
  test('is heard with who typed it, and its options by our names', () => {
    const options = [
      { name: 'topic', type: 3, value: 'Nimbus' },
      { name: 'mood', type: 3, value: 'negative' },
    ]
    expect(heard(typed('mentions', options))).toEqual({
      ...miaHere,
      administers: false,
      kind: 'command',
      command: 'mentions',
      text: '',
      options: { topic: 'Nimbus', mood: 'negative' },
    })
  })

  test.each([
    ['watch', 'add', 'watch add'],
    ['watch', 'show', 'watch'],
    ['mention', 'show', 'mention'],
    ['mention', 'add', 'mention add'],
  ])('/%s %s is our command “%s”', (word, verb, command) => {
    const options = [{ name: verb, type: 1, options: [{ name: 'number', type: 4, value: 17 }] }]
    expect(heard(typed(word, options))).toMatchObject({ kind: 'command', command, options: { number: '17' } })
  })

  test('/vigie takes any command as text', () => {
    const line = [{ name: 'line', type: 3, value: 'mentions depuis:24h' }]
    expect(heard(typed('vigie', line))).toMatchObject({ command: 'vigie', text: 'mentions depuis:24h' })
    expect(heard(typed('vigie', []))).toMatchObject({ command: 'vigie', text: '' })
  })

  test('that is being typed asks what may stand in its option', () => {
    const options = [
      { name: 'add', type: 1, options: [{ name: 'topic', type: 3, value: 'nim', focused: true }] },
    ]
    expect(readInteraction(typing('mention', options), here)).toMatchObject({
      is: 'typing',
      heard: { command: 'mention add' },
      option: 'topic',
      typed: 'nim',
    })
  })

  test('whoever administers the server may set Vigie up', () => {
    expect(heard(typed('setup', [], asAdmin))).toMatchObject({ administers: true })
    expect(heard(typed('setup', [], { member: { ...asAdmin.member, permissions: '32' } }))).toMatchObject({
      administers: true,
    })
  })

  test('in a thread it is asked in the channel of the thread, in private in none', () => {
    expect(roomOf(typed('help', []))).toEqual({ name: 'alertes' })
    expect(roomOf(typed('help', [], inThread))).toEqual({ parent: '103735883630395392' })
    expect(roomOf(typed('help', [], inPrivate))).toEqual({ name: '' })
  })
})

describe('a button', () => {
  const id = pack({
    action: 'mention.take',
    value: 'v',
    about: 'mention:17',
    team: here.teams[1],
    reference: 'ab',
  })

  test('says what it does, about what, and of which team', () => {
    expect(heard(pressed(id))).toMatchObject({
      ...miaHere,
      kind: 'button',
      action: 'mention.take',
      value: 'v',
      about: 'mention:17',
      team: 'communication-externe-et-relations-presse',
    })
  })

  test('of a private message is pressed by somebody of the server it was written from', () => {
    expect(heard(pressed(id, inPrivate))).toMatchObject({
      account: { workspace: nimbusServer, user: mia },
      name: 'Mia',
      kind: 'button',
    })
    expect(heard(pressed(id, inPrivate))).not.toHaveProperty('groups')
  })

  test('that is not ours, or of a version that is gone, is one that does nothing any more', () => {
    for (const id of ['some_other_bot', '0|mention.take|17'])
      expect(heard(pressed(id))).toMatchObject({ kind: 'button', action: '' })
  })

  test('is what a rendered message has', () => {
    const { body } = renderDiscord(
      { about: 'mention:17', team: 'nimbus', buttons: [{ action: 'mention.take', label: 'x' }] },
      sayIn('fr'),
      { delivery: '019a9b3c-1f2e-7abc-8def-0123456789ab' },
    )
    const [row] = body.components as { components: { custom_id: string }[] }[]
    expect(heard(pressed(row!.components[0]!.custom_id))).toMatchObject({
      action: 'mention.take',
      about: 'mention:17',
      team: 'nimbus',
    })
  })
})

test.each([
  ['our own choices', 3, ['a', 'b'], {}, 'a,b'],
  ['people', 5, [ravi, mia], {}, `discord:${nimbusServer}/${ravi},discord:${nimbusServer}/${mia}`],
  ['roles', 6, ['165511591545143296'], {}, `discord:${nimbusServer}/165511591545143296`],
  ['channels', 8, ['1'], { channels: { 1: { id: '1', name: 'veille', type: 0 } } }, 'veille'],
  ['channels that we know', 8, ['103735883630395392'], {}, 'alertes'],
])('a menu of %s gives what was chosen in our names for it', (_, type, values, resolved, value) => {
  const id = pack({ action: 'setup.channel', about: 'purpose:watch' })
  expect(heard(chosen(id, type, values, resolved))).toMatchObject({
    kind: 'button',
    action: 'setup.channel',
    about: 'purpose:watch',
    value,
  })
})

describe('a window', () => {
  const inputs = [
    { type: 4, id: 1, custom_id: 'why', value: 'Homonyme' },
    { type: 3, id: 2, custom_id: 'kind', values: ['brand'] },
  ]
  const values = { why: 'Homonyme', kind: 'brand' }

  test.each([false, true])('of a button begins with the button (in rows: %j)', (inRows) => {
    const id = pack({ action: 'mention.ignore', about: 'mention:17' })
    expect(heard(filled(id, inputs, inRows))).toMatchObject({
      kind: 'button',
      action: 'mention.ignore',
      about: 'mention:17',
      values,
    })
  })

  test('of a command says under which key its beginning is kept', () => {
    expect(readInteraction(filled(formId('key'), inputs), here)).toMatchObject({
      is: 'form',
      key: 'key',
      values,
      by: miaHere,
    })
  })
})

describe('a right-click', () => {
  test('names its action, and tells who wrote what, when and where', () => {
    const message = said({
      content:
        '<@80351110224678912> <@!80351110224678999> <@&165511591545143296> <#103735883630395392> <#1> ' +
        '<a:lampe:216154654256398347> </aide:12> <t:1795267800:R> **fume** <b>',
      mentions: [user(mia, 'mia.k', 'Mia')],
    })
    expect(heard(rightClicked('Report to Vigie', message))).toMatchObject({
      ...miaHere,
      kind: 'message-action',
      action: 'mention add.report',
      message: {
        id: `discord:${nimbusServer}/103735883630395392/1573690697318400000`,
        by: { chat: 'discord', workspace: nimbusServer, user: ravi },
        author: 'Ravi',
        text: '@Mia @… @équipe #alertes #… :lampe: /aide 2026-11-21 13:30 **fume** <b>',
        url: `https://discord.com/channels/${nimbusServer}/103735883630395392/1573690697318400000`,
        at: Date.UTC(2026, 10, 21, 13, 25),
      },
    })
  })

  test('on what Vigie said knows what that is about, and of which team', () => {
    const { body } = renderDiscord(
      {
        title: 'Alerte',
        about: 'mention:17',
        team: 'nimbus',
        buttons: [{ action: 'mention.take', label: 'x' }],
      },
      sayIn('fr'),
    )
    const message = said({ ...(body as object), author: ourselves } as never)
    expect(heard(rightClicked('Not about us', message))).toMatchObject({
      action: 'mention.not-about-us',
      team: 'nimbus',
      message: { by: null, about: 'mention:17', text: 'Alerte' },
    })
  })

  test('on what another bot says is on its words, whatever its buttons pretend', () => {
    const { body } = renderDiscord(
      { about: 'mention:17', buttons: [{ action: 'mention.take', label: 'x' }] },
      sayIn('fr'),
    )
    const message = said({ ...(body as object), content: 'x', author: user('5', 'bot') } as never)
    expect(readMessage(message, here)).toMatchObject({ by: { user: '5' }, text: 'x' })
    expect(readMessage(message, here)).not.toHaveProperty('about')
  })

  test('on a message that was passed on reads what was passed on', () => {
    const message = said({ message_snapshots: [{ message: { content: 'En panne' } }] } as never)
    expect(readMessage(message, here).text).toBe('En panne')
  })

  test('that is registered no more is nothing', () => {
    expect(readInteraction(rightClicked('Gone', said({})), here)).toBeNull()
  })
})

describe('a reaction', () => {
  const { body } = renderDiscord(
    { about: 'mention:17', team: 'nimbus', buttons: [{ action: 'mention.take', label: 'x' }] },
    sayIn('fr'),
  )
  const on = said(body as never)
  const how = { at: saturday, ours: ['👀', '❤️', '👍'] }

  test.each([
    ['👀', '👀'],
    ['👍🏽', '👍'],
    ['❤', '❤️'],
    ['👀\ufe0f', '👀'],
    ['🎉', '🎉'],
  ])('%s is our %s', (name, emoji) => {
    const { language: _, ...mia } = miaHere
    expect(readReaction(reacted({ id: null, name }), on, here, how)).toEqual({
      ...mia,
      kind: 'reaction',
      emoji,
      about: 'mention:17',
      team: 'nimbus',
    })
  })

  test('that is taken back comes without its member, and is heard as taken back', () => {
    const { member: _, message_author_id: __, ...removed } = reacted({ id: null, name: '👍🏽' })
    const heard = readReaction(removed, on, here, { ...how, takenBack: true })
    expect(heard).toMatchObject({ emoji: '👍', about: 'mention:17', takenBack: true })
  })

  test('of Vigie herself, or with an emoji of the server, is none of ours', () => {
    expect(readReaction(reacted({ id: null, name: '👀' }, { user_id: vigie.bot }), on, here, how)).toBeNull()
    expect(readReaction(reacted({ id: '12', name: 'eyes' }), on, here, how)).toBeNull()
    expect(readReaction(reacted({ id: null, name: null }), on, here, how)).toBeNull()
  })
})

test('what Vigie never asked for is nothing', () => {
  expect(readInteraction({ type: 1, id: '1', token: 'x' } as never, here)).toBeNull()
})
