import { channelOf } from '../channel-wire.ts'
import { guildOf } from '../guild-wire.ts'
import { missingAccess, unknownMember, unknownUser } from '../refusal.ts'
import { type Answer, type Asked, nothing, type Route } from '../route.ts'
import { applicationOf, fullMember, roleOf, userOf } from '../wire.ts'
import type { Channel, World } from '../world.ts'
import { guildFound } from './found.ts'

export const guildRoutes: Route[] = [
  { name: 'GET /guilds/:guild', hear: guild },
  {
    name: 'GET /guilds/:guild/roles',
    hear: (asked) => ({ body: [...guildFound(asked).roles.values()].map(roleOf) }),
  },
  { name: 'GET /guilds/:guild/members', hear: members },
  { name: 'GET /guilds/:guild/members/search', hear: search },
  { name: 'GET /guilds/:guild/members/:user', hear: member },
  {
    name: 'GET /users/@me',
    hear: ({ world, application }) => ({ body: userOf(world.users.get(application.bot)!) }),
  },
  { name: 'GET /users/@me/guilds', hear: guilds },
  { name: 'POST /users/@me/channels', hear: privately },
  { name: 'GET /users/:user', hear: user },
  { name: 'GET /applications/@me', hear: application },
  { name: 'GET /oauth2/applications/@me', hear: application },
  { name: 'DELETE /users/@me/guilds/:guild', hear: leave },
]

function guild(asked: Asked): Answer {
  const found = guildFound(asked)
  const counts = asked.query.get('with_counts') === 'true'
  const size = found.members.size
  return {
    body: {
      ...guildOf(found),
      ...(counts && { approximate_member_count: size, approximate_presence_count: size }),
    },
  }
}

/** The list of all needs the privileged intent, switched on for the application; asking for one does not. */
function members(asked: Asked): Answer {
  const { world, query } = asked
  const found = guildFound(asked)
  if (!world.privileged.has('members')) throw missingAccess()
  const after = BigInt(query.get('after') ?? 0)
  const all = [...found.members.values()].filter(({ user }) => BigInt(user) > after)
  const sorted = all.sort((a, b) => (BigInt(a.user) < BigInt(b.user) ? -1 : 1))
  return { body: sorted.slice(0, Number(query.get('limit') ?? 1)).map((one) => fullMember(world, one)) }
}

function search(asked: Asked): Answer {
  const { world, query } = asked
  const wanted = (query.get('query') ?? '').toLowerCase()
  const found = [...guildFound(asked).members.values()].filter(({ user }) => {
    const { name, display } = world.users.get(user)!
    return [name, display].some((text) => text.toLowerCase().startsWith(wanted))
  })
  return { body: found.slice(0, Number(query.get('limit') ?? 1)).map((one) => fullMember(world, one)) }
}

function member(asked: Asked): Answer {
  const id = asked.params.user === '@me' ? asked.application.bot : asked.params.user!
  const found = guildFound(asked).members.get(id)
  if (!found) throw asked.world.users.has(id) ? unknownMember() : unknownUser()
  return { body: fullMember(asked.world, found) }
}

function guilds({ world, application }: Asked): Answer {
  const mine = [...world.guilds.values()]
    .filter(({ members }) => members.has(application.bot))
    .map(({ id, name, owner }) => ({ id, name, icon: null, owner: owner === application.bot, features: [] }))
  return { body: mine }
}

function leave(asked: Asked): Answer {
  guildFound(asked).members.delete(asked.application.bot)
  return nothing
}

function user({ world, params, application }: Asked): Answer {
  const found = world.users.get(params.user === '@me' ? application.bot : params.user!)
  if (!found) throw unknownUser()
  return { body: userOf(found) }
}

function application({ world, application }: Asked): Answer {
  const owner = [...world.users.values()].find(({ bot }) => !bot)!
  return {
    body: {
      ...applicationOf(world, application),
      owner: userOf(owner),
      bot: userOf(world.users.get(application.bot)!),
    },
  }
}

/** The private conversation with somebody, made when it is asked for the first time; closed ones refuse messages only. */
function privately({ world, application, body }: Asked): Answer {
  const { recipient_id } = body as { recipient_id?: string }
  if (!recipient_id || !world.users.has(recipient_id)) throw unknownUser()
  return { body: channelOf(world, privateChannel(world, application.bot, recipient_id)) }
}

export function privateChannel(world: World, bot: string, person: string): Channel {
  const known = [...world.channels.values()].find(
    ({ guild, recipients }) => guild === null && recipients.includes(bot) && recipients.includes(person),
  )
  if (known) return known
  const channel: Channel = {
    id: world.newId(),
    type: 1,
    guild: null,
    name: '@',
    topic: null,
    position: 0,
    flags: 0,
    overwrites: [],
    tags: [],
    recipients: [bot, person],
    thread: null,
  }
  world.channels.set(channel.id, channel)
  return channel
}
