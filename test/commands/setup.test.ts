import { expect, test } from 'vitest'
import type { ChatName } from '../../src/model/person.ts'
import type { Team } from '../../src/model/team.ts'
import { newChatAtThePort } from '../chat/slack-like.ts'
import { newWorld, nimbus, read } from '../world.ts'

const lou = { chat: 'slack' as const, workspace: 'T0NIMBUS', user: 'U0LOU' }
const inSlack = { chat: 'slack' as ChatName, account: lou, channel: 'general' }
const open: Team = { ...nimbus, sample: false, people: nimbus.people.filter(({ id }) => id === 'mia') }

async function newSlack(team = open, more: Parameters<typeof newChatAtThePort>[1] = {}) {
  const { chat } = newChatAtThePort('slack', {
    channels: ['general', 'e-reputation', 'veille', 'clients'],
    people: [{ account: lou, name: 'Lou' }],
    groups: [{ group: 'slack:T0NIMBUS/S0TEAM', name: 'équipe' }],
    ...more,
  })
  const world = await newWorld({ teams: [team], chats: new Map([['slack', chat]]) })
  return {
    ...world,
    lou: world.somebody('U0LOU', 'Lou', { ...inSlack, administers: true }),
    someone: world.somebody('U0LOU', 'Lou', inSlack),
  }
}

test('who administers the workspace sets Vigie up, before anybody has a role', async () => {
  const { lou, store } = await newSlack()
  const page = await lou.types('/setup')
  expect(page.title).toBe('Installation de Vigie pour Nimbus')
  expect(page.selects?.map(({ about, of }) => [about, of])).toEqual([
    ['setup:alerts', 'channels'],
    ['setup:watch', 'channels'],
    ['setup:community', 'channels'],
    ['setup:approvals', 'channels'],
  ])
  const after = await lou.chooses('setup:alerts', 'e-reputation', page)
  expect(after.instead).toBe(true)
  expect(read(after)).toContain('Alertes: #e-reputation · Slack')
  expect(await store.setUp.channels()).toMatchObject([
    { team: 'nimbus', purpose: 'alerts', place: { chat: 'slack', channel: 'e-reputation' }, by: 'Lou' },
  ])
})

test('what is heard afterwards rings in the channel that was chosen', async () => {
  const { lou, heard, waiting } = await newSlack()
  await lou.types('/installation alertes:#e-reputation veille:veille')
  await heard('Ma lampe Nimbus est en panne')
  expect((await waiting()).map(({ channel }) => channel)).toEqual(['e-reputation'])
})

test('where replies are approved is where alerts ring, until a channel of their own is chosen', async () => {
  const { lou, store, heard, waiting } = await newSlack({
    ...open,
    people: [
      {
        ...{ id: 'lou', name: 'Lou', role: 'staff', locale: 'fr' },
        accounts: [{ chat: 'slack', workspace: 'T0NIMBUS', user: 'U0LOU' }],
      },
    ],
  })
  await lou.types('/installation alertes:#e-reputation')
  expect(read(await lou.types('/setup'))).toContain('Validations: #e-reputation · Slack')
  await heard('Ma lampe Nimbus est en panne')
  await waiting()
  expect(read(await lou.types('/répondre mention:1 disant:"Pardon"'))).toContain('#e-reputation')
  expect((await waiting()).map(({ channel }) => channel)).toContain('e-reputation')
  await heard('Ma lampe Nimbus est cassée', { url: 'https://social.example/other' })
  await lou.types('/installation validations:#veille')
  expect(read(await lou.types('/setup'))).toContain('Validations: #veille · Slack')
  await waiting()
  expect(read(await lou.types('/répondre mention:2 disant:"Pardon"'))).toContain('#veille')
  expect((await waiting()).map(({ channel }) => channel)).toContain('veille')
  expect((await store.setUp.channels()).map(({ purpose }) => purpose)).toEqual(['alerts', 'approvals'])
})

test('anybody else is told what it takes', async () => {
  const { someone } = await newSlack()
  expect(read(await someone.types('/setup'))).toContain('C’est réservé au rôle « admin »')
})

test('a channel that stands in the settings is changed there', async () => {
  const at = { file: 'teams/nimbus/team.yaml', line: 12 }
  const { lou } = await newSlack({ ...open, channelsAt: { alerts: at } })
  const page = await lou.types('/setup')
  expect(page.selects?.map(({ about }) => about)).toEqual([
    'setup:watch',
    'setup:community',
    'setup:approvals',
  ])
  expect(read(page)).toContain('teams/nimbus/team.yaml:12')
  expect(read(await lou.types('/setup alertes:veille'))).toContain('« Alertes » figure dans la configuration')
})

test('what stands in the way of a channel, and what the workspace lacks, is said with its cure', async () => {
  const { lou } = await newSlack(open, {
    closed: { clients: { key: 'setup.no-channel', values: { channel: 'clients' } } },
    lacks: [{ key: 'setup.unconnected', values: { chat: 'Slack' } }],
  })
  const page = await lou.types('/setup communauté:clients')
  expect(read(page)).toContain('⚠️ Vigie ne voit pas de canal #clients ici')
  expect(read(page)).toContain('⚠️ Slack n’est pas connecté')
})

test('a channel that is not there, or another team’s, is refused', async () => {
  const { lou, store } = await newSlack()
  expect(read(await lou.types('/setup alertes:nulle-part'))).toContain('canal #nulle-part')
  await store.setUp.putChannel('lumeo', 'alerts', { chat: 'slack', channel: 'veille' }, { by: 'Zoe', at: 1 })
  expect(read(await lou.types('/setup alertes:veille'))).toContain('appartient à l’équipe lumeo')
})

test('a role given to a group holds for everybody in it, until it is taken back', async () => {
  const { lou, somebody } = await newSlack()
  const noor = somebody('U0NOOR', 'Noor', {
    ...inSlack,
    account: { ...lou2, user: 'U0NOOR' },
    groups: ['slack:T0NIMBUS/S0TEAM'],
  })
  expect(read(await noor.types('/mentions'))).toContain('C’est réservé au rôle « équipe »')
  const who = await lou.presses('Qui fait quoi', await lou.types('/setup'))
  const role = await lou.presses('Donner le rôle « équipe »', who)
  expect(role.selects?.map(({ of }) => of)).toEqual(['people', 'groups'])
  const given = await lou.chooses('setup:staff', 'slack:T0NIMBUS/S0TEAM', {
    ...role,
    selects: role.selects!.slice(1),
  })
  expect(read(given)).toContain('équipe · équipe')
  expect(read(await noor.types('/mentions'))).not.toContain('réservé au rôle')
  await lou.presses('Retirer', given)
  expect(read(await noor.types('/mentions'))).toContain('C’est réservé au rôle « équipe »')
})

const lou2 = { ...lou }

test('a role given to an account is that account’s alone: the same letters in another workspace are nobody', async () => {
  const { lou, somebody } = await newSlack()
  const role = await lou.presses(
    'Donner le rôle « équipe »',
    await lou.presses('Qui fait quoi', await lou.types('/setup')),
  )
  await lou.chooses('setup:staff', 'slack:T0NIMBUS/U0THEO', role)
  const theo = (workspace: string) =>
    somebody('U0THEO', 'Theo', { ...inSlack, account: { chat: 'slack', workspace, user: 'U0THEO' } })
  expect(read(await theo('T0NIMBUS').types('/mentions'))).not.toContain('réservé au rôle')
  expect(read(await theo('T0OTHER').types('/mentions'))).toContain('réservé au rôle')
})

test('a channel that another team’s settings name is not to be had', async () => {
  const bolt: Team = {
    ...open,
    name: 'bolt',
    title: 'Bolt',
    channels: { ...open.channels, alerts: { chat: 'slack', channel: 'e-reputation' } },
  }
  const { chat } = newChatAtThePort('slack', { channels: ['e-reputation'] })
  const world = await newWorld({ teams: [open, bolt], chats: new Map([['slack', chat]]) })
  const admin = world.somebody('U0LOU', 'Lou', { ...inSlack, administers: true })
  expect(read(await admin.types('/setup team:nimbus alertes:e-reputation'))).toContain('l’équipe Bolt')
  expect(await world.store.setUp.channels()).toEqual([])
})

test('a role that was given follows who joins another account to theirs', async () => {
  const { lou, store, somebody } = await newSlack()
  const role = await lou.presses(
    'Donner le rôle « équipe »',
    await lou.presses('Qui fait quoi', await lou.types('/setup')),
  )
  const theo = { chat: 'slack' as const, workspace: 'T0NIMBUS', user: 'U0THEO' }
  const there = { chat: 'discord' as const, workspace: '81384788765712384', user: '80351110224678912' }
  await lou.chooses('setup:staff', 'slack:T0NIMBUS/U0THEO', role)
  for (const account of [theo, there]) await store.people.meet(account, 'Theo', 'fr', 0)
  await store.together((store) => store.links.join(theo, there, { by: 'Theo', at: 1 }))
  const inDiscord = somebody('', 'Theo', { chat: 'discord', account: there, channel: 'general' })
  expect(read(await inDiscord.types('/mentions'))).not.toContain('réservé au rôle')
})

test('a sample team is not asked in Slack, and who asks reads what to do', async () => {
  const { lou } = await newSlack(nimbus)
  expect(read(await lou.types('/setup'))).toContain('Aucune équipe de Vigie ne parle encore ici')
})

test('nothing is said to be fine above what stands in the way', async () => {
  const { lou } = await newSlack(open, { closed: { clients: { key: 'setup.silent' } } })
  expect(read(await lou.types('/setup communauté:clients'))).not.toContain('Il ne manque rien')
  expect(read(await lou.types('/setup communauté:general alertes:veille veille:e-reputation'))).toContain(
    'Il ne manque rien',
  )
})

test('a role is given although the chat does not say what it calls people', async () => {
  const { lou, store } = await newSlack()
  const role = await lou.presses(
    'Donner le rôle « équipe »',
    await lou.presses('Qui fait quoi', await lou.types('/setup')),
  )
  expect(await store.setUp.roles()).toEqual([])
  await lou.chooses('setup:staff', 'slack:T0NIMBUS/U0ZOE', role)
  expect(await store.setUp.roles()).toMatchObject([{ who: 'slack:T0NIMBUS/U0ZOE', role: 'staff' }])
})
