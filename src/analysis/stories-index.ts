import type { Instant } from '../model/post.ts'
import { bucketsOf } from './stories-signature.ts'
import { identityOf, isName, isNumber } from './stories-telling.ts'
import type { Trace } from './stories-trace.ts'

/** A story as the words of its fullest copies, and where it hangs in the index. */
export type Story = {
  id: string
  /** It began with somebody's own words. */
  own: boolean
  last: Instant
  words: Word[]
  /** What each of its words was seen as, in any of its copies: `name`, `number`, both or neither. */
  seen: number[]
  buckets: number[]
  /** Hashes of whole texts and addresses that lead straight to it. */
  wholes: number[]
  addresses: number[]
  votes: number
}

export const name = 1
export const number = 2

/** A word that some stories hold; in the trace that was looked up as number `look`, it stands `at` that place. */
export type Word = { identity: number; count: number; stories: Story[]; look: number; at: number }

/** A trace with what the index holds of its words; it lasts until another is looked up. */
export type Look = {
  turn: number
  trace: Trace
  words: (Word | undefined)[]
  weights: Float64Array
  /** What all of its words tell together, its names alone, and its numbers. */
  all: number
  names: number
  numbers: number
}

export type Index = ReturnType<typeof newIndex>

/** Where stories are looked up: by a few rare words in common, or by a bucket of their signatures. */
export function newIndex() {
  const words = new Map<number, Word>()
  const buckets = new Map<number, Story[]>()
  let stories = 0
  let known = logOf(8)
  let turn = 0
  let weights = new Float64Array(512)

  /** What a word tells: much when few stories hold it, nothing when all do (inverse document frequency; Spärck Jones 1972). */
  const weigh = (count: number) => Math.max(0, known - logOf(count + 1))

  function look(trace: Trace): Look {
    const { length } = trace.words
    if (length > weights.length) weights = new Float64Array(length)
    const found: (Word | undefined)[] = []
    let [all, names, numbers] = [0, 0, 0]
    turn++
    for (let at = 0; at < length; at++) {
      const told = trace.words[at]!
      const word = words.get(identityOf(told))
      const weight = weigh(word ? word.count : 0)
      weights[at] = weight
      all += weight
      if (isName(told)) names += weight
      else if (isNumber(told)) numbers += weight
      found.push(word)
      if (!word) continue
      word.look = turn
      word.at = at
    }
    return { turn, trace, words: found, weights, all, names, numbers }
  }

  /** Those that share the most words with a trace, the likeliest first. */
  function byWords({ words, weights }: Look): Story[] {
    const met: Story[] = []
    for (let at = 0; at < words.length; at++) {
      const word = words[at]
      if (word) vote(word.stories, weights[at]! + least, met)
    }
    return likeliest(met)
  }

  /** Those that share the most of its signature. */
  function bySignature({ trace }: Look): Story[] {
    const met: Story[] = []
    for (const bucket of bucketsOf(trace.signature)) {
      const inIt = buckets.get(bucket)
      if (inIt) vote(inIt, 1, met)
    }
    return likeliest(met)
  }

  // The first stories are counted as if a few others were known, so that a word of the only one tells something.
  function count(more: number) {
    stories += more
    known = logOf(stories + 8)
  }

  /** Adds to a story what a copy tells anew. */
  function add(story: Story, { turn, trace, words }: Look) {
    // Only a fuller copy teaches words: what every outlet adds of its own would make a story hold everything.
    if (words.length <= story.words.length * 0.6) return
    if (story.words.length === 0) {
      count(1)
      for (const bucket of bucketsOf(trace.signature)) addBucket(story, bucket)
    }
    held.fill(0)
    for (let at = 0; at < story.words.length; at++) {
      const word = story.words[at]!
      if (word.look !== turn) continue
      held[word.at] = 1
      story.seen[at]! |= kindOf(trace.words[word.at]!)
    }
    for (let at = 0; at < words.length; at++)
      if (held[at] !== 1) addWord(story, words[at] ?? newWord(trace.words[at]!), kindOf(trace.words[at]!))
  }

  function newWord(told: number): Word {
    const word = { identity: identityOf(told), count: 0, stories: [], look: 0, at: 0 }
    words.set(word.identity, word)
    return word
  }

  function addWord(story: Story, word: Word, kind: number) {
    story.words.push(word)
    story.seen.push(kind)
    // A word of many stories finds none of them; it is only counted.
    if (++word.count > mostPerWord) word.stories = []
    else word.stories.push(story)
  }

  function addBucket(story: Story, bucket: number) {
    story.buckets.push(bucket)
    const known = buckets.get(bucket)
    if (!known) buckets.set(bucket, [story])
    else {
      known.push(story)
      if (known.length > mostPerBucket) known.shift()
    }
  }

  function remove(story: Story) {
    if (story.words.length > 0) count(-1)
    for (const word of story.words) {
      if (--word.count === 0) words.delete(word.identity)
      else word.stories = word.stories.filter((other) => other !== story)
    }
    for (const bucket of story.buckets) {
      const left = (buckets.get(bucket) ?? []).filter((other) => other !== story)
      if (left.length > 0) buckets.set(bucket, left)
      else buckets.delete(bucket)
    }
  }

  return { weigh, look, byWords, bySignature, add, remove }
}

const kindOf = (told: number) => (isName(told) ? name : isNumber(told) ? number : 0)

// Which words of the trace at hand a story holds already.
const held = new Uint8Array(512)

function vote(stories: Story[], weight: number, met: Story[]) {
  for (let at = 0; at < stories.length; at++) {
    const story = stories[at]!
    if (story.votes === 0) met.push(story)
    story.votes += weight
  }
}

/** The few with the most votes, which are then counted anew. */
function likeliest(met: Story[]): Story[] {
  const best: Story[] = []
  for (const story of met) {
    if (best.length === mostChecked && story.votes <= best.at(-1)!.votes) continue
    const place = best.findIndex((other) => other.votes < story.votes)
    best.splice(place < 0 ? best.length : place, 0, story)
    if (best.length > mostChecked) best.pop()
  }
  for (const story of met) story.votes = 0
  return best
}

// Taking a logarithm for every word costs more than the rest of the look-up.
const logs = Float64Array.from({ length: 1024 }, (_, count) => Math.log(count))
const logOf = (count: number) => (count < logs.length ? logs[count]! : Math.log(count))

// A word that tells nothing yet still counts a little among the first few stories.
const least = 0.1
const mostChecked = 4
const mostPerWord = 32
const mostPerBucket = 12
