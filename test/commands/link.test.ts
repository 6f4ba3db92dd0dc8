import { expect, test } from 'vitest'
import { newChatAtThePort } from '../chat/slack-like.ts'
import { newWorld, nimbus, read } from '../world.ts'

const slackMia = { chat: 'slack' as const, workspace: 'T0NIMBUS', user: 'U0MIA' }
const discordZoe = { chat: 'discord' as const, workspace: '81384788765712384', user: '80351110224678912' }

async function newBoth() {
  const [slack, discord] = [newChatAtThePort('slack'), newChatAtThePort('discord')]
  const mia = { ...nimbus.people[0]!, accounts: [slackMia] }
  const world = await newWorld({
    teams: [{ ...nimbus, sample: false, people: [mia] }],
    chats: new Map([
      ['slack', slack.chat],
      ['discord', discord.chat],
    ]),
  })
  return {
    ...world,
    slack,
    discord,
    inSlack: world.somebody('', 'Mia', { chat: 'slack', account: slackMia }),
    inDiscord: world.somebody('', 'mimi', { chat: 'discord', account: discordZoe, channel: 'general' }),
  }
}

const codeIn = (words: string) =>
  /relier ([A-Z\d]{6})|link ([A-Z\d]{6})/u.exec(words)!.slice(1).find(Boolean)!

/** A code from Slack is typed in Discord, and both sides say yes. */
async function joined() {
  const world = await newBoth()
  const { inSlack, inDiscord, slack } = world
  const code = codeIn(read(await inSlack.types('/link')))
  const question = await inDiscord.types(`/link ${code.toLowerCase()}`)
  await inDiscord.presses('Oui, c’est moi', question)
  const asked = slack.whispered[0]!
  return { ...world, code, question, asked }
}

test('two accounts become one person once both sides said so, and share what that person may do', async () => {
  const { inSlack, inDiscord, asked } = await joined()
  expect(asked.to).toEqual(slackMia)
  expect(read(asked.message)).toContain('mimi, sur Discord, a saisi votre code')
  expect(read(await inDiscord.types('/mentions'))).toContain('C’est réservé au rôle')
  await inSlack.presses('Oui, c’est moi', asked.message)
  expect(read(await inDiscord.types('/mentions'))).not.toContain('réservé au rôle')
})

test('whoever reads a code over a shoulder joins nothing: the other side refuses', async () => {
  const { inSlack, inDiscord, asked } = await joined()
  await inSlack.presses('Non', asked.message)
  expect(read(await inSlack.presses('Oui, c’est moi', asked.message))).toContain('Ce code a expiré')
  expect(read(await inDiscord.types('/mentions'))).toContain('C’est réservé au rôle')
})

test('who typed the code cannot say yes for the other side', async () => {
  const { inDiscord, asked } = await joined()
  expect(read(await inDiscord.presses('Oui, c’est moi', asked.message))).toContain('Ce code a expiré')
  expect(read(await inDiscord.types('/mentions'))).toContain('C’est réservé au rôle')
})

test('a code lasts ten minutes, is used once, and is of no use to who made it', async () => {
  const { inSlack, inDiscord, time } = await newBoth()
  const code = codeIn(read(await inSlack.types('/link')))
  expect(read(await inSlack.types(`/link ${code}`))).toContain('C’est ce compte-ci')
  time.now += 10 * 60_000
  expect(read(await inDiscord.types(`/link ${code}`))).toContain('Ce code a expiré')
})

test('accounts are separated again at will', async () => {
  const { inSlack, inDiscord, asked } = await joined()
  await inSlack.presses('Oui, c’est moi', asked.message)
  await inSlack.presses('Séparer', await inSlack.types('/link'))
  expect(read(await inDiscord.types('/mentions'))).toContain('C’est réservé au rôle')
})
