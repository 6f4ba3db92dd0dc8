import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  ChannelType,
  Routes,
} from 'discord.js'
import { Unavailable } from '../../model/oops.ts'
import type { Instant } from '../../model/post.ts'
import { minute } from '../../model/time.ts'
import type { Calls } from './calls.ts'
import type { Identity } from './identity.ts'
import { kept } from './kept.ts'
import { lackingOf, type Permission, permissionsIn, permissionsOf } from './permissions.ts'

/** A channel in which Vigie may speak, or a forum, where each message begins a post. */
export type ServerChannel = {
  id: string
  name: string
  topic?: string | null
  type: ChannelType
  position?: number
  permission_overwrites?: APIOverwrite[]
  flags?: number
  available_tags?: { id: string }[]
}

/** Where something happens; `opener` is the channel in which the first message of a thread stands, null outside of one. */
export type Room = {
  name: string
  opener: string | null
  /** The channel itself, or that above a thread; missing where nobody knows it. */
  id?: string
  /** A private thread. */
  secret?: boolean
}

export type Server = ReturnType<typeof newServer>

/** What Vigie knows of one server: its channels, its roles, what it may do there. Throws Unavailable. */
export function newServer(parts: {
  calls: Calls
  identity: Identity
  clock: () => Instant
  server: string | null
  others: string[]
}) {
  const { calls, identity, clock, server, others } = parts
  let known = server
  const id = async () => {
    known = await identity.serverOf(server, others)
    return known
  }
  const get = <Answer>(route: string) => calls.call<Answer>('GET', route, { waits: 5_000 })

  const layout = kept(clock, minute, async () => {
    const [own, { bot }] = [await id(), await identity.self()]
    try {
      const [guild, channels, member] = await Promise.all([
        get<APIGuild>(Routes.guild(own)),
        get<ServerChannel[]>(Routes.guildChannels(own)),
        get<APIGuildMember>(Routes.guildMember(own, bot)),
      ])
      return { guild, channels, member: { ...member, user: { id: bot } } }
    } catch (error) {
      // No message is refused because its server is away: whoever threw the bot out may take it in again.
      if (!(error instanceof Unavailable && error.refused)) throw error
      const again = { retryAfter: 10 * minute, key: 'discord.no-such-server', cause: error.cause }
      throw new Unavailable('the bot is not in its server', again)
    }
  })

  type Layout = Awaited<ReturnType<typeof layout>>

  const lackingIn = (
    { guild, member }: Layout,
    { permission_overwrites = [] }: ServerChannel,
    needed: Permission[],
  ) => lackingOf(permissionsIn(guild, member, permission_overwrites), needed)

  /** Names are not unique in Discord: the channel that Vigie may write in, else the oldest one. */
  function named(known: Layout, name: string): ServerChannel | undefined {
    const all = known.channels.filter((channel) => spoken.has(channel.type) && channel.name === name)
    const [first] = all.toSorted((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1))
    return (
      all.find((channel) => lackingIn(known, channel, ['ViewChannel', 'SendMessages']).length === 0) ?? first
    )
  }

  /** The channel of this name; looked for anew where it is not known. Throws Unavailable, refused, when there is none. */
  async function channel(name: string, how: { fresh?: number } = {}): Promise<ServerChannel> {
    const found = named(await layout(how), name) ?? named(await layout({ fresh: 0 }), name)
    if (found) return found
    const more = { refused: true, key: 'discord.no-channel', values: { channel: name } }
    throw new Unavailable(`there is no channel #${name} in the server`, more)
  }

  const threads = new Map<string, { parent: string; secret: boolean }>()

  /** A channel of an event, by its id: of a thread the name of the channel it is in, and where its first message stands. */
  async function room(channelId: string): Promise<Room> {
    const { channels } = await layout()
    const own = channels.find(({ id }) => id === channelId)
    if (own) return { name: own.name, opener: null, id: own.id }
    const { parent, secret } = threads.get(channelId) ?? (await threadOf(channelId))
    const above = channels.find(({ id }) => id === parent)
    if (!above) return { name: '', opener: null }
    return { name: above.name, opener: isForum(above) ? channelId : above.id, id: above.id, secret }
  }

  async function threadOf(id: string) {
    const found = await get<APIChannel>(Routes.channel(id))
    const parent = ('parent_id' in found ? found.parent_id : null) ?? ''
    const thread = { parent, secret: found.type === ChannelType.PrivateThread }
    if (threads.size > 1_000) threads.clear()
    threads.set(id, thread)
    return thread
  }

  return {
    id,
    /** Its id, where it was needed before. */
    known: () => known,
    layout,
    channel,
    room,
    /** The same of what the first look tells of a channel. */
    async nameOfParent(parent: string) {
      return (await layout()).channels.find((one) => one.id === parent)?.name ?? ''
    },
    async channels() {
      return (await layout()).channels.filter(({ type }) => spoken.has(type))
    },
    /** Which permissions Vigie lacks in a channel, as things stand now; without one in the whole server. */
    async lacking(needed: Permission[], of?: ServerChannel): Promise<Permission[]> {
      const now = await layout({ fresh: 2_000 })
      const current = of && now.channels.find(({ id }) => id === of.id)
      if (current) return lackingIn(now, current, needed)
      return lackingOf(permissionsOf(now.guild, now.member), needed)
    },
    stale: layout.stale,
  }
}

export const isForum = ({ type }: Pick<ServerChannel, 'type'>) =>
  type === ChannelType.GuildForum || type === ChannelType.GuildMedia

const spoken = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
])
