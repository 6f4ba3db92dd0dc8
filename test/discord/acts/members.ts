import { addChannel, addUser } from '../adding.ts'
import { guildCreate } from '../guild-wire.ts'
import { intents } from '../intents.ts'
import { ids } from '../known.ts'
import type { People } from '../people.ts'
import { bitNamed, needsTag } from '../permissions.ts'
import { dropChannel, tellOf } from '../routes/channels.ts'
import { fullMember, userOf } from '../wire.ts'
import type { Guild, Member, World } from '../world.ts'
import { channelNamed, roleNamed, userNamed } from './find.ts'

type Members = Pick<People, 'joins' | 'leaves' | 'speaks' | 'closesDms' | 'givesRole' | 'takesRole'>
type Administrators = Pick<People, 'overwrites' | 'createsChannel' | 'deletesChannel' | 'renamesChannel'>

export function memberActs(world: World): Members {
  const told = (guild: Guild, t: string, d: object) =>
    world.tell({ t, d: () => ({ ...d, guild_id: guild.id }), intent: intents.members, guild: guild.id })
  const guildNamed = (name = 'Nimbus') => {
    const guild = [...world.guilds.values()].find((one) => one.name === name || one.id === name)
    if (!guild) throw new Error(`there is no server ${name}`)
    return guild
  }
  const changed = (guild: Guild, member: Member) =>
    told(guild, 'GUILD_MEMBER_UPDATE', fullMember(world, member))
  const member = (user: string) => world.guilds.get(ids.guild)!.members.get(userNamed(world, user))!

  const botOf = (user: string) => [...world.applications.values()].find(({ bot }) => bot === user)
  const taken = (guild: Guild, user: string) => {
    const application = botOf(user)?.id
    const d = ({ bot }: { bot: string }) => guildCreate(world, guild, bot)
    if (application) world.tell({ t: 'GUILD_CREATE', d, intent: 0, application })
  }
  const thrownOut = (guild: Guild, user: string) => {
    const application = botOf(user)?.id
    if (application) world.tell({ t: 'GUILD_DELETE', d: () => ({ id: guild.id }), intent: 0, application })
  }

  return {
    async joins(name, guildName) {
      const guild = guildNamed(guildName)
      if (![...world.users.values()].some((one) => one.name === name))
        addUser(world, String(1_290_384_788_765_712_000n + BigInt(world.users.size)), name, false)
      const member: Member = { user: userNamed(world, name), roles: [], joined: world.now() }
      guild.members.set(member.user, member)
      taken(guild, member.user)
      told(guild, 'GUILD_MEMBER_ADD', fullMember(world, member))
    },
    async leaves(name, guildName) {
      const guild = guildNamed(guildName)
      const user = world.users.get(userNamed(world, name))!
      thrownOut(guild, user.id)
      guild.members.delete(user.id)
      told(guild, 'GUILD_MEMBER_REMOVE', { user: userOf(user) })
    },
    speaks: (name, locale) => {
      world.users.get(userNamed(world, name))!.locale = locale
    },
    closesDms: (name, closed = true) => {
      world.users.get(userNamed(world, name))!.closed = closed
    },
    givesRole(name, role) {
      const one = member(name)
      one.roles = [...new Set([...one.roles, roleNamed(world, ids.guild, role)])]
      changed(guildNamed(), one)
    },
    takesRole(name, role) {
      const one = member(name)
      one.roles = one.roles.filter((id) => id !== roleNamed(world, ids.guild, role))
      changed(guildNamed(), one)
    },
  }
}

export function administratorActs(world: World): Administrators {
  return {
    overwrites(channelName, of, { allow = [], deny = [] }) {
      const channel = channelNamed(world, channelName)
      const user = [...world.users.values()].find(({ name }) => name === of)
      const id = user?.id ?? roleNamed(world, channel.guild!, of)
      const sum = (names: string[]) => names.map(bitNamed).reduce((all, one) => all | one, 0n)
      channel.overwrites = [
        ...channel.overwrites.filter((one) => one.id !== id),
        { id, type: user ? 1 : 0, allow: sum(allow), deny: sum(deny) },
      ]
      tellOf(world, channel, 'CHANNEL_UPDATE')
    },
    createsChannel(name, { type = 0, topic = null, guild = ids.guild, tags = [], requiresTag } = {}) {
      const made = tags.map((tag) => ({ id: world.newId(), name: tag }))
      const channel = addChannel(world, {
        id: world.newId(),
        guild,
        name,
        type,
        topic,
        tags: made,
        flags: requiresTag ? needsTag : 0,
      })
      tellOf(world, channel, 'CHANNEL_CREATE')
      return channel.id
    },
    deletesChannel: (name) => dropChannel(world, channelNamed(world, name)),
    renamesChannel(name, next) {
      const channel = channelNamed(world, name)
      channel.name = next
      tellOf(world, channel, 'CHANNEL_UPDATE')
    },
  }
}
