import { forum, sees } from '../permissions.ts'
import {
  missingAccess,
  Refusal,
  unknownChannel,
  unknownGuild,
  unknownMessage,
  unknownWebhook,
} from '../refusal.ts'
import type { Asked } from '../route.ts'
import type { Channel, Guild, Interaction, Message } from '../world.ts'

// What an address names, or the refusal that Discord gives for it.

/** A channel that the bot may look into. */
export function channelFound({ world, application, params }: Asked): Channel {
  const channel = world.channels.get(params.channel!)
  if (!channel) throw unknownChannel()
  if (!sees(world, channel, application.bot)) throw missingAccess()
  return channel
}

/** One in which things can be said. */
export function placeFound(asked: Asked): Channel {
  const channel = channelFound(asked)
  if (channel.type === forum) throw new Refusal(400, 40058, 'Cannot send a message in a forum channel')
  if (channel.type === 4) throw new Refusal(400, 50008, 'Cannot send messages in a non-text channel')
  return channel
}

/** A message that everybody in its channel sees; answers to one person alone are not found this way. */
export function messageFound(asked: Asked, channel: Channel): Message {
  const messages = asked.world.messages.get(channel.id) ?? []
  const message = messages.find(({ id, only }) => id === asked.params.message && only === null)
  if (!message) throw unknownMessage()
  return message
}

/** A guild that the bot is in. */
export function guildFound({ world, application, params }: Asked): Guild {
  const guild = world.guilds.get(params.guild!)
  if (!guild) throw unknownGuild()
  if (!guild.members.has(application.bot)) throw missingAccess()
  return guild
}

const lifetime = 15 * 60_000

/** An interaction by the token of its webhook, which lives for 15 minutes and begins with the first answer. */
export function interactionFound({ world, params }: Asked): Interaction {
  const interaction = world.interactions.get(params.token!)
  if (!interaction || interaction.application !== params.application) throw unknownWebhook()
  if (world.now() - interaction.at > lifetime) throw new Refusal(401, 50027, 'Invalid Webhook Token')
  if (interaction.state !== 'answered') throw unknownWebhook()
  return interaction
}
