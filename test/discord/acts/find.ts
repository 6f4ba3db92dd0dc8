import { ids } from '../known.ts'
import { privateChannel } from '../routes/guilds.ts'
import type { Channel, Message, World } from '../world.ts'

// Names as tests write them; what does not exist is a mistake of the test and flies.

export function userNamed(world: World, name: string): string {
  const user = world.users.get(name) ?? [...world.users.values()].find((one) => one.name === name)
  if (!user) throw new Error(`nobody is called ${name}`)
  return user.id
}

/** `veille` in Nimbus, `acme/veille` in Acme, `@` in private with Vigie's bot, or an id. */
export function channelNamed(world: World, name: string, user: string = ids.users.mia): Channel {
  if (name === '@') return privateChannel(world, ids.bot, user)
  const guild = name.startsWith('acme/') ? ids.acme : ids.guild
  const plain = name.replace('acme/', '')
  const channel =
    world.channels.get(name) ??
    [...world.channels.values()].find((one) => one.guild === guild && one.name === plain)
  if (!channel) throw new Error(`there is no channel ${name}`)
  return channel
}

export function messageNamed(world: World, id: string): Message {
  const message = [...world.messages.values()].flat().find((one) => one.id === id)
  if (!message) throw new Error(`there is no message ${id}`)
  return message
}

/** A role's id by its name in a guild. */
export function roleNamed(world: World, guild: string, name: string): string {
  const role = [...world.guilds.get(guild)!.roles.values()].find(
    (one) => one.name === name || one.id === name,
  )
  if (!role) throw new Error(`there is no role ${name}`)
  return role.id
}

/** The bot's applications that are in a channel: those of its guild, or of its private conversation. */
export const applicationsIn = (world: World, channel: Channel) =>
  [...world.applications.values()].filter(({ bot }) =>
    channel.guild ? world.guilds.get(channel.guild)!.members.has(bot) : channel.recipients.includes(bot),
  )
