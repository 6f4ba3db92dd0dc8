import { intents } from '../intents.ts'
import { can, need } from '../permissions.ts'
import { missingPermissions, Refusal, unknownEmoji } from '../refusal.ts'
import { type Answer, type Asked, nothing, type Route } from '../route.ts'
import { fullMember, timeOf, userOf } from '../wire.ts'
import type { Channel, Message, World } from '../world.ts'
import { channelFound, messageFound } from './found.ts'
import { seen } from './messages.ts'

const at = '/channels/:channel/messages/:message/reactions'
const mostKinds = 20
const mostPins = 250

export const reactionRoutes: Route[] = [
  { name: `PUT ${at}/:emoji/@me`, hear: give },
  { name: `DELETE ${at}/:emoji/@me`, hear: (asked) => takeBack(asked, asked.application.bot) },
  { name: `DELETE ${at}/:emoji/:user`, hear: (asked) => takeBack(asked, asked.params.user!) },
  { name: `GET ${at}/:emoji`, hear: who },
  { name: 'GET /channels/:channel/messages/pins', hear: pins },
  {
    name: 'GET /channels/:channel/pins',
    hear: (asked) => ({ body: pinned(asked).map((one) => seen(asked, one)) }),
  },
  { name: 'PUT /channels/:channel/messages/pins/:message', hear: (asked) => pin(asked, true) },
  { name: 'PUT /channels/:channel/pins/:message', hear: (asked) => pin(asked, true) },
  { name: 'DELETE /channels/:channel/messages/pins/:message', hear: (asked) => pin(asked, false) },
  { name: 'DELETE /channels/:channel/pins/:message', hear: (asked) => pin(asked, false) },
]

function give(asked: Asked): Answer {
  const { world, application, params } = asked
  const channel = channelFound(asked)
  const message = messageFound(asked, channel)
  need(world, channel, application.bot, 'ReadMessageHistory')
  if (!/\p{Extended_Pictographic}|\p{Regional_Indicator}|⃣/u.test(params.emoji!)) throw unknownEmoji()
  // Who joins a reaction that is already there needs no permission of its own.
  if (!message.reactions.has(params.emoji!)) {
    need(world, channel, application.bot, 'AddReactions')
    if (message.reactions.size >= mostKinds)
      throw new Refusal(400, 30010, `Maximum number of reactions reached (${mostKinds})`)
  }
  react(world, message, application.bot, params.emoji!)
  return nothing
}

function takeBack(asked: Asked, user: string): Answer {
  const { world, application, params } = asked
  const channel = channelFound(asked)
  const message = messageFound(asked, channel)
  if (user !== application.bot && !can(world, channel, application.bot, 'ManageMessages'))
    throw missingPermissions()
  unreact(world, message, user, params.emoji!)
  return nothing
}

function who(asked: Asked): Answer {
  const channel = channelFound(asked)
  need(asked.world, channel, asked.application.bot, 'ReadMessageHistory')
  const users = messageFound(asked, channel).reactions.get(asked.params.emoji!) ?? []
  return { body: [...users].map((id) => userOf(asked.world.users.get(id)!)) }
}

/** Somebody reacts, whether person or bot; the event names them and the message, nothing of what stands in it. */
export function react(world: World, message: Message, user: string, emoji: string) {
  const users = message.reactions.get(emoji) ?? new Set()
  if (users.has(user)) return
  message.reactions.set(emoji, users.add(user))
  reacted(world, message, user, emoji, 'MESSAGE_REACTION_ADD')
}

export function unreact(world: World, message: Message, user: string, emoji: string) {
  const users = message.reactions.get(emoji)
  if (!users?.delete(user)) return
  if (users.size === 0) message.reactions.delete(emoji)
  reacted(world, message, user, emoji, 'MESSAGE_REACTION_REMOVE')
}

function reacted(world: World, message: Message, user: string, emoji: string, t: string) {
  const channel = world.channels.get(message.channel)!
  const member = channel.guild && world.guilds.get(channel.guild)!.members.get(user)
  const adds = t.endsWith('ADD')
  world.tell({
    t,
    d: () => ({
      user_id: user,
      channel_id: channel.id,
      message_id: message.id,
      emoji: { id: null, name: emoji },
      burst: false,
      type: 0,
      ...(channel.guild && { guild_id: channel.guild }),
      ...(adds && { message_author_id: message.author, burst_colors: [] }),
      ...(adds && member && { member: fullMember(world, member) }),
    }),
    intent: channel.guild ? intents.reactions : intents.dmReactions,
    channel,
  })
}

function pinned(asked: Asked): Message[] {
  const channel = channelFound(asked)
  if (!can(asked.world, channel, asked.application.bot, 'ReadMessageHistory')) return []
  return (asked.world.messages.get(channel.id) ?? []).filter((message) => message.pinned).reverse()
}

function pins(asked: Asked): Answer {
  const pinned_at = timeOf(asked.world.now())
  const items = pinned(asked).map((message) => ({ pinned_at, message: seen(asked, message) }))
  return { body: { items, has_more: false } }
}

/** Since February 2026, the permission to manage messages is not enough. */
function pin(asked: Asked, up: boolean): Answer {
  const { world, application } = asked
  const channel = channelFound(asked)
  const message = messageFound(asked, channel)
  need(world, channel, application.bot, 'PinMessages')
  if (up && pinned(asked).length >= mostPins)
    throw new Refusal(400, 30003, `Maximum number of pins reached (${mostPins})`)
  message.pinned = up
  pinsChanged(world, channel)
  return nothing
}

const pinsChanged = (world: World, channel: Channel) =>
  world.tell({
    t: 'CHANNEL_PINS_UPDATE',
    d: () => ({ channel_id: channel.id, guild_id: channel.guild, last_pin_timestamp: timeOf(world.now()) }),
    intent: channel.guild ? intents.guilds : intents.dms,
    channel,
  })
