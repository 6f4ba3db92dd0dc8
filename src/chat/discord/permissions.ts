import {
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  PermissionFlagsBits as flags,
  OverwriteType,
} from 'discord.js'

export type Permission = keyof typeof flags

type Guild = Pick<APIGuild, 'id' | 'owner_id' | 'roles'>
type Member = Pick<APIGuildMember, 'roles'> & { user: { id: string } }

/** What a member may do in the whole server: who owns it, or administers it, everything. */
export function permissionsOf(guild: Guild, { user, roles }: Member): bigint {
  if (guild.owner_id === user.id) return everything
  const own = guild.roles.filter(({ id }) => id === guild.id || roles.includes(id))
  const all = own.reduce((bits, { permissions }) => bits | BigInt(permissions), 0n)
  return all & flags.Administrator ? everything : all
}

/**
 * The same in one channel, whose overwrites go over the roles: those for everybody, then for roles, then for the
 * member (Discord's documentation, "Permission Hierarchy"). Who may not see a channel may do nothing there, whatever
 * else is allowed: to be asked for as well.
 */
export function permissionsIn(guild: Guild, member: Member, overwrites: APIOverwrite[]): bigint {
  const base = permissionsOf(guild, member)
  if (base === everything) return base
  const [everybody, roles, own] = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(
      ({ id, type }) => type === OverwriteType.Role && id !== guild.id && member.roles.includes(id),
    ),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === member.user.id),
  ]
  return [everybody, roles, own].reduce((bits, some) => {
    const denied = some.reduce((sum, { deny }) => sum | BigInt(deny), 0n)
    const allowed = some.reduce((sum, { allow }) => sum | BigInt(allow), 0n)
    return (bits & ~denied) | allowed
  }, base)
}

/** Which of these permissions are lacking. */
export const lackingOf = (permissions: bigint, needed: Permission[]) =>
  needed.filter((name) => !(permissions & flags[name]))

const everything = Object.values(flags).reduce((all, flag) => all | flag, 0n)
