import type { Drafts } from '../drafting/drafting.ts'
import type { Door } from '../http.ts'
import type { Chain } from '../model/drand.ts'
import type { Mention } from '../model/mention.ts'
import { type ChatName, may, type Person, type Role } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Locale, Team } from '../model/team.ts'
import type { Fetched, FetchState } from '../sources/feed.ts'
import type { FirstReading } from '../store/added-sources.ts'
import type { Given } from '../store/identity.ts'
import type { Store } from '../store/store.ts'
import type { Key, Say } from '../texts/texts.ts'
import type { Chat, Happened, HeardMessage } from './chat.ts'
import type { Form, Message } from './message.ts'
import type { Option, OptionValue, ReadBy } from './options.ts'

/**
 * A slash command, the same for every chat. `name` is what people may type in every language, two words where a verb
 * follows (`mention add`); its texts are `<name>.about` and, for each option, `<name>.<option>` (src/texts). `on`
 * holds what people do with its messages: buttons and reactions on what it is about; `onMessage` what they do with
 * anybody's, by a right-click.
 */
export type Command<Options extends Record<string, Option<unknown>> = Record<string, Option<unknown>>> = {
  name: string
  /** The name we show and teach where people speak another language than that of `name`. */
  names?: Partial<Record<Locale, string>>
  /** Other names that people try first: `aide` for `help`. */
  also?: string[]
  about: Key
  for: Role
  /** Who administers the workspace or server may do it as well, whatever they are in the team. */
  setUp?: boolean
  /** Nobody types it: it only holds what buttons do. */
  hidden?: boolean
  /** Only the asker sees the answer: known before any work, since Discord fixes it at the first answer. */
  quiet?: boolean
  options: Options
  /** What is asked for before it runs, where its options alone are not enough; inputs are named after them. */
  form?(options: { [Name in keyof Options]?: OptionValue<Options[Name]> }, by: ReadBy): Form | null
  run(asked: Asked & { options: { [Name in keyof Options]: OptionValue<Options[Name]> } }): Promise<Message>
  on?: Record<string, Action>
  onMessage?: Record<string, MessageAction>
}

/** What a right-click on a message does: a message shortcut in Slack, a message command in Discord. */
export type MessageAction = {
  for: Role
  label: Key
  /** Whose messages it is for. */
  on: 'people' | 'vigie' | 'all'
  quiet?: boolean
  form?: (say: Say) => Form
  run(asked: Asked & { message: HeardMessage; values: Record<string, string> }): Promise<Message | null>
}

/** What a button or a reaction of a message does; null says nothing. A `form` is shown first. */
export type Action = {
  for: Role
  setUp?: boolean
  quiet?: boolean
  /** The reaction that does the same, as an emoji. */
  reaction?: string
  label?: Key
  form?: (say: Say) => Form
  /** What its form holds already, by the names of the inputs. Asked before the window opens: it has to be quick. */
  fill?(asked: Filling): Promise<Record<string, string>>
  run(asked: Asked & Pressed): Promise<Message | null>
  /**
   * Undoes what this person's reaction did, once they take it away; where it is missing, that means nothing. Asked of
   * everybody, whatever their role: who lost it since may still take back what is theirs.
   */
  takenBack?(asked: Asked & Pressed): Promise<Message | null>
}

/** `about` is the id behind the noun (`17` of `mention:17`), `value` the button's own, `values` the form's. */
export type Pressed = { about: string; value: string; values: Record<string, string> }

/** What a form may be filled from. */
export type Filling = Pick<Asked, 'team' | 'store'> & Omit<Pressed, 'values'>

/** Everything a command may lean on: who asks what of which team, and when. */
export type Asked = {
  team: Team
  /** All of them: what one has, no other may take. */
  teams: Team[]
  person: Person
  channel: string
  say: Say
  now: Instant
  store: Store
  commands: Command[]
  /** The chat it was asked in, and all that Vigie speaks in, by name. */
  chat: ChatName
  chats: ReadonlyMap<ChatName, Chat>
  /** Everything about who asks that the chat told. */
  by: Happened
  /** The chain of public values that decides draws; null where none is asked, or can be. */
  chain(): Promise<Chain | null>
  /** Where the public port is reached, with the pages of draws; null where it is closed. */
  publicUrl: string | null
  /**
   * Hands a post over to intake for the team, on somebody's word. Gives its mention, and whether it was known
   * before; null when none of the team's topics finds it and `topic` names none.
   */
  hear(post: Given, more: { how: 'pasted' | 'reported'; topic: string | null }): Promise<HeardPost | null>
  /** The way out to addresses that people name. */
  door: Door
  /** Somebody under a name that only who holds both the salt and the secret of this instance can find out. */
  seal(salt: string, words: string): string
  /** Shows what was just changed to whoever asks next. */
  refresh(): Promise<void>
  /** What a mention might be answered: canned, said before or, where there is one, by a language model. */
  drafts(asked: { team: Team; mention: Mention; by: { name: string } | null; say: Say }): Promise<Drafts>
  /** Asks a place what a search (its address) finds, within what the place allows. Throws Unavailable. */
  search(known: FetchState): Promise<Fetched>
  /** How the first reading of a source that was just added went, by its name's key; null where that takes too long. */
  firstReading(key: string): Promise<FirstReading | null>
}

export type HeardPost = { mention: number; known: boolean }

export const command = <Options extends Record<string, Option<unknown>>>(declared: Command<Options>) =>
  declared as unknown as Command

/** Whether somebody may do what asks for this: by their role, or because they administer the workspace. */
export const mayDo = (
  { for: role, setUp }: Pick<Command, 'for' | 'setUp'>,
  person: Person,
  by: Pick<Happened, 'administers'>,
) => may(person.role, role) || (setUp === true && by.administers === true)
