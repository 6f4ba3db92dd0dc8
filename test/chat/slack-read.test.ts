import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import type { Heard } from '../../src/chat/chat.ts'
import { readOptions } from '../../src/chat/grammar.ts'
import { emojiNamed, nameOfEmoji } from '../../src/chat/slack/emoji.ts'
import type { Here } from '../../src/chat/slack/here.ts'
import {
  actionOfCallback,
  callbackOf,
  pack,
  packChoice,
  unpack,
  unpackChoice,
} from '../../src/chat/slack/packing.ts'
import { readCommand, readForm, readPress, readReaction, readTold } from '../../src/chat/slack/read.ts'
import { renderSlack } from '../../src/chat/slack/render.ts'
import { aboutOf, heardMessage, readShortcut, type SlackSaid } from '../../src/chat/slack/said.ts'
import { spoken } from '../../src/chat/slack/spoken.ts'
import { whoOf } from '../../src/chat/slack/who.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { nimbus, saturday } from '../world.ts'

const called = (names: Record<string, string>) => (id: string) => names[id]
const here: Here = {
  chat: 'slack',
  workspace: 'T012AB3CD',
  enterprise: 'E0NIMBUS1',
  url: 'https://nimbus.slack.com/',
  bot: 'U0VIGIE01',
  botId: 'B0VIGIE01',
  homeOf: called({ U0PARTNER: 'T0PARTNER' }),
  names: {
    user: called({ U061F7AUR: 'Mia', U0NOOR001: 'Noor', U0RAVI001: 'Ravi' }),
    channel: called({ C0ALERTS1: 'e-reputation', G0CRISE01: 'crise', C0COMMUN1: 'communaute' }),
    group: called({ S061F7AUR: 'sav' }),
  },
}

const recorded = (name: string) =>
  JSON.parse(readFileSync(new URL(`slack-payloads/${name}.json`, import.meta.url), 'utf8'))

const mia = {
  chat: 'slack',
  account: { chat: 'slack', workspace: 'T012AB3CD', user: 'U061F7AUR' },
  name: 'Mia',
  channel: 'e-reputation',
  at: saturday,
}

test('a slash command comes as it was typed: quotes, no-break spaces, accents, emoji, addresses', () => {
  expect(readCommand(recorded('command'), here, saturday)).toEqual({
    ...mia,
    kind: 'command',
    command: 'mentions',
    text: 'Nimbus depuis\u00a0:\u00a024h tonalité:négatif « en panne » “lamp & shade” l’été 😡 https://nimbus.example/?a=1&b=2',
  })
})

test('the grammar reads what phones and Slack make of quotes and blanks', () => {
  const mentions = commands.find(({ name }) => name === 'mentions')!
  const payload = {
    ...recorded('command'),
    text: 'depuis\u00a0:\u00a024h sujet:«\u00a0Nimbus\u00a0» tonalité\u202f:“négatif”',
  }
  const { text } = readCommand(payload, here, saturday) as Heard & { kind: 'command' }
  const options = readOptions(mentions, text, { team: nimbus, now: saturday, say: sayIn('fr') })
  expect(options).toMatchObject({ topic: 'Nimbus', mood: 'negative', since: saturday - 24 * 3_600_000 })
})

test('a private channel is known by its name, which Slack does not tell; a private conversation has none', () => {
  expect(readCommand(recorded('command-private'), here, saturday)).toMatchObject({
    channel: 'crise',
    name: 'Noor',
    command: 'vigie',
    text: 'aide',
  })
  const direct = { ...recorded('command'), channel_id: 'D0MIANOOR', channel_name: 'directmessage' }
  expect(readCommand(direct, here, saturday).channel).toBe('')
})

test('what is said to Vigie in private is a command without its slash', () => {
  expect(readTold(recorded('told'), here, saturday)).toEqual({
    ...mia,
    channel: '',
    kind: 'command',
    command: 'vigie',
    text: 'mentions nimbus depuis:hier',
  })
})

test('so is what follows her name, with people, quotes and addresses as they were typed', () => {
  expect(readTold(recorded('mention'), here, saturday)).toMatchObject({
    channel: 'e-reputation',
    command: 'vigie',
    text: 'mention ajouter avis.example/nimbus texte:« @Noor a vu <ça> »',
  })
})

test.each([
  ['her own', { user: 'U0VIGIE01' }],
  ['another bot’s', { bot_id: 'B0METEO01' }],
  ['that somebody edited', { subtype: 'message_changed' }],
  ['of nobody', { user: undefined }],
])('a message %s is no question to her', (_, change) => {
  expect(readTold({ ...recorded('told'), ...change }, here, saturday)).toBeNull()
})

test('a button brings back what it is about, whatever characters that holds', () => {
  expect(readPress(recorded('press'), here, saturday)).toEqual({
    ...mia,
    kind: 'button',
    action: 'mention.take',
    about: 'mention:17',
    team: 'nimbus',
    value: 'R&D',
  })
})

test('menus bring back our own names: of choices, channels and people', () => {
  expect(readPress(recorded('chosen'), here, saturday)).toMatchObject({
    kind: 'button',
    action: 'watch.choose',
    about: 'topic:Nimbus',
    team: 'nimbus',
    value: 'R&D,100 %',
  })
  expect(readPress(recorded('chosen-channel'), here, saturday)).toMatchObject({
    action: 'setup.alerts',
    team: 'nimbus',
    value: 'crise',
  })
  expect(readPress(recorded('chosen-people'), here, saturday)).toMatchObject({
    action: 'setup.approvers',
    value: 'slack:T012AB3CD/U0NOOR001,slack:T012AB3CD/U061F7AUR',
  })
})

test('a press of what is not ours is nothing', () => {
  const payload = recorded('press')
  const [button] = payload.actions
  expect(readPress({ ...payload, actions: [] }, here, saturday)).toBeNull()
  const foreign = readPress({ ...payload, actions: [{ ...button, value: '{"a":{"x":1}}' }] }, here, saturday)
  expect(foreign).not.toHaveProperty('about')
})

test('a window brings back its answers by the names of its inputs', () => {
  expect(readForm(recorded('submission'))).toEqual({
    along: '{"k":"019a"}',
    values: { text: 'Ma lampe <fume> & le SAV « ne répond pas »\nDepuis hier.', author: '', topic: 'R&D' },
  })
})

test('a reported message has its author, its time, its address, and the words as people read them', () => {
  expect(readShortcut(recorded('shortcut'), here, saturday)).toEqual({
    ...mia,
    channel: 'communaute',
    kind: 'message-action',
    action: 'mention add.report',
    message: {
      id: 'slack:T012AB3CD/C0COMMUN1/1795260000.123456',
      by: { chat: 'slack', workspace: 'T012AB3CD', user: 'U0RAVI001' },
      author: 'Ravi',
      text: '@Noor ma lampe fume 😡 & le SAV (https://nimbus.example/sav?a=1&b=2) ne répond pas, cf. #e-reputation\n• achetée hier\n• déjà morte 👍🏽',
      url: 'https://nimbus.slack.com/archives/C0COMMUN1/p1795260000123456?thread_ts=1795250000.000100&cid=C0COMMUN1',
      at: 1_795_260_000_123,
    },
  })
})

test('a message of hers says what it is about, by metadata or by its blocks', () => {
  const heard = readShortcut(recorded('shortcut-own'), here, saturday)
  expect(heard).toMatchObject({ action: 'mention.not-about-us', team: 'nimbus' })
  expect((heard as Heard & { kind: 'message-action' }).message).toMatchObject({
    by: null,
    about: 'mention:17',
    text: 'Mention négative : Nimbus\nMa lampe <fume>',
  })
  const said = renderSlack({ title: 'x', about: 'story:3', team: 'nimbus' }, sayIn('fr'), {
    delivery: '019a',
  })
  const about = { about: 'story:3', team: 'nimbus', delivery: '019a' }
  // What was answered at an address names her bot alone.
  for (const by of [{ user: 'U0VIGIE01', bot_id: 'B0VIGIE01' }, { bot_id: 'B0VIGIE01' }]) {
    expect(aboutOf({ ts: '1', ...by, metadata: said.metadata }, here)).toEqual(about)
    expect(aboutOf({ ts: '1', ...by, blocks: said.blocks }, here)).toEqual(about)
  }
})

test.each([
  ['somebody', { user: 'U0RAVI001' }],
  ['a webhook', { bot_id: 'B0WEBHOOK', app_id: 'A0WEBHOOK' }],
  ['another app in the name of Vigie', { bot_id: 'B0OTHER01', username: 'Vigie' }],
  ['nobody at all', {}],
  ['somebody by an app of hers', { user: 'U0RAVI001', bot_id: 'B0VIGIE01' }],
])('what %s puts into blocks or metadata is about nothing of ours', (_, by) => {
  const event_payload = { about: 'mention:17', team: 'nimbus' }
  const forged: SlackSaid = {
    ts: '1.2',
    ...by,
    text: 'x',
    blocks: [{ type: 'section', block_id: '{"a":"mention:17","t":"nimbus"}' }],
    metadata: { event_type: 'vigie_message', event_payload },
  }
  expect(heardMessage(forged, 'C0COMMUN1', here)).not.toHaveProperty('about')
  const reaction = { ...recorded('reaction'), item_user: undefined }
  const heard = readReaction(reaction, forged, here, saturday)
  for (const name of ['about', 'team']) expect(heard).not.toHaveProperty(name)
  const clicked = readShortcut({ ...recorded('shortcut-own'), message: forged }, here, saturday)
  expect(clicked).not.toHaveProperty('team')
})

test('partners keep the workspace that is theirs; in an organisation of several people are ours', () => {
  const from = (user: object) =>
    readPress({ ...recorded('press'), user: { name: 'x', ...user } }, here, saturday)!.account.workspace
  expect(from({ id: 'U0PARTNER', team_id: 'T0PARTNER' })).toBe('T0PARTNER')
  expect(from({ id: 'U0PARTNER', team_id: 'T012AB3CD' })).toBe('T0PARTNER')
  expect(from({ id: 'U0UNKNOWN', team_id: 'T0PARTNER' })).toBe('T0PARTNER')
  expect(from({ id: 'U061F7AUR', team_id: 'E0NIMBUS1' })).toBe('T012AB3CD')
  expect(from({ id: 'U061F7AUR' })).toBe('T012AB3CD')
})

test('another bot is known by its name, and by what it attached', () => {
  const said: SlackSaid = {
    ts: '1795260000.000001',
    bot_id: 'B0METEO01',
    username: 'Météo',
    text: '',
    attachments: [{ fallback: 'Orage &amp; grêle' }],
  }
  expect(heardMessage(said, 'C0COMMUN1', here)).toMatchObject({
    by: { user: 'B0METEO01' },
    author: 'Météo',
    text: 'Orage & grêle',
    url: 'https://nimbus.slack.com/archives/C0COMMUN1/p1795260000000001',
  })
})

test('a reaction is its emoji, without skin, on what the message is about', () => {
  const { metadata } = renderSlack({ title: 'x', about: 'mention:17', team: 'nimbus' }, sayIn('fr'))
  expect(readReaction(recorded('reaction'), { ts: '1', user: here.bot, metadata }, here, saturday)).toEqual({
    ...mia,
    kind: 'reaction',
    emoji: '👍',
    about: 'mention:17',
    team: 'nimbus',
  })
  const on = { ts: '1', user: here.bot, metadata }
  const removed = { ...recorded('reaction'), type: 'reaction_removed' }
  expect(readReaction(removed, on, here, saturday)).toMatchObject({ emoji: '👍', takenBack: true })
  const own = { ...recorded('reaction'), user: 'U0VIGIE01' }
  expect(readReaction(own, null, here, saturday)).toBeNull()
  const theirs = { ...recorded('reaction'), item_user: 'U0RAVI001' }
  expect(readReaction(theirs, { ts: '1', user: here.bot, metadata }, here, saturday)).toBeNull()
  const custom = { ...recorded('reaction'), reaction: 'nimbus-parrot' }
  expect(readReaction(custom, null, here, saturday)).toBeNull()
})

test.each([
  ['ours', { team_id: 'T0', is_admin: true }, ['T0', true]],
  ['an owner', { team_id: 'T0', is_owner: true }, ['T0', true]],
  [
    'one of the organisation',
    { team_id: 'E0', is_admin: true, enterprise_user: { teams: ['T1', 'T0'] } },
    ['T0', true],
  ],
  ['a partner’s admin', { team_id: 'T9', is_admin: true, is_owner: true }, ['T9', false]],
  [
    'a partner of an organisation',
    { team_id: 'E9', is_admin: true, enterprise_user: { teams: ['T9'] } },
    ['E9', false],
  ],
  ['a guest', { team_id: 'T0', is_admin: true, is_restricted: true }, ['T0', false]],
  ['a guest of one channel', { team_id: 'T0', is_admin: true, is_ultra_restricted: true }, ['T0', false]],
  ['somebody of whom nobody knows whose they are', { is_admin: true }, ['T0', false]],
])('%s administers our workspace, or does not', (_, user, [workspace, administers]) => {
  expect(whoOf(user, 'T0')).toMatchObject({ workspace, administers })
})

test.each([
  ['+1', '👍'],
  ['thumbsup', '👍'],
  ['+1::skin-tone-3', '👍'],
  [':thumbsdown:', '👎'],
  ['white_check_mark', '✅'],
  ['heavy_check_mark', '✔️'],
  ['x', '❌'],
  ['eyes', '👀'],
  ['keycap_ten', '🔟'],
])('%s is %s', (name, emoji) => expect(emojiNamed(name)).toBe(emoji))

test.each([
  ['👀', 'eyes'],
  ['✔', 'heavy_check_mark'],
  ['✔️', 'heavy_check_mark'],
  ['👍🏾', '+1'],
  ['1️⃣', 'one'],
  ['🇫🇷', 'fr'],
  ['🦤', null],
])('%s goes back as %s', (emoji, name) => expect(nameOfEmoji(emoji)).toBe(name))

test('every reaction of a command has a name in Slack, and comes back as itself', () => {
  const reactions = commands.flatMap(({ on = {} }) =>
    Object.values(on).flatMap(({ reaction }) => reaction ?? []),
  )
  expect(reactions).toContain('👀')
  for (const emoji of reactions) expect(emojiNamed(nameOfEmoji(emoji)!)).toBe(emoji)
})

test.each([
  ['a &amp;lt; b', 'a &lt; b'],
  ['<!here> <!channel> <!everyone>', '@here @channel @everyone'],
  ['<!subteam^S061F7AUR> <!subteam^S0|@juridique>', '@sav @juridique'],
  ['<!date^1392734382^{date}|le 18 février>', 'le 18 février'],
  ['<@U0INCONNU> <@U0INCONNU|zoe> <#C0INCONNU>', '@U0INCONNU @zoe #C0INCONNU'],
  ['<mailto:sav@nimbus.example|sav@nimbus.example>', 'sav@nimbus.example'],
  ['<http://nimbus.example|nimbus.example> <https://a.example>', 'nimbus.example https://a.example'],
  [':fire: :+1::skin-tone-5: :nimbus-parrot:', '🔥 👍🏾 :nimbus-parrot:'],
  ['de 12:30:45 à 14:00, sujet:a: x', 'de 12:30:45 à 14:00, sujet:a: x'],
  ['« panne » “lamp” l’été\u202f!', '« panne » “lamp” l’été\u202f!'],
])('%j is read as %j', (text, words) => expect(spoken(text, here.names)).toBe(words))

test('what is packed comes back whole, and says nothing that Slack would write otherwise', () => {
  const packed = { delivery: undefined, about: 'mention:17', team: 'R&D <Nord>', value: '"a" | b' }
  expect(pack(packed)).not.toMatch(/[&<>]/)
  expect(unpack(pack(packed))).toEqual(packed)
  for (const broken of ['', 'null', '17', '{', undefined, '[]'])
    expect(Object.values(unpack(broken)).filter(Boolean)).toEqual([])
  for (const value of ['R&D', '100 %', '%26', '<x>', 'Éclairage']) {
    expect(packChoice(value)).not.toMatch(/[&<>]/)
    expect(unpackChoice(packChoice(value))).toBe(value)
  }
})

test('every right-click of a command comes back from the name of its shortcut', () => {
  const actions = commands.flatMap(({ name, onMessage = {} }) =>
    Object.keys(onMessage).map((verb) => `${name}.${verb}`),
  )
  expect(actions.length).toBeGreaterThan(1)
  for (const action of actions) expect(actionOfCallback(callbackOf(action))).toBe(action)
})
