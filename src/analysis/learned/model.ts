import { readFileSync } from 'node:fs'
import type { Language } from '../../model/mood.ts'
import { allSlots, type Features, feltSlots, hashedSlots } from './features.ts'
import { seenBytes } from './seen.ts'

/**
 * What was learned from our own posts (`npm run train`): for each slot how much it speaks for a negative, a neutral
 * and a positive mood; words as whole numbers from -127 to 127 times `scale`, what the lexicon felt as it is; and which
 * words were `seen` often enough to be known (seen.ts).
 */
export type Learned = { words: Int8Array; scale: number; felt: number[]; bias: number[]; seen: Uint8Array }

/** Three numbers for negative, neutral and positive: the greater, the likelier (softmax makes them chances). */
export function leaningsOf(
  { words, scale, felt, bias }: Learned,
  { slots, values, count }: Features,
): number[] {
  let [bad, none, good] = [0, 0, 0]
  let at = 0
  for (; at < count && slots[at]! < hashedSlots; at++) {
    const slot = slots[at]! * 3
    const value = values[at]!
    bad += words[slot]! * value
    none += words[slot + 1]! * value
    good += words[slot + 2]! * value
  }
  const sums = [bad * scale + bias[0]!, none * scale + bias[1]!, good * scale + bias[2]!]
  for (; at < count; at++)
    for (let mood = 0; mood < 3; mood++)
      sums[mood]! += felt[(slots[at]! - hashedSlots) * 3 + mood]! * values[at]!
  return sums
}

/** Makes whole numbers of what was trained: one byte each, which costs no accuracy. */
export function quantised(weights: Float32Array, bias: number[]): Omit<Learned, 'seen'> {
  let most = 0
  for (let at = 0; at < hashedSlots * 3; at++) most = Math.max(most, Math.abs(weights[at]!))
  const scale = most / 127 || 1
  const words = Int8Array.from(weights.subarray(0, hashedSlots * 3), (weight) => Math.round(weight / scale))
  const felt = Array.from(weights.subarray(hashedSlots * 3, allSlots * 3), rounded)
  return { words, scale: rounded(scale), felt, bias: bias.map(rounded) }
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6

/** The bytes of a model: a line of JSON, a byte for each weight of the words, a bit for each word that was seen. */
export const written = ({ words, seen, ...rest }: Learned): Buffer =>
  Buffer.concat([
    Buffer.from(`${JSON.stringify({ ...rest, slots: hashedSlots })}\n`),
    Buffer.from(words.buffer),
    seen,
  ])

export function readBack(bytes: Buffer): Learned {
  const end = bytes.indexOf('\n')
  const { scale, felt, bias, slots } = JSON.parse(bytes.toString('utf8', 0, end))
  const words = new Int8Array(bytes.subarray(end + 1, end + 1 + hashedSlots * 3))
  const seen = new Uint8Array(bytes.subarray(end + 1 + hashedSlots * 3))
  if (slots !== hashedSlots || seen.length !== seenBytes || felt.length !== feltSlots * 3)
    throw new Error('the learned moods are of another version: run npm run train')
  return { words, scale, felt, bias, seen }
}

export const fileOf = (language: Language) => new URL(`mood.${language}.model`, import.meta.url)

const ready = new Map<Language, Learned | null>()

/** What was learned of a language, read when it is first needed; null where nothing was. */
export function learnedOf(language: Language): Learned | null {
  let learned = ready.get(language)
  if (learned === undefined) {
    learned = taught.has(language) ? readBack(readFileSync(fileOf(language))) : null
    ready.set(language, learned)
  }
  return learned
}

/** Languages that we wrote posts in. */
const taught = new Set<Language>(['fr', 'en'])
