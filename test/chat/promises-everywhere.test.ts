import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import type { Chat } from '../../src/chat/chat.ts'
import { newSender } from '../../src/delivery/sender.ts'
import { usualHours } from '../../src/model/hours.ts'
import type { Account, ChatName } from '../../src/model/person.ts'
import type { PromiseRule } from '../../src/model/promise.ts'
import { hour, minute } from '../../src/model/time.ts'
import { emptyStore } from '../databases/open.ts'
import { newSlackStandIn } from '../slack/stand-in.ts'
import { newWorld, nimbus } from '../world.ts'
import { newDiscordWorld, registered } from './discord-world.ts'
import { newChatOn } from './slack-world.ts'

const rule: PromiseRule = {
  name: 'Mécontents',
  topics: null,
  kinds: ['brand'],
  moods: ['negative'],
  networks: null,
  languages: null,
  reach: null,
  within: hour,
  remind: null,
  silence: null,
  escalate: [{ after: 30 * minute, to: 'approver' }],
}

/** Nimbus rings in this chat; Mia is in both Slack and Discord, Noor too, as one person each. */
async function newNimbus(rings: 'slack' | 'discord') {
  const store = await emptyStore()
  const slack = await newSlackStandIn()
  onTestFinished(() => slack.close())
  const chats = new Map<ChatName, Chat>()
  const there = await newDiscordWorld({ connected: false, parts: { store, clock: () => world.clock() } })
  const { discord } = there
  const { guild, users } = discord.ids
  const accounts = (id: string): Account[] => [
    { chat: 'slack', workspace: 'T0NIMBUS', user: `U0${id.toUpperCase()}` },
    { chat: 'discord', workspace: guild, user: users[id as 'mia'] },
  ]
  const at = (chat: 'slack' | 'discord', channel: string) => ({ chat, channel })
  const team = {
    ...nimbus,
    sample: false,
    quietHours: null,
    hours: usualHours,
    promises: [rule],
    chats: { slack: 'slack' as const, discord: 'discord' as const },
    channels: {
      alerts: at(rings, 'e-reputation'),
      watch: at('discord', 'veille'),
      community: at('slack', 'communaute'),
    },
    people: nimbus.people.map((person) => ({ ...person, accounts: accounts(person.id) })),
  }
  const world = await newWorld({ teams: [team], store, chats })
  let ahead = 0
  Object.defineProperty(world.time, 'now', {
    get: () => Date.now() + ahead,
    set: (at: number) => {
      ahead = at - Date.now()
    },
  })
  there.teams.splice(0, there.teams.length, team)
  const inSlack = newChatOn(slack.apiUrl, slack.workspace, store, { teams: [team], clock: world.clock })
  chats.set('slack', inSlack)
  chats.set('discord', there.chat)
  await inSlack.start(world.bot)
  await there.chat.start(world.bot)
  await there.job.begin()
  await discord.gateway.ready()
  await registered(discord)
  const log = pino({ level: 'silent' })
  const sender = newSender({ store, chats, teams: [team], clock: world.clock, log })
  onTestFinished(() => sender.stop())
  await sender.start()
  const until = (so: () => void) =>
    expect
      .poll(
        async () => {
          await world.promises.look()
          sender.wake()
          return Promise.resolve()
            .then(so)
            .then(
              () => 'so',
              (error) => String(error),
            )
        },
        { timeout: 15_000, interval: 50 },
      )
      .toBe('so')
  return { ...world, workspace: slack.workspace, discord, until }
}

const broken = 'Ma lampe Nimbus est en panne, quelle honte'

test('in Slack: 👀 and its taking back, handing over with a private message, late in the thread, the inbox', async () => {
  const { heard, workspace, until, time, store } = await newNimbus('slack')
  const id = await heard(broken)
  const alert = () => workspace.messages('e-reputation').find(({ onlyFor }) => !onlyFor)!
  const sees = (user: string) => workspace.sees(user, 'e-reputation').join('\n')
  await until(() => expect(sees('U0MIA')).toMatch(/Délai de réponse[\s\S]*réponse promise/))
  await workspace.reacts('U0MIA', alert(), 'eyes')
  await until(() => expect(sees('U0NOOR')).toContain('Prise en charge par Mia'))
  await workspace.reacts('U0MIA', alert(), 'eyes', false)
  await until(() => expect(sees('U0NOOR')).not.toContain('Prise en charge'))

  await workspace.types('U0MIA', 'e-reputation', `/vigie mention ${id} à:noor`)
  await until(() => {
    expect(sees('U0NOOR')).toContain('Confiée à Noor par Mia')
    expect(workspace.threadOf(alert(), 'U0NOOR').join()).toContain('Mia confie cette mention à Noor.')
    expect(workspace.told('U0NOOR').join('\n')).toMatch(/Mia gives you this mention[\s\S]*panne/)
  })

  time.now += 61 * minute
  await until(() => {
    expect(workspace.threadOf(alert(), 'U0MIA').join()).toMatch(/Noor\W+ la réponse promise .* est en retard/)
    expect(sees('U0MIA')).toContain('en retard')
  })
  await workspace.types('U0NOOR', 'e-reputation', '/vigie inbox mine')
  await until(() => expect(sees('U0NOOR')).toMatch(/1 of yours waits for an answer[\s\S]*late by/))
  expect(sees('U0MIA')).not.toContain('of yours')
  expect((await store.inbox.count('nimbus', { who: 'all', late: true }, time.now)).all).toBe(1)
}, 60_000)

test('on Discord: the same, with an inbox of which the buttons work', async () => {
  const { heard, discord, until, time, store } = await newNimbus('discord')
  const id = await heard(broken)
  const sees = (user: string) => discord.sees(user, 'e-reputation').join('\n')
  const alert = () => discord.shown('mia', 'e-reputation').find(({ quiet }) => !quiet)!
  await until(() => expect(sees('mia')).toMatch(/Délai de réponse[\s\S]*réponse promise/))
  await discord.reacts('mia', alert().id, '👀')
  await until(() => expect(sees('noor')).toContain('Prise en charge par Mia'))
  await discord.unreacts('mia', alert().id, '👀')
  await until(() => expect(sees('noor')).not.toContain('Prise en charge'))

  const menu = await discord.presses('mia', alert().id, 'Confier à…')
  expect(menu.quiet).toBe(true)
  await discord.chooses('mia', (await menu.message())!, 'Choisissez quelqu’un de l’équipe', ['Noor'])
  await until(() => {
    expect(sees('noor')).toContain('Confiée à Noor par Mia')
    expect(discord.threadOf('noor', alert().id).join()).toContain('Mia confie cette mention à Noor.')
    expect(discord.sees('noor', '@').join('\n')).toMatch(/Mia gives you this mention[\s\S]*panne/)
  })

  const box = await discord.types('mia', 'e-reputation', 'boîte')
  expect(await box.words()).toMatch(/1 mention attend une réponse[\s\S]*Noor s’en occupe/)
  const late = await discord.presses('mia', (await box.message())!, 'En retard')
  expect(await late.words()).toContain('Rien n’attend')
  time.now += 95 * minute
  await until(() =>
    expect(discord.sees('noor', '@').join('\n')).toContain('Nobody has answered this mention in time.'),
  )
  expect((await store.mentions.get('nimbus', id))!.promised).toMatchObject({ late: true, escalated: 1 })
}, 60_000)
