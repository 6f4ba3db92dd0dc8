import type { Span } from '../model/oops.ts'
import type { Clause, Unit } from './clauses.ts'
import type { Reading } from './reading.ts'
import { wholeWeights } from './weights.ts'

/**
 * How much each clause counts for the mood towards a target that stands in `targets` (UTF-16 units of the text).
 * A clause counts for whoever it names, else for whoever was named last: « Nimbus est top mais Lumeo m’a volé »
 * praises one and accuses the other. Below 0 where the target is held against somebody: « mieux que Nimbus ».
 */
export function targetWeights({ clauses, names }: Reading, targets: Span[]): number[] {
  const subjects = subjectsOf(clauses, names(), targets)
  const first = subjects.findIndex(({ who }) => who === 'target')
  if (first < 0) return wholeWeights(clauses)
  const contrasts = contrastsWithin(clauses, subjects)
  let since = 0
  let sign = 1
  return subjects.map(({ who, named, compared }, at) => {
    const { sentence, turn } = clauses[at]!
    since = named ? 0 : since + 1
    if (at === 0 || clauses[at - 1]!.sentence !== sentence) sign = 1
    if (named && who === 'target') sign = compared
    if (who === 'rival') return contrasts.get(sentence) ?? ofRival
    if (who === 'nobody') return beforeTarget ** Math.min(first - at, faintest)
    return sign * (turn === 'concession' ? concessionWeight : 1) * afterTarget ** Math.min(since, faintest)
  })
}

/**
 * Whether a text speaks of nobody but its targets (of whomever, where there are none): `weights` are those of its
 * clauses. « Je préfère Nimbus à Lumeo » names two in one breath.
 */
export function isAboutThem(
  reading: Reading,
  text: string,
  weights: number[],
  targets: Span[] | undefined,
): boolean {
  if (weights.some((weight) => weight <= ofRival)) return false
  if (!targets || !reading.clauses.some(({ units }) => units.some(({ meaning }) => meaning.compares)))
    return true
  const ours = (unit: Span) => targets.some((target) => overlaps(unit, target))
  return reading.names().every((all) => all.every(ours)) && !reading.clauses.some(isAgainst(ours, text))
}

/** Whether a clause holds something against somebody who is none of ours: behind « que », « à », "than". */
const isAgainst =
  (ours: (unit: Span) => boolean, text: string) =>
  ({ units }: Clause) =>
    units.some((unit, at) => {
      const before = units[at - 1]
      return (
        before?.meaning.than &&
        /^\p{Lu}/u.test(text.slice(unit.from, unit.to)) &&
        !ours(unit) &&
        units.slice(0, at).some((one) => one.meaning.compares)
      )
    })

type Subject = { who: 'target' | 'rival' | 'nobody'; named: boolean; compared: number }

/** What is said of somebody else counts so little. */
const ofRival = 0.05
const beforeTarget = 0.6
const afterTarget = 0.9
const faintest = 10
const concessionWeight = 0.5
const againstCompared = -0.8

function subjectsOf(clauses: Clause[], names: Unit[][], targets: Span[]): Subject[] {
  const places = [...targets].sort((a, b) => a.from - b.from)
  let next = 0
  let who: Subject['who'] = 'nobody'
  return clauses.map((clause, at) => {
    const end = clause.units[clause.units.length - 1]!.to
    const here: Span[] = []
    while (next < places.length && places[next]!.from < end) here.push(places[next++]!)
    const rival = names[at]!.some((name) => !here.some((target) => overlaps(name, target)))
    if (here.length > 0) who = 'target'
    else if (rival) who = 'rival'
    const compared = here.length > 0 && isCompared(clause.units, here[0]!) ? againstCompared : 1
    return { who, named: here.length > 0 || rival, compared }
  })
}

const overlaps = (a: Span, b: Span) => a.from < b.to && b.from < a.to

/** « Contrairement à Nimbus, … »: in the whole sentence, what is said of others is meant against the target. */
function contrastsWithin(clauses: Clause[], subjects: Subject[]): Map<number, number> {
  const found = new Map<number, number>()
  for (const [at, { who, compared }] of subjects.entries())
    if (who === 'target' && compared < 0 && clauses[at]!.units.some((unit) => unit.meaning.turn === 'unlike'))
      found.set(clauses[at]!.sentence, compared)
  return found
}

/** Whether the target stands behind « mieux que », "worse than", « contrairement à ». */
function isCompared(units: Unit[], target: Span): boolean {
  const at = units.findIndex((unit) => unit.to > target.from)
  const before = units.slice(Math.max(0, at - farthestThan), at)
  if (before.some((unit) => unit.meaning.turn === 'unlike')) return true
  const than = before.findLastIndex((unit) => unit.meaning.than)
  return than >= 0 && units.slice(0, at - before.length + than).some((unit) => unit.meaning.compares)
}

const farthestThan = 3
