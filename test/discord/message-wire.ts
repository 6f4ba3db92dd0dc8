import { hasThread } from './bodies.ts'
import { channelOf } from './channel-wire.ts'
import { madeAt } from './ids.ts'
import { memberOf, timeOf, userOf } from './wire.ts'
import type { Attachment, Interaction, Message, World } from './world.ts'

/**
 * A message in the words of the API, as this bot gets it: without its content where somebody else wrote it, did not call
 * the bot by name, and the bot lacks the intent (`content` says whether it has it).
 */
export function messageOf(world: World, message: Message, to: { bot: string; content: boolean }): object {
  const channel = world.channels.get(message.channel)
  const mine = message.author === to.bot || message.mentions.includes(to.bot) || !channel?.guild
  const open = to.content || mine || message.interaction?.application === to.bot
  const author = world.users.get(message.author)!
  const thread = world.channels.get(message.id)
  return {
    id: message.id,
    channel_id: message.channel,
    type: message.type,
    author: userOf(author),
    content: open ? message.content : '',
    embeds: open ? message.embeds.map((embed) => ({ ...embed, type: 'rich' })) : [],
    components: open ? message.components : [],
    attachments: open ? message.attachments.map((one) => attachmentOf(world, one)) : [],
    mentions: message.mentions.map((id) => userOf(world.users.get(id)!)),
    mention_roles: [],
    mention_everyone: message.pinged.includes('@everyone') || message.pinged.includes('@here'),
    timestamp: timeOf(madeAt(message.id)),
    edited_timestamp: message.edited === null ? null : timeOf(message.edited),
    pinned: message.pinned,
    tts: false,
    flags: message.flags | (thread ? hasThread : 0),
    ...(message.nonce !== null && { nonce: message.nonce }),
    ...(message.application && { application_id: message.application }),
    ...(message.interaction && interactionFields(world, message.interaction)),
    ...(message.reply && replyFields(world, message, to)),
    ...(thread && { thread: channelOf(world, thread) }),
    ...(message.poll && { poll: message.poll }),
    ...(message.reactions.size > 0 && { reactions: reactionsOf(message, to.bot) }),
  }
}

/** As `messageOf`, with what only the gateway tells: the guild and the member. */
export function messageEvent(world: World, message: Message, to: { bot: string; content: boolean }) {
  const channel = world.channels.get(message.channel)!
  const member = channel.guild && world.guilds.get(channel.guild)!.members.get(message.author)
  return {
    ...messageOf(world, message, to),
    channel_type: channel.type,
    ...(channel.guild && { guild_id: channel.guild }),
    ...(member && { member: memberOf(member) }),
  }
}

/** What a message answers, and that message itself, null where it is gone. */
function replyFields(world: World, { reply, channel }: Message, to: { bot: string; content: boolean }) {
  const above = world.messages.get(channel)?.find(({ id }) => id === reply)
  const guild_id = world.channels.get(channel)?.guild ?? undefined
  return {
    message_reference: { type: 0, channel_id: channel, message_id: reply, guild_id },
    referenced_message: above ? messageOf(world, { ...above, reply: null }, to) : null,
  }
}

const reactionsOf = ({ reactions }: Message, bot: string) =>
  [...reactions].map(([emoji, users]) => ({
    emoji: { id: null, name: emoji },
    count: users.size,
    count_details: { burst: 0, normal: users.size },
    me: users.has(bot),
    me_burst: false,
    burst_colors: [],
  }))

const interactionFields = (world: World, interaction: Interaction) => ({
  webhook_id: interaction.application,
  interaction_metadata: {
    id: interaction.id,
    type: interaction.type,
    user: userOf(world.users.get(interaction.user)!),
    authorizing_integration_owners: interaction.guild ? { 0: interaction.guild } : { 0: '0' },
    ...(interaction.command && { name: interaction.command }),
  },
})

export const attachmentOf = (world: World, { id, name, type, bytes, description }: Attachment) => ({
  id,
  filename: name,
  content_type: type,
  size: bytes.length,
  url: `${world.address}/cdn/${id}/${encodeURIComponent(name)}`,
  proxy_url: `${world.address}/cdn/${id}/${encodeURIComponent(name)}`,
  ...(description && { description }),
})
