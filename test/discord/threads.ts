import { channelOf } from './channel-wire.ts'
import { intents } from './intents.ts'
import type { Channel, Message, World } from './world.ts'

/** Opens a thread, told to the bots unless it is `silent` as yet. Its id is that of the message it was opened on. */
export function newThread(
  world: World,
  made: {
    parent: Channel
    owner: string
    name: string
    message?: Message
    type?: number
    tags?: string[]
    silent?: boolean
  },
): Channel {
  const { parent, owner, name, message, tags = [] } = made
  const thread: Channel = {
    id: message?.id ?? world.newId(),
    type: made.type ?? 11,
    guild: parent.guild,
    name,
    topic: null,
    position: 0,
    flags: 0,
    overwrites: [],
    tags: [],
    recipients: [],
    thread: { parent: parent.id, owner, archived: false, locked: false, members: new Set([owner]), tags },
  }
  world.channels.set(thread.id, thread)
  if (!made.silent) tellCreated(world, thread)
  return thread
}

export const tellCreated = (world: World, thread: Channel) =>
  world.tell({
    t: 'THREAD_CREATE',
    d: () => ({ ...channelOf(world, thread), newly_created: true }),
    intent: intents.guilds,
    channel: thread,
  })
