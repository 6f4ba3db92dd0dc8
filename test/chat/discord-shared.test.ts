import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { newHolder } from '../../src/schedule/holder.ts'
import { leaseLength } from '../../src/store/leases.ts'
import { marked } from '../../src/texts/marked.ts'
import { newDiscordWorld, newTestBot } from './discord-world.ts'

test('of several processes one hears, all speak; when it dies another hears instead', async () => {
  const time = { now: Date.now() }
  const clock = () => time.now
  const log = pino({ level: 'silent' })
  const [first, second] = [newTestBot(), newTestBot()]
  const { discord, chat, store, job, other } = await newDiscordWorld({ connected: false }, first.bot)
  const there = other()
  const holders = [job, there.job].map((one) => newHolder({ ...one, store, clock, log }))
  onTestFinished(async () => {
    for (const holder of holders) await holder.stop()
    await there.chat.stop()
  })
  await chat.start(first.bot)
  await there.chat.start(second.bot)
  for (const holder of holders) await holder.look()
  await discord.gateway.ready()
  await expect.poll(() => discord.registered.puts).toBe(1)
  expect(holders.map(({ held }) => held)).toEqual([true, false])
  expect(discord.gateway.connected()).toBe(1)
  await there.chat.say('veille', { title: 'du second' })
  await chat.say('veille', { title: 'du premier' })
  expect(discord.sees('mia', 'veille')).toHaveLength(2)
  first.answers.push({ text: marked`de moi` })
  expect(await (await discord.types('mia', 'veille', 'help')).words()).toContain('de moi')

  // It dies without giving anything back.
  await job.end()
  time.now += leaseLength + 1_000
  await holders[1]!.look()
  await discord.gateway.ready()
  expect(holders[1]!.held).toBe(true)
  second.answers.push({ text: marked`de l’autre` })
  expect(await (await discord.types('mia', 'veille', 'help')).words()).toContain('de l’autre')
  expect([first.heard.length, second.heard.length]).toEqual([1, 1])
  expect(discord.registered.puts).toBe(1)
})
