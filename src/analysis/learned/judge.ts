import type { Language } from '../../model/mood.ts'
import type { Clause } from '../clauses.ts'
import type { Feeling } from '../feeling.ts'
import { featuresOf, shareOf, slotsOfWord, type WholeFeeling } from './features.ts'
import { kindsOf } from './kinds.ts'
import { type Learned, leaningsOf } from './model.ts'
import { priorOf } from './prior.ts'
import { type Tokens, tokensOf } from './tokens.ts'

/** What a text says to the learned model, kept for whoever asks for its mood towards several. */
export type Heard = { text: string; tokens: Tokens; prior: number }

export function heardIn(text: string, language: Language): Heard {
  const tokens = tokensOf(text)
  return { text, tokens, prior: priorOf(tokens, language) }
}

/** Sums what clauses feel, each with its weight, as the learned model wants it. */
export function wholeOf(feelings: Feeling[], weights: number[], prior: number): WholeFeeling {
  const whole = { sum: 0, evidence: 0, polite: 0, echo: 0, good: 0, bad: 0, last: 0, prior }
  for (const [at, { sum, evidence, polite, echo }] of feelings.entries()) {
    const weight = weights[at]!
    if (weight === 0) continue
    whole.sum += sum * weight
    whole.evidence += evidence * Math.abs(weight)
    whole.polite += polite * Math.max(weight, 0)
    whole.echo += echo * Math.abs(weight)
    if (sum * weight > 0) whole.good += sum * weight
    else whole.bad -= sum * weight
    if (sum !== 0) whole.last = sum * weight
  }
  return whole
}

/** How likely each mood is by what was learned: negative, neutral, positive, together 1. */
export const chancesOf = (
  learned: Learned,
  { text, tokens }: Heard,
  clauses: Clause[],
  whole: WholeFeeling,
): number[] => softmax(leaningsOf(learned, featuresOf(text, tokens, kindsOf(tokens, clauses), whole)))

export function softmax(sums: number[]): number[] {
  const most = Math.max(...sums)
  const shares = sums.map((sum) => Math.exp(sum - most))
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => share / all)
}

/**
 * What each word by itself adds to the mood by what was learned, below 0 bad, in about the lexicon's weights. Pairs of
 * words and manners of writing are left out: nobody could point at them.
 */
export function effectsOf({ words, scale }: Learned, tokens: Tokens): number[] {
  const share = shareOf(tokens) * scale
  return tokens.hashes.map((_, at) =>
    slotsOfWord(tokens, at).reduce(
      (sum, [slot, value]) => sum + (words[slot * 3 + 2]! - words[slot * 3]!) * value * share,
      0,
    ),
  )
}
