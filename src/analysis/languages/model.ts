import { lettersOf } from './letters.ts'
import type { Sample } from './sample.ts'
import { learnSpelling } from './spelling.ts'

/** How likely each language (in the order of the samples) would have written a word, as natural logarithms. */
export type WordModel = (word: string) => Float64Array

/**
 * Learns languages from their samples, in a few milliseconds: their common words by rank (Zipf: the second
 * word is half as frequent as the first), and for all others how letters follow each other.
 */
export function learn(samples: Sample[]): WordModel {
  const common = together(samples.map(({ words }) => shares(lettersOf(words))))
  const spelling = learnSpelling(samples.map(({ words, text }) => [...lettersOf(text), ...lettersOf(words)]))
  return (word) => {
    const likely = spelling(word)
    const share = common.get(word)
    for (let at = 0; at < likely.length; at++)
      likely[at] = Math.log(commonShare * (share?.[at] ?? 0) + (1 - commonShare) * likely[at]!)
    return likely
  }
}

const commonShare = 0.6

/** What part of a running text each of the commonest words makes up. */
function shares(ranked: string[]): Map<string, number> {
  const weights = new Map<string, number>()
  for (const [rank, word] of ranked.entries()) {
    if (!weights.has(word)) weights.set(word, 1 / (rank + flatten))
    // Many write without accents: « deja » counts too, but less.
    const bare = word.normalize('NFD').replace(/\p{M}/gu, '')
    if (!weights.has(bare)) weights.set(bare, bareWeight / (rank + flatten))
  }
  const sum = [...weights.values()].reduce((total, weight) => total + weight, 0)
  for (const [word, weight] of weights) weights.set(word, weight / sum)
  return weights
}

/** What part of the running text of each language a word makes up, by the word. */
function together(languages: Map<string, number>[]): Map<string, Float64Array> {
  const all = new Map<string, Float64Array>()
  for (const [at, shares] of languages.entries())
    for (const [word, share] of shares) {
      const parts = all.get(word) ?? new Float64Array(languages.length)
      parts[at] = share
      all.set(word, parts)
    }
  return all
}

const flatten = 12
const bareWeight = 0.3
