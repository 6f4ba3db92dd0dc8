import pino from 'pino'
import { expect, test } from 'vitest'
import { newAnalysis } from '../src/analysis/analysis.ts'
import type { Overheard } from '../src/chat/chat.ts'
import { newCommunity } from '../src/community.ts'
import { newIntake } from '../src/intake.ts'
import type { ChatName } from '../src/model/person.ts'
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
  const joins = (user: string) =>
    community.overhear({
      ...help,
      channel: '',
      kind: 'joined',
      account: account(user),
      name: user,
      at: world.time.now,
    })
  return { ...world, chat, community, says, joins }
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
