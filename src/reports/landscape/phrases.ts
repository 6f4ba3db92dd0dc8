import { isFiller } from '../../analysis/filler.ts'
import { breathe } from '../../breath.ts'
import { foldedWords, wordsOf } from '../../model/words.ts'
import type { Document } from './documents.ts'

/** A word or up to three that stand together (« droit à la réparation »): its key, its folded words, and the documents (by place) that hold it. */
export type Phrase = { key: number; words: string[]; documents: number[] }

/** The numbers of words, from 1 on, and of pairs of them: the same for all documents that are compared. */
export type Lexicon = {
  numbers: Map<string, number>
  words: string[]
  pairNumbers: Map<number, number>
  pairs: number[]
}

export const newLexicon = (): Lexicon => ({
  numbers: new Map(),
  words: [],
  pairNumbers: new Map(),
  pairs: [],
})

/** The words of documents that say something, as numbers; 0 where what stands before has nothing to do with what follows. */
export async function readDocuments(documents: Document[], lexicon: Lexicon): Promise<Int32Array[]> {
  const all: Int32Array[] = []
  for (const { words } of documents) {
    all.push(readOne(words, lexicon))
    await breathe()
  }
  return all
}

function readOne(text: string, { numbers, words: known }: Lexicon): Int32Array {
  const { words, from, to } = wordsOf(text)
  const capitals = capitalsSpeak(text, from)
  const found: number[] = []
  let fillers = 0
  for (const [at, word] of words.entries()) {
    const breaks = at === 0 || !joined(text, to[at - 1]!, from[at]!)
    if (breaks) fillers = farApart
    if (!says(word) && !(capitals && !breaks && isNamed(word, text, from[at]!))) {
      fillers++
      continue
    }
    if (fillers >= farApart && found.length > 0) found.push(0)
    found.push(numberOf(word))
    fillers = 0
  }
  return Int32Array.from(found)

  function numberOf(word: string): number {
    const key = singular(word)
    let number = numbers.get(key)
    if (number === undefined) {
      number = known.push(key)
      numbers.set(key, number)
    }
    return number
  }
}

/** Words that only blanks, an apostrophe or a hyphen part belong together, and so do those with two small words between. */
const joined = (text: string, from: number, to: number) =>
  (to - from === 1 && text.charCodeAt(from) === blank) || joins.test(text.slice(from, to))
const blank = 32
const joins = /^[\s'’\-‐‑«»“”"#/]*$/u
const farApart = 3

const says = (word: string) =>
  isDigit(word.charCodeAt(0)) ? /^\d{1,4}$/.test(word) : word.length > 2 && !isFiller(word)

/** An everyday word that has a capital within a sentence is a name. */
const isNamed = (word: string, text: string, at: number) =>
  word.length > 2 && isTall(text, at) && /^\p{Lu}\p{Ll}/u.test(text.slice(at, at + 3))

/** Where nearly every word has a capital (headlines, shouting), capitals name nobody. */
function capitalsSpeak(text: string, from: number[]): boolean {
  let tall = 0
  for (const at of from) if (isTall(text, at)) tall++
  return tall * 3 < from.length
}

const isTall = (text: string, at: number) => {
  const code = text.charCodeAt(at)
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(text.slice(at, at + 2))
}

const isDigit = (code: number) => code >= 0x30 && code <= 0x39

/** « ampoules » and "bulbs" are what « ampoule » and "bulb" are. */
export const singular = (word: string) =>
  word.length > 3 && /[^su][sx]$|ux$/u.test(word) ? word.slice(0, -1) : word

/** The words of a text as phrases have them. */
export const phraseWords = (text: string) => foldedWords(text).map(singular)

/**
 * Every phrase that stands in at least `least` documents. One of two or three words is looked for only where those in
 * it are frequent themselves (Agrawal and Srikant, "Fast algorithms for mining association rules", 1994).
 */
export async function phrasesOf(read: Int32Array[], lexicon: Lexicon, least: number): Promise<Phrase[]> {
  const frequent = (all: Map<number, number[]>) => {
    for (const [key, documents] of all) if (documents.length < least) all.delete(key)
    return all
  }
  const ones = frequent(await collect(read, 1, () => true))
  const twos = frequent(await collect(read, 2, (a, b) => ones.has(a) && ones.has(b)))
  for (const pair of twos.keys())
    if (!lexicon.pairNumbers.has(pair)) lexicon.pairNumbers.set(pair, lexicon.pairs.push(pair))
  const threes = frequent(
    await collect(read, 3, (a, b, c) => twos.has(pairOf(a, b)) && twos.has(pairOf(b, c)), lexicon),
  )
  const named = ([key, documents]: [number, number[]]) => ({ key, words: wordsAt(key, lexicon), documents })
  return [...ones, ...twos, ...threes].map(named).filter(({ words }) => !/^\d/.test(words[0]!))
}

/** In which documents these phrases stand. */
export async function placesOf(
  phrases: Phrase[],
  read: Int32Array[],
  lexicon: Lexicon,
): Promise<Map<number, number[]>> {
  const wanted = new Set(phrases.map(({ key }) => key))
  const all = new Map<number, number[]>()
  for (const length of [1, 2, 3])
    for (const [key, documents] of await collect(read, length, () => true, lexicon, wanted))
      all.set(key, documents)
  return all
}

/** The documents of every run of so many words that may count. */
async function collect(
  read: Int32Array[],
  length: number,
  may: (a: number, b: number, c: number) => boolean,
  lexicon?: Lexicon,
  wanted?: Set<number>,
): Promise<Map<number, number[]>> {
  const all = new Map<number, number[]>()
  for (const [document, words] of read.entries()) {
    for (let at = 0; at + length <= words.length; at++) {
      const [a, b, c] = [words[at]!, length > 1 ? words[at + 1]! : 1, length > 2 ? words[at + 2]! : 1]
      if (a === 0 || b === 0 || c === 0 || !may(a, b, c)) continue
      const key = keyOf(length, a, b, c, lexicon)
      if (key === undefined || (wanted && !wanted.has(key))) continue
      const known = all.get(key)
      if (!known) all.set(key, [document])
      else if (known.at(-1) !== document) known.push(document)
    }
    await breathe()
  }
  return all
}

// A word is its number, two are packed into one number, three begin with the number that the first two were given.
const room = 2 ** 20
const pairOf = (a: number, b: number) => a * room + b
const third = 2 ** 41
function keyOf(length: number, a: number, b: number, c: number, lexicon?: Lexicon): number | undefined {
  if (length === 1) return a
  if (length === 2) return pairOf(a, b)
  const pair = lexicon?.pairNumbers.get(pairOf(a, b))
  return pair === undefined ? undefined : third + pair * room + c
}

function wordsAt(key: number, lexicon: Lexicon): string[] {
  if (key < room) return [lexicon.words[key - 1]!]
  if (key < third) return [Math.floor(key / room), key % room].map((word) => lexicon.words[word - 1]!)
  const pair = lexicon.pairs[Math.floor((key - third) / room) - 1]!
  return [...wordsAt(pair, lexicon), lexicon.words[((key - third) % room) - 1]!]
}
