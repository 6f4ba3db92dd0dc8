import { forum, permissionsIn } from './permissions.ts'
import { timeOf, userOf } from './wire.ts'
import type { Channel, World } from './world.ts'

export function channelOf(world: World, channel: Channel) {
  const last = world.messages.get(channel.id)?.findLast(({ only }) => only === null)?.id ?? null
  if (!channel.guild) {
    const people = channel.recipients.map((id) => world.users.get(id)!).filter(({ bot }) => !bot)
    return { id: channel.id, type: 1, last_message_id: last, flags: 0, recipients: people.map(userOf) }
  }
  const shared = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guild,
    name: channel.name,
    last_message_id: last,
    rate_limit_per_user: 0,
    flags: channel.flags,
  }
  return channel.thread
    ? { ...shared, ...threadFields(world, channel) }
    : { ...shared, ...placeFields(channel) }
}

const placeFields = (channel: Channel) => ({
  topic: channel.topic,
  position: channel.position,
  parent_id: null,
  nsfw: false,
  permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({
    id,
    type,
    allow: String(allow),
    deny: String(deny),
  })),
  ...(channel.type === forum && {
    available_tags: channel.tags.map((tag) => ({
      ...tag,
      moderated: false,
      emoji_id: null,
      emoji_name: null,
    })),
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: 0,
  }),
})

function threadFields(world: World, channel: Channel) {
  const { parent, owner, archived, locked, members, tags } = channel.thread!
  return {
    parent_id: parent,
    owner_id: owner,
    message_count: world.messages.get(channel.id)?.length ?? 0,
    total_message_sent: world.messages.get(channel.id)?.length ?? 0,
    member_count: members.size,
    applied_tags: tags,
    thread_metadata: {
      archived,
      locked,
      auto_archive_duration: 4320,
      archive_timestamp: timeOf(world.now()),
      create_timestamp: timeOf(world.now()),
    },
  }
}

export const permissionsText = (world: World, channel: Channel, user: string) =>
  String(permissionsIn(world, channel, user))
