import type { Mood } from '../model/mood.ts'
import type { Span } from '../model/oops.ts'
import { foldedWords } from '../model/words.ts'
import type { Clause } from './clauses.ts'
import { isEveryday } from './everyday.ts'
import { moodAt, negation } from './feeling.ts'
import { effectsOf, type Heard } from './learned/judge.ts'
import type { Learned } from './learned/model.ts'
import { plain } from './lexicon/meaning.ts'
import type { Reading } from './reading.ts'

/** Words of a text and what they add to its mood: below 0 bad, above good. */
export type Felt = { words: string; effect: number }

type Placed = Felt & Span

/** The words that feel something, each with what negates or strengthens it. */
export function feltIn({ clauses }: Reading, weights: number[], text: string): Placed[] {
  return clauses.flatMap((clause, at) =>
    clause.units.flatMap((unit, place) => {
      if (unit.meaning === plain || !unit.meaning.mood) return []
      const effect = (unit.sign ? unit.meaning.mood : moodAt(clause.units, place)) * weights[at]!
      if (effect === 0) return []
      const [from, to] = unit.sign ? [unit.from, signEnd(text, unit.from)] : spanOf(clause, place)
      return [{ words: text.slice(from, to), effect, from, to }]
    }),
  )
}

/**
 * The words that what was learned goes by towards a mood, where the lexicon did not point at them already; never a name
 * asked about. A neutral mood has none: there no word weighed.
 */
export function feltByLearning(
  learned: Learned,
  { text, tokens }: Heard,
  listed: Placed[],
  targets: Span[],
  label: Mood,
): Placed[] {
  if (label === 'neutral') return []
  const side = label === 'positive' ? 1 : -1
  const taken = [...listed, ...targets]
  return effectsOf(learned, tokens).flatMap((effect, at) => {
    const [from, to] = [tokens.from[at]!, tokens.to[at]!]
    const words = text.slice(from, to)
    if (!tokens.spoken[at] || effect * side < worthNaming(words)) return []
    if (taken.some((span) => span.from < to && from < span.to)) return []
    return [{ words, effect, from, to }]
  })
}

/** Less than this nobody would believe of a single word, and still less of one that stands in every other post. */
const worthNaming = (word: string) => (isEveryday(foldedWords(word).join(' ')) ? 1.5 : 0.6)

/** From the negation or the degree that belongs to a word to the word itself, or the other way round. */
function spanOf({ units }: Clause, at: number): [number, number] {
  const negates = negation(units, at)
  const stressed = at > 0 && units[at - 1]!.meaning.degree ? at - 1 : at
  const first = negates < 0 ? stressed : Math.min(stressed, negates)
  return [units[first]!.from, units[Math.max(at, negates)]!.to]
}

const signEnd = (text: string, from: number) => from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1)
