import { type Language, languages } from '../model/mood.ts'
import { de } from './languages/de.ts'
import { en } from './languages/en.ts'
import { es } from './languages/es.ts'
import { fr } from './languages/fr.ts'
import { it } from './languages/it.ts'
import { lettersOf } from './languages/letters.ts'
import { learn, type WordModel } from './languages/model.ts'
import { others } from './languages/others.ts'
import { pt } from './languages/pt.ts'

/**
 * The language of a text out of six, or null: when there is nothing to go on, when it is mostly in other letters
 * than Latin ones, when it looks like a language that Vigie does not read.
 */
export function language(text: string): Language | null {
  const words = lettersOf(text.slice(0, mostRead), mostWords)
  if (!mostlyLatin(words)) return null
  const { scores, common, foreign } = tally(words)
  const best = scores.indexOf(Math.max(...scores))
  const second = Math.max(...scores.map((score, at) => (at === best ? -Infinity : score)))
  const lead = scores[best]! - second
  if (lead < (common[best] === 0 && words.length < fewWords ? clearLeadOfFew : clearLead)) return null
  // Another language has more of its commonest words in the text than the best of ours.
  const abroad = Math.max(...foreign)
  return abroad >= 2 && abroad > common[best]! ? null : languages[best]!
}

// What people write in one go shows its language in its first few sentences.
const mostRead = 600
const mostWords = 120

// In natural logarithms, measured on film lines and tweets: a guess is right more often than not even when it
// leads by little, but a name or two (« Nimbus Lumeo ») says nothing.
const clearLead = 0.05
const fewWords = 3
const clearLeadOfFew = 3

/** How likely each language wrote the words, and how many are of its commonest ones, or of those of another. */
function tally(words: string[]) {
  const scores = new Float64Array(languages.length)
  const common = new Uint8Array(languages.length)
  const foreign = new Uint8Array(foreignTongues.length)
  for (const word of words) {
    const { likely, commonIn, foreignIn } = traitsOf(word)
    for (let at = 0; at < scores.length; at++) {
      scores[at]! += likely[at]!
      common[at]! += (commonIn >> at) & 1
    }
    if (foreignIn !== 0) for (let at = 0; at < foreign.length; at++) foreign[at]! += (foreignIn >> at) & 1
  }
  return { scores, common, foreign }
}

/**
 * What is remembered of a word: how likely each language wrote it, against the likeliest, and which ones have it
 * among their commonest words, a bit for each of ours and for each of the others.
 */
type Traits = { likely: Float64Array; commonIn: number; foreignIn: number }

const known = new Map<string, Traits>()
const mostKnown = 10_000

function traitsOf(word: string): Traits {
  const short = word.length > longestWord ? word.slice(0, longestWord) : word
  const before = known.get(short)
  if (before) return before
  const { model, common, foreign } = learnedOnce()
  const likely = model(short)
  let most = -Infinity
  for (const one of likely) most = Math.max(most, one)
  // No single word decides alone.
  for (let at = 0; at < likely.length; at++) likely[at] = Math.max(likely[at]! - most, -mostPerWord)
  const traits = { likely, commonIn: common.get(short) ?? 0, foreignIn: foreign.get(short) ?? 0 }
  if (known.size >= mostKnown) known.clear()
  known.set(short, traits)
  return traits
}

const longestWord = 30
const mostPerWord = 9

type Learned = { model: WordModel; common: Map<string, number>; foreign: Map<string, number> }
let learned: Learned | undefined

/** Learning takes some 50 ms; it waits for the first text, so that starting does not. */
function learnedOnce(): Learned {
  const samples = [fr, en, es, de, it, pt]
  learned ??= {
    model: learn(samples),
    common: bits(samples.map(({ words }) => words)),
    foreign: bits(foreignTongues),
  }
  return learned
}

const foreignTongues = Object.values(others)

/** In which of some lists each word stands, as bits. */
function bits(lists: string[]): Map<string, number> {
  const all = new Map<string, number>()
  for (const [at, list] of lists.entries())
    for (const word of lettersOf(list)) all.set(word, (all.get(word) ?? 0) | (1 << at))
  return all
}

const latin = /^\p{Script=Latin}/u
function mostlyLatin(words: string[]): boolean {
  let ours = 0
  for (const word of words) if (isPlainLetter(word.charCodeAt(0)) || latin.test(word)) ours++
  return ours > 0 && ours * 2 >= words.length
}

const isPlainLetter = (code: number) => code >= 0x61 && code <= 0x7a
