import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import type { Chat } from '../../src/chat/chat.ts'
import { newSender } from '../../src/delivery/sender.ts'
import type { Account, ChatName } from '../../src/model/person.ts'
import { hour } from '../../src/model/time.ts'
import { drawPoll } from '../../src/reports/poll-chart.ts'
import { emptyStore } from '../databases/open.ts'
import { newSlackStandIn } from '../slack/stand-in.ts'
import { newWorld, nimbus } from '../world.ts'
import { newDiscordWorld, registered } from './discord-world.ts'
import { newChatOn } from './slack-world.ts'

/** Nimbus in Slack and on Discord at once: Mia and Noor are in both, Theo and Ravi too, as one person each. */
async function newBoth() {
  const store = await emptyStore()
  const slack = await newSlackStandIn()
  onTestFinished(() => slack.close())
  const accounts = (id: string, discordId: string): Account[] => [
    { chat: 'slack', workspace: 'T0NIMBUS', user: `U0${id.toUpperCase()}` },
    { chat: 'discord', workspace: guild, user: discordId },
  ]
  const chats = new Map<ChatName, Chat>()
  const there = await newDiscordWorld({ connected: false, parts: { store, clock: () => world.clock() } })
  const { discord } = there
  const { guild, users } = discord.ids
  const team = {
    ...nimbus,
    sample: false,
    quietHours: null,
    chats: { slack: 'slack' as const, discord: 'discord' as const },
    channels: {
      alerts: { chat: 'slack' as const, channel: 'e-reputation' },
      watch: { chat: 'discord' as const, channel: 'veille' },
      community: { chat: 'slack' as const, channel: 'communaute' },
    },
    people: nimbus.people.map((person) => ({
      ...person,
      accounts: accounts(person.id, users[person.id as 'mia']),
    })),
  }
  const world = await newWorld({ teams: [team], store, chats, draw: drawPoll })
  // Time goes on by itself, and may be put forward.
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
  /** Until it is so; meanwhile what has changed is told. */
  const until = (so: () => void | Promise<void>) =>
    expect
      .poll(
        async () => {
          await world.polls.look()
          await world.living.look()
          sender.wake()
          return Promise.resolve(so()).then(
            () => 'so',
            (error) => String(error),
          )
        },
        { timeout: 15_000, interval: 50 },
      )
      .toBe('so')
  const slackSees = (user: string) => slack.workspace.sees(user, 'communaute').join('\n')
  const slackPoll = () => slack.workspace.messages('communaute').find(({ onlyFor }) => !onlyFor)!
  const discordSees = (user: string) => discord.sees(user, 'communaute').join('\n')
  const discordPoll = () => discord.shown('mia', 'communaute').find(({ quiet }) => !quiet)!
  return {
    ...world,
    slack,
    workspace: slack.workspace,
    discord,
    until,
    slackSees,
    slackPoll,
    discordSees,
    discordPoll,
  }
}

test('a poll in Slack: asked in one line, pressed, shown, ended with a chart in its thread', async () => {
  const { workspace, until, slackSees, slackPoll, store, time } = await newBoth()
  await workspace.types(
    'U0MIA',
    'communaute',
    '/vigie sondage "Quel logo ?" bleu | vert | rouge jusqu’à:"dans 2 jours"',
  )
  await until(() => {
    expect(slackSees('U0MIA')).toMatch(/Le sondage 1 part/)
    expect(slackSees('U0THEO')).toMatch(/Quel logo \?[\s\S]*A\W+bleu/)
    expect(slackSees('U0THEO')).not.toMatch(/Le sondage 1 part/)
  })
  await workspace.presses('U0THEO', slackPoll(), 'B. vert')
  await until(() => expect(slackSees('U0THEO')).toMatch(/Your vote: vert/))
  expect(slackSees('U0RAVI')).not.toMatch(/Your vote/)
  await until(() => expect(slackSees('U0RAVI')).toMatch(/100.% · 1 vote/))
  await workspace.presses('U0RAVI', slackPoll(), 'Mon vote')
  await until(() => expect(slackSees('U0RAVI')).toMatch(/Vous n’avez pas encore voté/))
  expect(await store.pollVotes.ballots(1)).toEqual([{ ballot: [2], count: 1 }])

  time.now += 49 * hour
  const { ts } = slackPoll()
  await until(() => {
    expect(slackSees('U0THEO')).toMatch(/🏆 vert/)
    const below = workspace.threadOf({ channel: 'communaute', ts }, 'U0THEO').join('\n')
    expect(below).toMatch(/Le résultat : Quel logo \?[\s\S]*vert l’emporte/)
    expect(below).toMatch(/\[Quel logo \?\nA\. bleu: 0.%/)
  })
})

test('a poll on Discord: several choices from a menu, changed, taken back, ended by hand', async () => {
  const { discord, until, discordSees, discordPoll, store } = await newBoth()
  const asked = await discord.types('mia', 'communaute', 'sondage', {
    question: 'Quels thèmes ?',
    choix: 'lampes | bougies | étoiles',
    type: 'several',
    max: 2,
  })
  expect(asked.quiet).toBe(true)
  await until(() => expect(discordSees('theo')).toMatch(/Quels thèmes \?[\s\S]*lampes/))
  const voted = await discord.chooses('theo', discordPoll().id, 'Choisissez-en un ou plusieurs', [
    'A. lampes',
    'C. étoiles',
  ])
  expect(voted.quiet).toBe(true)
  expect(await voted.words()).toMatch(/lampes, étoiles/)
  await until(() => expect(discordSees('ravi')).toMatch(/lampes\s+▰{10} {2}100.% · 1 vote/))
  const mine = (await voted.message())!
  await discord.chooses('theo', mine, /▾/.test(discordSees('theo')) ? 'Change my choices' : '', [
    'B. bougies',
  ])
  await until(async () => expect(await store.pollVotes.ballots(1)).toEqual([{ ballot: [2], count: 1 }]))
  await discord.presses('theo', mine, 'Take my vote back')
  await until(async () => expect(await store.pollVotes.ballots(1)).toEqual([]))
  await discord.types('mia', 'veille', 'sondages clore', { numéro: 1 })
  await until(() => expect(discordSees('theo')).toMatch(/Personne n’a voté/))
})

test('a ranking on Discord goes on from choice to choice', async () => {
  const { discord, until, discordSees, discordPoll, store } = await newBoth()
  await discord.types('mia', 'communaute', 'sondage', {
    question: '"Quel nom ?" Aurore | Brume | Comète',
    type: 'ranked',
  })
  await until(() => expect(discordSees('theo')).toMatch(/Quel nom/))
  const first = await discord.presses('theo', discordPoll().id, 'Classer les choix')
  const mine = (await first.message())!
  await discord.chooses('theo', mine, 'Place 1', ['B. Brume'])
  await until(() => expect(discordSees('theo')).toMatch(/1\\?\. Brume[\s\S]*\[Place 2 ▾\]/))
  await discord.chooses('theo', mine, 'Place 2', ['A. Aurore'])
  await until(async () => expect(await store.pollVotes.ballots(1)).toEqual([{ ballot: [2, 1], count: 1 }]))
})

test('one poll in Slack and on Discord at once: one count, one vote for each person, an end in both', async () => {
  const both = await newBoth()
  const { discord, workspace, until, slackSees, slackPoll, discordSees, discordPoll, store, time } = both
  await workspace.types(
    'U0MIA',
    'communaute',
    '/vigie sondage "Quel logo ?" bleu | vert dans:#communaute,discord:#communaute anonyme:oui jusqu’à:"dans 3h"',
  )
  await until(() => {
    expect(slackSees('U0THEO')).toMatch(/Quel logo/)
    expect(discordSees('theo')).toMatch(/Quel logo/)
  })
  await workspace.presses('U0THEO', slackPoll(), 'A. bleu')
  await discord.presses('ravi', discordPoll().id, 'A. bleu')
  await discord.presses('noor', discordPoll().id, 'B. vert')
  // Theo changes his mind, and his phone.
  await discord.presses('theo', discordPoll().id, 'B. vert')
  await until(async () =>
    expect(await store.pollVotes.ballots(1)).toEqual([
      { ballot: [1], count: 1 },
      { ballot: [2], count: 2 },
    ]),
  )
  await until(() => {
    expect(slackSees('U0RAVI')).toMatch(/67.% · 2 votes/)
    expect(discordSees('mia')).toMatch(/67.% · 2 votes/)
  })
  time.now += 3 * hour
  await until(() => {
    expect(slackSees('U0RAVI')).toMatch(/vert l’emporte avec 2 votes/)
    expect(discordSees('mia')).toMatch(/vert l’emporte avec 2 votes/)
  })
  const { id } = discordPoll()
  await until(() => {
    expect(discord.threadOf('mia', id).join('\n')).toMatch(
      /Le lien entre les personnes et les votes a été détruit/,
    )
    expect(workspace.threadOf({ channel: 'communaute', ts: slackPoll().ts }, 'U0MIA').join('\n')).toMatch(
      /Le résultat/,
    )
  })
})

test('a channel that Vigie cannot write to, or a role that nobody has, starts nothing', async () => {
  const { discord, until, store } = await newBoth()
  const answer = async (options: Record<string, string>) =>
    (
      await discord.types('mia', 'communaute', 'sondage', {
        question: '"Quel logo ?" bleu | vert',
        ...options,
      })
    ).words()
  expect(await answer({ dans: '#annonces' })).toMatch(
    /Rien n’a été lancé, car Vigie ne peut pas écrire dans #annonces/,
  )
  expect(await answer({ qui: '@Licornes' })).toMatch(/ni rôle ni groupe/)
  expect(await store.polls.list('nimbus', 5)).toEqual([])
  expect(await answer({ qui: '@Équipe' })).toMatch(/Le sondage 1 part/)
  await until(() => expect(discord.sees('theo', 'communaute').join()).toMatch(/vote réservé à\s: @Équipe/))
  const { id } = discord.shown('theo', 'communaute').find(({ quiet }) => !quiet)!
  expect(await (await discord.presses('theo', id, 'A. bleu')).words()).toMatch(/Voting here is for: @Équipe/)
  expect(await (await discord.presses('noor', id, 'A. bleu')).words()).toMatch(/Your vote: bleu/)
})

test('a poll stands in a channel that is no team’s, too, and everybody may vote there', async () => {
  const { discord, until, store } = await newBoth()
  await discord.types('mia', 'communaute', 'sondage', {
    question: '"Quel logo ?" bleu | vert',
    dans: '#general',
  })
  await until(() => expect(discord.sees('theo', 'general').join()).toMatch(/Quel logo/))
  const { id } = discord.shown('theo', 'general').find(({ quiet }) => !quiet)!
  expect(await (await discord.presses('theo', id, 'A. bleu')).words()).toMatch(/Your vote: bleu/)
  expect(await store.pollVotes.ballots(1)).toEqual([{ ballot: [1], count: 1 }])
})

test('what is missing is asked for in a window, in both', async () => {
  const { discord, workspace, until, slackSees, discordSees } = await newBoth()
  expect((await discord.types('mia', 'communaute', 'sondage', {})).kind).toBe('modal')
  await discord.submits('mia', {
    'Votre question': 'Quel logo ?',
    'Les choix': 'bleu\nvert',
    'Jusqu’à quand': 'demain 18h',
  })
  await until(() => expect(discordSees('theo')).toMatch(/Quel logo[\s\S]*18:00/))
  await workspace.types('U0MIA', 'communaute', '/vigie sondage "Quel nom ?"')
  await until(() => expect(workspace.modalOf('U0MIA')).not.toBeNull())
  await workspace.submits('U0MIA', { choices: 'Aurore\nBrume' })
  await until(() => expect(slackSees('U0THEO')).toMatch(/Quel nom \?[\s\S]*Aurore/))
})
