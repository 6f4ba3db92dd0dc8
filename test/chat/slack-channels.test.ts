import { expect, test } from 'vitest'
import type { Unavailable } from '../../src/model/oops.ts'
import { minute } from '../../src/model/time.ts'
import { marked } from '../../src/texts/marked.ts'
import { newSending } from './slack-sending.ts'
import { listeningBot, newSlackWorld, nimbusInSlack } from './slack-world.ts'

async function play(given: Parameters<typeof newSlackWorld>[0] = {}) {
  const time = { now: Date.now() }
  const world = await newSlackWorld({ by: 'door', clock: () => time.now, ...given })
  const chat = world.open()
  await chat.start(listeningBot())
  const say = (channel: string) => chat.say(channel, { text: marked`alerte` })
  const refusal = (channel: string) =>
    say(channel).catch((error: Unavailable) => error) as Promise<Unavailable>
  return { ...world, time, chat, say, refusal }
}

test('a channel that Vigie has just entered takes what is said at once', async () => {
  const { chat, workspace, slack, say } = await play()
  await chat.channels()
  expect(await chat.enter('presse')).toBeNull()
  // Slack tells that she came in, just after the list was read.
  await slack.eventually(() => slack.deliveries.some(({ payload, ack }) => ack !== null && payload.event))
  expect((await say('presse')).channel).toBe(workspace.channelId('presse'))
})

test('one that she was let into a moment ago does, too, and nothing is refused by an old list', async () => {
  const { chat, workspace, say, refusal, time } = await play()
  await chat.channels()
  await workspace.move(workspace.bot.user, 'cercle', true)
  expect((await say('cercle')).channel).toBe(workspace.channelId('cercle'))
  // Of this one nobody told us.
  workspace.addChannel('neuf', { members: [workspace.bot.user] })
  time.now += 2_000
  const wait = await refusal('neuf')
  expect(wait).toMatchObject({ refused: false, key: 'slack.no-channel' })
  time.now += wait.retryAfter!
  expect((await say('neuf')).channel).toBe(workspace.channelId('neuf'))
  time.now += 6_000
  expect(await refusal('nulle-part')).toMatchObject({ refused: true, key: 'slack.no-channel' })
})

test('what was meant for a channel goes to it under its new name, which the set-up tells', async () => {
  const { chat, workspace, say, time } = await play()
  const id = workspace.addChannel('crises', { members: [workspace.bot.user] })
  const told = await say('crises')
  await workspace.renames('crises', 'urgences')
  expect((await say('crises')).channel).toBe(id)
  expect((await say('urgences')).channel).toBe(id)
  expect(await chat.enter('crises')).toEqual({
    key: 'slack.renamed',
    values: { channel: 'crises', now: 'urgences' },
  })
  expect(await chat.enter('urgences')).toBeNull()
  expect(await chat.find('crises', 'no such delivery')).toBeNull()
  // Whoever takes the old name has it.
  const other = workspace.addChannel('crises', { members: [workspace.bot.user] })
  expect(other).not.toBe(told.channel)
  time.now += 11 * minute
  expect((await say('crises')).channel).toBe(other)
})

test('a rename is known after a restart, and where it happened meanwhile', async () => {
  const { chat, workspace, slack, open, say } = await play()
  const id = workspace.addChannel('crises', { members: [workspace.bot.user] })
  await say('crises')
  await chat.stop()
  workspace.reachedBy('socket')
  await workspace.renames('crises', 'urgences')
  const next = open()
  await next.start(listeningBot())
  expect((await next.say('crises', { text: marked`encore` })).channel).toBe(id)
  expect(slack.callsOf('chat.postMessage').every(({ outcome }) => outcome === 'ok')).toBe(true)
})

test('a channel that was there and is gone is waited for, one that never was is refused', async () => {
  const { workspace, say, refusal } = await play()
  await say('atelier')
  await workspace.move(workspace.bot.user, 'atelier', false)
  expect(await refusal('atelier')).toMatchObject({
    refused: false,
    retryAfter: 5 * minute,
    key: 'slack.channel-gone',
    values: { channel: 'atelier', bot: 'vigie' },
  })
  expect(await refusal('nulle-part')).toMatchObject({ refused: true })
  await workspace.move(workspace.bot.user, 'atelier', true)
  expect((await say('atelier')).id).not.toBe('')
})

test('the channels of routes are looked after as well', async () => {
  const route = { to: { chat: 'slack' as const, channel: 'atelier' } } as never
  const { chat, workspace, say } = await play({ teams: [{ ...nimbusInSlack, routes: [route] }] })
  expect(await chat.lacks()).toEqual([])
  await say('atelier')
  await workspace.renames('atelier', 'labo')
  const renamed = { key: 'slack.renamed', values: { channel: 'atelier', now: 'labo' } }
  expect(await chat.lacks()).toEqual([renamed])
  await workspace.move(workspace.bot.user, 'labo', false)
  expect(await chat.lacks()).toMatchObject([{ key: 'slack.channel-gone' }])
})

test('alerts of a channel that is renamed are all told there', async () => {
  const { workspace, sender, alerts, rested, store } = await newSending()
  const before = await alerts(1, 2)
  await sender.start()
  await rested(10_000)
  await workspace.renames('canal-0', 'crise')
  // The settings still call it as before.
  const after = await alerts(1, 2, { made: true })
  await rested(10_000)
  const seen = workspace.sees('U0MIA', 'crise')
  for (const { words } of [...before, ...after])
    expect(seen.filter((said) => said.includes(words))).toHaveLength(1)
  expect(await store.deliveries.counts()).toEqual({ told: 4 })
})

test('where joining has no answer an alert waits, and is not refused for good', async () => {
  const { workspace, slack, say, refusal } = await play()
  workspace.scopes.delete('chat:write.public')
  slack.fault({ kind: 'limited', method: 'conversations.join', seconds: 7 })
  expect(await refusal('presse')).toMatchObject({ refused: false, retryAfter: 7_000 })
  slack.fault({ kind: 'failed', method: 'conversations.join' })
  expect(await refusal('presse')).toMatchObject({ refused: false, retryAfter: 15_000 })
  expect((await say('presse')).channel).toBe(workspace.channelId('presse'))
})
