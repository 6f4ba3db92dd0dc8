import { capital, digit, hashWord, type Reading } from './stories-reading.ts'
import { hashStep } from './stories-signature.ts'

/** A telling word is 30 bits of its hash, and two that say what it is. */
export const isName = (word: number) => (word & 3) === name
export const isNumber = (word: number) => (word & 3) === number
/** The same word has the same identity, whether it was seen as a name or not. */
export const identityOf = (word: number) => word >>> 2

const plain = 0
const name = 1
const number = 2

/** The distinct telling words among the first `count` of a reading. */
export function tellingWords(reading: Reading, count: number): Uint32Array {
  const { hashes, lengths, marks, titled } = reading
  telling = 0
  places.fill(0)
  // Names come first: a word stays what it was first taken for.
  addNames(reading, 0, Math.min(count, titled))
  addNames(reading, titled, Math.min(count, titled + namesWithin))
  for (let at = 0; at < count; at++) {
    if (marks[at] === digit) at = addNumber(reading, at, count)
    else if (lengths[at]! >= shortestWord) add(hashes[at]!, plain)
  }
  return words.slice(0, telling)
}

// Shorter ones are nearly all grammar, in French and in English; a short name is kept as a name.
const shortestWord = 4
// Words. A few names are enough, since they are looked for among all the words of the other side.
const namesWithin = 70

/** Takes what has a capital inside a sentence for a name; nothing, where everything is written large. */
function addNames({ hashes, marks }: Reading, from: number, to: number) {
  let letters = 0
  let capitals = 0
  for (let at = from; at < to; at++) {
    if (marks[at] !== digit) letters++
    if (marks[at] === capital) capitals++
  }
  if (capitals > letters * 0.4) return
  for (let at = from; at < to; at++) if (marks[at] === capital) add(hashes[at]!, name)
}

/** Adds the number that begins here; gives the place of its last part: 12 000, 12.000 and 3,5 are one number each. */
function addNumber({ from, hashes, lengths, marks }: Reading, at: number, count: number): number {
  let hash = hashes[at]!
  let length = lengths[at]!
  while (at + 1 < count && marks[at + 1] === digit) {
    hash = hashWord(from[++at]!, hash)
    length += lengths[at]!
  }
  // A small number is everywhere: it only tells something together with what it counts.
  if (length >= shortestNumber) add(hash, number)
  else if (at + 1 < count) add(hashWord(from[at + 1]!, hashStep(hash, blank)), number)
  return at
}

const shortestNumber = 3
const blank = 32

/** Takes a word in, unless it is in. Its own table: a Set of numbers takes three times as long. */
function add(hash: number, kind: number) {
  const identity = hash >>> 2
  let place = identity & (places.length - 1)
  while (places[place] !== 0) {
    if (identityOf(words[places[place]! - 1]!) === identity) return
    place = (place + 1) & (places.length - 1)
  }
  if (telling === mostTelling) return
  words[telling++] = (identity << 2) | kind
  places[place] = telling
}

// Twice as many places as there can be words, so that a look-up ends soon.
const mostTelling = 512
let telling = 0
const words = new Uint32Array(mostTelling)
const places = new Uint16Array(2 * mostTelling)
