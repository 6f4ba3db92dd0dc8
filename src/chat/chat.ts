import type { Standing } from '../model/giveaway.ts'
import type { Account, ChatName, Role } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Key } from '../texts/texts.ts'
import type { Choice, Form, Message } from './message.ts'

/** What a chat can do. Where a platform cannot, its adapter does the nearest kind thing. */
export type Chat = {
  name: ChatName
  start(bot: Bot): Promise<void>
  stop(): Promise<void>
  /**
   * Says a message in a channel, by name. `delivery` (a UUIDv7) travels along so that `find` knows it again.
   * Throws Unavailable (`refused` when the chat said no for good).
   */
  say(channel: string, message: Message, more?: { delivery?: string; thread?: string }): Promise<Told>
  change(told: Told, message: Message): Promise<void>
  remove(told: Told): Promise<void>
  /** Says something that only this account sees, in the channel where a chat can, else in a private message. */
  whisper(to: Account, channel: string, message: Message): Promise<void>
  /**
   * Where a delivery was told, null when it was not, 'unknown' when the channel's history cannot be read. What went
   * into a thread is looked for there.
   */
  find(channel: string, delivery: string, thread?: string): Promise<Told | null | 'unknown'>
  /** For how long (ms) a message may be edited as often as we like; for ever where it is missing. */
  editsFor?: number
  /** How long (ms) a channel rests between two messages; a second where it is missing. */
  pause?: number
  /** Where a message can be read, if the chat has addresses. */
  linkTo?(told: Told): string | null
  channels(): Promise<Channel[]>
  people(): Promise<ChatPerson[]>
  /**
   * Says something to this account in a private message; missing where nobody can be written to. Throws Unavailable,
   * `refused` where they take none.
   */
  write?(to: Account, message: Message): Promise<void>
  /** What the chat says of somebody now; null where they are there no more. Throws Unavailable. */
  standing?(account: Account): Promise<Standing | null>
  /** What a chat tells of everybody it hears: whether conditions can be made of that. */
  tells?: { accountSince: boolean; memberSince: boolean }
  /** Its groups of people (Slack's user groups, Discord's roles), by the keys that `Happened.groups` holds. */
  groups?(): Promise<{ group: string; name: string }[]>
  /**
   * Makes ready to speak in a channel: joins it where Vigie may. Gives what stands in the way, with its cure; null
   * when nothing does.
   */
  enter(channel: string): Promise<Lack | null>
  /** How many members there are, and what the chat does not let Vigie count. Throws Unavailable. */
  census?(): Promise<Census>
  /** What Vigie lacks in the whole workspace or server: rights, intents, an answer. */
  lacks(): Promise<Lack[]>
  /**
   * Tells the members of a channel, in its topic, that Vigie listens there. Null when the topic says so, as these
   * words or by a person; else what stands in the way.
   */
  announce?(channel: string, words: string): Promise<Lack | null>
  /** Where it is called from outside, on the public port. */
  doors?: Door[]
  /** What one process at a time does of it, where several share a store. */
  jobs?: SharedJob[]
}

/** A path on the public port (`/slack/events`), and who answers there. `raw` are the bytes as they came: they are signed. */
export type Door = {
  path: string
  hear(request: { raw: Buffer; headers: Record<string, string | undefined> }): Promise<DoorAnswer>
}
export type DoorAnswer = { status: number; headers?: Record<string, string>; body: string }

/** Work that one process holds at a time: the gateway of a Discord bot. `name` is the same in every process. */
export type SharedJob = { name: string; begin(): Promise<void>; end(): Promise<void> }

/** Something that Vigie would need in a chat: in words that name the cure. */
export type Lack = { key: Key; values?: Record<string, string | number> }

/** The members of a workspace or server, null where nobody tells; `hidden`: what cannot be counted there, and the cure. */
export type Census = { members: number | null; hidden: Partial<Record<CountedThere, Lack>> }
export type CountedThere = 'members' | 'messages' | 'joins' | 'leaves'

/** Where something was said: enough to change it, remove it, or answer below it. */
export type Told = { channel: string; id: string }

export type Channel = { name: string; topic?: string }
export type ChatPerson = { account: Account; name: string; role?: Role }

/**
 * What a chat tells the bot, whatever the chat. `about` is what the message it happened on is about; `values`
 * are the answers of a form, by the names of its inputs.
 */
export type Heard =
  | (Happened & {
      kind: 'command'
      command: string
      text: string
      /** What was chosen option by option, by their names, where a chat has typed ones; `values` are a form's answers. */
      options?: Record<string, string>
      values?: Record<string, string>
    })
  | (Happened & {
      kind: 'button'
      action: string
      value?: string
      about?: string
      values?: Record<string, string>
    })
  | (Happened & {
      kind: 'reaction'
      emoji: string
      about?: string
      /** It stood there, and who gave it took it away again. */
      takenBack?: true
    })
  | (Happened & {
      kind: 'message-action'
      action: string
      message: HeardMessage
      values?: Record<string, string>
    })

/** A message that somebody does something with by a right-click; `by` is null where Vigie said it. */
export type HeardMessage = {
  /** Its own in its chat, for good: the same message is reported once. */
  id: string
  by: Account | null
  author: string
  text: string
  /** Where it can be read, if the chat has addresses. */
  url: string | null
  at: Instant
  /** What it is about, where Vigie said it: `mention:17`. */
  about?: string
}

/**
 * What people say in a channel that Vigie listens to, or that somebody joined or left (`channel` is then empty).
 * `answers` is the message it answers, or in whose thread it stands; `to` are those it speaks to by name.
 */
export type Overheard = {
  chat: ChatName
  channel: string
  account: Account
  name: string
  at: Instant
} & (
  | { kind: 'said' | 'edited'; message: HeardMessage; answers?: string; to?: Account[] }
  | { kind: 'removed'; message: Pick<HeardMessage, 'id'> }
  | { kind: 'joined' }
  | { kind: 'left' }
)

/** Who did it, where, and when; `team` is that of the message it was done on, where it names one. */
export type Happened = {
  chat: ChatName
  account: Account
  name: string
  /** By its name, without `#`; empty in a private conversation with Vigie. */
  channel: string
  at: Instant
  team?: string
  /** The groups (Slack) and roles (Discord) of the account, as in a team's settings: `slack:T012AB3CD/S061F7AUR`. */
  groups?: string[]
  /** Since when there is this account, and since when it is a member there, where the chat says so. */
  accountSince?: Instant
  memberSince?: Instant
  /** They administer the workspace or the server: they may set Vigie up there. */
  administers?: boolean
  /** The language they use the chat in, where it says so (`fr`, `en-US`): for people we do not know better. */
  language?: string
}

/** What a chat may ask of the bot. */
export type Bot = {
  /** Without doing any work: shall the answer be quiet, and is a form to be shown first? Never throws. */
  before(heard: Heard): { quiet: boolean; form?: Form }
  /** A form with what stands in it already, as the text that is to be changed; as it is where that takes too long. Never throws. */
  fill?(heard: Heard, form: Form): Promise<Form>
  /** Does it and answers; null when there is nothing to say. Never throws: a mistake is an answer too. */
  answer(heard: Heard): Promise<Message | null>
  /** Every command as this account may use it: for menus and autocompletion. */
  offers(by: Happened): Offer[]
  /** What this account may do with a message, by a right-click: for menus, and to be registered where a chat asks for it. */
  messageActions(by: Happened): MessageOffer[]
  /** What may stand in an option of a command, given what was typed so far: at most 25. Never throws. */
  /** What is said where Vigie listens. Never throws. */
  overhear(said: Overheard): Promise<void>
  complete(heard: Heard & { kind: 'command' }, option: string, typed: string): Choice[]
}

/** A command as it is shown to somebody: `id` is its name in every language, `also` what else it answers to. */
export type Offer = { id: string; name: string; also: string[]; about: string; usage: string }
/** `on` says whose messages it is for. */
export type MessageOffer = { action: string; label: string; on: 'people' | 'vigie' | 'all' }
