import type { Instant } from '../model/post.ts'
import { bucketsOf } from './stories-signature.ts'
import { identityOf, isName, isNumber, type Trace } from './stories-trace.ts'

/** A story as the words of its fullest copies, and where it hangs in the index. */
export type Story = {
  id: string
  last: Instant
  words: Set<number>
  names: Set<number>
  numbers: Set<number>
  buckets: Set<number>
  /** Hashes of whole texts and addresses that lead straight to it. */
  wholes: Set<number>
  addresses: Set<number>
  votes: number
}

/** Where stories are looked up: by a few rare words in common, or by a bucket of their signatures. */
export function newIndex() {
  const words = new Map<number, { count: number; stories: Story[] }>()
  const buckets = new Map<number, Story[]>()
  let stories = 0
  let known = logOf(8)

  /** What a word tells: much when few stories hold it, nothing when all do (inverse document frequency; Spärck Jones 1972). */
  const weigh = (identity: number) => weightOf(words.get(identity)?.count ?? 0)
  const weightOf = (count: number) => Math.max(0, known - logOf(count + 1))

  /** Those that share the most with a trace, the likeliest first, and what each of its words weighs. */
  function candidates(trace: Trace): { stories: Story[]; weights: Float64Array } {
    const met: Story[] = []
    const weights = new Float64Array(trace.words.length)
    for (let at = 0; at < weights.length; at++) {
      const word = words.get(identityOf(trace.words[at]!))
      const weight = weightOf(word?.count ?? 0)
      weights[at] = weight
      if (word) vote(word.stories, weight + least, met)
    }
    for (const bucket of bucketsOf(trace.signature)) {
      const inIt = buckets.get(bucket)
      if (inIt) vote(inIt, 1, met)
    }
    const best = likeliest(met)
    for (const story of met) story.votes = 0
    return { stories: best, weights }
  }

  // The first stories are counted as if a few others were known, so that a word of the only one tells something.
  function count(more: number) {
    stories += more
    known = logOf(stories + 8)
  }

  /** Adds to a story what a copy tells anew. */
  function add(story: Story, trace: Trace) {
    if (story.words.size === 0) count(1)
    // Only a fuller copy teaches words: what every outlet adds of its own would make a story hold everything.
    const fuller = trace.words.length > story.words.size * 0.6 ? trace.words : []
    for (const word of fuller) {
      const identity = identityOf(word)
      if (isName(word)) story.names.add(identity)
      if (isNumber(word)) story.numbers.add(identity)
      if (!story.words.has(identity)) addWord(story, identity)
    }
    if (fuller.length === 0) return
    for (const bucket of bucketsOf(trace.signature))
      if (story.buckets.size < mostBuckets && !story.buckets.has(bucket)) addBucket(story, bucket)
  }

  function addWord(story: Story, identity: number) {
    story.words.add(identity)
    const known = words.get(identity)
    if (!known) words.set(identity, { count: 1, stories: [story] })
    // A word of many stories finds none of them; it is only counted.
    else if (++known.count > mostPerWord) known.stories = []
    else known.stories.push(story)
  }

  function addBucket(story: Story, bucket: number) {
    story.buckets.add(bucket)
    const known = buckets.get(bucket)
    if (!known) buckets.set(bucket, [story])
    else {
      known.push(story)
      if (known.length > mostPerBucket) known.shift()
    }
  }

  function remove(story: Story) {
    if (story.words.size > 0) count(-1)
    for (const identity of story.words) {
      const known = words.get(identity)!
      if (--known.count === 0) words.delete(identity)
      else known.stories = known.stories.filter((other) => other !== story)
    }
    for (const bucket of story.buckets) {
      const left = (buckets.get(bucket) ?? []).filter((other) => other !== story)
      if (left.length > 0) buckets.set(bucket, left)
      else buckets.delete(bucket)
    }
  }

  return { weigh, candidates, add, remove }
}

function vote(stories: Story[], weight: number, met: Story[]) {
  for (let at = 0; at < stories.length; at++) {
    const story = stories[at]!
    if (story.votes === 0) met.push(story)
    story.votes += weight
  }
}

function likeliest(met: Story[]): Story[] {
  const best: Story[] = []
  for (const story of met) {
    if (best.length === mostChecked && story.votes <= best.at(-1)!.votes) continue
    const place = best.findIndex((other) => other.votes < story.votes)
    best.splice(place < 0 ? best.length : place, 0, story)
    if (best.length > mostChecked) best.pop()
  }
  return best
}

// Taking a logarithm for every word costs more than the rest of the look-up.
const logs = Float64Array.from({ length: 1024 }, (_, count) => Math.log(count))
const logOf = (count: number) => (count < logs.length ? logs[count]! : Math.log(count))

// A word that tells nothing yet still counts a little among the first few stories.
const least = 0.1
const mostChecked = 4
const mostPerWord = 8
const mostPerBucket = 12
const mostBuckets = 256
