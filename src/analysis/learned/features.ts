import type { Feeling } from '../feeling.ts'
import type { Tokens } from './tokens.ts'

/**
 * What the learned model weighs of a text: `slots` with a `value` each. The first are words, pairs of words and
 * manners of writing, hashed; the last `feltSlots` say what the lexicon found.
 */
export type Features = { slots: Int32Array; values: Float32Array; count: number }

export const hashedSlots = 1 << 17
export const feltSlots = 18
export const allSlots = hashedSlots + feltSlots

/**
 * The features of a text; `kinds` is what the lexicon takes its tokens for. They stand in arrays that the next call uses
 * again.
 */
export function featuresOf(text: string, tokens: Tokens, kinds: Uint8Array, felt: WholeFeeling): Features {
  count = 0
  const { hashes, stems, roots, negated } = tokens
  for (let at = 0; at < hashes.length; at++) {
    const hash = hashes[at]!
    put(slotOf(word, hash), 1)
    if (at > 0) put(slotOf(pair, Math.imul(hashes[at - 1]!, 31) ^ hash), 1)
    if (at > 1) put(slotOf(overOne, Math.imul(hashes[at - 2]!, 37) ^ hash), 0.5)
    if (at > 0 && kinds[at]) put(slotOf(beforeKind, Math.imul(hashes[at - 1]!, 31) ^ kinds[at]!), 0.5)
    if (at > 0 && kinds[at - 1]) put(slotOf(behindKind, Math.imul(kinds[at - 1]!, 31) ^ hash), 0.5)
    if (negated[at]) put(slotOf(denied, hash), 0.7)
    if (stems[at] !== 0) put(slotOf(beginning, stems[at]!), 0.7)
    if (roots[at] !== 0) put(slotOf(beginning, roots[at]!), 0.7)
  }
  addCourse(kinds, hashes.length)
  for (const manner of mannersOf(text, hashes.length)) put(slotOf(manners, manner), 1)
  level()
  addFelt(felt)
  return { slots, values, count }
}

/** What the words of a text weigh against each other: the value of one that stands in `count` features is less. */
export const shareOf = (tokens: Tokens) => {
  const { length } = tokens.hashes
  // About three features for each, as `level` counts them.
  return wordsWeigh / Math.sqrt(3 * length || 1)
}

/** The slots that a word takes part in by itself, for whoever asks what it added. */
export function slotsOfWord(
  { hashes, stems, roots, negated }: Tokens,
  at: number,
): [slot: number, value: number][] {
  const all: [number, number][] = [[slotOf(word, hashes[at]!), 1]]
  if (negated[at]) all.push([slotOf(denied, hashes[at]!), 0.7])
  for (const part of [stems[at]!, roots[at]!]) if (part !== 0) all.push([slotOf(beginning, part), 0.7])
  return all
}

let count = 0
// Ten at most for each of 400 tokens, and what is left.
const slots = new Int32Array(4_100)
const values = new Float32Array(4_100)

function put(slot: number, value: number) {
  slots[count] = slot
  values[count++] = value
}

/** A long text says no more than a short one: together its words weigh the same. */
function level() {
  let squares = 0
  for (let at = 0; at < count; at++) squares += values[at]! * values[at]!
  const share = wordsWeigh / Math.sqrt(squares || 1)
  for (let at = 0; at < count; at++) values[at]! *= share
}

const wordsWeigh = 3

/** How the text goes, in kinds alone: two and three that follow each other, where it begins and where it ends. */
function addCourse(kinds: Uint8Array, length: number) {
  let [before, last] = [0, 0]
  for (let at = 0; at < length; at++) {
    const kind = kinds[at]!
    if (kind === 0) continue
    if (last) put(slotOf(twoKinds, last * 31 + kind), 0.6)
    else put(slotOf(firstKind, kind), 0.6)
    if (before) put(slotOf(threeKinds, (before * 31 + last) * 31 + kind), 0.6)
    ;[before, last] = [last, kind]
  }
  if (last) put(slotOf(lastKind, last), 0.6)
}

const [word, pair, denied, beginning, manners, overOne, beforeKind, behindKind] = [1, 2, 3, 4, 5, 7, 10, 11]
const [twoKinds, threeKinds, firstKind, lastKind] = [12, 13, 14, 15]

function slotOf(kind: number, hash: number): number {
  let mixed = Math.imul(hash ^ Math.imul(kind, 0x9e3779b1), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 13)) & (hashedSlots - 1)
}

/** How it is written, whatever it says. */
function mannersOf(text: string, length: number): number[] {
  const found = [length < 6 ? 1 : length < 12 ? 2 : length < 25 ? 3 : 4]
  if (text.includes('?')) found.push(5)
  if (/\?\s*$/u.test(text)) found.push(6)
  if (text.includes('!')) found.push(/!\s?!|!.*!/su.test(text) ? 8 : 7)
  if (text.includes('…') || text.includes('...')) found.push(9)
  if (/\p{Lu}{4}/u.test(text)) found.push(10)
  if (/^\p{Lu}/u.test(text)) found.push(11)
  if (/[.!]$/u.test(text)) found.push(12)
  return found
}

/** What the lexicon found in the whole text: `good` and `bad` by themselves, and what was felt `last`. */
export type WholeFeeling = Feeling & { good: number; bad: number; last: number; prior: number }

function addFelt({ sum, evidence, polite, echo, good, bad, last, prior }: WholeFeeling) {
  const felt = [
    root(sum),
    root(good),
    root(bad),
    root(evidence),
    Math.min(polite, 1),
    root(echo),
    root(last),
    sum > 0.45 ? 1 : 0,
    sum < -0.55 ? 1 : 0,
    sum <= 0.45 && sum >= -0.55 ? 1 : 0,
    evidence === 0 ? 1 : 0,
    polite > 0 && sum < -0.5 ? 1 : 0,
    root(prior),
    prior > 0.9 ? 1 : 0,
    prior < -0.9 ? 1 : 0,
    prior === 0 ? 1 : 0,
  ]
  for (const [at, value] of felt.entries()) if (value !== 0) put(hashedSlots + at, value * feltWeighs)
}

const feltWeighs = 3
const root = (value: number) => Math.sign(value) * Math.sqrt(Math.abs(value))
