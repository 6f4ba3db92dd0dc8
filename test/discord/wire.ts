import { applicationFlags } from './intents.ts'
import type { Application, Member, Role, User, World } from './world.ts'

// What is kept, in the words of the API.

export const userOf = (user: User) => ({
  id: user.id,
  username: user.name,
  discriminator: '0',
  global_name: user.bot ? null : user.display,
  avatar: null,
  bot: user.bot,
  public_flags: 0,
})

export const memberOf = (member: Member) => ({
  nick: null,
  avatar: null,
  roles: member.roles,
  joined_at: timeOf(member.joined),
  premium_since: null,
  communication_disabled_until: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
})

export const fullMember = (world: World, member: Member) => ({
  ...memberOf(member),
  user: userOf(world.users.get(member.user)!),
})

export const roleOf = (role: Role) => ({
  id: role.id,
  name: role.name,
  permissions: String(role.permissions),
  position: role.position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: role.bot !== null,
  mentionable: false,
  flags: 0,
  ...(role.bot && { tags: { bot_id: role.bot } }),
})

export const applicationOf = (world: World, { id, name }: Application) => ({
  id,
  name,
  icon: null,
  description: '',
  bot_public: false,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  flags: [...world.privileged].reduce((flags, intent) => flags | applicationFlags[intent], 0),
})

export const timeOf = (ms: number) => new Date(ms).toISOString().replace('Z', '000+00:00')
