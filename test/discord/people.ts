/**
 * What people do and see. Users go by their first names in small letters (`mia`), or by their id; channels by their
 * names without `#`, those of the second guild as `acme/veille`, a private conversation with Vigie's bot as `@`, threads and
 * all others by their id too. Messages go by their id.
 */
export type People = {
  /** Types a slash command: `types('mia', 'veille', 'mention add', { url: '…' })`. Options keep the types of the command. */
  types(user: string, channel: string, command: string, options?: Typed): Promise<Answered>
  /** Types in an option that completes itself; the answer has `choices`. */
  completes(
    user: string,
    channel: string,
    command: string,
    option: string,
    typed: string,
    others?: Typed,
  ): Promise<Answered>
  /** Presses a button, by its label or its custom id. */
  presses(user: string, message: string, button: string): Promise<Answered>
  /** Chooses in a menu, by its placeholder or custom id: labels or values; channels and users by name, roles too. */
  chooses(user: string, message: string, select: string, chosen: string[]): Promise<Answered>
  /** Sends the form that is open before them, by the labels or custom ids of its inputs. */
  submits(user: string, values: Record<string, string | string[]>): Promise<Answered>
  /** Right-clicks a message and chooses a command by its name in any language. */
  rightClicks(user: string, message: string, command: string): Promise<Answered>
  /** Says something; gives the id of the message. Files go by name and text. */
  says(user: string, channel: string, content: string, more?: Said): Promise<string>
  edits(user: string, message: string, content: string): Promise<void>
  /** Deletes a message, whoever's it is. */
  deletes(user: string, message: string): Promise<void>
  /** An emoji such as `✅`. */
  reacts(user: string, message: string, emoji: string): Promise<void>
  unreacts(user: string, message: string, emoji: string): Promise<void>
  /** Opens a thread on a message, or a post in a forum; gives its id. */
  opensThread(user: string, message: string, name: string): Promise<string>
  posts(user: string, forum: string, title: string, content: string, tags?: string[]): Promise<string>
  /** Puts a thread away; a locked one is not opened again by who speaks in it. */
  archives(thread: string, locked?: boolean): void
  /** Somebody new (to Discord, too, where nobody knows them), or who had left; a bot is taken in and thrown out. */
  joins(user: string, guild?: string): Promise<void>
  leaves(user: string, guild?: string): Promise<void>
  /** The language of a person's Discord: `fr` where it was never set. */
  speaks(user: string, locale: string): void
  /** Whether private messages of members are let in. */
  closesDms(user: string, closed?: boolean): void
  /** Roles of a member, by name: given and taken away. */
  givesRole(user: string, role: string): void
  takesRole(user: string, role: string): void

  /** What a person sees in a channel, oldest first: content, embeds, labels of buttons and menus, files, as plain words. */
  sees(user: string, channel: string): string[]
  /** The same, with the ids. */
  shown(user: string, channel: string): Shown[]
  /** What a person sees in the thread of a message. */
  threadOf(user: string, message: string): string[]
  /** Threads of a channel and posts of a forum, oldest first. */
  threadsIn(channel: string): { id: string; name: string }[]
  /** The form that is open before a person. */
  modalOf(user: string): ShownModal | null
  /** Whom a message would have called by name with a red badge: names of users, `@role`, `@everyone`, `@here`. */
  pinged(message: string): string[]
  /** Who reacted to a message with what: `{ '✅': ['mia'] }`. */
  reactionsOf(message: string): Record<string, string[]>

  /** What an administrator changes. An overwrite is for a role or a user; permissions go by Discord's names: `SendMessages`. */
  overwrites(channel: string, of: string, change: { allow?: string[]; deny?: string[] }): void
  createsChannel(name: string, more?: NewChannel): string
  deletesChannel(channel: string): void
  renamesChannel(channel: string, name: string): void
}

/** Users, channels and roles go by name where the option is of that kind; attachments by name and text. */
export type Typed = Record<string, string | number | boolean | { name: string; text: string }>

export type Said = { reply?: string; files?: { name: string; text: string }[] }

export type NewChannel = {
  type?: number
  topic?: string | null
  guild?: string
  tags?: string[]
  requiresTag?: boolean
}

/** How an interaction went, as who began it saw it. */
export type Answered = {
  /** The first answer; `none` where nothing came in time: “The application did not respond”. */
  kind: 'message' | 'deferred' | 'update' | 'deferred-update' | 'choices' | 'modal' | 'none'
  /** Ms until the first answer. */
  after: number
  /** Within 3 s. */
  inTime: boolean
  /** Only they can see it. */
  quiet: boolean
  choices: { name: string; value: string | number }[]
  modal: ShownModal | null
  /**
   * What was said in answer, as plain words; waits for what was deferred. Null where nothing came within `patience`
   * (5,000 ms).
   */
  words(patience?: number): Promise<string | null>
  /** The id of the message that answers, where there is one; waits as `words` does. */
  message(patience?: number): Promise<string | null>
}

export type Shown = { id: string; by: string; words: string; quiet: boolean; buttons: string[] }

export type ShownModal = {
  title: string
  customId: string
  inputs: ShownInput[]
}

export type ShownInput = {
  customId: string
  label: string
  hint: string
  kind: 'line' | 'text' | 'select'
  required: boolean
  value: string
  choices: { label: string; value: string }[]
}
