import type { Mood } from '../model/mood.ts'
import type { Instant } from '../model/post.ts'
import type { Marked } from '../texts/marked.ts'

/**
 * What Vigie says, as data; each chat renders it its own way.
 * A plain `string` is shown as it is, never as markup; a `Marked` is our small markdown, in which everything
 * that comes from outside was escaped when it went in.
 */
export type Message = {
  title?: string
  /** Where the title leads. */
  url?: string
  text?: Marked
  mood?: Mood
  fields?: Field[]
  items?: Item[]
  /** A small line below: times, sources, how to go on. */
  note?: Marked
  buttons?: Button[]
  selects?: Select[]
  files?: Attached[]
  /** What it is about: `mention:17`. The noun names the command whose actions its reactions call. */
  about?: string
  /** Which version of that it shows, where a reaction must count for no other. It is kept when the chat has it. */
  shows?: string
  /** The team that was asked, where that is not the channel's own: its buttons ask it again. */
  team?: string
  /** Reactions to offer, as emoji. */
  react?: string[]
  /** Only who asked may see it. */
  quiet?: boolean
  /** Nobody shall find it later: it is shown to who asked, and kept nowhere. Only for quiet ones. */
  fleeting?: boolean
  /** It takes the place of the message whose button was pressed. */
  instead?: boolean
}

export type Field = { name: string; value: Marked }

/** One of a list: a mention, a source, a command. `quote` is what a stranger wrote, shown as a quotation. */
export type Item = {
  title: string
  url?: string
  quote?: string
  text?: Marked
  mood?: Mood
  at?: Instant
  buttons?: Button[]
}

/** `action` is `command.action` (`mention.take`); `value` is handed back when it is pressed (at most 60 characters). */
export type Button = {
  action: string
  label: string
  value?: string
  /** What it is about, where that is not what its message is about. */
  about?: string
  style?: 'primary' | 'danger'
}

/**
 * A menu of which one or several may be chosen: what is chosen is handed back as a button's value, several divided by
 * commas. In place of `choices`, `of` lets people choose among what the chat has: a channel comes back by its name
 * without `#`, a person as their account's key, a group as in a team's `groups`.
 */
export type Select = {
  action: string
  /** What stands in it while nothing is chosen. */
  label: string
  choices?: Choice[]
  of?: 'channels' | 'people' | 'groups'
  /** What is chosen already. */
  chosen?: string[]
  /** One where it is missing. */
  most?: number
  about?: string
}

/** A file that is shown below: a chart (`image/png`), a table (`text/csv`). `says` is for who cannot see it. */
export type Attached = { name: string; type: string; base64: string; says: string }

/** What is asked for in a window of its own. Answers come back by the names of the inputs. */
export type Form = { title: string; inputs: Input[]; submit?: string }

export type Input = {
  name: string
  label: string
  kind: 'line' | 'text' | 'choice'
  required?: boolean
  hint?: string
  value?: string
  choices?: Choice[]
  most?: number
}

export type Choice = { value: string; label: string }
