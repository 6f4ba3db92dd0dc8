import type { Account } from '../../model/person.ts'
import type { Overheard } from '../chat.ts'
import { accountOf, type Here } from './here.ts'
import { heardMessage, momentOf, type SlackSaid } from './said.ts'

/** What an event tells of a message in a channel, or of somebody who comes into one or leaves it. */
export type Passing = Omit<SlackSaid, 'blocks'> & {
  type: string
  subtype?: string | undefined
  channel: string
  event_ts?: string
  blocks?: SlackSaid['blocks']
  edited?: { ts?: string }
  message?: Said
  previous_message?: Said
  deleted_ts?: string
}
type Said = SlackSaid & { subtype?: string; edited?: { ts?: string } }

/**
 * What members say in a channel that Vigie listens to, under the name that the settings give it; null for what bots say,
 * for what is said to her, and for what Slack itself does: joins, topics, previews of links.
 */
export function readOverheard(event: Passing, channel: string, here: Here): Overheard | null {
  const { chat, workspace } = here
  const by = (user: string, team?: string) => ({
    account: accountOf(user, here, team),
    name: here.names.user(user) ?? user,
  })
  const at = momentOf(event.event_ts ?? event.ts)
  const { what, said } = changeIn(event)
  if (what === 'left')
    return event.user && event.user !== here.bot
      ? { chat, channel: '', ...by(event.user), at, kind: 'left' }
      : null
  if (what === 'joined')
    return event.user && event.user !== here.bot
      ? { chat, channel: '', ...by(event.user), at, kind: 'joined' }
      : null
  if (what === 'removed') {
    if (said && !isWords(said, here)) return null
    const id = `slack:${workspace}/${event.channel}/${event.deleted_ts ?? said?.ts}`
    const who = said?.user ? by(said.user, said.user_team) : { account: accountOf('', here), name: '' }
    return { chat, channel, ...who, at, kind: 'removed', message: { id } }
  }
  if (!what || !said?.user || !isWords(said, here)) return null
  const { thread_ts, ts, user, user_team, edited } = said
  const answers =
    thread_ts && thread_ts !== ts ? `slack:${workspace}/${event.channel}/${thread_ts}` : undefined
  const to = peopleIn(said.text, here)
  return {
    chat,
    channel,
    ...by(user, user_team),
    at: momentOf(what === 'edited' && edited?.ts ? edited.ts : ts),
    kind: what,
    message: heardMessage(said, event.channel, here),
    ...(answers ? { answers } : {}),
    ...(to.length > 0 ? { to } : {}),
  }
}

type Change = { what: Overheard['kind'] | null; said?: Said | undefined }

/** What was done, and with which message. */
function changeIn(event: Passing): Change {
  const { type, subtype, message, previous_message: before } = event
  if (type === 'member_joined_channel') return { what: 'joined' }
  if (type === 'member_left_channel') return { what: 'left' }
  if (subtype === undefined || plainly.has(subtype)) return { what: 'said', said: event }
  if (subtype === 'message_deleted') return { what: 'removed', said: before }
  if (subtype !== 'message_changed' || !message) return { what: null }
  // What others answered to stays as a stone with its words gone.
  if (message.subtype === 'tombstone') return { what: 'removed', said: { ...before, ts: message.ts } }
  // Slack changes a message, too, where it shows a link's preview.
  const edited = message.edited?.ts !== undefined && message.edited.ts !== before?.edited?.ts
  return edited ? { what: 'edited', said: message } : { what: null }
}

/** Kinds of messages that people write. */
const plainly = new Set(['file_share', 'thread_broadcast', 'me_message'])

const isWords = ({ user, bot_id, text = '', subtype }: Said, here: Here) =>
  !bot_id &&
  user !== here.bot &&
  user !== 'USLACKBOT' &&
  (subtype === undefined || plainly.has(subtype)) &&
  !text.includes(`<@${here.bot}`)

/** Those whom a text names. */
const peopleIn = (text: string | undefined, here: Here): Account[] =>
  [...new Set([...(text ?? '').matchAll(/<@([UW][A-Z0-9]+)/g)].map(([, user]) => user!))].map((user) =>
    accountOf(user, here),
  )
