import type { PlainTextElement } from '@slack/types'
import { escaped, put, putLine, type Room } from './room.ts'

/** A text without any markup; `emoji: false` keeps a typed `:fire:` as it was typed. */
export const plainText = (text: string): PlainTextElement => ({
  type: 'plain_text',
  text: escaped(text),
  emoji: false,
})

/** The same of as much as finds room, in one line; null where nothing is left to be said. */
export const plainLine = (room: Room, text: string, limit: number): PlainTextElement | null =>
  said(putLine(room, text, limit))

export const plainLines = (room: Room, text: string, limit: number): PlainTextElement | null =>
  said(put(room, text, limit))

const said = (text: string) => (isSaid(text) ? plainText(text) : null)

/** Whether there is anything to see: Slack refuses an empty text, and one of blanks alone. */
export const isSaid = (text: string) => /[^\s\p{Cc}\p{Cf}\p{Cs}]/u.test(text)
