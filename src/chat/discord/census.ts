import { type APIGuild, Routes } from 'discord.js'
import type { Census, CountedThere, Lack } from '../chat.ts'
import type { Calls } from './calls.ts'
import type { Server } from './server.ts'

/**
 * How many members a server has, as Discord estimates it, bots included: that takes no intent. What an absent one hides
 * is said. Throws Unavailable.
 */
export function newCensus({ calls, server, lacks }: Parts) {
  return async function census(): Promise<Census> {
    const route = Routes.guild(await server.id())
    const guild = await calls.call<APIGuild>('GET', route, { query: { with_counts: 'true' }, waits })
    const hidden: Census['hidden'] = {}
    for (const { key } of await lacks()) for (const what of hides[key] ?? []) hidden[what] = said[key]!
    return { members: guild.approximate_member_count ?? null, hidden }
  }
}

type Parts = { calls: Calls; server: Server; lacks: () => Promise<Lack[]> }

const hides: Record<string, CountedThere[]> = {
  'discord.intent-members': ['joins', 'leaves'],
  'discord.intent-messages': ['messages'],
}
const said: Record<string, Lack> = {
  'discord.intent-members': { key: 'count.discord-members' },
  'discord.intent-messages': { key: 'count.discord-messages' },
}

const waits = 5_000
