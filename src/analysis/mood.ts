import type { Analysis, Language, Sentiment } from '../model/mood.ts'
import type { Span } from '../model/oops.ts'
import { type Clause, clausesOf, type Unit } from './clauses.ts'
import { feelingOf, unfelt } from './feeling.ts'
import { lexiconOf } from './lexicon/index.ts'
import { mostRead, readable } from './readable.ts'
import { targetWeights } from './towards.ts'
import { verdict } from './verdict.ts'
import { wholeWeights } from './weights.ts'

/**
 * The mood of a text, or towards the targets whose places in it are given. With no language known, French and
 * English are both tried and the clearer answer taken. Always answers: where nothing is felt, neutral with
 * little confidence.
 */
export const mood: Analysis['mood'] = (text, language, targets) => {
  const { part, spans } = nearby(text, targets?.length ? targets : undefined)
  if (language) return moodIn(part, language, spans)
  const [french, english] = [moodIn(part, 'fr', spans), moodIn(part, 'en', spans)]
  const clearer = Math.abs(english.score) > Math.abs(french.score) ? english : french
  return { ...clearer, confidence: clearer.confidence * sureOfUnknown }
}

// Half of what was tried does not fit the text's language.
const sureOfUnknown = 0.8

/** What is read of a text: its beginning or, where the first target comes later, what stands around that. */
function nearby(text: string, targets: Span[] | undefined): { part: string; spans: Span[] | undefined } {
  const first = targets ? Math.min(...targets.slice(0, 100).map((span) => span.from)) : 0
  const start = first > mostRead / 2 ? first - mostRead / 2 : 0
  const spans = targets?.map(({ from, to }) => ({ from: from - start, to: to - start }))
  return { part: readable(text.slice(start, start + mostRead)), spans }
}

function moodIn(text: string, language: Language, targets: Span[] | undefined): Sentiment {
  const read = clausesIn(text, language)
  const clauses = targets ? hushNames(read, targets) : read
  const weights = targets ? targetWeights(clauses, text, targets) : wholeWeights(clauses)
  const total = unfelt()
  let units = 0
  for (const [at, clause] of clauses.entries()) {
    const feeling = feelingOf(clause)
    const weight = weights[at]!
    total.sum += feeling.sum * weight
    total.evidence += feeling.evidence * Math.abs(weight)
    total.polite += feeling.polite * Math.max(weight, 0)
    total.echo += feeling.echo * Math.abs(weight)
    units += clause.units.length
  }
  return verdict(total, units, language)
}

/** A mention asks for the mood of its text and towards each of its topics, one after the other: it is read once. */
function clausesIn(text: string, language: Language): Clause[] {
  if (last?.text !== text || last.language !== language)
    last = { text, language, clauses: clausesOf(text, lexiconOf(language)) }
  return last.clauses
}

let last: { text: string; language: Language; clauses: Clause[] } | undefined

/** A name praises and accuses nobody, whatever it is made of: « Super U », "Best Buy". */
function hushNames(clauses: Clause[], targets: Span[]): Clause[] {
  const places = [...targets].sort((a, b) => a.from - b.from)
  let next = 0
  const hushed = (unit: Unit): Unit => {
    while (next < places.length && places[next]!.to <= unit.from) next++
    const place = places[next]
    const named = place && place.from <= unit.from && unit.to <= place.to
    return named ? { ...unit, meaning: {} } : unit
  }
  return clauses.map((clause) => ({ ...clause, units: clause.units.map(hushed) }))
}
