import { shown } from './events.ts'
import { type Asked, yes } from './methods/asked.ts'
import type { Channel, Json, Message } from './nouns.ts'
import { pingsIn } from './reading.ts'
import { keptBlocks, keptMarkup } from './texts.ts'

/** The bot says what the call holds. */
export function say(
  asked: Asked,
  channel: Channel,
  more: { thread?: string; onlyFor?: string; files?: Json[] } = {},
): Message {
  const { host, team, params } = asked
  const message: Message = {
    type: 'message',
    channel: channel.id,
    ts: team.stamp(),
    user: team.bot.user,
    bot_id: team.bot.id,
    app_id: team.bot.app,
    text: '',
    reactions: [],
    ...(more.thread ? { thread_ts: String(more.thread) } : {}),
    ...(more.thread && yes(params.reply_broadcast) ? { reply_broadcast: true } : {}),
    ...(more.onlyFor ? { onlyFor: more.onlyFor } : {}),
    ...(more.files ? { files: more.files, subtype: 'file_share' } : {}),
  }
  change(asked, message)
  team.keep(message)
  for (const mention of new Set(pingsIn([message.text, message.blocks, message.attachments])))
    host.pings.push({ channel: channel.id, ts: message.ts, mention })
  if (!more.onlyFor) void asked.events.said(team, channel, message)
  return message
}

/** What is not given stays as it was. */
export function change({ host, params }: Pick<Asked, 'host' | 'params'>, message: Message): void {
  if (params.text !== undefined) message.text = keptMarkup(String(params.text)).slice(0, 40_000)
  if (params.blocks !== undefined) message.blocks = keptBlocks(host, params.blocks)
  if (params.attachments !== undefined)
    message.attachments = params.attachments.map((one: Json) =>
      one.blocks ? { ...one, blocks: keptBlocks(host, one.blocks) } : one,
    )
  if (params.metadata !== undefined) message.metadata = params.metadata
}

/** Gone for good; where others answered below it, a stone stands in its place. */
export function erase(
  { team, events }: Pick<Asked, 'team' | 'events'>,
  channel: Channel,
  message: Message,
): void {
  const all = team.said(channel.id)
  const previous_message = shown(message)
  const ts = team.stamp()
  const told = { previous_message, hidden: true, ts, event_ts: ts }
  if (all.some(({ thread_ts, ts }) => thread_ts === message.ts && ts !== message.ts)) {
    const stone = { subtype: 'tombstone', text: 'This message was deleted.', user: 'USLACKBOT' }
    Object.assign(message, stone, {
      blocks: undefined,
      attachments: undefined,
      metadata: undefined,
      files: undefined,
    })
    void events.message(team, channel, { subtype: 'message_changed', message: shown(message), ...told })
    return
  }
  all.splice(all.indexOf(message), 1)
  void events.message(team, channel, { subtype: 'message_deleted', deleted_ts: message.ts, ...told })
}
