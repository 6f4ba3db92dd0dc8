import { expect, test } from 'vitest'
import type { Overheard } from '../../src/chat/chat.ts'
import { marked } from '../../src/texts/marked.ts'
import { newDiscordWorld, newTestBot } from './discord-world.ts'

test('it knows the channels in which it can speak, its groups, and the people of the settings', async () => {
  const { discord, chat } = await newDiscordWorld()
  expect(await chat.channels()).toEqual(
    expect.arrayContaining([
      { name: 'veille', topic: 'Ce que l’on dit de Nimbus' },
      { name: 'entraide' },
      { name: 'communaute' },
    ]),
  )
  const { guild, roles, users } = discord.ids
  expect(await chat.groups!()).toEqual([
    { group: `discord:${guild}/${roles.equipe}`, name: 'Équipe' },
    { group: `discord:${guild}/${roles.admin}`, name: 'Admin' },
  ])
  const people = await chat.people()
  expect(people.map(({ name }) => name).sort()).toEqual(['Mia', 'Noor', 'Ravi', 'Theo'])
  expect(people[0]!.account).toEqual({ chat: 'discord', workspace: guild, user: users.mia })
  // Nobody may list the members without the intent, and nobody tried.
  expect(discord.of('GET /guilds/:id/members')).toEqual([])
})

const listens = { listens: [{ chat: 'discord' as const, channel: 'communaute' }] }
const granted = { intents: ['message-content', 'members'] as ('message-content' | 'members')[] }

test('where the intent is granted, everybody is known', async () => {
  const { discord, chat } = await newDiscordWorld({ options: granted, team: { ...listens, people: [] } })
  expect((await chat.people()).map(({ name }) => name).sort()).toEqual(['Mia', 'Noor', 'Ravi', 'Theo'])
  expect(discord.of('GET /guilds/:id/members').length).toBeGreaterThan(0)
})

test('what is missing in a channel is named, as Discord names it; nothing is missing where nothing is', async () => {
  const { discord, chat } = await newDiscordWorld()
  expect(await chat.enter('veille')).toBeNull()
  expect(await chat.enter('entraide')).toBeNull()
  expect(await chat.enter('annonces')).toEqual({
    key: 'discord.lacks-here',
    values: { channel: 'annonces', permissions: 'Envoyer des messages' },
  })
  expect(await chat.enter('presse')).toMatchObject({ values: { permissions: 'Voir les anciens messages' } })
  expect(await chat.enter('secret')).toMatchObject({ values: { permissions: 'Voir le salon' } })
  expect(await chat.enter('nulle-part')).toEqual({
    key: 'discord.no-channel',
    values: { channel: 'nulle-part' },
  })

  discord.overwrites('annonces', 'vigie', { allow: ['SendMessages'] })
  await expect.poll(() => chat.enter('annonces')).toBeNull()
  await chat.say('annonces', { title: 'enfin' })
})

test('a healthy server lacks nothing; each thing that is wrong is said with its cure', async () => {
  const { discord, chat } = await newDiscordWorld({ team: listens })
  expect((await chat.lacks()).map(({ key }) => key)).toEqual([
    'discord.intent-messages',
    'discord.intent-members',
  ])
  await discord.outage()
  const keys = async () => (await chat.lacks()).map(({ key }) => key)
  await expect.poll(keys, { timeout: 5_000 }).toContain('discord.down')
  await discord.back()
})

test('a bot that was invited nowhere says so, and so does one in two servers of which none was named', async () => {
  const { chat } = await newDiscordWorld({ options: { acme: true } })
  expect(await chat.lacks()).toEqual([{ key: 'discord.several-servers', values: {} }])
  expect(await chat.enter('veille')).toEqual({ key: 'discord.several-servers', values: {} })
  await expect(chat.say('veille', { title: 'où ?' })).rejects.toMatchObject({
    refused: false,
    retryAfter: 60_000,
  })

  const named = await newDiscordWorld({
    parts: { servers: [{ name: 'discord', server: '912384788765712385' }] },
  })
  expect(await named.chat.lacks()).toEqual([{ key: 'discord.no-such-server', values: {} }])
  await expect(named.chat.say('veille', { title: 'où ?' })).rejects.toMatchObject({ refused: false })
})

test('a wrong token ends nothing and refuses nothing: what waits goes on waiting', async () => {
  const { discord, chat, job } = await newDiscordWorld({ connected: false, parts: { token: 'wrong' } })
  await chat.start(newTestBot().bot)
  await job.begin()
  await expect(chat.say('veille', { title: 'x' })).rejects.toMatchObject({
    refused: false,
    retryAfter: expect.any(Number),
    key: 'discord.token-refused',
  })
  expect((await chat.lacks()).map(({ key }) => key)).toEqual(['discord.token-refused'])
  const before = discord.calls.length
  for (let time = 0; time < 20; time++) await chat.say('veille', { title: 'x' }).catch(() => {})
  expect(discord.calls.length).toBe(before)
})

test('what rings nobody when it is said rings nobody when it is changed either', async () => {
  const { discord, chat } = await newDiscordWorld()
  const hostile = '@everyone <@90384788765712401> <@&381384788765712411>'
  const told = await chat.say('veille', {
    title: hostile,
    text: marked`${hostile}`,
    items: [{ title: hostile, quote: hostile }],
  })
  expect(discord.pinged(told.id)).toEqual([])
  await chat.change(told, { title: `${hostile} encore`, text: marked`${hostile}` })
  expect(discord.pinged(told.id)).toEqual([])
  for (const { body } of discord.of('PATCH /channels/:id/messages/:id'))
    expect(body).toMatchObject({ allowed_mentions: { parse: [] } })
})

test('reactions are offered below a message; one that is refused spoils nothing', async () => {
  const { discord, chat } = await newDiscordWorld()
  const told = await chat.say('veille', { title: 'Alerte', react: ['👀', '✅'] })
  await expect.poll(() => Object.keys(discord.reactionsOf(told.id))).toEqual(['👀', '✅'])
  discord.fault({ kind: 'forbidden', route: 'PUT /channels' })
  await chat.say('veille', { title: 'Alerte', react: ['👀'] })
})

test('files come along, and can be read out', async () => {
  const { discord, chat } = await newDiscordWorld()
  const csv = Buffer.from('a,b\n1,2\n').toString('base64')
  await chat.say('veille', {
    title: 'Tableau',
    files: [{ name: 'mentions.csv', type: 'text/csv', base64: csv, says: 'les mentions' }],
  })
  expect(discord.of('POST /channels/:id/messages').at(-1)!.files).toEqual(['mentions.csv'])
})

test('what found no room is kept, and its button leads to all of it', async () => {
  const { discord, chat, store } = await newDiscordWorld()
  const items = Array.from({ length: 60 }, (_, nth) => ({ title: `Mention ${nth}`, quote: 'x'.repeat(400) }))
  const told = await chat.say(
    'veille',
    { title: 'Longue liste', items },
    { delivery: '019acdef-0000-7000-8000-0123456789ab' },
  )
  expect(discord.shown('mia', 'veille').at(-1)!.buttons).toContain('Tout lire')
  expect(await store.memory.get('whole:019acdef-0000-7000-8000-0123456789ab')).toMatchObject({
    title: 'Longue liste',
  })
  expect(chat.linkTo!(told)).toBe(
    `https://discord.com/channels/${discord.ids.guild}/${told.channel}/${told.id}`,
  )
})

test('members are told in the topic that Vigie listens: by hand, or by itself where it may', async () => {
  const { discord, chat } = await newDiscordWorld()
  const words = 'Vigie écoute ce salon pour Nimbus.'
  expect(await chat.announce!('communaute', words)).toEqual({
    key: 'discord.announce',
    values: { channel: 'communaute', words },
  })
  discord.overwrites('communaute', 'vigie', { allow: ['ManageChannels'] })
  await expect.poll(() => chat.announce!('communaute', words)).toBeNull()
  expect((await chat.channels()).find(({ name }) => name === 'communaute')!.topic).toBe(words)
  expect(await chat.announce!('communaute', words)).toBeNull()
  expect(discord.of('PATCH /channels/:id')).toHaveLength(1)
})

const kinds = ['said', 'edited', 'removed', 'left', 'joined']

test('what members say is overheard where a team listens: words, answers, edits, removals, who comes and goes; no bots', async () => {
  const said: Overheard[] = []
  const { bot } = newTestBot({ overhear: async (one) => void said.push(one) })
  const { discord } = await newDiscordWorld({ options: granted, team: listens }, bot)
  const question = await discord.says('ravi', 'communaute', 'Ma lampe fume, <@90384788765712401> ?')
  const answer = await discord.says('mia', 'communaute', 'Débranchez-la.', { reply: question })
  await discord.edits('ravi', question, 'Ma lampe fume !')
  await discord.says('robot', 'communaute', 'bip')
  const inThread = await discord.says('theo', discord.ids.thread, 'moi aussi')
  await discord.deletes('ravi', question)
  await discord.leaves('theo')
  await discord.joins('theo')
  await expect.poll(() => said.length).toBe(7)
  const ofRavi = said.flatMap((one) =>
    'message' in one && one.message.id.endsWith(question) ? [one.kind] : [],
  )
  expect(ofRavi).toEqual(['said', 'edited', 'removed'])
  // Of several channels nobody knows what came first.
  said.sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || Number(a.name === 'Theo') - Number(b.name === 'Theo'),
  )
  const { guild, channels, users, thread } = discord.ids
  const id = (message: string, channel = channels.communaute) => `discord:${guild}/${channel}/${message}`
  const account = (user: string) => ({ chat: 'discord', workspace: guild, user })
  expect(said).toMatchObject([
    {
      kind: 'said',
      chat: 'discord',
      channel: 'communaute',
      name: 'Ravi',
      account: account(users.ravi),
      message: { id: id(question), text: 'Ma lampe fume, @Mia ?' },
      to: [account(users.mia)],
    },
    { kind: 'said', name: 'Mia', message: { id: id(answer) }, answers: id(question) },
    { kind: 'said', channel: 'communaute', message: { id: id(inThread, thread) }, answers: id(thread) },
    { kind: 'edited', message: { id: id(question), text: 'Ma lampe fume !' } },
    { kind: 'removed', channel: 'communaute', message: { id: id(question) } },
    { kind: 'left', channel: '', account: account(users.theo) },
    { kind: 'joined', channel: '', account: account(users.theo), name: 'Theo' },
  ])
})

test('nobody who does not listen hears anything: no intent, no messages', async () => {
  const said: Overheard[] = []
  const { bot } = newTestBot({ overhear: async (one) => void said.push(one) })
  const { discord, chat } = await newDiscordWorld({ options: granted }, bot)
  await discord.says('ravi', 'communaute', 'Ma lampe fume')
  await chat.say('veille', { title: 'après' })
  expect(said).toEqual([])
})

test('of two channels with one name only that is overheard whose topic tells its members', async () => {
  const said: Overheard[] = []
  const { bot } = newTestBot({ overhear: async (one) => void said.push(one) })
  const { discord } = await newDiscordWorld({ options: granted, team: listens }, bot)
  const namesake = discord.createsChannel('communaute')
  await discord.says('ravi', namesake, 'Entre nous')
  await discord.says('ravi', discord.ids.channels.communaute, 'Bonjour à tous')
  await expect.poll(() => said.length).toBe(1)
  expect(said).toMatchObject([{ kind: 'said', message: { text: 'Bonjour à tous' } }])
})
