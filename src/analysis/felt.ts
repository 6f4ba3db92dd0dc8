import type { Clause } from './clauses.ts'
import { moodAt, negation } from './feeling.ts'
import { plain } from './lexicon/meaning.ts'
import type { Reading } from './reading.ts'

/** Words of a text and what they add to its mood: below 0 bad, above good. */
export type Felt = { words: string; effect: number }

/** The words that feel something, each with what negates or strengthens it. */
export function feltIn({ clauses }: Reading, weights: number[], text: string): Felt[] {
  return clauses.flatMap((clause, at) =>
    clause.units.flatMap((unit, place) => {
      if (unit.meaning === plain || !unit.meaning.mood) return []
      const effect = (unit.sign ? unit.meaning.mood : moodAt(clause.units, place)) * weights[at]!
      if (effect === 0) return []
      const [from, to] = unit.sign ? [unit.from, signEnd(text, unit.from)] : spanOf(clause, place)
      return [{ words: text.slice(from, to), effect }]
    }),
  )
}

/** From the negation or the degree that belongs to a word to the word itself, or the other way round. */
function spanOf({ units }: Clause, at: number): [number, number] {
  const negates = negation(units, at)
  const stressed = at > 0 && units[at - 1]!.meaning.degree ? at - 1 : at
  const first = negates < 0 ? stressed : Math.min(stressed, negates)
  return [units[first]!.from, units[Math.max(at, negates)]!.to]
}

const signEnd = (text: string, from: number) => from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1)
