import type { Body, Command, Component, Embed } from './bodies.ts'

// What is kept of a server and its people.

export type User = {
  id: string
  name: string
  display: string
  bot: boolean
  locale: string
  /** Lets nobody write to them in private. */
  closed: boolean
}

export type Role = { id: string; name: string; permissions: bigint; position: number; bot: string | null }

export type Member = { user: string; roles: string[]; joined: number }

/** For a role (`type` 0) or a member (1). */
export type Overwrite = { id: string; type: 0 | 1; allow: bigint; deny: bigint }

export type Guild = {
  id: string
  name: string
  owner: string
  locale: string
  away: boolean
  roles: Map<string, Role>
  members: Map<string, Member>
}

export type Channel = {
  id: string
  type: number
  /** Null in a private conversation. */
  guild: string | null
  name: string
  topic: string | null
  position: number
  flags: number
  overwrites: Overwrite[]
  tags: { id: string; name: string }[]
  /** Of a private conversation: the bot and the person. */
  recipients: string[]
  thread: ThreadState | null
}

export type ThreadState = {
  parent: string
  owner: string
  archived: boolean
  locked: boolean
  members: Set<string>
  tags: string[]
}

export type Attachment = { id: string; name: string; type: string; bytes: Uint8Array; description?: string }

export type Message = {
  id: string
  channel: string
  author: string
  type: number
  content: string
  embeds: Embed[]
  components: Component[]
  attachments: Attachment[]
  flags: number
  nonce: string | number | null
  /** Emoji and who gave it. */
  reactions: Map<string, Set<string>>
  edited: number | null
  pinned: boolean
  reply: string | null
  /** Whom it calls by name, and whom it would have called as it was first said or last edited. */
  mentions: string[]
  pinged: string[]
  application: string | null
  interaction: Interaction | null
  /** Only this person can see it. */
  only: string | null
  poll: Body['poll'] | null
}

export type Application = {
  id: string
  bot: string
  token: string
  name: string
  /** By guild, `global` for those of everywhere. */
  commands: Map<string, RegisteredCommand[]>
}

export type RegisteredCommand = Command & { id: string; version: string; type: number }

export type Interaction = {
  id: string
  token: string
  application: string
  user: string
  channel: string
  guild: string | null
  /** 2 a command, 3 a component, 4 a completion, 5 a form. */
  type: number
  command: string | null
  at: number
  state: 'open' | 'answered' | 'dead'
  /** The message it was done on, for components; the one that answers it, once there is one. */
  source: Message | null
  original: Message | null
  /** Tells who waits for it that something came. */
  heard: (what: FirstAnswer | { kind: 'later'; message: Message }) => void
}

export type FirstAnswer = {
  kind: 'message' | 'deferred' | 'update' | 'deferred-update' | 'choices' | 'modal'
  message: Message | null
  quiet: boolean
  choices: { name: string; value: string | number }[]
  modal: Modal | null
}

export type Modal = { title: string; custom_id: string; components: Component[] }

/** A form that is open before somebody. */
export type OpenModal = { modal: Modal; interaction: Interaction }
