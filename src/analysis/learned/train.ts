import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type Language, type Mood, moods } from '../../model/mood.ts'
import { readable } from '../readable.ts'
import { read } from '../reading.ts'
import { wholeWeights } from '../weights.ts'
import { allSlots, featuresOf } from './features.ts'
import { heardIn, softmax, wholeOf } from './judge.ts'
import { kindsOf } from './kinds.ts'
import { fileOf, type Learned, leaningsOf, quantised, written } from './model.ts'
import { seenIn } from './seen.ts'

/** A post of our own, with the mood that two readers found in it. */
export type Labelled = { text: string; label: Mood; file: string; kept: boolean }

type Example = { slots: Int32Array; values: Float32Array; count: number; mood: number }

/**
 * The corpus of a language, in an order that is the same everywhere. A tenth of it is marked as kept aside (`kept`):
 * nothing is trained or tuned on it.
 */
export function corpusOf(language: Language): Labelled[] {
  const folder = new URL(`../corpus/${language}/`, import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(new URL(file, folder), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => ({ kept: false, ...JSON.parse(line), file })),
    )
}

/** Learns from these posts; the same posts give the same bytes. */
export function learn(posts: Pick<Labelled, 'text' | 'label'>[], language: Language): Learned {
  const examples = posts.map(({ text, label }) => exampleOf(text, label, language))
  const weights = new Float32Array(allSlots * 3)
  const squares = new Float32Array(allSlots * 3).fill(0.01)
  const mean = new Float32Array(allSlots * 3)
  const bias = [0, 0, 0]
  const next = random(7)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(examples, next)
    for (const example of examples) step(example, weights, squares, bias)
    // The mean of the later rounds is steadier than the last one.
    if (epoch >= epochs / 2) for (let at = 0; at < mean.length; at++) mean[at]! += weights[at]! / (epochs / 2)
  }
  return { ...quantised(mean, bias), seen: seenIn(posts.map(({ text }) => readable(text))) }
}

/** Logistic regression over three moods, by AdaGrad (Duchi, Hazan and Singer, 2011), pulled gently towards 0. */
function step(
  { slots, values, count, mood }: Example,
  weights: Float32Array,
  squares: Float32Array,
  bias: number[],
) {
  const sums = [...bias]
  for (let at = 0; at < count; at++)
    for (let of = 0; of < 3; of++) sums[of]! += weights[slots[at]! * 3 + of]! * values[at]!
  const chances = softmax(sums)
  for (let of = 0; of < 3; of++) {
    const miss = chances[of]! - (mood === of ? 1 : 0)
    bias[of]! -= 0.01 * miss
    for (let at = 0; at < count; at++) {
      const place = slots[at]! * 3 + of
      const slope = miss * values[at]! + pull * weights[place]!
      squares[place]! += slope * slope
      weights[place]! -= (pace * slope) / Math.sqrt(squares[place]!)
    }
  }
}

const epochs = 8
const pace = 0.15
const pull = 1e-3

function exampleOf(text: string, label: Mood, language: Language): Example {
  const part = readable(text)
  const { clauses, feelings } = read(part, language)
  const heard = heardIn(part, language)
  const { slots, values, count } = featuresOf(
    part,
    heard.tokens,
    kindsOf(heard.tokens, clauses),
    wholeOf(feelings, wholeWeights(clauses), heard.prior),
  )
  return { slots: slots.slice(0, count), values: values.slice(0, count), count, mood: moods.indexOf(label) }
}

function shuffle<T>(all: T[], next: () => number) {
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    ;[all[at], all[other]] = [all[other]!, all[at]!]
  }
}

/** A linear congruential generator (Numerical Recipes, 1992): the same on every machine. */
function random(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

if (import.meta.main)
  for (const language of ['fr', 'en'] as const) {
    const posts = corpusOf(language)
    const learned = learn(
      posts.filter(({ kept }) => !kept),
      language,
    )
    writeFileSync(fileOf(language), written(learned))
    const kept = posts.filter((post) => post.kept)
    const right = kept.filter(({ text, label }) => {
      const { slots, values, count } = exampleOf(text, label, language)
      const leanings = leaningsOf(learned, { slots, values, count })
      return moods[leanings.indexOf(Math.max(...leanings))] === label
    })
    console.log(
      `${language}: learned from ${posts.length - kept.length} posts; of ${kept.length} kept aside ${((100 * right.length) / kept.length).toFixed(1)} % are right`,
    )
  }
