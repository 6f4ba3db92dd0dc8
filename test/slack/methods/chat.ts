import { checkMessage } from '../checks/messages.ts'
import { shown } from '../events.ts'
import type { Channel, Message } from '../nouns.ts'
import { Refusal } from '../refusal.ts'
import { change, erase, say } from '../saying.ts'
import { type Asked, channelOf, given, type Method } from './asked.ts'

/** What an edit's text may have; a new message is cut at 40,000 instead. */
const mostOfEdit = 4_000

/** What the bot says, changes and takes back. */
export const chat: Record<string, Method> = {
  'chat.postMessage': {
    needs: 'chat:write',
    run(asked) {
      const channel = whereToSpeak(asked)
      checkMessage(asked.team, asked.params)
      rest(asked, channel)
      const message = say(asked, channel, { thread: asked.params.thread_ts })
      return {
        channel: channel.id,
        ts: message.ts,
        message: { ...shown(message, true), team: asked.team.id },
      }
    },
  },
  'chat.postEphemeral': {
    needs: 'chat:write',
    run(asked) {
      const { team, params } = asked
      const channel = channelOf(asked)
      const user = given(asked, 'user')
      if (!team.users.has(user)) throw new Refusal('user_not_found')
      if (channel.archived) throw new Refusal('is_archived')
      if (!channel.members.has(team.bot.user)) throw new Refusal('not_in_channel')
      if (!channel.members.has(user)) throw new Refusal('user_not_in_channel')
      checkMessage(team, params)
      return { message_ts: say(asked, channel, { thread: params.thread_ts, onlyFor: user }).ts }
    },
  },
  'chat.update': {
    needs: 'chat:write',
    run(asked) {
      const { team, params } = asked
      const channel = channelOf(asked)
      const message = own(asked, channel, 'cant_update_message')
      checkMessage(team, { ...message, text: message.text.slice(0, 1), ...params }, mostOfEdit)
      const previous = shown(message)
      change(asked, message)
      const { user } = team.bot
      message.edited = { user, ts: team.stamp() }
      void asked.events.message(team, channel, {
        subtype: 'message_changed',
        message: shown(message),
        previous_message: previous,
        hidden: true,
        ts: message.edited.ts,
        event_ts: message.edited.ts,
      })
      return { channel: channel.id, ts: message.ts, text: message.text, message: shown(message, true) }
    },
  },
  'chat.delete': {
    needs: 'chat:write',
    run(asked) {
      const channel = channelOf(asked)
      const message = own(asked, channel, 'cant_delete_message')
      erase(asked, channel, message)
      return { channel: channel.id, ts: message.ts }
    },
  },
  'chat.getPermalink': {
    run(asked) {
      const channel = channelOf(asked)
      const message = asked.team.find(channel.id, given(asked, 'message_ts'))
      if (!message) throw new Refusal('message_not_found')
      const thread = message.thread_ts ? `?thread_ts=${message.thread_ts}&cid=${channel.id}` : ''
      const permalink = `${asked.team.url}archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`
      return { channel: channel.id, permalink }
    },
  },
}

/** By id or name; a user's id is the conversation with them. */
function whereToSpeak(asked: Asked): Channel {
  const { team, params } = asked
  const named = String(params.channel ?? '')
  const channel = team.users.has(named) ? team.im(named) : team.channel(named)
  if (!channel) throw new Refusal('channel_not_found')
  const member = channel.members.has(team.bot.user)
  if (!member && channel.kind !== 'public') throw new Refusal('channel_not_found')
  if (channel.archived) throw new Refusal('is_archived')
  if (!member && !team.scopes.has('chat:write.public')) throw new Refusal('not_in_channel')
  return channel
}

/** Too soon after the last one, where the rules say so. */
function rest({ host, team }: Asked, channel: Channel) {
  const { postEvery } = host.rules
  if (postEvery === null) return
  const last = team.said(channel.id).findLast(({ user, onlyFor }) => user === team.bot.user && !onlyFor)
  if (last && host.now() - Number(last.ts) * 1000 < postEvery)
    throw new Refusal('ratelimited', { retryAfter: Math.ceil(postEvery / 1000) })
}

function own(asked: Asked, channel: Channel, error: string): Message {
  const message = asked.team.find(channel.id, given(asked, 'ts'))
  if (!message || message.subtype === 'tombstone') throw new Refusal('message_not_found')
  if (message.user !== asked.team.bot.user) throw new Refusal(error)
  return message
}
