import { channelOf } from '../channel-wire.ts'
import { intents } from '../intents.ts'
import { bit, can, forum, need } from '../permissions.ts'
import { missingPermissions, newComplaints } from '../refusal.ts'
import { type Answer, type Asked, nothing, type Route } from '../route.ts'
import type { Channel, World } from '../world.ts'
import { channelFound, guildFound } from './found.ts'

export const channelRoutes: Route[] = [
  {
    name: 'GET /channels/:channel',
    hear: (asked) => ({ body: channelOf(asked.world, channelFound(asked)) }),
  },
  { name: 'PATCH /channels/:channel', hear: change },
  { name: 'DELETE /channels/:channel', hear: remove },
  { name: 'POST /channels/:channel/typing', hear: type },
  { name: 'PUT /channels/:channel/permissions/:of', hear: overwrite },
  { name: 'GET /guilds/:guild/channels', hear: list },
]

type Changes = {
  name?: string
  topic?: string | null
  archived?: boolean
  locked?: boolean
  applied_tags?: string[]
}

/** Names and topics need MANAGE_CHANNELS and may change twice in ten minutes; a thread's owner may put it away. */
function change(asked: Asked): Answer {
  const { world, application, rates } = asked
  const channel = channelFound(asked)
  const body = asked.body as Changes
  if (channel.thread) changeThread(world, channel, application.bot, body)
  else {
    need(world, channel, application.bot, 'ManageChannels')
    const to = newComplaints()
    to.text(body.name ?? channel.name, ['name'], 1, 100)
    to.text(body.topic, ['topic'], 0, channel.type === forum ? 4096 : 1024)
    to.settle()
    if ('name' in body || 'topic' in body) rates.rename(channel.id)
    channel.name = body.name ?? channel.name
    if (body.topic !== undefined) channel.topic = body.topic
  }
  tellOf(world, channel, channel.thread ? 'THREAD_UPDATE' : 'CHANNEL_UPDATE')
  return { body: channelOf(world, channel) }
}

function changeThread(world: World, channel: Channel, bot: string, body: Changes) {
  const thread = channel.thread!
  const mine = thread.owner === bot && (body.archived !== undefined || body.name !== undefined)
  const manages = can(world, channel, bot, 'ManageThreads')
  // Anybody who may speak in it can take an unlocked thread out of the archive.
  const wakes = body.archived === false && !thread.locked && can(world, channel, bot, 'SendMessagesInThreads')
  if (!(manages || wakes || (mine && body.locked === undefined))) throw missingPermissions()
  thread.archived = body.archived ?? thread.archived
  thread.locked = body.locked ?? thread.locked
  thread.tags = body.applied_tags ?? thread.tags
  channel.name = body.name ?? channel.name
}

function remove(asked: Asked): Answer {
  const { world, application } = asked
  const channel = channelFound(asked)
  if (channel.guild)
    need(world, channel, application.bot, channel.thread ? 'ManageThreads' : 'ManageChannels')
  const body = channelOf(world, channel)
  if (channel.guild) dropChannel(world, channel)
  return { body }
}

/** A channel goes, and its threads with it. */
export function dropChannel(world: World, channel: Channel) {
  for (const thread of world.channels.values())
    if (thread.thread?.parent === channel.id) dropChannel(world, thread)
  const body = channelOf(world, channel)
  tellOf(world, channel, channel.thread ? 'THREAD_DELETE' : 'CHANNEL_DELETE', body)
  world.channels.delete(channel.id)
  world.messages.delete(channel.id)
}

/** What happens to a channel is told to every bot of its guild, what happens to a thread to those that see it. */
export const tellOf = (world: World, channel: Channel, t: string, body: object = channelOf(world, channel)) =>
  world.tell({
    t,
    d: () => body,
    intent: intents.guilds,
    guild: channel.guild!,
    ...(channel.thread && { channel }),
  })

function type(asked: Asked): Answer {
  need(asked.world, channelFound(asked), asked.application.bot, 'SendMessages')
  return nothing
}

function overwrite(asked: Asked): Answer {
  const { world, application, params } = asked
  const channel = channelFound(asked)
  need(world, channel, application.bot, 'ManageRoles')
  const { allow = '0', deny = '0', type = 0 } = asked.body as { allow?: string; deny?: string; type?: 0 | 1 }
  const given = { id: params.of!, type, allow: BigInt(allow), deny: BigInt(deny) }
  if ((given.allow | given.deny) & bit('Administrator')) throw missingPermissions()
  channel.overwrites = [...channel.overwrites.filter(({ id }) => id !== params.of), given]
  tellOf(world, channel, 'CHANNEL_UPDATE')
  return nothing
}

/** All of them, also those that the bot cannot look into. */
function list(asked: Asked): Answer {
  const guild = guildFound(asked)
  const channels = [...asked.world.channels.values()].filter((one) => one.guild === guild.id && !one.thread)
  return { body: channels.map((channel) => channelOf(asked.world, channel)) }
}
