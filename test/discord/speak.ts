import { attached, type File } from './attached.ts'
import { type Body, componentsV2, ephemeral, loading } from './bodies.ts'
import { checkMessage, checkSomething } from './checks/message.ts'
import { intents } from './intents.ts'
import { messageEvent } from './message-wire.ts'
import { pingsOf } from './pings.ts'
import type { Channel, Interaction, Message, World } from './world.ts'

/** What a sender may set: no embeds, no sound, the second generation; only somebody sees it. */
const settable = (1 << 2) | (1 << 12) | componentsV2

export type Speech = {
  channel: Channel
  author: string
  body: Body
  files?: File[]
  type?: number
  application?: string
  interaction?: Interaction
  /** Only this person sees it. */
  only?: string | null
  /** It is thought about: nothing is in it yet. */
  pending?: boolean
  /** Its id, where it is known before: the first message of a forum's post has that of the post. */
  id?: string
  /** Where the message stands in the body, for complaints. */
  at?: string[]
}

/** Keeps a message and tells the bots of it; throws what Discord would refuse. */
export function post(world: World, speech: Speech): Message {
  const { channel, author, body, files = [] } = speech
  const flags =
    ((body.flags ?? 0) & settable) | (speech.only ? ephemeral : 0) | (speech.pending ? loading : 0)
  if (!speech.pending) {
    checkMessage(body, files.length, flags, speech.at)
    checkSomething({ ...body, files: files.length })
  }
  const id = speech.id ?? world.newId()
  const message: Message = {
    id,
    channel: channel.id,
    author,
    type: speech.type ?? (body.message_reference ? 19 : 0),
    content: body.content?.trim() ?? '',
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    attachments: attached(world, files, body),
    flags,
    nonce: body.nonce ?? null,
    reactions: new Map(),
    edited: null,
    pinned: false,
    reply: body.message_reference?.message_id ?? null,
    mentions: [],
    pinged: [],
    application: speech.application ?? null,
    interaction: speech.interaction ?? null,
    only: speech.only ?? null,
    poll: body.poll ?? null,
  }
  ping(world, message, channel, body)
  if (!world.messages.has(channel.id)) world.messages.set(channel.id, [])
  world.messages.get(channel.id)!.push(message)
  if (channel.thread && !channel.thread.locked) channel.thread.archived = false
  tell(world, message, 'MESSAGE_CREATE')
  return message
}

/** Changes what the body names and leaves the rest; a text without `allowed_mentions` calls whom it can. */
export function change(
  world: World,
  message: Message,
  body: Body,
  files: File[] = [],
  at?: string[],
): Message {
  const channel = world.channels.get(message.channel)!
  const flags = message.flags | ((body.flags ?? 0) & settable)
  checkMessage(body, files.length, flags, at)
  const kept = body.attachments
    ? message.attachments.filter(({ id }) => body.attachments!.some((one) => String(one.id) === id))
    : message.attachments
  const next = {
    content: body.content === undefined ? message.content : (body.content?.trim() ?? ''),
    embeds: body.embeds === undefined ? message.embeds : (body.embeds ?? []),
    components: body.components === undefined ? message.components : (body.components ?? []),
    attachments: [...kept, ...attached(world, files, body)],
  }
  checkSomething({
    ...next,
    attachments: null,
    files: next.attachments.length,
    poll: message.poll ?? undefined,
  })
  Object.assign(message, next, { flags: flags & ~loading, edited: world.now() })
  ping(world, message, channel, body)
  tell(world, message, 'MESSAGE_UPDATE')
  return message
}

export function erase(world: World, message: Message) {
  const channel = world.channels.get(message.channel)!
  world.messages.set(
    channel.id,
    world.messages.get(channel.id)!.filter((one) => one !== message),
  )
  if (message.only) return
  world.tell({
    t: 'MESSAGE_DELETE',
    d: () => ({ id: message.id, channel_id: channel.id, ...(channel.guild && { guild_id: channel.guild }) }),
    intent: channel.guild ? intents.messages : intents.dms,
    channel,
  })
}

function ping(world: World, message: Message, channel: Channel, body: Body) {
  const answered = world.messages.get(channel.id)?.find(({ id }) => id === message.reply)?.author ?? null
  const { content, author } = message
  const allowed = body.allowed_mentions ?? null
  const { users, pinged } = pingsOf(world, { content, channel, author, answered, allowed })
  message.mentions = users
  message.pinged = message.only ? [] : pinged
}

function tell(world: World, message: Message, t: string) {
  const channel = world.channels.get(message.channel)!
  if (message.only) return
  world.tell({
    t,
    d: (to) => messageEvent(world, message, to),
    intent: channel.guild ? intents.messages : intents.dms,
    channel,
  })
}
