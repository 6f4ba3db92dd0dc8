import { type APIInteraction, GatewayDispatchEvents as Dispatches } from 'discord.js'
import type { Logger } from 'pino'
import { Unavailable } from '../../model/oops.ts'
import type { Bot } from '../chat.ts'
import { newTurns } from '../turns.ts'
import type { Identity } from './identity.ts'
import type { newInteractions } from './interactions.ts'
import { readOverheard, type Told } from './overhearing.ts'
import type { Place, Places } from './places.ts'
import type { Reaction } from './press.ts'
import type { newReactions } from './reactions.ts'

/** Where each thing goes that Discord tells. Nothing that goes wrong on the way stops what follows. */
export function newDispatching(parts: {
  interactions: ReturnType<typeof newInteractions>
  reactions: ReturnType<typeof newReactions>
  places: Places
  identity: Identity
  /** Whether Vigie listens to what members write. */
  listens: boolean
  log: Logger
  bot: () => Bot
}) {
  const { interactions, reactions, places, identity, listens, log, bot } = parts
  const running = new Set<Promise<void>>()
  const inTurn = newTurns()
  /** A resumed session may tell a thing again. */
  const seen = new Set<string>()

  function hear(type: string, data: unknown) {
    const done = dispatch(type, data)
      .catch((err) => {
        if (err instanceof Unavailable) log.warn({ err, kind: type }, 'Discord did not take an answer')
        else log.error({ err, kind: type }, 'something that Discord told could not be dealt with')
      })
      .finally(() => running.delete(done))
    running.add(done)
  }

  async function dispatch(type: string, data: unknown): Promise<void> {
    if (type === Dispatches.InteractionCreate) {
      const interaction = data as APIInteraction
      if (isNew(interaction.id)) await interactions.hear(interaction)
    }
    if (type === Dispatches.MessageReactionAdd || type === Dispatches.MessageReactionRemove)
      await react(data as Reaction, type === Dispatches.MessageReactionRemove)
    if (type === Dispatches.MessageUpdate) reactions.changed((data as { id: string }).id)
    if (changesServer.has(type)) await refresh(data as { id: string; guild_id?: string })
    if (listens && overheard.has(type)) {
      const told = data as Told
      // What is taken back was said before.
      await inTurn(told.channel_id ?? '', () => overhear(type, told))
    }
  }

  /** One after the other for each person and message: what is taken back was given before. */
  const react = (reaction: Reaction, takenBack: boolean) =>
    inTurn([reaction.message_id, reaction.user_id].join(), () => reactions.hear(reaction, takenBack))

  function isNew(id: string) {
    if (seen.has(id)) return false
    if (seen.size > 1_000) seen.clear()
    seen.add(id)
    return true
  }

  async function refresh({ id, guild_id = id }: { id: string; guild_id?: string }) {
    identity.servers.stale()
    const place = await places.ofServer(guild_id)
    place?.server.stale()
  }

  async function overhear(type: string, event: Told) {
    const place = event.guild_id ? await places.ofServer(event.guild_id) : null
    if (!place) return
    const { name, opener, ...where } = event.channel_id
      ? await place.server.room(event.channel_id)
      : { name: '', opener: null }
    // Of several channels with a name, only that which is meant by it tells its members; nobody overhears a private thread.
    if (event.channel_id && !(await isMeant(place, name, where))) return
    const here = await places.hereOf(place, name)
    for (const said of readOverheard(type, event, here, opener)) await bot().overhear(said)
  }

  async function isMeant({ server }: Place, name: string, { id, secret }: { id?: string; secret?: boolean }) {
    if (secret || name === '') return false
    return (await server.channel(name).catch(() => null))?.id === id
  }

  return {
    hear,
    /** Until everything that was heard is dealt with. */
    settled: () => Promise.all(running),
  }
}

/** After these a server's channels, roles or permissions are others. */
const changesServer = new Set<string>([
  Dispatches.GuildCreate,
  Dispatches.GuildUpdate,
  Dispatches.GuildDelete,
  Dispatches.GuildRoleCreate,
  Dispatches.GuildRoleUpdate,
  Dispatches.GuildRoleDelete,
  Dispatches.ChannelCreate,
  Dispatches.ChannelUpdate,
  Dispatches.ChannelDelete,
])

const overheard = new Set<string>([
  Dispatches.MessageCreate,
  Dispatches.MessageUpdate,
  Dispatches.MessageDelete,
  Dispatches.MessageDeleteBulk,
  Dispatches.GuildMemberAdd,
  Dispatches.GuildMemberRemove,
])
