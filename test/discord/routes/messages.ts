import type { Body } from '../bodies.ts'
import { madeAt, older } from '../ids.ts'
import { messageOf } from '../message-wire.ts'
import { can, need, needToSpeak } from '../permissions.ts'
import { missingPermissions, Refusal, unknownMessage, wrong } from '../refusal.ts'
import { type Answer, type Asked, nothing, type Route } from '../route.ts'
import { change, erase, post } from '../speak.ts'
import type { Channel, Message, World } from '../world.ts'
import { channelFound, messageFound, placeFound } from './found.ts'

/** For how long a nonce is known: “the past few minutes”. */
const nonceLives = 3 * 60_000
const hour = 3_600_000

export const messageRoutes: Route[] = [
  { name: 'GET /channels/:channel/messages', hear: list },
  { name: 'GET /channels/:channel/messages/:message', hear: one },
  { name: 'POST /channels/:channel/messages', hear: say },
  { name: 'PATCH /channels/:channel/messages/:message', hear: edit },
  { name: 'DELETE /channels/:channel/messages/:message', hear: remove },
  { name: 'POST /channels/:channel/messages/bulk-delete', hear: removeMany },
]

/** As this bot gets it. */
export const seen = ({ world, application }: Asked, message: Message) =>
  messageOf(world, message, { bot: application.bot, content: world.privileged.has('message-content') })

/** Without the permission to read history, a channel looks empty: that is no refusal. */
function list(asked: Asked): Answer {
  const { world, application, query } = asked
  const channel = channelFound(asked)
  const limit = Number(query.get('limit') ?? 50)
  if (!(limit >= 1 && limit <= 100))
    throw wrong(['limit'], 'NUMBER_TYPE_MAX', 'int value should be less than or equal to 100.')
  if (!can(world, channel, application.bot, 'ReadMessageHistory')) return { body: [] }
  const all = (world.messages.get(channel.id) ?? []).filter(({ only }) => only === null)
  return { body: pageOf(all, query, limit).map((message) => seen(asked, message)) }
}

/** Newest first, as Discord lists them; `all` is oldest first. */
function pageOf(all: Message[], query: URLSearchParams, limit: number): Message[] {
  const [before, after, around] = ['before', 'after', 'around'].map((name) => query.get(name))
  if (before)
    return all
      .filter(({ id }) => older(id, before))
      .slice(-limit)
      .reverse()
  if (after)
    return all
      .filter(({ id }) => older(after, id))
      .slice(0, limit)
      .reverse()
  if (around) {
    const middle = all.findIndex(({ id }) => !older(id, around))
    const from = Math.max(0, (middle < 0 ? all.length : middle) - Math.floor(limit / 2))
    return all.slice(from, from + limit).reverse()
  }
  return all.slice(-limit).reverse()
}

function one(asked: Asked): Answer {
  const channel = channelFound(asked)
  need(asked.world, channel, asked.application.bot, 'ReadMessageHistory')
  return { body: seen(asked, messageFound(asked, channel)) }
}

function say(asked: Asked): Answer {
  const { world, application, files } = asked
  const body = asked.body as Body
  const channel = placeFound(asked)
  mayPost(asked, channel)
  const key = `${application.id} ${body.nonce}`
  const known = world.nonces.get(key)
  if (body.enforce_nonce && body.nonce && known && world.now() - known.at < nonceLives) {
    // A message that was said and then deleted is not said again: its nonce leads to nothing.
    if (!world.messages.get(known.message.channel)?.includes(known.message)) throw unknownMessage()
    return { body: seen(asked, known.message) }
  }
  const message = post(world, { channel, author: application.bot, body, files })
  if (body.nonce) world.nonces.set(key, { message, at: world.now() })
  return { body: seen(asked, message) }
}

/** Refuses where the bot may not say this here: at all, with embeds, with files, as an answer. */
export function mayPost({ world, application, files, body }: Asked, channel: Channel, said = body as Body) {
  if (!channel.guild) mayWriteTo(world, channel)
  needToSpeak(world, channel, application.bot)
  if (channel.thread?.locked && !can(world, channel, application.bot, 'ManageThreads'))
    throw new Refusal(403, 160005, 'Thread is locked')
  if (said.embeds?.length) need(world, channel, application.bot, 'EmbedLinks')
  if (files.length > 0) need(world, channel, application.bot, 'AttachFiles')
  const answered = said.message_reference?.message_id
  if (!answered) return
  if (!can(world, channel, application.bot, 'ReadMessageHistory'))
    throw new Refusal(403, 160002, 'You need the "Read Message History" permission to reply to this message.')
  if (world.messages.get(channel.id)?.some(({ id }) => id === answered)) return
  if (said.message_reference?.fail_if_not_exists !== false)
    throw wrong(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message')
  said.message_reference = undefined
}

/** In private: to who lets it in, and is in a server with the bot. */
function mayWriteTo(world: World, { recipients }: Channel) {
  if (recipients.some((id) => world.users.get(id)!.closed))
    throw new Refusal(403, 50007, 'Cannot send messages to this user')
  if (![...world.guilds.values()].some(({ members }) => recipients.every((id) => members.has(id))))
    throw new Refusal(403, 50278, 'Cannot send messages to this user due to having no mutual guilds')
}

function edit(asked: Asked): Answer {
  const { world, application, files, rates } = asked
  const channel = channelFound(asked)
  const message = messageFound(asked, channel)
  if (message.author !== application.bot)
    throw new Refusal(403, 50005, 'Cannot edit a message authored by another user')
  if (channel.thread?.archived) throw new Refusal(400, 50083, 'Thread is archived')
  if (world.now() - madeAt(message.id) > hour) rates.editOld(channel.id)
  return { body: seen(asked, change(world, message, asked.body as Body, files)) }
}

function remove(asked: Asked): Answer {
  const channel = channelFound(asked)
  const message = messageFound(asked, channel)
  if (
    message.author !== asked.application.bot &&
    !can(asked.world, channel, asked.application.bot, 'ManageMessages')
  )
    throw missingPermissions()
  erase(asked.world, message)
  return nothing
}

function removeMany(asked: Asked): Answer {
  const channel = channelFound(asked)
  need(asked.world, channel, asked.application.bot, 'ManageMessages')
  const { messages = [] } = asked.body as { messages?: string[] }
  if (messages.length < 2 || messages.length > 100)
    throw new Refusal(400, 50016, 'You can only bulk delete between 2 and 100 messages.')
  for (const message of asked.world.messages.get(channel.id) ?? [])
    if (messages.includes(message.id)) erase(asked.world, message)
  return nothing
}
