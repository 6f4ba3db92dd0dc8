/**
 * How often letters stand in a row, up to four of them, in several lists of words. Rows go by number: `counts` of
 * a row stand from `row * lists.length` on, and `after` gives the row that a letter (as its code) makes after one
 * of three at most.
 */
export type Grams = { counts: Uint32Array; after(row: number, letter: number): number }

/** The row of no letters at all, which counts how many there are; before it comes that which stands nowhere. */
export const empty = 1
const absent = 0

export const longestContext = 3
export const opening = '^'.charCodeAt(0)
export const closing = '$'.charCodeAt(0)

/** Each word is read with three `opening` before it and one `closing` behind. */
export function countGrams(lists: string[][]): Grams {
  const texts = lists.map((words) => words.map((word) => `^^^${word}$`))
  const letters = numbersOf(texts.flat().join(''))
  const width = Math.max(...letters) + 1
  const next = new Uint16Array(mostRows * width)
  const counts = new Uint32Array(mostRows * lists.length)
  let rows = empty + 1
  for (const [list, words] of lists.entries())
    counts[empty * lists.length + list] = words.join('').length + words.length

  const before = new Uint16Array(longestContext + 2)
  const count = (list: number, text: string, shortest: number, longest: number) => {
    before.fill(absent)
    before[0] = empty
    for (let at = 0; at < text.length; at++)
      // Downwards, since each row makes the next longer one.
      for (let length = longest; length >= 0; length--) {
        if (before[length] === absent) continue
        const place = before[length]! * width + letters[text.charCodeAt(at)]!
        if (next[place] === absent) next[place] = rows++
        if (length >= shortest) counts[next[place]! * lists.length + list]!++
        before[length + 1] = next[place]!
      }
  }
  // Short rows first: only those have rows after them, and those after the others need no room.
  for (const [list, words] of texts.entries())
    for (const text of words) count(list, text, 0, longestContext - 1)
  const after = rows * width
  for (const [list, words] of texts.entries())
    for (const text of words) count(list, text, longestContext, longestContext)
  if (rows > mostRows) throw new Error(`${rows} rows of letters do not fit`)
  return newGrams(counts.slice(0, rows * lists.length), next.slice(0, after), letters, width)
}

// The samples make some 11,000.
const mostRows = 0x4000

const newGrams = (counts: Uint32Array, next: Uint16Array, letters: Uint8Array, width: number): Grams => ({
  counts,
  after: (row, letter) => next[row * width + (letter < letters.length ? letters[letter]! : noLetter)]!,
})

const noLetter = 0

/** A number from 1 on for each letter, by its code; others have none. */
function numbersOf(text: string): Uint8Array {
  const codes = [...new Set(text)].map((letter) => letter.charCodeAt(0))
  const numbers = new Uint8Array(Math.max(...codes) + 1)
  for (const [at, code] of codes.entries()) numbers[code] = at + 1
  return numbers
}
