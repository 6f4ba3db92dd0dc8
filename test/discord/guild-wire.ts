import { channelOf } from './channel-wire.ts'
import { sees } from './permissions.ts'
import { fullMember, roleOf, timeOf } from './wire.ts'
import type { Guild, World } from './world.ts'

/** A guild as the gateway tells it: every channel, also those that the bot cannot look into, but of members its own. */
export function guildCreate(world: World, guild: Guild, bot: string) {
  const channels = [...world.channels.values()].filter((channel) => channel.guild === guild.id)
  const own = guild.members.get(bot)!
  return {
    ...guildOf(guild),
    joined_at: timeOf(own.joined),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [fullMember(world, own)],
    channels: channels.filter(({ thread }) => !thread).map((channel) => channelOf(world, channel)),
    threads: channels
      .filter((channel) => channel.thread && !channel.thread.archived && sees(world, channel, bot))
      .map((channel) => channelOf(world, channel)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

export const guildOf = (guild: Guild) => ({
  id: guild.id,
  name: guild.name,
  owner_id: guild.owner,
  preferred_locale: guild.locale,
  icon: null,
  splash: null,
  banner: null,
  description: null,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 1,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  nsfw: false,
  premium_tier: 0,
  premium_progress_bar_enabled: false,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  features: ['COMMUNITY'],
  roles: [...guild.roles.values()].map(roleOf),
  emojis: [],
  stickers: [],
})
