import type { Mood } from '../model/mood.ts'
import type { Instant } from '../model/post.ts'
import type { Node } from '../texts/marked.ts'
import type { Button, Choice, Select } from './message.ts'

/**
 * A Message as JSON that the page draws: plain strings, and trees of the few known kinds of nodes.
 * No piece of it is markup, so nothing from outside can become any; every address is http or https.
 */
export type Rendered = {
  title: string | null
  url: string | null
  mood: RenderedMood | null
  text: Node[]
  fields: { name: string; value: Node[] }[]
  items: RenderedItem[]
  /** "… and 12 more", when there were more items than fit. */
  more: string | null
  note: Node[]
  buttons: Button[]
  selects: RenderedSelect[]
  files: RenderedFile[]
  about: string | null
  react: string[]
}

export type RenderedItem = {
  title: string
  url: string | null
  mood: RenderedMood | null
  /** The page writes it as its reader does: in their language, in the time zone of their browser. */
  at: Instant | null
  quote: string | null
  text: Node[]
  buttons: Button[]
}

export type RenderedSelect = Pick<Select, 'action' | 'label' | 'about'> & {
  choices: Choice[]
  chosen: string[]
  most: number
}

/** `nth` of its message's files; the page asks for the bytes. */
export type RenderedFile = { nth: number; name: string; type: string; says: string }

/** The word says it beside the colour, for those who cannot tell the colours apart. */
export type RenderedMood = { kind: Mood; word: string }
