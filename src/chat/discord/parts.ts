import { clean, oneLine, shorten } from '../shorten.ts'
import { type Mark, type Written, written } from './written.ts'

/** What is written as long as there is room for it (characters): `wants` is what all of it takes. */
export type Part<Said = Written> = { wants: number; write(room: number): Said }

/** Never longer than `most`. */
export function inMarkdown(marks: Mark[], most: number): Part {
  const whole = written(marks, most)
  return {
    wants: whole.text.length,
    write: (room) => (room >= whole.text.length ? whole : written(marks, room)),
  }
}

/** Where Discord reads no markdown: names of authors, footers. */
export function inWords(text: string, most: number): Part {
  const words = clean(text).trim()
  const wants = shorten(words, most).length
  return {
    wants,
    write(room) {
      const said = shorten(words, Math.min(room, most))
      return { text: said, cut: said !== words }
    },
  }
}

export const inOneLine = (text: string, most: number): Part => inWords(oneLine(text), most)

/** Which room each gets of a total: what is short stays whole, what is long gives way. */
export const roomsOf = (parts: Pick<Part, 'wants'>[], total: number): number[] =>
  fairly(
    parts.map(({ wants }) => wants),
    total,
  )

/** What each gets of a total: who wants little gets it all, the others share the rest alike. */
export function fairly(wants: number[], total: number): number[] {
  const rooms = wants.map(() => 0)
  let left = Math.max(total, 0)
  const modest = wants.map((want, at) => ({ want, at })).sort((a, b) => a.want - b.want)
  modest.forEach(({ want, at }, nth) => {
    rooms[at] = Math.min(want, Math.floor(left / (modest.length - nth)))
    left -= rooms[at]
  })
  return rooms
}

/** Whether there is something to be seen; Discord refuses a text of blanks. */
export const isSeen = (text: string | undefined): text is string =>
  text !== undefined && /[^\s\p{Cf}\p{Cc}]/u.test(text)

/** Stands where Discord wants a text and there is none. */
export const nothing = '\u200b'
