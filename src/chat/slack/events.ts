import type { Logger } from 'pino'
import type { Instant } from '../../model/post.ts'
import { newTurns } from '../turns.ts'
import type { Channels } from './channels.ts'
import type { Slack } from './client.ts'
import { emojiNamed } from './emoji.ts'
import type { Hearing } from './hearing.ts'
import type { Introduction } from './introduction.ts'
import type { Meeting } from './meeting.ts'
import { newMessageReader } from './one-message.ts'
import type { Passing } from './overheard.ts'
import type { newOverhearing } from './overhearing.ts'
import type { People } from './people.ts'
import { readReaction, readTold } from './read.ts'
import { aboutOf, momentOf } from './said.ts'
import { whereSaid } from './where.ts'

type Told = {
  user?: string
  user_team?: string
  text?: string
  channel: string
  channel_type?: string
  ts: string
  thread_ts?: string
  subtype?: string
  bot_id?: string
}
type Reaction = {
  type: string
  user: string
  reaction: string
  item: { type: string; channel?: string; ts?: string }
  item_user?: string
  event_ts: string
}

export type Events = ReturnType<typeof newEvents>

/** What happens in the workspace without anybody asking for an answer at once. */
export function newEvents(parts: Parts) {
  const { slack, introduction, channels, people, meeting, hearing, overhear, clock, log } = parts

  /** What is said to Vigie in private, or with her name: what names her arrives twice, and is heard once. */
  async function told(event: Told) {
    if (!event.user || event.bot_id || event.subtype === 'bot_message') return
    await hearing.hear({
      key: hearing.keyOf('said', `${event.channel}:${event.ts}`),
      named: { user: event.user, channel: event.channel, words: event.text ?? '' },
      where: whereSaid({ user: event.user, channel: event.channel, thread: event.thread_ts }),
      read: () => readTold(event, meeting.here(), clock()),
    })
  }

  /** A message in a channel is nobody's question: there Vigie is asked by her name, in an event of its own. */
  const message = (event: Told & Passing, id: string) =>
    event.channel_type === 'im' ? told(event) : overhear(event, id)

  /** One after the other for each person and message: what is taken back was given before. */
  const reaction = (told: { event: Reaction; id: string }) => inTurn(whoseOf(told.event), () => react(told))

  async function react({ event, id }: { event: Reaction; id: string }) {
    const { user, item, item_user } = event
    if (isOvertaken(event)) return
    const here = meeting.here()
    const { bot } = here
    if (item.type !== 'message' || !item.channel || !item.ts || user === bot) return
    if ((item_user && item_user !== bot) || emojiNamed(event.reaction) === null) return
    const on = await readOne(item.channel, item.ts)
    if (!on || !aboutOf(on, here).about) return
    await hearing.hear({
      key: hearing.keyOf('event', id),
      named: { user, channel: item.channel },
      where: whereSaid({ user, channel: item.channel, thread: on.thread_ts, on: item.ts }),
      read: () => readReaction(event, on, meeting.here(), clock() - ageOf(event)),
    })
  }

  /** Slack may tell later what was done before: what is known to be taken back is not given again by that. */
  function isOvertaken(event: Reaction): boolean {
    const key = `${whoseOf(event)},${emojiNamed(event.reaction)}`
    const last = newest.get(key)
    if (last !== undefined && Number(event.event_ts) < last) return true
    if (newest.size > 10_000) newest.delete(newest.keys().next().value!)
    newest.set(key, Number(event.event_ts))
    return false
  }

  /** What is known of channels and people is known no longer. */
  async function changed(event: Changed, eventId: string) {
    const { type, channel, user, subteam } = event
    const id = typeof channel === 'object' ? channel?.id : channel
    if (type.endsWith('_rename') && typeof channel === 'object' && channel?.name)
      await channels.renamed(channel.id, channel.name)
    else if (type === 'user_change' || type === 'team_join')
      people.changed(typeof user === 'object' ? user.id : (user ?? ''))
    else if (type.startsWith('subteam') || subteam) people.regrouped()
    else if (id && (!type.startsWith('member_') || user === introduction.known()?.bot.user))
      channels.changed(id)
    else if (passing.has(type)) await overhear(event as Passing, eventId)
  }

  const readOne = newMessageReader({ slack, clock, log })
  const inTurn = newTurns()
  /** When each reaction was last given or taken back. */
  const newest = new Map<string, number>()
  return { told, message, reaction, changed }
}

/** Somebody comes into a channel, or leaves it. */
const passing = new Set(['member_joined_channel', 'member_left_channel'])

/** How long ago (ms) it was given: Slack may tell late, and what it was given to may be another by now. */
const ageOf = ({ event_ts }: Reaction) => Math.max(Date.now() - momentOf(event_ts), 0) || 0

const whoseOf = ({ item, user }: Reaction) => [item.channel, item.ts, user].join()

export type Changed = {
  type: string
  channel?: string | { id: string; name?: string }
  user?: string | { id: string }
  subteam?: unknown
}

type Parts = {
  slack: Slack
  introduction: Introduction
  channels: Channels
  people: People
  meeting: Meeting
  hearing: Hearing
  overhear: ReturnType<typeof newOverhearing>
  clock: () => Instant
  log: Logger
}
