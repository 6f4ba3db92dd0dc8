import { expect, test } from 'vitest'
import { marked } from '../../src/texts/marked.ts'
import type { Fault } from '../discord/stand-in.ts'
import { newTelling } from './discord-telling.ts'
import { newDiscordWorld, newTestBot } from './discord-world.ts'

const saying = 'POST /channels/:id/messages'
const minute = 60_000

const faults: Fault['kind'][] = [
  'lost',
  'failed-after',
  'failed',
  'hang',
  'late',
  'limited',
  'limited-globally',
]
test.each(faults)('a message is seen once when its answer is %s', async (kind) => {
  const { discord, decide, told, timesSeen, states } = await newTelling()
  const words = await decide('veille', 3)
  discord.fault({ kind, route: saying, ms: 400 })
  await told()
  expect(timesSeen('veille', words)).toEqual([1, 1, 1])
  expect(await states()).toEqual({ told: 3 })
  // What arrived is looked for, never sent again.
  const notTaken = ['failed', 'limited', 'limited-globally'].includes(kind)
  expect(discord.of(saying)).toHaveLength(notTaken ? 4 : 3)
})

test('what was said long ago is found in the channel, when Discord has forgotten its nonce', async () => {
  const { discord, decide, told, timesSeen, pass } = await newTelling()
  const words = await decide('veille')
  discord.fault({ kind: 'lost', route: saying })
  discord.fault({ kind: 'failed', route: 'GET', times: 30 })
  await told()
  pass(10 * minute)
  await discord.mend()
  expect(discord.of(saying).length).toBe(1)
  expect(timesSeen('veille', words)).toEqual([1])
})

test('a channel whose history may not be read is not taken for an empty one: a possible repeat says so', async () => {
  const { discord, decide, told, timesSeen } = await newTelling()
  const words = await decide('presse')
  // The nonce is forgotten by the time that it is said again.
  discord.fault({ kind: 'lost', route: saying })
  discord.fault({ kind: 'limited', route: saying, ms: 10 * minute })
  await told()
  expect(discord.of('GET /channels/:id/messages')).toEqual([])
  expect(timesSeen('presse', words)).toEqual([2])
  expect(discord.sees('mia', 'presse').at(-1)).toContain('Doublon possible')
})

test('whatever goes wrong, everything is seen once, in five channels at once', async () => {
  const { discord, decide, told, timesSeen, channels, states } = await newTelling({ channels: 5 })
  const words = await Promise.all(channels.map((channel) => decide(channel, 4)))
  for (const [nth, kind] of faults.entries())
    discord.fault({ kind, route: saying, share: 0.08, seed: nth + 1, ms: 300 })
  discord.fault({ kind: 'failed', route: 'GET', share: 0.2, seed: 20 })
  await told()
  const seen = channels.map((channel, nth) => timesSeen(channel, words[nth]!))
  expect(seen.flat()).toEqual(Array.from({ length: 20 }, () => 1))
  expect(await states()).toEqual({ told: 20 })
})

test('a channel that hangs, or rests, holds up no other', async () => {
  const { discord, chat } = await newTelling({ timeout: 1_000 })
  discord.fault({ kind: 'hang', route: saying, channel: 'veille' })
  const hangs = chat.say('veille', { title: 'se perd' }).catch((error) => error)
  const began = performance.now()
  await chat.say('communaute', { title: 'passe' })
  expect(performance.now() - began).toBeLessThan(500)
  expect(await hangs).toMatchObject({ name: 'Unavailable', refused: false, retryAfter: undefined })

  discord.fault({ kind: 'limited', route: saying, channel: 'veille', ms: 60_000 })
  const limited = await chat.say('veille', { title: 'trop' }).catch((error) => error)
  expect(limited.retryAfter).toBeGreaterThan(59_000)
  await chat.say('communaute', { title: 'passe aussi' })
  // What follows in the limited channel is not even sent.
  const before = discord.of(saying).length
  await expect(chat.say('veille', { title: 'encore' })).rejects.toMatchObject({ refused: false })
  expect(discord.of(saying)).toHaveLength(before)
})

test('a limit of everything is kept to in every channel', async () => {
  const { discord, chat } = await newTelling()
  discord.fault({ kind: 'limited-globally', route: saying, ms: 1_500 })
  await expect(chat.say('veille', { title: 'un' })).rejects.toMatchObject({ refused: false })
  const before = discord.calls.length
  const other = await chat.say('communaute', { title: 'deux' }).catch((error) => error)
  expect(other.retryAfter).toBeGreaterThan(500)
  expect(discord.calls).toHaveLength(before)
})

test.each([
  ['annonces', 'where Vigie may not write', 'discord.no-permission'],
  ['secret', 'that Vigie may not see', 'discord.no-access'],
  ['nulle-part', 'that is not there', 'discord.no-channel'],
])('#%s, a channel %s, is refused for good, with its cure', async (channel, _why, key) => {
  const { chat, decide, told, states } = await newTelling()
  await expect(chat.say(channel, { title: 'non' })).rejects.toMatchObject({ refused: true, key })
  await decide(channel)
  await told()
  expect(await states()).toEqual({ 'given-up': 1 })
})

test('a channel that was deleted and made anew is found again by its name', async () => {
  const { discord, chat } = await newTelling()
  await chat.say('veille', { title: 'avant' })
  discord.deletesChannel('veille')
  await expect(chat.say('veille', { title: 'sans salon' })).rejects.toMatchObject({
    refused: true,
    key: 'discord.no-channel',
  })
  discord.createsChannel('veille')
  await chat.say('veille', { title: 'après' })
  expect(discord.sees('noor', 'veille').join()).toContain('après')
})

test('through an outage everything waits, is told afterwards, and nothing is told twice', async () => {
  const { discord, decide, told, timesSeen, pass, states } = await newTelling()
  const words = await decide('veille', 3)
  await discord.outage()
  const later = told()
  await expect.poll(async () => (await states()).waiting).toBe(3)
  pass(5 * minute)
  await discord.back()
  await later
  expect(timesSeen('veille', words)).toEqual([1, 1, 1])
  // Nothing was ever in doubt: nobody had to look.
  expect(discord.of('GET /channels/:id/messages')).toEqual([])
})

test('Vigie rests long before Discord bans its address; who presses a button is answered all the same', async () => {
  const { bot, answers } = newTestBot()
  const { discord, chat } = await newDiscordWorld(
    { options: { bannedAt: 50 }, parts: { mostRefused: 20 } },
    bot,
  )
  discord.fault({ kind: 'forbidden', route: saying, times: 10_000 })
  const all = Array.from({ length: 40 }, () => chat.say('veille', { title: 'x' }).catch((error) => error))
  const refused = (await Promise.all(all)).filter((error) => error.refused)
  expect([refused.length, discord.invalid()]).toEqual([20, 20])
  await expect(chat.say('veille', { title: 'x' })).rejects.toMatchObject({
    refused: false,
    retryAfter: expect.any(Number),
    key: 'discord.resting',
  })
  expect((await chat.lacks()).map(({ key }) => key)).toContain('discord.resting')
  answers.push({ text: marked`toujours là` })
  const answer = await discord.types('mia', 'veille', 'help')
  expect(await answer.words()).toContain('toujours là')
})

test('with Discord’s own rates a burst in several channels is told in full, and nobody is limited often', async () => {
  const { discord, decide, told, timesSeen, channels } = await newTelling({
    standIn: { rates: true },
    channels: 4,
  })
  const words = await Promise.all(channels.map((channel) => decide(channel, 6)))
  await told()
  expect(channels.flatMap((channel, nth) => timesSeen(channel, words[nth]!))).toEqual(Array(24).fill(1))
  expect(discord.invalid()).toBeLessThan(5)
})
