import { foldedWords } from '../../model/words.ts'
import type { Lexicon, Weighed } from './lexicon.ts'
import { type Meaning, meaningOf, plain } from './meaning.ts'
import { isStretched, squeezed } from './stretched.ts'

/** A lexicon ready to be asked: what the words from a place on mean, and how many of them it took. */
export type Prepared = { at(words: string[], place: number): Found }
export type Found = { meaning: Meaning; length: number }

/** One word that means nothing. */
export const nothing: Found = { meaning: plain, length: 1 }

/** Folds and indexes a lexicon, once. `stem` brings a word's endings together, where the language needs it. */
export function prepare(lexicon: Lexicon, stem?: (word: string) => string): Prepared {
  const roles = rolesIn(lexicon)
  const idioms = indexIdioms(roles)
  const meaningOfWord = wordReader(lexicon.words, roles, stem)
  const entryOf = remembering((word) => {
    const parts = meaningOfWord(word)
    const begins = idioms.get(word)
    if (!parts && !begins) return noEntry
    return { alone: parts ? { meaning: meaningOf(parts), length: 1 } : nothing, begins: begins ?? [] }
  })
  return {
    at(words, place) {
      const { alone, begins } = entryOf(words[place]!)
      for (const idiom of begins) if (standsAt(place, words, idiom.words)) return idiom.found
      return alone
    },
  }
}

/** What a word means alone, and the idioms that begin with it, the longest first. */
type Entry = { alone: Found; begins: Idiom[] }
const noEntry: Entry = { alone: nothing, begins: [] }

function standsAt(place: number, words: string[], idiom: string[]): boolean {
  if (place + idiom.length > words.length) return false
  for (let next = 1; next < idiom.length; next++) if (words[place + next] !== idiom[next]) return false
  return true
}

type Idiom = { words: string[]; found: Found }

function indexIdioms(roles: Roles): Map<string, Idiom[]> {
  const idioms = new Map<string, Idiom[]>()
  for (const [whole, parts] of roles) {
    const words = whole.split(' ')
    if (words.length === 1) continue
    const idiom = { words, found: { meaning: meaningOf(parts), length: words.length } }
    idioms.set(words[0]!, [...(idioms.get(words[0]!) ?? []), idiom])
  }
  for (const list of idioms.values()) list.sort((a, b) => b.words.length - a.words.length)
  return idioms
}

type Roles = Map<string, Partial<Meaning>>

/** Idioms and roles by their folded words: the same words may have several parts to play (« super »). */
function rolesIn(lexicon: Lexicon): Roles {
  const roles: Roles = new Map()
  const add = (list: string, parts: Partial<Meaning>) => {
    for (const text of list.split(',')) {
      const words = foldedWords(text).join(' ')
      if (words !== '') roles.set(words, { ...roles.get(words), ...parts })
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

type WordReader = (word: string) => Partial<Meaning> | undefined

function wordReader(words: Weighed[], roles: Roles, stem?: (word: string) => string): WordReader {
  const { exact, prefixes, stems } = indexWords(words, stem)
  const moodOf = (word: string) =>
    exact.get(word) ?? longest(prefixes, word) ?? (stem && related(stems, stem, word))
  const read: WordReader = (word) => {
    const mood = moodOf(word)
    const role = roles.get(word)
    return mood === undefined ? role : { mood, ...role }
  }
  return (word) => {
    const found = read(word)
    if (found || !isStretched(word)) return found
    const [twice, once] = squeezed(word) as [string, string]
    return read(twice) ?? read(once)
  }
}

function indexWords(words: Weighed[], stem?: (word: string) => string) {
  const exact = new Map<string, number>()
  const prefixes: Prefixes = { weights: new Map(), beginnings: new Set() }
  const stems = new Map<string, Family>()
  for (const [weight, list] of words)
    for (const text of list.trim().split(/\s+/u)) {
      const [word = ''] = foldedWords(text)
      if (text.endsWith('*')) {
        prefixes.weights.set(word, weight)
        prefixes.beginnings.add(word.slice(0, shortestPrefix))
      } else exact.set(word, weight)
      // An innocent word clears itself, not its family.
      if (!stem || weight === 0 || text.endsWith('*')) continue
      const family = stems.get(stem(word))
      if (!family || word.length < family.shortest) stems.set(stem(word), { weight, shortest: word.length })
    }
  return { exact, prefixes, stems }
}

type Family = { weight: number; shortest: number }

/** A stem joins « loving » to « love »; it must not join "will" to "willing", the shorter to the longer. */
function related(
  stems: Map<string, Family>,
  stem: (word: string) => string,
  word: string,
): number | undefined {
  // A stem takes time, and what holds a digit has no ending to take off.
  if (digit.test(word)) return undefined
  const family = stems.get(stem(word))
  return family && word.length >= family.shortest - 1 ? family.weight : undefined
}

const digit = /[0-9]/

/** What begins so, and the first letters of all of it: most words begin otherwise, and are soon done with. */
type Prefixes = { weights: Map<string, number>; beginnings: Set<string> }

function longest({ weights, beginnings }: Prefixes, word: string): number | undefined {
  if (!beginnings.has(word.slice(0, shortestPrefix))) return undefined
  for (let end = Math.min(word.length, longestPrefix); end >= shortestPrefix; end--) {
    const weight = weights.get(word.slice(0, end))
    if (weight !== undefined) return weight
  }
  return undefined
}

const shortestPrefix = 3
const longestPrefix = 20

/** Few words make most of what people write: 20,000 of them are remembered, then it begins anew. */
function remembering(read: (word: string) => Entry): (word: string) => Entry {
  const known = new Map<string, Entry>()
  return (word) => {
    const before = known.get(word)
    if (before) return before
    if (word.length > longestWord) return noEntry
    if (known.size >= mostKnown) known.clear()
    const entry = read(word)
    known.set(word, entry)
    return entry
  }
}

const mostKnown = 20_000
const longestWord = 40
