import { type APIMessage, GatewayDispatchEvents as Dispatches, MessageType } from 'discord.js'
import type { Instant } from '../../model/post.ts'
import type { Overheard } from '../chat.ts'
import { accountIn, type Here, nameOf } from './happened.ts'
import { readMessage } from './heard-message.ts'
import { madeAt } from './snowflake.ts'

/** What is told of messages and members: a message that was said or edited, one or several that were removed, who comes and goes. */
export type Told = Partial<APIMessage> & {
  guild_id?: string
  channel_id?: string
  id?: string
  ids?: string[]
  user?: APIMessage['author']
  nick?: string | null
  joined_at?: string | null
}

/**
 * What members say where Vigie listens, as it is heard; empty for what bots and Discord itself say. `opener` is where the
 * first message of a thread stands, whose id is the thread's; null outside of threads.
 */
export function readOverheard(
  type: string,
  event: Told,
  here: Here,
  opener: string | null,
  now: Instant = Date.now(),
): Overheard[] {
  const { chat, server, channel } = here
  const idOf = (id: string, room = event.channel_id) => `discord:${server}/${room}/${id}`
  if (type === Dispatches.GuildMemberAdd && event.user && !event.user.bot) {
    const [account, name] = [accountIn(server, event.user.id), nameOf(event.user, event.nick)]
    return [{ chat, channel: '', account, name, at: Date.parse(event.joined_at ?? ''), kind: 'joined' }]
  }
  if (type === Dispatches.GuildMemberRemove && event.user && !event.user.bot)
    // Discord does not say when.
    return [{ chat, channel: '', account: accountIn(server, event.user.id), name: '', at: now, kind: 'left' }]
  if (type === Dispatches.MessageDelete || type === Dispatches.MessageDeleteBulk)
    return [event.id ?? [], event.ids ?? []].flat().map((id) => ({
      chat,
      channel,
      // Discord does not say whose it was, nor when it was taken away.
      account: accountIn(server, ''),
      name: '',
      at: madeAt(id),
      kind: 'removed',
      message: { id: idOf(id) },
    }))
  if (!isWords(event)) return []
  const edited = type === Dispatches.MessageUpdate
  // An update without this is Discord's own: a preview that was found, a thread that was opened.
  if (edited && !event.edited_timestamp) return []
  const answered = event.message_reference?.message_id
  const above = opener === null || event.channel_id === event.id ? undefined : idOf(event.channel_id, opener)
  const answers = answered ? idOf(answered) : above
  const to = (event.mentions ?? []).filter(({ bot }) => !bot).map(({ id }) => accountIn(server, id))
  const message = readMessage(event, here)
  return [
    {
      chat,
      channel,
      account: accountIn(server, event.author.id),
      name: message.author,
      at: edited ? Date.parse(event.edited_timestamp!) : message.at,
      kind: edited ? 'edited' : 'said',
      message,
      ...(answers ? { answers } : {}),
      ...(to.length > 0 ? { to } : {}),
    },
  ]
}

const isWords = (event: Told): event is APIMessage =>
  event.author !== undefined &&
  !event.author.bot &&
  !event.webhook_id &&
  event.content !== undefined &&
  (event.type === undefined || event.type === MessageType.Default || event.type === MessageType.Reply)
