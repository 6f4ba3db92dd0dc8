import { folded } from '../model/words.ts'
import { hashOf, hashStep, noHash } from './stories-signature.ts'

/**
 * The first words of a post as numbers, found in one pass that makes no string of any of them: the hash of each as
 * folded (`hashOf`), its length as folded (at most 255), its mark, and where it begins. Those before `titled` are of
 * the title; `ends` where nothing stands behind the last one. It lasts until the next post is read.
 */
export type Reading = {
  count: number
  titled: number
  ends: boolean
  hashes: Int32Array
  lengths: Uint8ClampedArray
  marks: Uint8Array
  from: Int32Array
}

/** News says what it is about at its beginning; what stands below the four hundredth word is mostly about other things. */
const mostWords = 400
// Where nothing parts words (Chinese, a wall of letters), a post ends here.
const mostUnits = 8000

// Marks of a word: it begins with a digit; it has a capital that no sentence asked for.
export const digit = 1
export const capital = 2

const reading: Reading = {
  count: 0,
  titled: 0,
  ends: true,
  hashes: new Int32Array(mostWords),
  lengths: new Uint8ClampedArray(mostWords),
  marks: new Uint8Array(mostWords),
  from: new Int32Array(mostWords),
}

/** A title that the text begins with is read once, and counts as text. */
export function read(title: string, text: string): Reading {
  reading.count = 0
  // What parts the title from the text stays between them.
  const begins = title === '' || text.startsWith(title) ? 0 : readOn(0, title) + 1
  reading.titled = reading.count
  reading.ends = readOn(begins, text) - begins === text.length
  return reading
}

/** Reads a text behind what is read already; gives where it stopped. */
function readOn(begins: number, text: string): number {
  const { hashes, lengths, marks, from } = reading
  const room = (mostUnits - begins) * 2
  const end = room > 0 ? begins + input.write(text, begins * 2, room, 'utf16le') / 2 : begins
  units[end] = 0
  let { count } = reading
  let at = begins
  let opens = true
  while (at < end && count < mostWords) {
    const sign = signs[units[at]!]!
    if (sign < hard) {
      if (sign === unknown) learn(units[at]!)
      else at++
      if (sign === opening) opens = true
      continue
    }
    const hash = hashWord(at, noHash)
    if (wordLength === 0) {
      // No letter, such as an emoji.
      at = Math.max(wordEnd, at + widthAt(at))
      continue
    }
    const isNumber = isDigit(sign)
    const named = sign >= tall && !opens && wordLength > 1
    hashes[count] = hash
    lengths[count] = wordLength
    marks[count] = isNumber ? digit : named ? capital : 0
    from[count++] = at
    if (!isNumber) opens = false
    at = wordEnd
  }
  reading.count = count
  return Math.min(at, end)
}

// Numbers are read several times faster than the characters of a string; a 0 stands behind the last.
const units = new Uint16Array(mostUnits + 1)
const input = Buffer.from(units.buffer)

/** How many of the words begin before a place. */
export function wordsBefore({ count, from }: Reading, place: number): number {
  let at = 0
  while (at < count && from[at]! < place) at++
  return at
}

// What `hashWord` found besides: where the word ends, and how many characters it has when folded.
let wordEnd = 0
let wordLength = 0

/** The hash of the word that begins at a place of the reading, as folded, going on from another hash. */
export function hashWord(begins: number, start: number): number {
  let hash = start
  let letters = 0
  let scripts = 0
  let at = begins
  while (true) {
    const sign = signs[units[at]!]!
    if (sign >= firstLetter) {
      hash = hashStep(hash, sign & 0xffff)
      scripts |= sign
      letters++
    } else if (sign === hard) return hashHard(begins, start)
    else if (sign === unknown) {
      learn(units[at]!)
      continue
    } else if (sign !== silent) break
    at++
  }
  // Letters of two scripts in one word: some may stand there for their doubles.
  if ((scripts & (latin | foreign)) === (latin | foreign)) return hashHard(begins, start)
  wordEnd = at
  wordLength = letters
  return hash
}

/** The same for a word that only `folded` knows how to read. */
function hashHard(begins: number, start: number): number {
  let at = begins
  while (!parts(codeAt(at))) at += widthAt(at)
  const word = folded(String.fromCharCode(...units.subarray(begins, at)))
  wordEnd = at
  wordLength = word.length
  return hashOf(word, start)
}

/** The code point that begins here; half of one where its other half is missing. */
function codeAt(at: number): number {
  const [first, second] = [units[at]!, units[at + 1]!]
  const whole = first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second < 0xe000
  return whole ? 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00) : first
}

const widthAt = (at: number) => (codeAt(at) > 0xffff ? 2 : 1)

function parts(code: number): boolean {
  if (code < signs.length && signs[code] === unknown) learn(code)
  const sign = code < signs.length ? signs[code]! : hard
  if (sign !== hard) return sign < silent
  const known = hardParts.get(code) ?? partsWords(String.fromCodePoint(code))
  hardParts.set(code, known)
  return known
}
const hardParts = new Map<number, boolean>()

// What a UTF-16 unit is in a text, or the letter that it folds to, with bits above that say which kind.
const unknown = 0
const parting = 1
const opening = 2
const silent = 3
const hard = 4
const firstLetter = 48
const latin = 0x10000
const foreign = 0x20000
const tall = 0x40000

const isDigit = (sign: number) => sign >= firstLetter && (sign & 0xffff) < 58

// Each is learned when first met.
const signs = new Int32Array(0x10000)
const learn = (unit: number) => {
  signs[unit] = signOf(unit)
}

function signOf(unit: number): number {
  const char = String.fromCharCode(unit)
  if (unit >= 0xd800 && unit < 0xe000) return hard
  if (opensSentence.includes(char)) return opening
  const fold = folded(char)
  if (fold === '') return partsWords(char) ? parting : silent
  if (fold.length > 1) return hard
  const letter = fold.charCodeAt(0)
  return letter | (letter < firstGreek ? latin : foreign) | (/\p{Lu}/u.test(char) ? tall : 0)
}

const firstGreek = 0x370
// What a sentence may begin after.
const opensSentence = '.!?:…«“"|–—\n'

const partsWords = (char: string) => folded(`a${char}a`).includes(' ')
