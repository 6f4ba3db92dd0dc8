import { type Client, GatewayIntentBits, type Message } from 'discord.js'
import { expect, test } from 'vitest'
import { connected, discordOpened, next } from './connect.ts'
import type { StandIn } from './stand-in.ts'

/** What the client hears while something happens to its connection, and then when it is back. */
async function heardAcross(discord: StandIn, client: Client, happens: () => void | Promise<void>) {
  const heard: string[] = []
  client.on('messageCreate', ({ id }) => heard.push(id))
  const said = [await discord.says('theo', 'communaute', 'avant')]
  await happens()
  said.push(await discord.says('theo', 'communaute', 'pendant'))
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(2)
  expect(heard).toEqual(said)
}

test('after a connection that was cut, the session goes on with what was missed', async () => {
  const discord = await discordOpened()
  const client = await connected(discord)
  await heardAcross(discord, client, () => discord.gateway.drop())
  expect(discord.gateway.counts()).toEqual({ identified: 1, resumed: 1, replayed: 1 })
})

test('asked to come again (op 7), the client resumes', async () => {
  const discord = await discordOpened()
  const client = await connected(discord)
  await heardAcross(discord, client, async () => {
    discord.gateway.reconnect()
    await expect.poll(() => discord.gateway.counts().resumed, { timeout: 5_000 }).toBe(1)
  })
  expect(discord.gateway.counts().identified).toBe(1)
})

test('an invalid session is resumed where it can be, and begun anew where it cannot', async () => {
  const discord = await discordOpened()
  const client = await connected(discord)
  await heardAcross(discord, client, () => discord.gateway.invalidate(true))
  expect(discord.gateway.counts()).toMatchObject({ identified: 1, resumed: 1 })
  const again = next(client, 'shardReady')
  discord.gateway.invalidate(false)
  await again
  expect(discord.gateway.counts().identified).toBe(2)
  const heard = next<Message>(client, 'messageCreate')
  const id = await discord.says('theo', 'communaute', 'après')
  expect((await heard).id).toBe(id)
})

test('a session that Discord forgot is begun anew', async () => {
  const discord = await discordOpened()
  const client = await connected(discord)
  const again = next(client, 'shardReady')
  discord.gateway.forget()
  discord.gateway.drop()
  await again
  expect(discord.gateway.counts()).toMatchObject({ identified: 2, resumed: 0 })
})

test('a connection that acknowledges nothing any more is left for a new one', async () => {
  const discord = await discordOpened({ heartbeat: 200 })
  const client = await connected(discord)
  await heardAcross(discord, client, async () => {
    discord.gateway.zombie()
    await expect.poll(() => discord.gateway.counts().resumed, { timeout: 5_000 }).toBeGreaterThan(0)
  })
})

test('an outage ends, on the same port', async () => {
  const discord = await discordOpened()
  const client = await connected(discord)
  await heardAcross(discord, client, async () => {
    await discord.outage()
    await expect(fetch(`${discord.api}/v10/gateway/bot`)).rejects.toThrow()
    await discord.back()
  })
})

test('an intent that was not switched on is refused, and so is a wrong token', async () => {
  const discord = await discordOpened()
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent]
  await expect(connected(discord, intents)).rejects.toThrow('Used disallowed intents')
  discord.gateway.allow('message-content')
  const client = await connected(discord, [...intents, GatewayIntentBits.GuildMessages])
  const heard = next<Message>(client, 'messageCreate')
  await discord.says('theo', 'communaute', 'Bonsoir')
  expect((await heard).content).toBe('Bonsoir')
  await expect(connected(discord, intents, 'wrong.token.here')).rejects.toThrow(
    'An invalid token was provided',
  )
  expect(discord.invalid()).toBe(1)
})

test('who comes and goes is told to those alone who asked for it', async () => {
  const discord = await discordOpened({ intents: ['members'] })
  const [all, few] = [
    await connected(discord, [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers]),
    await connected(discord, [GatewayIntentBits.Guilds]),
  ]
  const heard: string[] = []
  for (const [name, client] of Object.entries({ all, few }))
    client.on('guildMemberAdd', ({ user }) => heard.push(`${name} ${user.username}`))
  await discord.leaves('ravi')
  await discord.joins('ravi')
  const created = next<{ name: string }>(few, 'channelCreate')
  discord.createsChannel('nouveau')
  expect((await created).name).toBe('nouveau')
  await expect.poll(() => heard).toEqual(['all ravi'])
})

test('a bot that is thrown out hears of it, and may be taken in again', async () => {
  const discord = await discordOpened()
  const client = await connected(discord)
  const [gone, back] = [
    next<{ id: string }>(client, 'guildDelete'),
    next<{ id: string }>(client, 'guildCreate'),
  ]
  await discord.leaves('vigie')
  expect((await gone).id).toBe(discord.ids.guild)
  await discord.joins('vigie')
  expect((await back).id).toBe(discord.ids.guild)
})
