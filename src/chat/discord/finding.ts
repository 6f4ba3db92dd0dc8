import { type APIChannel, type APIMessage, Routes } from 'discord.js'
import type { Told } from '../chat.ts'
import type { Calls } from './calls.ts'
import type { Identity } from './identity.ts'
import { codeOf } from './mishaps.ts'
import { tells } from './render.ts'
import { isForum, type Server, type ServerChannel } from './server.ts'
import { decidedAt, madeAt, snowflakeAt } from './snowflake.ts'

/**
 * Looks for a delivery among what Vigie said since it was decided on. Where the history may not be read, a channel
 * looks empty, not forbidden: so that is asked first, and 'unknown' is the answer. Throws Unavailable.
 */
export function newFinding({
  calls,
  identity,
  server,
}: {
  calls: Calls
  identity: Identity
  server: Server
}) {
  return async function find(
    name: string,
    delivery: string,
    thread?: string,
  ): Promise<Told | null | 'unknown'> {
    const channel = await server.channel(name)
    const lacking = await server.lacking(['ViewChannel', 'ReadMessageHistory'], channel)
    if (lacking.length > 0) return 'unknown'
    if (thread) return search(thread, delivery).catch(nothingThere)
    return isForum(channel) ? searchPosts(channel, delivery) : search(channel.id, delivery)
  }

  async function search(channel: string, delivery: string): Promise<Told | null | 'unknown'> {
    const { bot } = await identity.self()
    // Clocks differ; and a row may have been decided on long before it was told.
    for (let after = snowflakeAt(decidedAt(delivery) - clocksApart), page = 0; page < mostPages; page++) {
      const query = { limit: '100', after }
      const route = Routes.channelMessages(channel)
      const messages = await calls.call<APIMessage[]>('GET', route, { query, waits })
      const found = messages.find((one) => one.author.id === bot && tells(one, delivery))
      if (found) return { channel, id: found.id }
      if (messages.length < 100) return null
      after = messages.reduce((last, { id }) => (BigInt(id) > BigInt(last) ? id : last), after)
    }
    // There was more than anybody looks through.
    return 'unknown'
  }

  /** In a forum each message is the first one of a post of its own. */
  async function searchPosts(forum: ServerChannel, delivery: string): Promise<Told | null> {
    const [{ bot }, guild] = [await identity.self(), await server.id()]
    const since = decidedAt(delivery) - clocksApart
    const [active, archived] = await Promise.all([
      calls.call<Threads>('GET', Routes.guildActiveThreads(guild), { waits }),
      calls.call<Threads>('GET', Routes.channelThreads(forum.id, 'public'), { waits }),
    ])
    const posts = [...active.threads, ...archived.threads].filter(
      (one) => 'parent_id' in one && one.parent_id === forum.id && madeAt(one.id) >= since,
    )
    for (const { id } of posts) {
      const first = await calls
        .call<APIMessage>('GET', Routes.channelMessage(id, id), { waits })
        .catch(nothingThere)
      if (first?.author.id === bot && tells(first, delivery)) return { channel: id, id }
    }
    return null
  }
}

type Threads = { threads: APIChannel[] }

/** A thread that was never opened, or whose message is gone, holds nothing. */
function nothingThere(error: unknown): null {
  if (codeOf(error) === unknownChannel || codeOf(error) === unknownMessage) return null
  throw error
}

const unknownChannel = 10003
const unknownMessage = 10008
const clocksApart = 60_000
const mostPages = 20
const waits = 5_000
