import pino from 'pino'
import { expect, test } from 'vitest'
import { newAnalysis } from '../src/analysis/analysis.ts'
import type { Overheard } from '../src/chat/chat.ts'
import { newCommunity } from '../src/community.ts'
import { newIntake } from '../src/intake.ts'
import type { ChatName } from '../src/model/person.ts'
import { readMeasure, readParts } from '../src/reports/kpi/read.ts'
import { countCommunity } from '../src/schedule/counting-community.ts'
import { authorKey } from '../src/store/author.ts'
import { newChatAtThePort } from './chat/slack-like.ts'
import { newWorld, nimbus, read } from './world.ts'

const workspace = '81384788765712384'
const help = { chat: 'discord' as ChatName, channel: 'entraide' }
const team = { ...nimbus, listens: [help] }
const account = (user: string) => ({ chat: 'discord' as const, workspace, user })
const hour = 3_600_000

async function newHelp({ told = true } = {}) {
  const { chat } = newChatAtThePort('discord')
  chat.announce = async () => (told ? null : { key: 'community.tell-topic' })
  const chats = new Map([['discord' as ChatName, chat]])
  const world = await newWorld({ teams: [team], chats })
  const parts = {
    store: world.store,
    teams: [team],
    analysis: newAnalysis(),
    secret: 'of the test',
    clock: world.clock,
  }
  const community = newCommunity({
    ...parts,
    chats,
    hear: newIntake(parts),
    log: pino({ level: 'silent' }),
  })
  await community.look()
  let number = 0
  const says = async (user: string, text: string, more: Partial<Overheard> = {}) => {
    const id = `discord:${++number}`
    const message = {
      id,
      by: account(user),
      author: user,
      text,
      url: `https://discord.example/${id}`,
      at: world.time.now,
    }
    const said = {
      ...help,
      kind: 'said',
      account: account(user),
      name: user,
      at: world.time.now,
      message,
      ...more,
    }
    await community.overhear(said as Overheard)
    return id
  }
  const passes = (user: string, kind: 'joined' | 'left') =>
    community.overhear({
      ...help,
      channel: '',
      kind,
      account: account(user),
      name: user,
      at: world.time.now,
    })
  const joins = (user: string) => passes(user, 'joined')
  const leaves = (user: string) => passes(user, 'left')
  const facts = () => ({ store: world.store, team, now: world.time.now })
  const figure = async (key: string, from: string, to: string) =>
    (await readMeasure(facts(), key, { period: { from, to } })).figure
  return { ...world, chat, community, says, joins, leaves, facts, figure }
}

test('a question that nobody answers is told to the team after four hours, with its words and its place', async () => {
  const { says, store, time } = await newHelp()
  await says('Ravi', 'Comment changer l’ampoule de la lampe ?')
  expect(await store.deliveries.due(time.now + 4 * hour - 1, [])).toEqual([])
  const [told] = await store.deliveries.due(time.now + 4 * hour, [])
  expect(told!.place.channel).toBe('e-reputation')
  expect(read(told!.payload as never)).toContain('Comment changer l’ampoule')
})

test('an answer by somebody else settles it, one by who asked does not', async () => {
  const { says, store, time, mia } = await newHelp()
  const asked = await says('Ravi', 'Quelqu’un sait où trouver la notice ?')
  await says('Ravi', 'personne ?', { answers: asked })
  time.now += 2 * hour
  expect(read(await mia.types('/communauté'))).toContain('où trouver la notice')
  await says('Theo', 'Sur le site, rubrique aide', { answers: asked })
  expect(await store.deliveries.due(time.now + 9 * hour, [])).toEqual([])
  expect(read(await mia.types('/communauté'))).toContain('Aucune question n’attend')
})

test('what is said of the brand is a mention like any other, and what is not is kept nowhere', async () => {
  const { says, store } = await newHelp()
  await says('Ravi', 'Ma lampe Nimbus est en panne, c’est honteux')
  await says('Theo', 'Il fait beau à Lyon')
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 1, negative: 1 })
  const [mention] = await store.mentions.list('nimbus', {}, { most: 5 })
  expect(mention!.post).toMatchObject({ network: 'discord', author: 'Ravi', outlet: '#entraide' })
  expect(await store.posts.unknown('chat:discord:#entraide', ['discord:2'])).toEqual(new Set(['discord:2']))
})

test('the mood of a channel is counted by day, without a name', async () => {
  const { says, mia } = await newHelp()
  await says('Ravi', 'C’est nul, je suis très déçu')
  await says('Theo', 'Superbe, merci, j’adore !')
  await says('Noor', 'La réunion est à 14 h')
  const shown = read(await mia.types('/community'))
  expect(shown).toMatch(/#entraide: 3 messages · 1 négative, 1 neutre, 1 positive/)
})

test('newcomers whom nobody greeted after a day are named', async () => {
  const { joins, says, mia, time } = await newHelp()
  await joins('Lou')
  await joins('Zoe')
  await says('Mia', 'Bienvenue Zoe !', { to: [account('Zoe')] })
  time.now += 25 * hour
  const shown = read(await mia.types('/community'))
  expect(shown).toContain('Personne ne les a encore accueillis: Lou')
  expect(shown).not.toContain('Zoe')
})

test('where the members are not told, nothing is heard', async () => {
  const { says, store, time } = await newHelp({ told: false })
  await says('Ravi', 'Comment réparer ma lampe Nimbus ?')
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 0 })
  expect(await store.deliveries.due(time.now + 9 * hour, [])).toEqual([])
})

test('a topic that cannot be read for a moment makes no channel deaf', async () => {
  const { says, store, community, chat } = await newHelp()
  chat.announce = () => Promise.reject(new Error('Discord does not answer'))
  await community.look()
  await says('Ravi', 'Ma lampe Nimbus est en panne')
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 1 })
})

test('whoever wants to be forgotten is: nothing that names them stays', async () => {
  const { says, joins, store, mia, time } = await newHelp()
  await says('Ravi', 'Comment changer l’ampoule ?')
  await joins('Ravi')
  await store.community.forgetAuthor(authorKey('of the test', `discord:${workspace}`, 'nobody'))
  await store.community.forgetAuthor(authorKey('of the test', `discord:${workspace}`, 'Ravi'))
  time.now += 25 * hour
  expect(read(await mia.types('/community'))).not.toContain('Ravi')
  expect(await store.deliveries.due(time.now, [])).toEqual([])
})

test('a question that was taken back is told to nobody', async () => {
  const { says, community, store, time } = await newHelp()
  const id = await says('Ravi', 'Pourquoi ma lampe clignote-t-elle ?')
  await community.overhear({
    ...help,
    kind: 'removed',
    account: account('Ravi'),
    name: '',
    at: time.now,
    message: { id },
  })
  expect(await store.deliveries.due(time.now + 9 * hour, [])).toEqual([])
})

test('newcomers are nobody’s business where no topic tells them', async () => {
  const { joins, store, time } = await newHelp({ told: false })
  await joins('Lou')
  const day = 24 * hour
  expect(await store.community.ungreeted('nimbus', { from: 0, to: time.now + day })).toEqual([])
})

const day = 24 * hour
const [saturday, sunday] = ['2026-11-21', '2026-11-22'] as const

test('members who wrote are counted once however much they wrote, messages each; a quiet day is 0, one unheard is not', async () => {
  const { says, figure, facts, community, time } = await newHelp()
  await says('Ravi', 'Bonjour')
  await says('Ravi', 'Il y a quelqu’un ?')
  await says('Theo', 'Oui')
  time.now += day
  await community.look()
  expect(await figure('messages', sunday, sunday)).toMatchObject({ known: true, value: 0 })
  await says('Ravi', 'Salut')
  expect(await figure('messages', saturday, sunday)).toMatchObject({ value: 4, sources: ['#entraide'] })
  expect(await figure('active-members', saturday, sunday)).toMatchObject({ value: 2, sure: 'high' })
  expect(await figure('active-members', sunday, sunday)).toMatchObject({ value: 1 })
  expect(await readParts(facts(), 'messages', { period: { from: saturday, to: sunday } }, 'channel')).toEqual(
    [{ label: '#entraide', value: 4, share: 1 }],
  )
  expect(await figure('messages', '2026-11-19', '2026-11-20')).toMatchObject({
    known: false,
    because: { key: 'figure.not-listened' },
  })
  expect(await figure('messages', '2026-11-20', sunday)).toMatchObject({
    value: 4,
    partly: true,
    because: { key: 'figure.listened-since', values: { day: saturday } },
  })
  expect(await figure('messages', sunday, saturday)).toMatchObject({ known: false })
})

test('who comes and goes is counted once a day, by the team’s calendar', async () => {
  const { joins, leaves, figure, store, time } = await newHelp()
  time.now = Date.parse('2026-11-21T22:55:00Z')
  await joins('Lou')
  await joins('Lou')
  await leaves('Lou')
  await joins('Lou')
  // In Paris it is Sunday by now.
  time.now += 10 * 60_000
  await joins('Zoe')
  await leaves('Zoe')
  expect(await figure('joins', saturday, saturday)).toMatchObject({ value: 1 })
  expect(await figure('joins', saturday, sunday)).toMatchObject({ value: 2, sources: ['Discord'] })
  expect(await figure('leaves', saturday, sunday)).toMatchObject({ value: 2 })
  // Whose keys they were is known for some days only; how many they were stays.
  await store.memberDays.forget({ keys: '2027', passing: '2027', counts: '2025' })
  expect(await figure('joins', saturday, sunday)).toMatchObject({ value: 2 })
})

test('nobody’s key outlives its use: weeks and months that are over stay as counts, other periods are unknown', async () => {
  const { says, figure, facts, store, community, time } = await newHelp()
  // October ends with a day of 25 hours.
  for (const at of ['2026-09-30T10:00Z', '2026-10-01T10:00Z', '2026-10-25T00:30Z', '2026-10-31T22:30Z']) {
    time.now = Date.parse(at)
    await community.look()
    await says('Ravi', 'Bonjour')
    if (at.startsWith('2026-10-25')) await says('Theo', 'Quelle heure est-il')
  }
  time.now = Date.parse('2026-11-22T02:00Z')
  await countCommunity(store, facts().team, time.now)
  expect(await figure('active-members', '2026-10-01', '2026-10-31')).toMatchObject({ value: 2 })
  time.now = Date.parse('2027-02-01T02:00Z')
  await store.memberDays.forget({ keys: '2026-11-25', passing: '2027-01-28', counts: '2026-01-01' })
  expect(await figure('active-members', '2026-10-01', '2026-10-31')).toMatchObject({ known: true, value: 2 })
  expect(await figure('active-members', '2026-10-25', '2026-10-25')).toMatchObject({ known: true, value: 2 })
  expect(await figure('active-members', '2026-10-19', '2026-10-25')).toMatchObject({ known: true, value: 2 })
  expect(await figure('active-members', '2026-10-01', '2026-10-27')).toMatchObject({
    known: false,
    because: { key: 'figure.active-too-old' },
  })
})

test('questions that nobody answered are counted while they may still be, and stay counted when they are forgotten', async () => {
  const { says, figure, facts, store, time } = await newHelp()
  const asked = await says('Ravi', 'Comment changer l’ampoule ?')
  await says('Theo', 'Où trouver la notice ?')
  expect(await figure('unanswered-questions', saturday, saturday)).toMatchObject({ value: 2 })
  await says('Mia', 'Dévissez le socle', { answers: asked })
  expect(await figure('unanswered-questions', saturday, saturday)).toMatchObject({ value: 1 })
  time.now += 5 * day
  await countCommunity(store, facts().team, time.now).then(({ values }) =>
    store.measureValues.put('nimbus', values, time.now),
  )
  time.now += 60 * day
  await store.community.forget(time.now - 30 * day)
  expect(await figure('unanswered-questions', saturday, saturday)).toMatchObject({ known: true, value: 1 })
  expect(await figure('unanswered-questions', '2026-12-01', '2026-12-02')).toMatchObject({ known: false })
})

test('whoever is forgotten is counted no longer where their key was', async () => {
  const { says, figure, store } = await newHelp()
  await says('Ravi', 'Bonjour')
  await says('Theo', 'Bonjour')
  await store.community.forgetAuthor(authorKey('of the test', `discord:${workspace}`, 'Ravi'))
  expect(await figure('active-members', saturday, saturday)).toMatchObject({ value: 1 })
  expect(await figure('messages', saturday, saturday)).toMatchObject({ value: 2 })
})
