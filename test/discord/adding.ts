import { bits } from './permissions.ts'
import type { Application, Channel, Guild, Role, User, World } from './world.ts'

/** What a new server lets everybody do, MENTION_EVERYONE among it: what could go off by mistake is loaded. */
export const everyone = bits(
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'ReadMessageHistory',
  'MentionEveryone',
  'UseExternalEmojis',
  'UseApplicationCommands',
)

export function addUser(world: World, id: string, name: string, bot: boolean) {
  const display = name.charAt(0).toUpperCase() + name.slice(1)
  const user: User = { id, name, display, bot, locale: 'fr', closed: false }
  world.users.set(id, user)
}

export function addApplication(world: World, id: string, bot: string, token: string, name: string) {
  const application: Application = { id, bot, token, name, commands: new Map() }
  world.applications.set(id, application)
}

export function addGuild(world: World, id: string, name: string, owner: string, roles: Role[]): Guild {
  const all: Role = { id, name: '@everyone', permissions: everyone, position: 0, bot: null }
  const guild: Guild = {
    id,
    name,
    owner,
    locale: 'fr',
    away: false,
    roles: new Map([all, ...roles].map((role) => [role.id, role])),
    members: new Map(),
  }
  world.guilds.set(id, guild)
  return guild
}

export function addChannel(world: World, channel: Partial<Channel> & Pick<Channel, 'id' | 'guild' | 'name'>) {
  const whole: Channel = {
    type: 0,
    topic: null,
    position: world.channels.size,
    flags: 0,
    overwrites: [],
    tags: [],
    recipients: [],
    thread: null,
    ...channel,
  }
  world.channels.set(whole.id, whole)
  return whole
}
