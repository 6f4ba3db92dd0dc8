import { type APIGuildMember, type APIMessage, Routes } from 'discord.js'
import type { Logger } from 'pino'
import type { Instant } from '../../model/post.ts'
import { day } from '../../model/time.ts'
import type { Store } from '../../store/store.ts'
import type { Bot, Heard } from '../chat.ts'
import type { Command } from '../command.ts'
import type { Calls } from './calls.ts'
import type { Identity } from './identity.ts'
import { codeOf } from './mishaps.ts'
import type { Place, Places } from './places.ts'
import { type Reaction, readReaction } from './press.ts'
import type { aboutIn } from './render.ts'

type Shown = Parameters<typeof aboutIn>[0]

/** Reactions to what Vigie said, however long ago: what they mean is done, and answered below it or in private. */
export function newReactions(parts: {
  calls: Calls
  identity: Identity
  places: Places
  commands: Command[]
  store: Pick<Store, 'memory'>
  clock: () => Instant
  log: Logger
  bot: () => Bot
}) {
  const { calls, identity, places, store, clock, log, bot } = parts
  const actions = parts.commands.flatMap(({ on = {} }) => Object.values(on))
  const emojiOf = (some: typeof actions) => some.flatMap(({ reaction }) => reaction ?? [])
  const given = emojiOf(actions)
  const undone = emojiOf(actions.filter(({ takenBack }) => takenBack))
  /** What was reacted to lately; null is somebody else's. */
  const shown = new Map<string, Shown | null>()

  async function hear(event: Reaction, takenBack = false): Promise<void> {
    const { guild_id, channel_id, message_id, message_author_id, member } = event
    const { bot: own } = await identity.self()
    if (!guild_id || member?.user.bot || (message_author_id && message_author_id !== own)) return
    const place = await places.ofServer(guild_id)
    if (!place) return
    const here = await places.hereOf(place, (await place.server.room(channel_id)).name)
    const ours = takenBack ? undone : given
    const how = { at: clock(), ours, takenBack }
    // Most reactions mean nothing to us: these are not worth a look at their message.
    const first = readReaction(event, {}, here, how)
    if (first?.kind !== 'reaction' || !ours.includes(first.emoji)) return
    const on = await messageOf(channel_id, message_id, own)
    if (!on) return
    const by = member ?? (await memberOf(guild_id, event.user_id))
    const heard = by?.user.bot
      ? null
      : readReaction({ ...event, ...(by ? { member: by } : {}) }, on, here, how)
    if (heard) await answer(place, event, heard)
  }

  /** Taken back, a reaction comes without its member: whoever cannot be found may take back what is theirs all the same. */
  async function memberOf(guild: string, user: string): Promise<APIGuildMember | null> {
    try {
      return await calls.call<APIGuildMember>('GET', Routes.guildMember(guild, user), { waits: 5_000 })
    } catch (err) {
      log.warn({ err }, 'nobody can tell whose reaction was taken back')
      return null
    }
  }

  async function messageOf(channel: string, id: string, own: string): Promise<Shown | null> {
    const known = shown.get(id)
    if (known !== undefined) return known
    const route = Routes.channelMessage(channel, id)
    const message = await calls.call<APIMessage>('GET', route, { waits: 5_000 })
    const found =
      message.author.id === own ? { embeds: message.embeds, components: message.components } : null
    if (shown.size > 1_000) shown.clear()
    shown.set(id, found)
    return found
  }

  async function answer(place: Place, { channel_id, message_id }: Reaction, heard: Heard) {
    const message = await bot().answer(heard)
    if (!message) return
    const said = await place.saying.rendered(message, place.voiceIn(heard.channel))
    if (message.instead) {
      shown.delete(message_id)
      return place.saying.edit({ channel: channel_id, id: message_id }, said)
    }
    if (message.quiet) return privately(place, { channel_id, message_id }, heard, said)
    const below = { message_reference: { message_id, fail_if_not_exists: false } }
    const told = await place.saying.post(channel_id, { ...said, body: { ...said.body, ...below } })
    place.saying.offer(told, message.react)
  }

  /** Where somebody takes no private messages, they are told so once a day where they reacted. */
  async function privately(
    place: Place,
    { channel_id, message_id }: Pick<Reaction, 'channel_id' | 'message_id'>,
    { account, channel }: Heard,
    said: Awaited<ReturnType<Place['saying']['rendered']>>,
  ) {
    try {
      return void (await places.whisper(place, account, said))
    } catch (error) {
      if (!closed.has(codeOf(error) ?? 0)) throw error
    }
    const key = `discord:closed:${account.workspace}/${account.user}`
    if (await store.memory.get(key)) return
    await store.memory.set(key, true, day)
    const content = place.voiceIn(channel).plain('discord.open-dms', { who: `<@${account.user}>` })
    const body = { content, allowed_mentions: { users: [account.user] }, message_reference: { message_id } }
    await calls.call('POST', Routes.channelMessages(channel_id), { body, waits: 5_000 })
    log.info({ chat: place.name }, 'an answer was for somebody whose private messages are closed')
  }

  return {
    hear,
    /** A message changed: what it is about may have, too. */
    changed: (message: string) => void shown.delete(message),
  }
}

const closed = new Set([50007, 50278])
