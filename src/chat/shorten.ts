/** Without control characters, and without those that turn the direction of all that follows; lines and tabs stay. */
export const clean = (text: string) =>
  text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '').toWellFormed()

/** The same in one line. */
export const oneLine = (text: string) => clean(text).replace(/\s+/gu, ' ').trim()

/** What a text takes of a limit, in UTF-16 units; a chat that sends some characters as several has its own. */
export type Cost = (text: string) => number

const lengthOf: Cost = (text) => text.length

/**
 * A text that costs `most` or less: what is over ends in "…". What people see as one character (an emoji, é, a letter
 * under a pile of accents) is never split. `cost` is never less than the length.
 */
export function shorten(text: string, most: number, cost: Cost = lengthOf): string {
  if (text.length <= most && cost(text) <= most) return text
  if (most < 1) return ''
  let used = 1
  let end = 0
  // Two units more than fit tell whether the last character goes on.
  for (const { segment, index } of graphemes.segment(text.slice(0, most + 2))) {
    used += cost(segment)
    if (used > most) break
    end = index + segment.length
  }
  return `${text.slice(0, end).trimEnd()}…`
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
