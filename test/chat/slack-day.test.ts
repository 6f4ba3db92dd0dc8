import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { newSender } from '../../src/delivery/sender.ts'
import { newSlackStandIn } from '../slack/stand-in.ts'
import { newWorld } from '../world.ts'
import { newChatOn, nimbusInSlack } from './slack-world.ts'

/** Nimbus with its commands, its store and its sender, in Slack. */
async function newDay() {
  const world = await newWorld({ teams: [nimbusInSlack] })
  const { store, clock } = world
  const slack = await newSlackStandIn({ clock })
  onTestFinished(() => slack.close())
  const { workspace } = slack
  const teams = [nimbusInSlack]
  const chat = newChatOn(slack.apiUrl, workspace, store, { teams, clock })
  await chat.start(world.bot)
  const log = pino({ level: 'silent' })
  const sender = newSender({ store, chats: new Map([['slack', chat]]), teams, clock, log })
  onTestFinished(() => sender.stop())
  await sender.start()
  const eyes = (user: string, channel: string) => () => workspace.sees(user, channel).join('\n')
  return { ...world, slack, workspace, sender, eyes }
}

test('an alert rings, somebody takes it by a reaction, and everybody sees who', async () => {
  const { heard, slack, workspace, sender, eyes, time } = await newDay()
  await heard('Ma lampe Nimbus est encore en panne, quelle honte <!channel>')
  sender.wake()
  const mia = eyes('U0MIA', 'e-reputation')
  await slack.eventually(() => mia().includes('en panne'))
  expect(slack.pings).toEqual([])
  const [alert] = workspace.messages('e-reputation')
  await slack.eventually(() => workspace.message(alert!)!.reactions.length === 1)
  await workspace.reacts('U0NOOR', alert!, 'eyes')
  await slack.eventually(
    () => slack.callsOf('chat.postEphemeral').length + slack.callsOf('chat.update').length > 0,
  )
  time.now += 31_000
  sender.wake()
  await slack.eventually(() => mia().includes('Noor'))
  expect(workspace.messages('e-reputation').filter(({ onlyFor }) => !onlyFor)).toHaveLength(1)
})

test('a button of the alert opens what it says, and the mention is looked up by its command', async () => {
  const { heard, slack, workspace, sender, eyes } = await newDay()
  const number = await heard('Ma lampe Nimbus fume')
  sender.wake()
  const noor = eyes('U0NOOR', 'e-reputation')
  await slack.eventually(() => noor().includes('fume'))
  const [alert] = workspace.messages('e-reputation')
  await workspace.presses('U0NOOR', alert!, 'Je m’en occupe')
  await slack.eventually(() => noor().includes('Noor'))
  await workspace.types('U0MIA', 'e-reputation', `/vigie mentions ${'nimbus'} depuis:24h`)
  const mia = eyes('U0MIA', 'e-reputation')
  await slack.eventually(() => mia().split('fume').length > 2)
  expect(number).toBeGreaterThan(0)
})

test('a stranger is nobody, and an unknown command is helped', async () => {
  const { slack, workspace, eyes } = await newDay()
  await workspace.types('U0GUEST', 'communaute', '/vigie watch add')
  const guest = eyes('U0GUEST', 'communaute')
  await slack.eventually(() => guest() !== '')
  expect(guest()).toMatch(/rôle/)
  await workspace.types('U0MIA', 'veille', '/vigie mentoins')
  const mia = eyes('U0MIA', 'veille')
  await slack.eventually(() => /mentions/.test(mia()))
  expect(eyes('U0NOOR', 'veille')()).toBe('')
})

test('what was shortened where it changed in place is read whole, page by page', async () => {
  const { bot, store, slack, workspace } = await newDay()
  const teams = [nimbusInSlack]
  const chat = newChatOn(slack.apiUrl, workspace, store, { teams })
  await chat.start(bot)
  const items = Array.from({ length: 80 }, (_, nth) => ({ title: `Mention ${nth}.`, quote: 'x'.repeat(400) }))
  const told = await chat.say('veille', { title: 'Bilan' })
  await chat.change(told, { title: 'Bilan', items })
  const changed = { channel: 'veille', ts: told.id }
  await workspace.presses('U0NOOR', changed, 'Tout lire')
  const noor = () => workspace.sees('U0NOOR', 'veille').join('\n')
  await slack.eventually(() => noor().includes('1 / '))
  const page = workspace.messages('veille').findLast(({ onlyFor }) => onlyFor)!
  await workspace.presses('U0NOOR', page, 'Next')
  await slack.eventually(() => noor().includes('2 / '))
})
