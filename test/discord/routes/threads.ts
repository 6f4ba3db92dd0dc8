import type { Body } from '../bodies.ts'
import { channelOf } from '../channel-wire.ts'
import { can, forum, need, needsTag, sees } from '../permissions.ts'
import { missingPermissions, newComplaints, Refusal, wrong } from '../refusal.ts'
import { type Answer, type Asked, nothing, type Route } from '../route.ts'
import { post } from '../speak.ts'
import { newThread, tellCreated } from '../threads.ts'
import { timeOf } from '../wire.ts'
import type { Channel, World } from '../world.ts'
import { channelFound, guildFound, messageFound } from './found.ts'
import { mayPost, seen } from './messages.ts'

export const threadRoutes: Route[] = [
  { name: 'POST /channels/:channel/messages/:message/threads', hear: openOnMessage },
  { name: 'POST /channels/:channel/threads', hear: open },
  { name: 'GET /channels/:channel/threads/archived/public', hear: (asked) => archived(asked) },
  { name: 'GET /guilds/:guild/threads/active', hear: active },
  { name: 'PUT /channels/:channel/thread-members/@me', hear: join },
  { name: 'DELETE /channels/:channel/thread-members/@me', hear: leave },
  { name: 'GET /channels/:channel/thread-members', hear: members },
]

type Named = { name?: string; type?: number; message?: Body; applied_tags?: string[] }

function openOnMessage(asked: Asked): Answer {
  const { world, application } = asked
  const channel = channelFound(asked)
  const message = messageFound(asked, channel)
  need(world, channel, application.bot, 'CreatePublicThreads', 'ReadMessageHistory')
  if (world.channels.has(message.id))
    throw new Refusal(400, 160004, 'A thread has already been created for this message')
  const name = checkedName(asked.body as Named)
  const thread = newThread(world, { parent: channel, owner: application.bot, name, message })
  return { status: 201, body: channelOf(world, thread) }
}

/** A thread without a message, or a post in a forum. */
function open(asked: Asked): Answer {
  const { world, application, files } = asked
  const parent = channelFound(asked)
  const body = asked.body as Named
  const name = checkedName(body)
  if (parent.type !== forum) {
    const isPrivate = body.type === 12
    need(world, parent, application.bot, isPrivate ? 'CreatePrivateThreads' : 'CreatePublicThreads')
    const thread = newThread(world, { parent, owner: application.bot, name, type: isPrivate ? 12 : 11 })
    return { status: 201, body: channelOf(world, thread) }
  }
  const first = body.message ?? {}
  mayPost(asked, parent, first)
  const tags = body.applied_tags ?? []
  if (parent.flags & needsTag && tags.length === 0)
    throw new Refusal(400, 40067, 'A tag is required to create a forum post in this channel')
  if (tags.length > 5 || tags.some((id) => !parent.tags.some((tag) => tag.id === id)))
    throw wrong(['applied_tags'], 'FORUM_TAG_INVALID', 'Unknown tag, or more than five')
  const thread = newThread(world, { parent, owner: application.bot, name, tags, silent: true })
  try {
    // The post is told only once its first message was found good; both have the same id.
    const message = post(world, {
      channel: thread,
      author: application.bot,
      body: first,
      files,
      id: thread.id,
      at: ['message'],
    })
    tellCreated(world, thread)
    return { status: 201, body: { ...channelOf(world, thread), message: seen(asked, message) } }
  } catch (refusal) {
    world.channels.delete(thread.id)
    throw refusal
  }
}

function checkedName({ name }: Named): string {
  const to = newComplaints()
  to.text(name, ['name'], 1, 100)
  to.settle()
  return name!
}

const threadsOf = (world: World, wanted: (thread: Channel) => boolean) =>
  [...world.channels.values()].filter((channel) => channel.thread && wanted(channel))

function archived(asked: Asked): Answer {
  const channel = channelFound(asked)
  if (!can(asked.world, channel, asked.application.bot, 'ReadMessageHistory')) throw missingPermissions()
  const threads = threadsOf(asked.world, ({ thread }) => thread!.parent === channel.id && thread!.archived)
  return {
    body: { threads: threads.map((one) => channelOf(asked.world, one)), members: [], has_more: false },
  }
}

function active(asked: Asked): Answer {
  const { world, application } = asked
  const guild = guildFound(asked)
  const threads = threadsOf(
    world,
    (one) => one.guild === guild.id && !one.thread!.archived && sees(world, one, application.bot),
  )
  return { body: { threads: threads.map((one) => channelOf(world, one)), members: [] } }
}

function join(asked: Asked): Answer {
  channelFound(asked).thread?.members.add(asked.application.bot)
  return nothing
}

function leave(asked: Asked): Answer {
  channelFound(asked).thread?.members.delete(asked.application.bot)
  return nothing
}

function members(asked: Asked): Answer {
  const { id, thread } = channelFound(asked)
  const joined = timeOf(asked.world.now())
  return {
    body: [...(thread?.members ?? [])].map((user_id) => ({ id, user_id, join_timestamp: joined, flags: 0 })),
  }
}
