import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { GatewayDispatchEvents as Dispatches } from 'discord.js'
import pino from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { newCalls } from '../../src/chat/discord/calls.ts'
import { newGateway } from '../../src/chat/discord/gateway.ts'
import { newIdentity, type Privileged } from '../../src/chat/discord/identity.ts'
import { newIntents } from '../../src/chat/discord/intents.ts'
import { newPatience } from '../../src/chat/discord/patience.ts'
import { openDiscord, type StandIn, type StandInOptions } from '../discord/stand-in.ts'

type Given = { options?: StandInOptions; wanted?: Privileged[]; token?: string }

/** The connection alone, and what it heard. */
async function newLine({ options, wanted = [], token }: Given = {}) {
  const discord = await openDiscord(options)
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line).msg) })
  const calls = newCalls({
    token: token ?? discord.tokens.vigie,
    apiUrl: discord.api,
    clock: Date.now,
    log,
    timeout: 500,
  })
  const identity = newIdentity(calls, Date.now)
  const intents = newIntents({ identity, wanted, log, granted: () => gateway.anew() })
  const heard: { t: string; d: { emoji?: { name: string } } }[] = []
  const waiting = new Set<() => void>()
  const hear = (t: string, d: unknown) => {
    heard.push({ t, d: d as never })
    for (const one of waiting) one()
  }
  const gateway = newGateway({
    token: token ?? discord.tokens.vigie,
    calls,
    intents,
    clock: Date.now,
    log,
    hear,
    throttle: async () => ({ waitForIdentify: async () => {} }),
  })
  onTestFinished(async () => {
    await gateway.end()
    calls.close()
    await discord.close()
  })
  const emojis = () =>
    heard.flatMap(({ t, d }) => (t === Dispatches.MessageReactionAdd && d.emoji ? [d.emoji.name] : []))
  /** Until something is so, asked whenever something was heard. */
  const until = (so: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (so() && waiting.delete(look)) resolve()
      }
      waiting.add(look)
      look()
    })
  return { discord, calls, identity, intents, gateway, heard, emojis, until, lines }
}

const emoji = ['1️⃣', '2️⃣', '3️⃣', '4️⃣', '5️⃣', '6️⃣']

/** Somebody reacts before it is away, and then. */
async function reactsAround(
  { discord, emojis, until }: Awaited<ReturnType<typeof newLine>>,
  away: () => unknown,
) {
  const message = await discord.says('ravi', 'communaute', 'bonjour')
  await discord.reacts('mia', message, emoji[0]!)
  await until(() => emojis().length === 1)
  await away()
  for (const one of emoji.slice(1, 3)) await discord.reacts('mia', message, one)
  return message
}

test.each([
  ['cut without a word', (discord: StandIn) => discord.gateway.drop()],
  ['closed by Discord', (discord: StandIn) => discord.gateway.drop(4000)],
  ['asked to come again', (discord: StandIn) => discord.gateway.reconnect()],
])(
  'a connection that is %s goes on where it stopped: nothing is lost, nothing comes twice',
  async (_how, away) => {
    const line = await newLine()
    const { discord, gateway, emojis, until } = line
    await gateway.begin()
    await discord.gateway.ready()
    const message = await reactsAround(line, () => away(discord))
    await until(() => emojis().length >= 3)
    await discord.reacts('mia', message, emoji[3]!)
    await until(() => emojis().length >= 4)
    expect(emojis()).toEqual(emoji.slice(0, 4))
    expect(discord.gateway.counts()).toMatchObject({ identified: 1, resumed: 1 })
  },
)

test('an outage is waited out, more patiently each time, and what happened meanwhile is told afterwards', async () => {
  const line = await newLine()
  const { discord, gateway, emojis, until } = line
  await gateway.begin()
  await discord.gateway.ready()
  await reactsAround(line, () => discord.outage())
  await after(1_500)
  await discord.back()
  await until(() => emojis().length >= 3)
  expect(emojis()).toEqual(emoji.slice(0, 3))
  expect(discord.gateway.counts()).toMatchObject({ identified: 1, resumed: 1 })
})

test('a session that Discord has forgotten is begun anew', async () => {
  const { discord, gateway, heard, until } = await newLine()
  await gateway.begin()
  await discord.gateway.ready()
  discord.gateway.forget()
  discord.gateway.drop(4000)
  await until(() => heard.filter(({ t }) => t === Dispatches.Ready).length === 2)
  expect(discord.gateway.counts()).toMatchObject({ identified: 2, resumed: 0 })
})

test('a connection that nobody answers on is noticed and replaced', async () => {
  const { discord, gateway, heard, until } = await newLine({ options: { heartbeat: 200 } })
  await gateway.begin()
  await discord.gateway.ready()
  discord.gateway.zombie()
  await until(() => heard.some(({ t }) => t === Dispatches.Resumed))
  expect(discord.gateway.connected()).toBe(1)
})

test('a refused intent is named, with where to switch it on; Vigie goes on without it', async () => {
  const line = await newLine({ wanted: ['messages', 'members'] })
  const { discord, gateway, intents, lines, emojis, until } = line
  await gateway.begin()
  await discord.gateway.ready()
  await reactsAround(line, () => {})
  await until(() => emojis().length >= 3)
  expect(await intents.lacks()).toEqual([
    { key: 'discord.intent-messages' },
    { key: 'discord.intent-members' },
  ])
  expect(lines.join('\n')).toMatch(
    /Message Content Intent, Server Members Intent.*discord\.com\/developers\/applications/,
  )
})

test('an intent that is switched off while Vigie runs is done without, too', async () => {
  const { discord, gateway, intents, heard, until } = await newLine({
    options: { intents: ['message-content'] },
    wanted: ['messages'],
  })
  await gateway.begin()
  await discord.gateway.ready()
  expect(await intents.lacks()).toEqual([])
  discord.gateway.refuse('message-content')
  discord.gateway.forget()
  discord.gateway.drop(4000)
  await until(() => heard.filter(({ t }) => t === Dispatches.Ready).length === 2)
  expect(await intents.lacks()).toEqual([{ key: 'discord.intent-messages' }])
  discord.gateway.allow('message-content')
})

test('an intent that is switched on meanwhile is noticed, and asked for', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const self = { application: '1', bot: '2', allowed: [] as Privileged[] }
  const identity = { self: async () => ({ ...self }) } as never
  let granted = 0
  const log = pino({ level: 'silent' })
  const intents = newIntents({ identity, wanted: ['messages'], log, granted: () => granted++ })
  expect(await intents.toAsk()).toEqual([])
  await vi.advanceTimersByTimeAsync(11 * 60_000)
  expect(granted).toBe(0)
  self.allowed = ['messages']
  await vi.advanceTimersByTimeAsync(21 * 60_000)
  expect(granted).toBe(1)
  expect(await intents.toAsk()).toEqual(['messages'])
  expect(await intents.lacks()).toEqual([])
})

test('with what is granted, Vigie hears what members write', async () => {
  const { discord, gateway, heard, until } = await newLine({
    options: { intents: ['message-content', 'members'] },
    wanted: ['messages', 'members'],
  })
  await gateway.begin()
  await discord.gateway.ready()
  await discord.says('ravi', 'communaute', 'ma lampe fume')
  await until(() => heard.some(({ t }) => t === Dispatches.MessageCreate))
})

test('whatever nonsense comes, the process lives, and hears what comes after', async () => {
  const line = await newLine()
  const { discord, gateway, emojis, until } = line
  await gateway.begin()
  await discord.gateway.ready()
  await until(() => line.heard.some(({ t }) => t === Dispatches.GuildCreate))
  for (const nonsense of [
    '{',
    'null',
    '[]',
    '{"op":0}',
    '{"op":0,"t":"INTERACTION_CREATE","s":3,"d":null}',
    '{"op":0,"t":"MESSAGE_REACTION_ADD","s":4,"d":{}}',
    '{"op":0,"t":"GUILD_CREATE","s":5,"d":{"id":1,"channels":"x"}}',
    '{"op":0,"t":"GUILD_MEMBER_UPDATE","s":6,"d":{"user":null}}',
    '{"op":9}',
    '{"op":10}',
    '{"op":99}',
  ])
    discord.gateway.sends(nonsense)
  await reactsAround(line, () => {})
  await until(() => emojis().length >= 3)
})

test('without a network Vigie starts all the same, and connects once there is one', async () => {
  const { discord, gateway } = await newLine()
  await discord.outage()
  await gateway.begin()
  await after(600)
  expect(discord.gateway.connected()).toBe(0)
  await discord.back()
  await discord.gateway.ready()
})

test('a connection that breaks before it is open, when Vigie has left already, harms nothing', async () => {
  const opening = Promise.withResolvers<Socket>()
  const server = createServer((request, response) => {
    const limits = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 }
    const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
    const told = request.url!.endsWith('/gateway/bot')
      ? { url, shards: 1, session_start_limit: limits }
      : { id: '1186000000000000001', flags: 0 }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(told))
  })
  server.on('upgrade', (_, socket) => opening.resolve(socket as Socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
  const log = pino({ level: 'silent' })
  const calls = newCalls({ token: 'x', apiUrl, clock: Date.now, log })
  const intents = newIntents({ identity: newIdentity(calls, Date.now), wanted: [], log, granted: () => {} })
  const gateway = newGateway({ token: 'x', calls, intents, clock: Date.now, log, hear: () => {} })
  await gateway.begin()
  const socket = await opening.promise
  await gateway.end()
  // An error that nobody listens to would end the process, and fails the run.
  socket.resetAndDestroy()
  await after(50)
  calls.close()
  server.closeAllConnections()
  server.close()
})

test.each([
  ['at once', 0],
  ['after two seconds', 2_000],
  ['after a minute', 60_000],
])('a connection that is lost %s, all day long, says less than 1,000 times who it is', (_when, held) => {
  const time = { now: 0 }
  const patience = newPatience(() => time.now)
  let identified = 0
  while (time.now < 24 * 3_600_000) {
    // The library itself rests for half a second.
    time.now += 500 + patience.next()
    patience.up(false)
    identified++
    time.now += held
    patience.lost()
  }
  expect(identified).toBeLessThan(1_000)
  expect(identified).toBeGreaterThan(400)
})

test('a wrong token is said, and asked about seldom', async () => {
  const { discord, gateway, calls } = await newLine({ token: 'wrong' })
  await gateway.begin()
  await expect.poll(() => calls.lacks()).toEqual([{ key: 'discord.token-refused' }])
  const before = discord.calls.length
  await after(1_000)
  expect(discord.calls.length).toBe(before)
})
