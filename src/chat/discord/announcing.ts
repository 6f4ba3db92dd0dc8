import { Routes } from 'discord.js'
import { folded } from '../../model/words.ts'
import type { Lack } from '../chat.ts'
import { oneLine } from '../shorten.ts'
import type { Calls } from './calls.ts'
import type { Server } from './server.ts'

/**
 * Tells the members of a channel, in its topic, that Vigie listens: by itself where it may manage the channel, which
 * nobody has to allow; else somebody writes it there, in whatever words name it. Throws Unavailable.
 */
export function newAnnouncing({ calls, server }: { calls: Calls; server: Server }) {
  return async function announce(name: string, words: string): Promise<Lack | null> {
    const channel = await server.channel(name, { fresh: 5_000 })
    const topic = channel.topic ?? ''
    if (folded(topic).includes('vigie') || folded(topic).includes(folded(words))) return null
    const all = [topic, oneLine(words)].filter((part) => part !== '').join('\n')
    const lacking = await server.lacking(['ViewChannel', 'ManageChannels'], channel)
    if (lacking.length > 0 || all.length > longestTopic)
      return { key: 'discord.announce', values: { channel: name, words } }
    await calls.call('PATCH', Routes.channel(channel.id), { body: { topic: all } })
    server.stale()
    return null
  }
}

const longestTopic = 1024
