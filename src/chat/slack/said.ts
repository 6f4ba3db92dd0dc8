import type { MessageShortcut } from '@slack/bolt'
import type { Block } from '@slack/types'
import type { Instant } from '../../model/post.ts'
import type { Heard, HeardMessage } from '../chat.ts'
import { accountOf, type Here, happenedHere } from './here.ts'
import { actionOfCallback, type Packed, unpack } from './packing.ts'
import { spoken, writtenIn } from './spoken.ts'

/** A message as Slack tells of it, in an event, a shortcut, or a channel's history. */
export type SlackSaid = {
  ts: string
  user?: string | undefined
  /** The workspace of who said it, where Slack tells. */
  user_team?: string | undefined
  username?: string | undefined
  bot_id?: string | undefined
  bot_profile?: { name?: string }
  text?: string | undefined
  blocks?: Block[]
  attachments?: { text?: string; fallback?: string }[]
  thread_ts?: string | undefined
  metadata?: { event_type?: string; event_payload?: Record<string, unknown> }
}

/** A right-click on a message; its shortcut names the action. */
export function readShortcut(payload: MessageShortcut, here: Here, at: Instant): Heard {
  const { user, channel, message } = payload
  const who = { user: user.id, name: user.name, team: user.team_id }
  const doing = { ...who, channel: channel.id, room: channel.name }
  const said = message as SlackSaid
  const { team } = aboutOf(said, here)
  return {
    ...happenedHere(doing, here, at),
    kind: 'message-action',
    action: actionOfCallback(payload.callback_id),
    message: heardMessage(said, channel.id, here),
    ...(team ? { team } : {}),
  }
}

/** A message as people read it, with where it stands for good. */
export function heardMessage(said: SlackSaid, channel: string, here: Here): HeardMessage {
  const { ts, user, user_team, bot_id, text = '' } = said
  const ours = isOurs(said, here)
  const by = ours ? null : accountOf(user ?? bot_id ?? '', here, user_team)
  const { about } = aboutOf(said, here)
  return {
    id: `slack:${here.workspace}/${channel}/${ts}`,
    by,
    author: authorOf(said, here),
    text:
      writtenIn(ours ? undefined : said.blocks, here.names) ??
      spoken(text || attachedWords(said), here.names),
    url: permalink(said, channel, here),
    at: momentOf(ts),
    ...(about ? { about } : {}),
  }
}

/**
 * What a message of ours is about, wherever it is met: in its metadata, else in the id of a block. Others can write the
 * same there: theirs is about nothing.
 */
export function aboutOf(said: SlackSaid, here: Here): Packed {
  if (!isOurs(said, here)) return {}
  const { metadata, blocks = [] } = said
  const payload = metadata?.event_type === 'vigie_message' ? (metadata.event_payload ?? {}) : {}
  const ids = blocks.flatMap(({ block_id }) => (block_id?.startsWith('{') ? [unpack(block_id)] : []))
  const one = (name: 'delivery' | 'about' | 'team') => {
    const known = payload[name]
    return typeof known === 'string' ? known : ids.find((id) => id[name])?.[name]
  }
  return { delivery: one('delivery'), about: one('about'), team: one('team') }
}

/** When a message was said, in ms. */
export const momentOf = (ts: string): Instant => Math.floor(Number(ts) * 1000)

/** Whether Vigie said it. What she answers at an address has no user, and her bot alone. */
const isOurs = ({ user, bot_id }: SlackSaid, here: Here) =>
  user ? user === here.bot : bot_id !== undefined && bot_id !== '' && bot_id === here.botId

const authorOf = ({ user, username, bot_profile, bot_id }: SlackSaid, { names }: Here) =>
  (user && names.user(user)) || username || bot_profile?.name || user || bot_id || '?'

/** Bots say much in attachments. */
const attachedWords = ({ attachments = [] }: SlackSaid) =>
  attachments
    .map(({ text, fallback }) => text || fallback || '')
    .filter((words) => words !== '')
    .join('\n')

/** Where it opens: in its thread, where it stands in one. */
function permalink({ ts, thread_ts }: SlackSaid, channel: string, { url }: Here): string | null {
  if (!/^https?:\/\//.test(url)) return null
  const address = `${url.replace(/\/?$/, '/')}archives/${channel}/p${ts.replace('.', '')}`
  return thread_ts && thread_ts !== ts ? `${address}?thread_ts=${thread_ts}&cid=${channel}` : address
}
