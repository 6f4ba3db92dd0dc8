import type { Deliver } from '../delivering.ts'
import type { Events } from '../events.ts'
import type { Host } from '../host.ts'
import type { Links } from '../links.ts'
import type { Channel, Json } from '../nouns.ts'
import { Refusal, refusalFor } from '../refusal.ts'
import type { Team } from '../team.ts'

/** A call of the Web API. */
export type Asked = {
  host: Host
  team: Team
  links: Links
  deliver: Deliver
  events: Events
  params: Record<string, Json>
}

export type Method = {
  /** The scopes that it needs; nothing for none. */
  needs?: string | ((asked: Asked) => string[])
  /** With the token of the app, not the bot's. */
  byApp?: boolean
  run(asked: Asked): Record<string, unknown> | undefined
}

/** A form has no booleans. */
export const yes = (given: unknown) => given === true || given === 'true' || given === '1' || given === 1

/** What must be given. */
export function given({ params }: Asked, name: string): string {
  const value = params[name]
  if (value === undefined || value === null || value === '')
    throw refusalFor('invalid_arguments', [`missing required field: ${name}`])
  return String(value)
}

/** A channel that the bot may know of, by its id. */
export function channelOf(asked: Asked, id = asked.params.channel): Channel {
  const channel = asked.team.channels.get(String(id ?? ''))
  if (!channel) throw new Refusal('channel_not_found')
  if (channel.kind !== 'public' && !channel.members.has(asked.team.bot.user))
    throw new Refusal('channel_not_found')
  return channel
}

/** The scope for a channel's kind: `history` needs `channels:history`, `groups:history` or `im:history`. */
export const scopeOf = (asked: Asked, what: 'history' | 'read' | 'write.topic'): string[] => {
  const kind = asked.team.channels.get(String(asked.params.channel ?? ''))?.kind ?? 'public'
  return [`${{ public: 'channels', private: 'groups', im: 'im' }[kind]}:${what}`]
}

/** One page of a list, and where the next begins. */
export function pageOf<One>(asked: Asked, all: One[], usual: number): { page: One[]; next: string } {
  const { cursor, limit } = asked.params
  const from = cursor ? Number(Buffer.from(String(cursor), 'base64').toString().replace('next:', '')) : 0
  if (!Number.isInteger(from)) throw new Refusal('invalid_cursor')
  const size = Math.min(Number(limit) || usual, 1000, asked.host.rules.page)
  const page = all.slice(from, from + size)
  const more = from + size < all.length
  return { page, next: more ? Buffer.from(`next:${from + size}`).toString('base64') : '' }
}
