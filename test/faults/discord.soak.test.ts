import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { marked } from '../../src/texts/marked.ts'
import { newTelling } from '../chat/discord-telling.ts'
import { newDiscordWorld, newTestBot } from '../chat/discord-world.ts'
import type { Fault, StandIn } from '../discord/stand-in.ts'
import { seedOf } from './seeded.ts'

const saying = 'POST /channels/:id/messages'
const looking = 'GET /channels/:id/messages'
const shown = (what: string, figures: object) => console.log(what, JSON.stringify(figures))

/** A thousand messages, ten in each of a hundred channels, while `misbehave` sees to what goes wrong. */
async function thousand(what: string, misbehave: (discord: StandIn) => void, timeout = 200) {
  const { discord, channels, decide, told, timesSeen, states } = await newTelling({ channels: 100, timeout })
  const words = await Promise.all(channels.map((channel) => decide(channel, 10)))
  misbehave(discord)
  const began = Date.now()
  const waited = await told()
  const seen = channels.flatMap((channel, nth) => timesSeen(channel, words[nth]!))
  const misbehaved: Record<string, number> = {}
  for (const { fault } of discord.calls) if (fault) misbehaved[fault] = (misbehaved[fault] ?? 0) + 1
  const figures = {
    messages: seen.length,
    lost: seen.filter((times) => times === 0).length,
    doubled: seen.filter((times) => times > 1).length,
    said: discord.of(saying).length,
    looked: discord.of(looking).length,
    misbehaved,
    seconds: Math.round((Date.now() - began) / 1000),
    waited: Math.round(waited / 1000),
  }
  shown(what, figures)
  expect(figures).toMatchObject({ messages: 1000, lost: 0, doubled: 0 })
  expect(await states()).toEqual({ told: 1000 })
}

for (const kind of ['lost', 'failed-after', 'hang'] as const)
  test(`1,000 messages in 100 channels, each with an answer that is ${kind}`, () =>
    thousand(kind, (discord) => discord.fault({ kind, route: saying, share: 1 })))

test('1,000 messages, of which some go wrong in every way, as does the looking for them', () => {
  const seed = seedOf()
  console.log(`SOAK_SEED=${seed}`)
  const kinds: Fault['kind'][] = [
    'lost',
    'failed-after',
    'failed',
    'hang',
    'late',
    'limited',
    'limited-globally',
  ]
  return thousand('everything', (discord) => {
    for (const [nth, kind] of kinds.entries())
      discord.fault({ kind, route: saying, share: 0.06, seed: seed + nth, ms: 400 })
    for (const [nth, kind] of (['lost', 'hang', 'failed', 'limited'] as const).entries())
      discord.fault({ kind, route: looking, share: 0.06, seed: seed + 50 + nth, ms: 400 })
  })
})

test('20 drops under 1,000 commands lose none', async () => {
  const { bot, heard } = newTestBot({ answer: undefined })
  bot.answer = async (one) => {
    heard.push(one)
    return { text: marked`voici`, quiet: true }
  }
  const { discord } = await newDiscordWorld({}, bot)
  const acts = []
  for (let nth = 0; nth < 1_000; nth++) {
    if (nth % 50 === 25) discord.gateway.drop(nth % 100 === 25 ? 4000 : undefined)
    acts.push(discord.types('mia', 'veille', 'vigie', { line: `aide ${nth}` }))
    await after(40)
  }
  const all = await Promise.all(acts)
  const times = all.map(({ after }) => after).sort((a, b) => a - b)
  const { resumed, identified } = discord.gateway.counts()
  shown('drops', {
    heard: heard.length,
    inTime: all.filter(({ inTime }) => inTime).length,
    p50: Math.round(times[500]!),
    p99: Math.round(times[989]!),
    slowest: Math.round(times.at(-1)!),
    resumed,
    identified,
  })
  expect(heard).toHaveLength(1_000)
  expect(all.every(({ inTime }) => inTime)).toBe(true)
})

test('a minute without Discord: heard again within half a minute, and nothing of before is lost', async () => {
  const { bot, heard } = newTestBot()
  const { discord, chat } = await newDiscordWorld({}, bot)
  const buttons = [{ action: 'mention.take', label: 'Je m’en occupe' }]
  const told = await chat.say('veille', { title: 'Alerte', about: 'mention:1', buttons })
  await discord.outage()
  await discord.reacts('mia', told.id, '👀')
  await after(60_000)
  const began = Date.now()
  await discord.back()
  await expect.poll(() => heard.length, { timeout: 60_000 }).toBe(1)
  shown('outage', { heard: Date.now() - began, ...discord.gateway.counts() })
  expect(Date.now() - began).toBeLessThan(30_000)
})

test('in quiet, 1,000 commands are acknowledged within 300 ms at the 99th percentile', async () => {
  const { bot } = newTestBot({ answer: async () => after(250, { text: marked`voici` }) })
  const { discord, chat } = await newDiscordWorld(
    { options: { rates: true }, parts: { timeout: 10_000 } },
    bot,
  )
  discord.fault({ kind: 'hang', route: saying, times: 20 })
  const hanging = Array.from({ length: 20 }, () => chat.say('veille', { title: 'x' }).catch(() => {}))
  const times: number[] = []
  for (let round = 0; round < 200; round++) {
    const all = await Promise.all(Array.from({ length: 5 }, () => discord.types('mia', 'general', 'help')))
    times.push(...all.map(({ after }) => after))
  }
  times.sort((a, b) => a - b)
  shown('acknowledged', {
    p50: Math.round(times[500]!),
    p99: Math.round(times[989]!),
    slowest: Math.round(times.at(-1)!),
  })
  expect(times[989]).toBeLessThan(300)
  await Promise.all(hanging)
})
