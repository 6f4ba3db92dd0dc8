import type { Clause, Unit } from './clauses.ts'
import { plain } from './lexicon/meaning.ts'

/**
 * What a clause feels. `sum`: its mood in the lexicons' weights, negations and degrees applied; `evidence`: how
 * much was said either way; `polite`: how often somebody was thanked; `echo`: signs that take the others' mood.
 */
export type Feeling = { sum: number; evidence: number; polite: number; echo: number }

export const unfelt = (): Feeling => ({ sum: 0, evidence: 0, polite: 0, echo: 0 })

export function feelingOf({ units, exclaims, asks }: Clause): Feeling {
  const feeling = unfelt()
  for (let at = 0; at < units.length; at++) {
    const { meaning, sign } = units[at]!
    if (meaning === plain) continue
    if (meaning.echoes) feeling.echo += meaning.mood
    else if (meaning.polite) feeling.polite += 1
    // « Super déçu », "terribly good": a word that can strengthen does only that before a mood.
    else if (meaning.degree && isMoodWord(units[at + 1])) continue
    else if (meaning.mood) add(feeling, sign ? meaning.mood : moodAt(units, at))
    else if (meaning.negates) feeling.sum -= plainNo
  }
  feeling.sum *= 1 + Math.min(exclaims, mostExclaims) * exclaimWeight
  if (asks) feeling.sum *= askWeight
  return feeling
}

const isMoodWord = (unit: Unit | undefined) => unit !== undefined && unit.meaning.mood !== 0 && !unit.sign

function add(feeling: Feeling, mood: number) {
  feeling.sum += mood
  feeling.evidence += Math.abs(mood)
}

/** What the word here adds to its clause: its own mood, with the degrees before it and what negates it. */
export function moodAt(units: Unit[], at: number): number {
  const unit = units[at]!
  let mood = unit.meaning.mood * unit.stress
  for (let before = at - 1; before >= 0 && before >= at - 2; before--)
    if (units[before]!.meaning.degree) mood *= units[before]!.meaning.degree
  if (!negated(units, at)) return mood
  return mood > 0 ? mood * notGood : mood * notBad
}

/**
 * Under a negation up to four units back (« n’est pas du tout très fiable »), or one that French puts behind its
 * verb (« j’aime vraiment pas »).
 */
const negated = (units: Unit[], at: number) => negation(units, at) >= 0

/** The place of what negates the word here, -1 where nothing does. */
export function negation(units: Unit[], at: number): number {
  for (let back = at - 1; back >= 0 && back >= at - reach; back--)
    if (units[back]!.meaning.negates) return back
  const next = units[at + 1]
  if (next?.meaning.negatesBefore) return at + 1
  return next?.meaning.degree && units[at + 2]?.meaning.negatesBefore ? at + 2 : -1
}

const reach = 4

// Tried on tweets, reviews and news; all of them are flat around these values. « Pas bon » is nearly as bad as
// « mauvais », « pas mauvais » is far from « bon », and who only says no is a little cross already.
const notGood = -0.8
const notBad = -0.4
const plainNo = 0.25
const exclaimWeight = 0.12
const mostExclaims = 3
const askWeight = 0.8
