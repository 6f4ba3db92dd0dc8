import type { Logger } from 'pino'
import type { Chat } from './chat/chat.ts'
import type { Command } from './chat/command.ts'
import type { Instant } from './model/post.ts'
import type { Team } from './model/team.ts'
import type { Connections } from './settings/connections.ts'
import type { Environment } from './settings/environment.ts'
import type { Store } from './store/store.ts'

/** The chats of the settings' tokens; what speaks to a platform is loaded only where one is set. */
export async function connected(
  { slack, discord }: Connections,
  parts: {
    environment: Environment
    teams: Team[]
    commands: Command[]
    store: Store
    clock: () => Instant
    log: Logger
  },
): Promise<Chat[]> {
  const { environment, commands, ...shared } = parts
  const chats: Chat[] = []
  if (slack.length > 0) {
    const { newSlackChats } = await import('./chat/slack/slack.ts')
    const { apiUrl } = environment.slack
    chats.push(...newSlackChats(slack.map((one) => ({ ...one, ...shared, apiUrl }))))
  }
  if (discord.length > 0) {
    const { newDiscordChats } = await import('./chat/discord/discord.ts')
    const { apiUrl } = environment.discord
    for (const bot of discord) chats.push(...newDiscordChats({ ...bot, ...shared, commands, apiUrl }))
  }
  return chats
}
