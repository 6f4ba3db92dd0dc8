import pino from 'pino'
import { commands } from '../../commands/index.ts'
import { newDiscordChats } from '../../src/chat/discord/discord.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { emptyStore } from '../databases/open.ts'
import { openDiscord } from '../discord/stand-in.ts'
import { chatContract } from './contract.ts'
import { onDiscord, registered } from './discord-world.ts'

chatContract('Discord', async () => {
  const discord = await openDiscord()
  const store = await emptyStore()
  const [chat] = newDiscordChats({
    token: discord.tokens.vigie,
    apiUrl: discord.api,
    servers: [{ name: 'discord', server: null }],
    commands,
    teams: [onDiscord(discord)],
    store,
    clock: Date.now,
    log: pino({ level: 'silent' }),
  })
  const [job] = chat!.jobs!
  const account = (user: 'mia' | 'noor') => ({
    chat: 'discord' as const,
    workspace: discord.ids.guild,
    user: discord.ids.users[user],
  })
  return {
    chat: {
      ...chat!,
      async start(bot) {
        await chat!.start(bot)
        await job!.begin()
        await discord.gateway.ready()
        await registered(discord)
      },
      async stop() {
        await job!.end()
        await chat!.stop()
      },
    },
    channel: 'veille',
    one: account('mia'),
    other: account('noor'),
    sees: async ({ user }, channel) => [...discord.sees(user, channel), ...discord.sees(user, '@')],
    answers: async ({ user }, { id }) => discord.threadOf(user, id),
    says: async ({ user }, channel, text) => ({ channel, id: await discord.says(user, channel, text) }),
    reacts: ({ user }, { id }, emoji) => discord.reacts(user, id, emoji),
    takesBack: ({ user }, { id }, emoji) => discord.unreacts(user, id, emoji),
    async rightClicks({ user }, { id }, action) {
      const [command, verb] = action.split('.')
      const { label } = commands.find(({ name }) => name === command)!.onMessage![verb!]!
      await discord.rightClicks(user, id, sayIn('fr').plain(label))
    },
    async close() {
      await discord.close()
      await store.close()
    },
  }
})
