import { shown } from '../events.ts'
import type { Channel, Json, Message } from '../nouns.ts'
import { Refusal } from '../refusal.ts'
import { type Asked, channelOf, given, type Method, pageOf, scopeOf, yes } from './asked.ts'

/** Channels, private conversations, and what stands in them. */
export const conversations: Record<string, Method> = {
  'conversations.list': { needs: scopesOfKinds, run: (asked) => list(asked, false) },
  'users.conversations': { needs: scopesOfKinds, run: (asked) => list(asked, true) },
  'conversations.info': {
    needs: (asked) => scopeOf(asked, 'read'),
    run: (asked) => ({ channel: described(asked, channelOf(asked)) }),
  },
  'conversations.members': {
    needs: (asked) => scopeOf(asked, 'read'),
    run(asked) {
      const { page, next } = pageOf(asked, [...channelOf(asked).members], 100)
      return { members: page, response_metadata: { next_cursor: next } }
    },
  },
  'conversations.join': {
    needs: 'channels:join',
    run(asked) {
      const { team } = asked
      const channel = channelOf(asked)
      if (channel.kind !== 'public') throw new Refusal('method_not_supported_for_channel_type')
      if (channel.archived) throw new Refusal('is_archived')
      if (channel.members.has(team.bot.user))
        return { channel: described(asked, channel), warning: 'already_in_channel' }
      channel.members.add(team.bot.user)
      const { user } = team.bot
      const text = `<@${user}> has joined the channel`
      const base = { type: 'message' as const, channel: channel.id, user, reactions: [] }
      team.keep({ ...base, subtype: 'channel_join', ts: team.stamp(), text })
      const type = 'member_joined_channel'
      const joined = { type, user, channel: channel.id, channel_type: 'C', team: team.id }
      void asked.events.send(team, type, { ...joined, event_ts: team.stamp() })
      return { channel: described(asked, channel) }
    },
  },
  'conversations.setTopic': {
    needs: (asked) => scopeOf(asked, 'write.topic'),
    run(asked) {
      const { team } = asked
      const channel = channelOf(asked)
      const topic = given(asked, 'topic')
      if (channel.archived) throw new Refusal('is_archived')
      if (!channel.members.has(team.bot.user)) throw new Refusal('not_in_channel')
      if (channel.keptTopic) throw new Refusal('user_is_restricted')
      if (topic.length > 250) throw new Refusal('too_long')
      channel.topic = topic
      const { user } = team.bot
      const text = `<@${user}> set the channel topic: ${topic}`
      const base = { type: 'message' as const, channel: channel.id, user, reactions: [] }
      const said = team.keep({ ...base, subtype: 'channel_topic', ts: team.stamp(), text })
      void asked.events.said(team, channel, said)
      return { channel: described(asked, channel) }
    },
  },
  'conversations.open': {
    needs: 'im:write',
    run(asked) {
      const { team, params } = asked
      if (params.channel) return { channel: { id: channelOf(asked).id } }
      const users = given(asked, 'users').split(',')
      if (users.length > 1) throw new Refusal('method_not_supported_for_channel_type')
      const user = team.users.get(users[0]!)
      if (!user) throw new Refusal('user_not_found')
      if (user.bot) throw new Refusal('cannot_dm_bot')
      const known = [...team.channels.values()].some(
        ({ kind, members }) => kind === 'im' && members.has(user.id),
      )
      const { id } = team.im(user.id)
      return { channel: { id }, ...(known ? { no_op: true, already_open: true } : {}) }
    },
  },
  'conversations.history': {
    needs: (asked) => scopeOf(asked, 'history'),
    run(asked) {
      const channel = readable(asked)
      const above = (one: Message) => !one.thread_ts || one.thread_ts === one.ts || one.reply_broadcast
      return messagesOf(asked, channel, asked.team.said(channel.id).filter(above).reverse())
    },
  },
  'conversations.replies': {
    needs: (asked) => scopeOf(asked, 'history'),
    run(asked) {
      const channel = readable(asked)
      const ts = given(asked, 'ts')
      const all = asked.team.said(channel.id).filter((one) => one.ts === ts || one.thread_ts === ts)
      if (!all.some((one) => !one.onlyFor)) throw new Refusal('thread_not_found')
      return messagesOf(asked, channel, all)
    },
  },
}

function readable(asked: Asked): Channel {
  const channel = channelOf(asked)
  if (!channel.members.has(asked.team.bot.user)) throw new Refusal('not_in_channel')
  return channel
}

function messagesOf(asked: Asked, channel: Channel, all: Message[]) {
  const { oldest, latest, inclusive, include_all_metadata: metadata } = asked.params
  const [from, to] = [Number(oldest ?? 0), Number(latest ?? Number.POSITIVE_INFINITY)]
  const edge = yes(inclusive)
  const within = all.filter(({ ts, onlyFor }) => {
    const at = Number(ts)
    return !onlyFor && (edge ? at >= from && at <= to : at > from && at < to)
  })
  const { page, next } = pageOf(asked, within, 100)
  const messages = page.map((one) => withReplies(asked, channel, shown(one, yes(metadata))))
  return { messages, has_more: next !== '', pin_count: 0, response_metadata: { next_cursor: next } }
}

/** The first of a thread says how many stand below it. */
function withReplies({ team }: Asked, channel: Channel, message: Record<string, Json>) {
  const below = team.said(channel.id).filter((one) => one.thread_ts === message.ts && one.ts !== message.ts)
  if (below.length === 0) return message
  const counted = { reply_count: below.length, latest_reply: below.at(-1)!.ts }
  return { ...message, thread_ts: message.ts, ...counted }
}

const kindsOf = ({ params }: Asked): string[] => String(params.types ?? 'public_channel').split(',')

function scopesOfKinds(asked: Asked): string[] {
  const scopes: Record<string, string> = {
    public_channel: 'channels:read',
    private_channel: 'groups:read',
    im: 'im:read',
    mpim: 'mpim:read',
  }
  return kindsOf(asked).map((kind) => scopes[kind] ?? 'channels:read')
}

function list(asked: Asked, own: boolean) {
  const { team, params } = asked
  const names = { public: 'public_channel', private: 'private_channel', im: 'im' }
  const seen = [...team.channels.values()].filter(
    ({ kind, archived, members }) =>
      kindsOf(asked).includes(names[kind]) &&
      !(archived && yes(params.exclude_archived)) &&
      ((kind === 'public' && !own) || members.has(team.bot.user)),
  )
  const { page, next } = pageOf(asked, seen, 100)
  return { channels: page.map((one) => described(asked, one)), response_metadata: { next_cursor: next } }
}

function described({ team }: Asked, { id, name, kind, archived, topic, purpose, members }: Channel) {
  const user = [...members].find((one) => one !== team.bot.user)
  if (kind === 'im') return { id, is_im: true, is_archived: archived, user, is_user_deleted: false }
  return {
    id,
    name,
    name_normalized: name,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: kind === 'private',
    is_archived: archived,
    is_general: false,
    is_member: members.has(team.bot.user),
    num_members: members.size,
    topic: { value: topic, creator: '', last_set: 0 },
    purpose: { value: purpose, creator: '', last_set: 0 },
  }
}
