import type { Language } from '../model/mood.ts'
import type { Span } from '../model/oops.ts'
import { type Clause, clausesOf, type Unit } from './clauses.ts'
import { type Feeling, feelingOf } from './feeling.ts'
import { lexiconOf } from './lexicon/index.ts'
import { plain } from './lexicon/meaning.ts'
import { namesIn } from './names.ts'

/** What is understood of a text in a language: its clauses, what each of them feels, and whom each names. */
export type Reading = { clauses: Clause[]; feelings: Feeling[]; names(): Unit[][] }

/** Reads a text (already made readable). */
export function read(text: string, language: Language): Reading {
  const clauses = clausesOf(text, lexiconOf(language))
  return { clauses, feelings: clauses.map(feelingOf), names: once(() => namesIn(clauses, text)) }
}

/** A name praises and accuses nobody, whatever it is made of: « Super U », "Best Buy". */
export function hushNames(reading: Reading, text: string, targets: Span[]): Reading {
  const clauses = hushed(reading.clauses, targets)
  if (clauses.every((clause, at) => clause === reading.clauses[at])) return reading
  const feelings = clauses.map((clause, at) =>
    clause === reading.clauses[at] ? reading.feelings[at]! : feelingOf(clause),
  )
  return { clauses, feelings, names: once(() => namesIn(clauses, text)) }
}

/** The same clauses, but for those in which a name means something. */
function hushed(clauses: Clause[], targets: Span[]): Clause[] {
  const places = [...targets].sort((a, b) => a.from - b.from)
  let next = 0
  const isNamed = ({ from, to }: Unit) => {
    while (next < places.length && places[next]!.to <= from) next++
    return next < places.length && places[next]!.from <= from && to <= places[next]!.to
  }
  return clauses.map((clause) => {
    let units = clause.units
    for (let at = 0; at < units.length; at++) {
      const unit = units[at]!
      if (unit.meaning === plain || !isNamed(unit)) continue
      if (units === clause.units) units = [...units]
      units[at] = { ...unit, meaning: plain }
    }
    return units === clause.units ? clause : { ...clause, units }
  })
}

function once<T>(find: () => T): () => T {
  let found: T | undefined
  return () => (found ??= find())
}
