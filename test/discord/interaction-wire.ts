import { channelOf, permissionsText } from './channel-wire.ts'
import { guildOf } from './guild-wire.ts'
import { messageOf } from './message-wire.ts'
import { fullMember, userOf } from './wire.ts'
import type { Application, Interaction, World } from './world.ts'

/** What an application hears of an interaction; `data` is what was typed, pressed, chosen or sent. */
export function payloadOf(world: World, interaction: Interaction, application: Application, data: object) {
  const { user, guild: guildId, source } = interaction
  const channel = world.channels.get(interaction.channel)!
  const guild = guildId === null ? null : world.guilds.get(guildId)!
  const person = world.users.get(user)!
  return {
    id: interaction.id,
    application_id: application.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: { ...channelOf(world, channel), permissions: permissionsText(world, channel, user) },
    locale: person.locale,
    app_permissions: permissionsText(world, channel, application.bot),
    entitlements: [],
    attachment_size_limit: 10 * 2 ** 20,
    authorizing_integration_owners: { 0: guildId ?? '0' },
    context: guild ? 0 : 1,
    ...(source && { message: messageOf(world, source, { bot: application.bot, content: true }) }),
    ...(guild
      ? {
          guild_id: guild.id,
          guild_locale: guild.locale,
          guild: { id: guild.id, locale: guild.locale, features: guildOf(guild).features },
          member: {
            ...fullMember(world, guild.members.get(user)!),
            permissions: permissionsText(world, channel, user),
          },
        }
      : { user: userOf(person) }),
  }
}
