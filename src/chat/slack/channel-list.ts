import type { Slack } from './client.ts'
import { saidNo } from './refusal.ts'
import { unescaped } from './spoken.ts'

/** A channel of the workspace. */
export type Room = {
  id: string
  name: string
  topic: string
  private: boolean
  archived: boolean
  /** Vigie is in it. */
  member: boolean
}

/** All channels that Vigie may see, the archived ones too. Throws Unavailable. */
export async function listChannels(slack: Slack): Promise<Room[]> {
  return allOf(slack, 'public_channel,private_channel').catch((error) => {
    // Without groups:read there are still the public ones.
    if (saidNo(error, 'missing_scope')) return allOf(slack, 'public_channel')
    throw error
  })
}

async function allOf(slack: Slack, types: string): Promise<Room[]> {
  const found: Room[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const said = await slack.ask((client) =>
      client.conversations.list({ types, limit: 1000, ...(cursor ? { cursor } : {}) }),
    )
    for (const one of said.channels ?? []) if (one.id) found.push(roomOf({ ...one, id: one.id }))
    cursor = said.response_metadata?.next_cursor
    if (!cursor) break
  }
  return found
}

/** One channel by its id. Throws Unavailable. */
export async function readChannel(slack: Slack, id: string): Promise<Room> {
  const { channel } = await slack.ask((client) => client.conversations.info({ channel: id }))
  return roomOf({ ...channel, id })
}

type Said = {
  id: string
  name?: string
  is_private?: boolean
  is_archived?: boolean
  is_member?: boolean
  topic?: { value?: string }
}

const roomOf = ({ id, name = '', is_private, is_archived, is_member, topic }: Said): Room => ({
  id,
  name,
  topic: unescaped(topic?.value ?? ''),
  private: is_private ?? false,
  archived: is_archived ?? false,
  member: is_member ?? false,
})

const mostPages = 100
