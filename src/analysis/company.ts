import type { Words } from '../model/words.ts'
import { isEveryday } from './everyday.ts'

/** A word that keeps a term company: how it is spelled, and in how many of the texts with the term it stands near. */
export type Companion = { word: string; spelled: string; texts: number }

/**
 * Learns, text by text, which words stand near a (folded) word more often than elsewhere; `companions` gives the
 * most telling first.
 */
export function newCompany(term: string) {
  const near = new Map<string, { texts: number; spelled: string }>()
  const elsewhere = new Map<string, number>()
  let withTerm = 0
  let without = 0

  function learn(text: Words) {
    const { words } = text
    if (!words.includes(term)) {
      without++
      for (const word of new Set(words)) elsewhere.set(word, (elsewhere.get(word) ?? 0) + 1)
      return
    }
    withTerm++
    for (const [word, at] of around(text, placesOf(term, text))) {
      const known = near.get(word)
      if (known) known.texts++
      else near.set(word, { texts: 1, spelled: text.text.slice(text.from[at], text.to[at]).toLowerCase() })
    }
  }

  function companions(most: number): Companion[] {
    return [...near]
      .map(([word, { texts, spelled }]) => {
        const counts = {
          here: texts,
          allHere: withTerm,
          there: elsewhere.get(word) ?? 0,
          allThere: without,
        }
        return { word, spelled, texts, tells: likelihoodRatio(counts) }
      })
      .filter(({ texts, tells }) => texts >= leastTexts && tells >= leastTelling)
      .sort((a, b) => b.tells - a.tells || b.texts - a.texts || (a.word < b.word ? -1 : 1))
      .slice(0, most)
      .map(({ word, spelled, texts }) => ({ word, spelled, texts }))
  }

  return { learn, companions }
}

/**
 * Where the word stands with a capital that it owes to no beginning of a sentence, as names do; everywhere, in a
 * text that never writes it so.
 */
function placesOf(term: string, { text, words, from }: Words): number[] {
  const all = words.flatMap((word, at) => (word === term ? [at] : []))
  const named = all.filter(
    (at) => /^\p{Lu}/u.test(text.slice(from[at], from[at]! + 2)) && !opens.test(text.slice(0, from[at])),
  )
  return named.length > 0 ? named : all
}

const opens = /(?:^|[.!?…:\n])[\s"«“(]*$/u

/** The words near these places that could say what is spoken of, each once, with a place where it stands. */
function around({ words }: Words, places: number[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const place of places)
    for (let at = Math.max(0, place - reach); at <= Math.min(words.length - 1, place + reach); at++) {
      const word = words[at]!
      if (word.length >= leastLetters && !/\d/.test(word) && word !== words[place] && !isEveryday(word))
        found.set(word, at)
    }
  return found
}

/**
 * Dunning's log-likelihood ratio G² ("Accurate Methods for the Statistics of Surprise and Coincidence",
 * Computational Linguistics 19, 1993): 2 Σ k ln(k / expected) over the table of texts with and without the term,
 * with and without the word. 0 where the word is not more frequent near the term than elsewhere.
 */
function likelihoodRatio(counts: { here: number; allHere: number; there: number; allThere: number }): number {
  const { here, allHere, there, allThere } = counts
  if (here * allThere <= there * allHere) return 0
  const all = allHere + allThere
  const part = (count: number, row: number, column: number) =>
    count === 0 ? 0 : count * Math.log((count * all) / (row * column))
  const [word, other] = [here + there, all - here - there]
  return (
    2 *
    (part(here, allHere, word) +
      part(there, allThere, word) +
      part(allHere - here, allHere, other) +
      part(allThere - there, allThere, other))
  )
}

const reach = 10
const leastLetters = 4
const leastTexts = 2
// By chance in one of a hundred words (χ², one degree of freedom).
const leastTelling = 6.63
