/** JSON that nobody has looked at yet: blocks, views, payloads. */
// biome-ignore lint/suspicious/noExplicitAny: the app and the tests may send anything
export type Json = any

/** What somebody said, as Slack keeps it. */
export type Message = {
  type: 'message'
  subtype?: string
  channel: string
  ts: string
  /** Empty where a webhook said it. */
  user: string
  bot_id?: string
  app_id?: string
  text: string
  blocks?: Json[]
  attachments?: Json[]
  metadata?: { event_type: string; event_payload: Record<string, Json> }
  thread_ts?: string
  edited?: { user: string; ts: string }
  reactions: { name: string; users: string[] }[]
  files?: Json[]
  /** Only this user sees it. */
  onlyFor?: string
  client_msg_id?: string
  reply_broadcast?: boolean
}

/** A window, or somebody's home tab. */
export type View = {
  id: string
  type: 'modal' | 'home'
  callback_id: string
  private_metadata: string
  title?: { type: string; text: string }
  submit?: { type: string; text: string } | null
  close?: { type: string; text: string } | null
  blocks: Json[]
  hash: string
  clear_on_close: boolean
  notify_on_close: boolean
  external_id: string
  previous_view_id: string | null
  root_view_id: string
  /** What stands in its inputs: by block, then by action. */
  state: { values: Record<string, Record<string, Json>> }
  /** What the app answered to what was sent off: by block id. */
  errors?: Record<string, string>
}

export type User = {
  id: string
  name: string
  real: string
  admin: boolean
  guest: boolean
  bot: boolean
  locale: string
  /** The workspace that is theirs, where it is that of a partner. */
  home?: string
}

export type Channel = {
  id: string
  /** Empty for private conversations. */
  name: string
  kind: 'public' | 'private' | 'im'
  archived: boolean
  topic: string
  purpose: string
  /** Only some may change its topic. */
  keptTopic?: boolean
  members: Set<string>
}

export type Group = { id: string; handle: string; name: string; users: string[] }

export type File = {
  id: string
  name: string
  title: string
  alt: string
  length: number
  bytes: Buffer
  done: boolean
  channels: string[]
}

/** It opens one window, within three seconds. */
export type Trigger = { user: string; at: number; used: boolean; within: string | null }

/** An address to answer at: five times, within half an hour. */
export type Reply = { channel: string; user: string; ts: string | null; at: number; uses: number }
