import { PermissionFlagsBits } from 'discord.js'
import { missingAccess, missingPermissions } from './refusal.ts'
import type { Channel, Member, World } from './world.ts'

export type Permission = keyof typeof PermissionFlagsBits

export const bit = (name: Permission) => PermissionFlagsBits[name]
export const bits = (...names: Permission[]) => names.reduce((all, name) => all | bit(name), 0n)
/** Discord's name for a permission, as a test writes it; an unknown one is a mistake of the test. */
export function bitNamed(name: string): bigint {
  if (!(name in PermissionFlagsBits)) throw new Error(`Discord has no permission ${name}`)
  return bit(name as Permission)
}

const all = Object.values(PermissionFlagsBits).reduce((sum, one) => sum | one, 0n)
export const threadTypes = [10, 11, 12]
export const forum = 15
/** A flag of forums whose posts have to carry a tag. */
export const needsTag = 1 << 4

/** What a user may do in a channel, everything counted: owner, roles, overwrites, and what follows from a lack. */
export function permissionsIn(world: World, channel: Channel, user: string): bigint {
  if (!channel.guild) return channel.recipients.includes(user) ? all : 0n
  const guild = world.guilds.get(channel.guild)!
  const member = guild.members.get(user)
  if (!member) return 0n
  const base = permissionsOf(world, channel.guild, member)
  if (base & bit('Administrator')) return all
  const { overwrites } = channel.thread ? world.channels.get(channel.thread.parent)! : channel
  const everyone = overwrites.filter(({ id }) => id === guild.id)
  const roles = overwrites.filter(({ id }) => member.roles.includes(id))
  const own = overwrites.filter(({ id, type }) => type === 1 && id === user)
  const granted = [everyone, roles, own].reduce((sum, some) => {
    const deny = some.reduce((bits, one) => bits | one.deny, 0n)
    const allow = some.reduce((bits, one) => bits | one.allow, 0n)
    return (sum & ~deny) | allow
  }, base)
  if (!(granted & bit('ViewChannel'))) return 0n
  const speak = channel.thread ? bit('SendMessagesInThreads') : bit('SendMessages')
  return granted & speak
    ? granted
    : granted & ~bits('MentionEveryone', 'SendTTSMessages', 'AttachFiles', 'EmbedLinks')
}

/** What a member may do in the whole guild. */
export function permissionsOf(world: World, guildId: string, member: Member): bigint {
  const guild = world.guilds.get(guildId)!
  if (guild.owner === member.user) return all
  const roles = [guildId, ...member.roles].map((id) => guild.roles.get(id)?.permissions ?? 0n)
  const sum = roles.reduce((bits, one) => bits | one, 0n)
  return sum & bit('Administrator') ? all : sum
}

export const sees = (world: World, channel: Channel, user: string) =>
  (permissionsIn(world, channel, user) & bit('ViewChannel')) !== 0n

export const can = (world: World, channel: Channel, user: string, permission: Permission) =>
  (permissionsIn(world, channel, user) & bit(permission)) !== 0n

/** Refuses as Discord does: no access where the channel is hidden, no permission where something else lacks. */
export function need(world: World, channel: Channel, user: string, ...permissions: Permission[]) {
  if (!sees(world, channel, user)) throw missingAccess()
  if (permissions.some((permission) => !can(world, channel, user, permission))) throw missingPermissions()
}

export const needToSpeak = (world: World, channel: Channel, user: string) =>
  need(world, channel, user, channel.thread ? 'SendMessagesInThreads' : 'SendMessages')
