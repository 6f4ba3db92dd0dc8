import pino from 'pino'
import { expect, onTestFinished } from 'vitest'
import { commands } from '../../commands/index.ts'
import type { Bot, Chat, Heard } from '../../src/chat/chat.ts'
import { type DiscordParts, newDiscordChats } from '../../src/chat/discord/discord.ts'
import type { Message } from '../../src/chat/message.ts'
import type { Team } from '../../src/model/team.ts'
import { emptyStore } from '../databases/open.ts'
import { openDiscord, type StandIn, type StandInOptions } from '../discord/stand-in.ts'
import { nimbus } from '../world.ts'
import { silentBot } from './contract.ts'

const at = (channel: string) => ({ chat: 'discord' as const, channel })

/** Nimbus on Discord: Mia is its admin, Noor approves; Theo and Ravi are customers. */
export function onDiscord(discord: StandIn, more: Partial<Team> = {}): Team {
  const account = (user: keyof StandIn['ids']['users']) => ({
    chat: 'discord' as const,
    workspace: discord.ids.guild,
    user: discord.ids.users[user],
  })
  return {
    ...nimbus,
    sample: false,
    quietHours: null,
    chats: { discord: 'discord' },
    channels: { alerts: at('e-reputation'), watch: at('veille'), community: at('communaute') },
    people: nimbus.people.map((person) => ({
      ...person,
      accounts: [account(person.id as keyof StandIn['ids']['users'])],
    })),
    ...more,
  }
}

/** Until the commands were told to Discord. */
export const registered = (discord: StandIn) => expect.poll(() => discord.registered.puts).toBeGreaterThan(0)

type Given = {
  options?: StandInOptions
  parts?: Partial<DiscordParts>
  team?: Partial<Team>
  connected?: boolean
}

/** A stand-in with Vigie connected to it; both end with the test. */
export async function newDiscordWorld(
  { options, parts, team, connected = true }: Given = {},
  bot: Bot = silentBot,
) {
  const discord = await openDiscord(options)
  const store = parts?.store ?? (await emptyStore())
  const lines: { level: number; msg: string; reason?: string }[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  const teams = parts?.teams ?? [onDiscord(discord, team)]
  const given: DiscordParts = {
    token: discord.tokens.vigie,
    apiUrl: discord.api,
    servers: [{ name: 'discord', server: null }],
    commands,
    store,
    clock: Date.now,
    log,
    timeout: 2_000,
    ...parts,
    teams,
  }
  const chats = newDiscordChats(given)
  const [job] = chats.flatMap(({ jobs = [] }) => jobs)
  const chat = { ...chats[0]! }
  const begin = async () => {
    await job!.begin()
    await discord.gateway.ready(parts?.token)
    await registered(discord)
  }
  onTestFinished(async () => {
    await job!.end()
    for (const one of chats) await one.stop()
    await discord.close()
    if (!parts?.store) await store.close()
  })
  if (connected) {
    for (const one of chats) await one.start(bot)
    await begin()
  }
  /** As after a restart. */
  async function connectAgain(more: Partial<DiscordParts> = {}) {
    const [chat] = newDiscordChats({ ...given, ...more })
    await chat!.start(bot)
    await chat!.jobs![0]!.begin()
    await discord.gateway.ready(parts?.token)
    return { chat: chat!, end: () => chat!.stop() }
  }
  /** As in another process on the same database. */
  function other() {
    const [chat] = newDiscordChats(given)
    return { chat: chat!, job: chat!.jobs![0]! }
  }
  return { discord, chat, chats, store, teams, lines, job: job!, begin, connectAgain, other }
}

/** A bot that says what it is told to say, and remembers what it heard. */
export function newTestBot(more: Partial<Bot> = {}) {
  const heard: Heard[] = []
  const answers: (Message | null | Promise<Message | null>)[] = []
  const bot: Bot = {
    ...silentBot,
    before: () => ({ quiet: false }),
    async answer(one) {
      heard.push(one)
      return answers.length > 0 ? answers.shift()! : null
    },
    ...more,
  }
  return { bot, heard, answers }
}

export type { Chat }
