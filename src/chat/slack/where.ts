import type { BlockAction, MessageShortcut, SlashCommand } from '@slack/bolt'
import type { Where } from './answering.ts'
import type { Spot } from './posting.ts'

/** Where a command was typed. */
export const whereTyped = ({
  user_id: user,
  channel_id,
  channel_name,
  response_url: url,
}: SlashCommand): Where => ({
  user,
  spot: spotOf(channel_id, channel_name),
  ...(url ? { url } : {}),
})

/** Where something was pressed or chosen, and on which message. */
export function wherePressed({ user, channel, container, message, response_url: url }: BlockAction): Where {
  const ts: string | undefined = container?.message_ts ?? message?.ts
  const thread: string | undefined = container?.thread_ts ?? message?.thread_ts
  const id: string | undefined = channel?.id ?? container?.channel_id
  return {
    user: user.id,
    spot: id ? spotOf(id, channel?.name) : null,
    // The first message of a thread stands in the channel, and so does what is answered there.
    ...(thread && thread !== ts ? { thread } : {}),
    ...(ts ? { on: { ts, quiet: container?.is_ephemeral === true } } : {}),
    ...(url ? { url } : {}),
  }
}

/** Where somebody right-clicked a message. */
export function whereClicked({ user, channel, message, response_url: url }: MessageShortcut): Where {
  const { thread_ts: thread } = message
  return {
    user: user.id,
    spot: spotOf(channel.id, channel.name),
    ...(thread && thread !== message.ts ? { thread } : {}),
    ...(url ? { url } : {}),
  }
}

/** Where something was said, or reacted to: `on` is what was reacted to. */
export const whereSaid = (said: { user: string; channel: string; thread?: string; on?: string }): Where => ({
  user: said.user,
  spot: spotOf(said.channel),
  ...(said.thread && said.thread !== said.on ? { thread: said.thread } : {}),
  ...(said.on ? { on: { ts: said.on, quiet: false } } : {}),
})

/** One that cannot be joined is taken for private: people's own conversations, and what Slack calls so. */
const spotOf = (id: string, called?: string): Spot => ({
  id,
  private: id.startsWith('D') || called === 'privategroup' || called === 'directmessage',
})
