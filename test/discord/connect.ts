import { setTimeout as after } from 'node:timers/promises'
import { Client, GatewayIntentBits, Partials, REST } from 'discord.js'
import { afterEach } from 'vitest'
import { openDiscord, type StandIn, type StandInOptions } from './stand-in.ts'

const opened: { close(): Promise<unknown> }[] = []

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})

/** A stand-in that is closed after the test. */
export async function discordOpened(options?: StandInOptions): Promise<StandIn> {
  const discord = await openDiscord(options)
  opened.push(discord)
  return discord
}

const usual = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
]

/** The real client, logged in; it identifies again without the five seconds that it keeps between two times. */
export async function connected(
  discord: StandIn,
  intents = usual,
  token = discord.tokens.vigie,
): Promise<Client> {
  const client = new Client({
    rest: { api: discord.api, version: '10', retries: 0 },
    intents,
    partials: [Partials.Message, Partials.Channel, Partials.Reaction, Partials.User],
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
  })
  // A client that is sent away just while it logs in again never says that it is done.
  opened.push({ close: () => Promise.race([client.destroy(), after(2_000, null, { ref: false })]) })
  client.on('error', () => {})
  const ready = new Promise((resolve) => client.once('clientReady', resolve))
  await client.login(token)
  await ready
  return client
}

/** The real REST client, which repeats nothing of its own. */
export const restOf = (discord: StandIn, more: Partial<ConstructorParameters<typeof REST>[0]> = {}) =>
  new REST({ api: discord.api, version: '10', retries: 0, ...more }).setToken(discord.tokens.vigie)

/** What somebody hears next of an event. */
export const next = <T>(client: Client, event: string): Promise<T> =>
  new Promise((resolve) => client.once(event as 'ready', (heard) => resolve(heard as unknown as T)))
