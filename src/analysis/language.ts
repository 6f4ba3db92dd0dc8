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
  const words = lettersOf(text.slice(0, mostRead)).slice(0, mostWords)
  if (!mostlyLatin(words)) return null
  const scores = new Float64Array(languages.length)
  for (const word of words) {
    const likely = likelihoods(word)
    for (let at = 0; at < scores.length; at++) scores[at]! += likely[at]!
  }
  const best = scores.indexOf(Math.max(...scores))
  const second = Math.max(...scores.map((score, at) => (at === best ? -Infinity : score)))
  const common = words.filter((word) => learnedOnce().common[best]!.has(word)).length
  const lead = scores[best]! - second
  if (lead < (common === 0 && words.length < fewWords ? clearLeadOfFew : clearLead)) return null
  return foreign(words, common) ? null : languages[best]!
}

// What people write in one go shows its language in its first few sentences.
const mostRead = 600
const mostWords = 120

// In natural logarithms, measured on film lines and tweets: a guess is right more often than not even when it
// leads by little, but a name or two (« Nimbus Lumeo ») says nothing.
const clearLead = 0.05
const fewWords = 3
const clearLeadOfFew = 3

type Learned = { model: WordModel; common: Set<string>[]; others: Set<string>[] }
let learned: Learned | undefined

/** Learning takes some 50 ms; it waits for the first text, so that starting does not. */
function learnedOnce(): Learned {
  const samples = [fr, en, es, de, it, pt]
  learned ??= {
    model: learn(samples),
    common: samples.map(({ words }) => new Set(lettersOf(words))),
    others: Object.values(others).map((words) => new Set(lettersOf(words))),
  }
  return learned
}

const known = new Map<string, Float64Array>()
const mostKnown = 10_000

/** How likely each language wrote the word, against the likeliest; no single word decides alone. */
function likelihoods(word: string): Float64Array {
  const short = word.slice(0, longestWord)
  const before = known.get(short)
  if (before) return before
  const likely = learnedOnce().model(short)
  const most = Math.max(...likely)
  for (let at = 0; at < likely.length; at++) likely[at] = Math.max(likely[at]! - most, -mostPerWord)
  if (known.size >= mostKnown) known.clear()
  known.set(short, likely)
  return likely
}

const longestWord = 30
const mostPerWord = 9

const latin = /^\p{Script=Latin}/u
function mostlyLatin(words: string[]): boolean {
  const ours = words.filter((word) => latin.test(word)).length
  return ours > 0 && ours * 2 >= words.length
}

/** Whether another language has more of its commonest words in the text than the best of ours. */
function foreign(words: string[], common: number): boolean {
  return learnedOnce().others.some((theirs) => {
    const found = words.filter((word) => theirs.has(word)).length
    return found >= 2 && found > common
  })
}
