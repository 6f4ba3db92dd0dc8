import { foldedWords } from '../../model/words.ts'
import type { Lexicon, Weighed } from './lexicon.ts'

/** What a word or an idiom does in a sentence; nothing of it is said where it does nothing. */
export type Meaning = {
  mood?: number
  /** Takes the mood of the words beside it, and has little of its own. */
  echoes?: boolean
  polite?: boolean
  degree?: number
  negates?: boolean
  negatesBefore?: boolean
  turn?: 'contrast' | 'concession' | 'join' | 'unlike'
  compares?: boolean
  than?: boolean
}

/** A lexicon ready to be asked: what the words from a place on mean, and how many of them it took. */
export type Prepared = { at(words: string[], place: number): Found | undefined }
export type Found = { meaning: Meaning; length: number }

/** Folds and indexes a lexicon, once. `stem` brings a word's endings together, where the language needs it. */
export function prepare(lexicon: Lexicon, stem?: (word: string) => string): Prepared {
  const roles = rolesIn(lexicon)
  const idioms = indexIdioms(roles)
  const meaningOf = remembering(wordReader(lexicon.words, roles, stem))
  return {
    at(words, place) {
      const first = words[place]!
      for (const idiom of idioms.get(first) ?? [])
        if (idiom.words.every((word, offset) => words[place + offset] === word))
          return { meaning: idiom.meaning, length: idiom.words.length }
      const meaning = meaningOf(first)
      return meaning && { meaning, length: 1 }
    },
  }
}

type Idiom = { words: string[]; meaning: Meaning }

function indexIdioms(roles: Map<string, Meaning>): Map<string, Idiom[]> {
  const idioms = new Map<string, Idiom[]>()
  for (const [words, meaning] of roles) {
    const whole = words.split(' ')
    if (whole.length > 1) idioms.set(whole[0]!, [...(idioms.get(whole[0]!) ?? []), { words: whole, meaning }])
  }
  for (const list of idioms.values()) list.sort((a, b) => b.words.length - a.words.length)
  return idioms
}

/** Idioms and roles by their folded words: the same words may have several parts to play (« super »). */
function rolesIn(lexicon: Lexicon): Map<string, Meaning> {
  const roles = new Map<string, Meaning>()
  const add = (list: string, meaning: Meaning) => {
    for (const text of list.split(',')) {
      const words = foldedWords(text).join(' ')
      if (words !== '') roles.set(words, { ...roles.get(words), ...meaning })
    }
  }
  for (const [mood, list] of lexicon.idioms) add(list, { mood })
  for (const [degree, list] of lexicon.degrees) add(list, { degree })
  add(lexicon.polite, { polite: true })
  add(lexicon.laughs, { mood: laughWeight, echoes: true })
  add(lexicon.negations, { negates: true })
  add(lexicon.negationsAfter, { negatesBefore: true })
  add(lexicon.contrasts, { turn: 'contrast' })
  add(lexicon.concessions, { turn: 'concession' })
  add(lexicon.joins, { turn: 'join' })
  add(lexicon.comparison.unlike, { turn: 'unlike' })
  add(lexicon.comparison.more, { compares: true })
  add(lexicon.comparison.than, { than: true })
  return roles
}

const laughWeight = 0.4

type WordReader = (word: string) => Meaning | undefined

function wordReader(
  words: Weighed[],
  roles: Map<string, Meaning>,
  stem?: (word: string) => string,
): WordReader {
  const { exact, prefixes, stems } = indexWords(words, stem)
  const moodOf = (word: string) =>
    exact.get(word) ?? longest(prefixes, word) ?? (stem && related(stems, stem(word), word))
  const read: WordReader = (word) => {
    const mood = moodOf(word)
    const role = roles.get(word)
    return mood === undefined ? role : { mood, ...role }
  }
  // « troooop », "goooood": with the letter twice, then once.
  return (word) =>
    read(word) ??
    (stretched.test(word) ? (read(squeeze(word, '$1$1')) ?? read(squeeze(word, '$1'))) : undefined)
}

/** A letter three times in a row: somebody raises their voice. */
export const stretched = /(\p{L})\1\1/u
const squeeze = (word: string, letters: string) => word.replace(/(\p{L})\1{2,}/gu, letters)

function indexWords(words: Weighed[], stem?: (word: string) => string) {
  const exact = new Map<string, number>()
  const prefixes = new Map<string, number>()
  const stems = new Map<string, Family>()
  for (const [weight, list] of words)
    for (const text of list.trim().split(/\s+/u)) {
      const [word = ''] = foldedWords(text)
      if (text.endsWith('*')) prefixes.set(word, weight)
      else exact.set(word, weight)
      // An innocent word clears itself, not its family.
      if (!stem || weight === 0 || text.endsWith('*')) continue
      const family = stems.get(stem(word))
      if (!family || word.length < family.shortest) stems.set(stem(word), { weight, shortest: word.length })
    }
  return { exact, prefixes, stems }
}

type Family = { weight: number; shortest: number }

/** A stem joins « loving » to « love »; it must not join "will" to "willing", the shorter to the longer. */
function related(stems: Map<string, Family>, root: string, word: string): number | undefined {
  const family = stems.get(root)
  return family && word.length >= family.shortest - 1 ? family.weight : undefined
}

function longest(prefixes: Map<string, number>, word: string): number | undefined {
  for (let end = Math.min(word.length, longestPrefix); end >= shortestPrefix; end--) {
    const weight = prefixes.get(word.slice(0, end))
    if (weight !== undefined) return weight
  }
  return undefined
}

const shortestPrefix = 3
const longestPrefix = 20

/** Few words make most of what people write: 20,000 of them are remembered, then it begins anew. */
function remembering(read: WordReader): WordReader {
  const known = new Map<string, Meaning | undefined>()
  return (word) => {
    const meaning = known.get(word)
    if (meaning !== undefined || known.has(word)) return meaning
    if (word.length > longestWord) return undefined
    if (known.size >= mostKnown) known.clear()
    const found = read(word)
    known.set(word, found)
    return found
  }
}

const mostKnown = 20_000
const longestWord = 40
