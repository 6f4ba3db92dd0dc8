import type { Instant } from '../model/post.ts'
import { newIndex, type Story } from './stories-index.ts'
import { identityOf, isName, isNumber, type Kept, type Told, type Trace, traceOf } from './stories-trace.ts'

export { signatureOf, similar } from './stories-signature.ts'
export { bytesOf, type Kept, type Told, type Trace, traceFrom, traceOf } from './stories-trace.ts'

/**
 * Groups posts into stories: the same news in thirty outlets, shortened, edited, retitled. Without a clock and
 * without a store of its own; what it holds is small next to the texts, and grows until it is told to forget.
 */
export type Stories = {
  /** The story that a post belongs to, by the id of its first post: its own, when nobody told it before. */
  place(post: Told, words?: string[], at?: Instant): string
  /** The same for a post that was traced before (`traceOf`). */
  placed(id: string, trace: Trace, at: Instant): string
  /** Takes a post back whose story was found earlier, before a restart. */
  recall(kept: Kept): void
  /** Drops the stories of which nothing was heard since. */
  forget(before: Instant): void
  /** How many stories are known. */
  readonly size: number
}

export function newStories(): Stories {
  const stories = new Map<string, Story>()
  const wholes = new Map<number, Story>()
  const addresses = new Map<number, Story>()
  const index = newIndex()

  function placed(id: string, trace: Trace, at: Instant): string {
    const story = find(trace) ?? begin(id, at)
    keep(story, trace, at)
    return story.id
  }

  function find(trace: Trace): Story | undefined {
    const same = trace.length > 0 ? wholes.get(trace.whole) : addresses.get(trace.address)
    if (same || trace.length < fewest) return same
    const linked = addresses.get(trace.address)
    const { stories, weights } = index.candidates(trace)
    const shares = newComparison(trace, weights, index.weigh)
    if (linked && shares(linked, enough / 2)) return linked
    return stories.find((story) => shares(story, enough))
  }

  function begin(id: string, at: Instant): Story {
    const none = { words: new Set<number>(), names: new Set<number>(), numbers: new Set<number>() }
    const found = { buckets: new Set<number>(), wholes: new Set<number>(), addresses: new Set<number>() }
    const story = { id, last: at, ...none, ...found, votes: 0 }
    stories.set(id, story)
    return story
  }

  function keep(story: Story, trace: Trace, at: Instant) {
    story.last = Math.max(story.last, at)
    if (trace.address !== 0) {
      addresses.set(trace.address, story)
      story.addresses.add(trace.address)
    }
    if (trace.length === 0 || wholes.get(trace.whole) === story) return
    wholes.set(trace.whole, story)
    story.wholes.add(trace.whole)
    if (trace.length >= fewest) index.add(story, trace)
  }

  return {
    place: (post, words, at = 0) => placed(post.id, traceOf(post, words), at),
    placed,
    recall: ({ story, at, trace }) => keep(stories.get(story) ?? begin(story, at), trace, at),
    forget(before) {
      for (const story of stories.values()) {
        if (story.last >= before) continue
        stories.delete(story.id)
        index.remove(story)
        for (const whole of story.wholes) if (wholes.get(whole) === story) wholes.delete(whole)
        for (const one of story.addresses) if (addresses.get(one) === story) addresses.delete(one)
      }
    },
    get size() {
      return stories.size
    },
  }
}

/**
 * Whether a post and a story are the same news: one of the two has to hold most of the other's telling words,
 * names and numbers, whichever is the shorter. Templates (weather, stocks) share their words, but neither the
 * names nor the numbers.
 */
function newComparison(trace: Trace, weights: Float64Array, weigh: (identity: number) => number) {
  const { words } = trace
  let said: Set<number> | undefined

  /** The share of `mine` that the post says. */
  function shareSaid(mine: Set<number>): number {
    said ??= new Set(words.map(identityOf))
    let [held, whole] = [0, 0]
    for (const identity of mine) {
      const weight = weigh(identity)
      whole += weight
      if (said.has(identity)) held += weight
    }
    return whole === 0 ? 1 : held / whole
  }

  return (story: Story, needed: number): boolean => {
    let [all, allHeld, names, namesHeld, numbers, numbersHeld] = [0, 0, 0, 0, 0, 0]
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!
      const weight = weights[at]!
      const held = story.words.has(identityOf(word)) ? weight : 0
      all += weight
      allHeld += held
      if (isName(word)) {
        names += weight
        namesHeld += held
      } else if (isNumber(word)) {
        numbers += weight
        numbersHeld += held
      }
    }
    return (
      (allHeld >= all * needed || shareSaid(story.words) >= needed) &&
      (namesHeld >= names * enoughNames || shareSaid(story.names) >= enoughNames) &&
      (numbersHeld >= numbers * enoughNumbers || shareSaid(story.numbers) >= enoughNumbers)
    )
  }
}

// Shorter posts ("Merci !", "Service en panne ?") have too little to be known by: they join only when equal.
const fewest = 8
// Found by trying on the made set of bench/stories.ts.
const enough = 0.45
const enoughNames = 0.5
const enoughNumbers = 0.7
