import type { Clause } from './clauses.ts'

/**
 * How much each clause counts for the mood of a whole text: « long, mais superbe » is praise, so what stands
 * before a contrast loses and what follows gains; a concession (« malgré… ») counts half.
 */
export function wholeWeights(clauses: Clause[]): number[] {
  const weights = clauses.map(() => 1)
  for (const [at, clause] of clauses.entries()) {
    if (clause.turn === 'concession') weights[at]! *= concessionWeight
    if (clause.turn !== 'contrast') continue
    // A « Mais » that opens a sentence looks back on the sentence before.
    const opens = at === 0 || clauses[at - 1]!.sentence !== clause.sentence
    const oldest = opens ? clause.sentence - 1 : clause.sentence
    for (let back = at - 1; back >= 0 && at - back <= reach && clauses[back]!.sentence >= oldest; back--)
      weights[back]! *= beforeContrast
    weights[at]! *= afterContrast
  }
  return weights
}

// Tried on tweets, reviews and news. The reach keeps a text of nothing but « mais » from costing its square.
const concessionWeight = 0.5
const beforeContrast = 0.7
const afterContrast = 1.3
const reach = 8
