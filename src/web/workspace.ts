import type { Attached, Form } from '../chat/message.ts'
import type { Rendered } from '../chat/rendered.ts'
import type { Role } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Locale } from '../model/team.ts'

/** What the page needs of the local chat. `user` is one of the cast; a mistake is an Oops, which the page shows. */
export type Workspace = {
  /** People one may be (of a sample or rehearsal team), or the operator alone. */
  cast(): CastMember[]
  /** The channels this person sees. */
  channels(user: string): WorkspaceChannel[]
  /**
   * What was said in a channel and in its threads, oldest first: the last `most` before the message `before`.
   * Only what this person may see (quiet messages are theirs).
   */
  history(user: string, channel: string, more?: { before?: string; most?: number }): Promise<Shown[]>
  /** Everything new or changed, as it happens; returns the way to stop listening. */
  watch(user: string, heard: (event: WorkspaceEvent) => void): () => void
  /** Somebody types: a line of chat or a slash command (it begins with /). A form may be needed first. */
  type(user: string, channel: string, text: string, thread?: string): Promise<Answered>
  press(user: string, channel: string, message: string, button: Pressed): Promise<Answered>
  /** A file of a message that this person sees. */
  file(user: string, channel: string, message: string, nth: number): Promise<Attached>
  submit(user: string, token: Token, values: Record<string, string>): Promise<void>
  react(user: string, channel: string, message: string, emoji: string, on: boolean): Promise<void>
  /** A right-click: one of `messageActions` on a message that this person sees. A form may be needed first. */
  actOn(user: string, channel: string, message: string, action: string): Promise<Answered>
  messageActions(user: string, channel: string): MessageAction[]
  /** The commands this person may use in this channel. */
  offers(user: string, channel: string): Offer[]
}

/** `id` is the command's name in every language, `also` what else it answers to. */
export type Offer = { id: string; name: string; also: string[]; about: string; usage: string }
export type CastMember = { user: string; name: string; role: Role; locale: Locale; team: string }
export type WorkspaceChannel = { name: string; topic: string; team: string }
export type WorkspaceEvent = { kind: 'said' | 'changed' | 'removed'; message: Shown }
export type Pressed = { action: string; value?: string; about?: string }
export type Answered = { form?: Form; token?: Token }
/** `on` says on whose messages it is offered. */
export type MessageAction = { action: string; label: string; on: 'people' | 'vigie' | 'all' }

/** What to do with a form's answers: opaque to the page, handed back as it came (checked by the workspace). */
export type Token = string

/** A message as one person sees it. */
export type Shown = {
  id: string
  channel: string
  /** The message whose thread it is in. */
  thread: string | null
  /** `user` is null for Vigie. */
  by: { name: string; user: string | null }
  at: Instant
  editedAt: Instant | null
  /** Only this person sees it. */
  quiet: boolean
  /** What a person typed, plain. */
  text: string | null
  /** What Vigie said. */
  message: Rendered | null
  reactions: { emoji: string; users: string[] }[]
  /** How many answers its thread has. */
  replies: number
}
