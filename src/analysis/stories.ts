import type { Instant } from '../model/post.ts'
import { areAlike, enoughWords } from './stories-alike.ts'
import { type Look, newIndex, type Story } from './stories-index.ts'
import { type Kept, type Told, type Trace, traceOf } from './stories-trace.ts'

export { signatureOf, similar } from './stories-signature.ts'
export { bytesOf, type Kept, type Told, type Trace, traceFrom, traceOf } from './stories-trace.ts'

/**
 * Groups posts into stories: the same news in thirty outlets, shortened, edited, retitled. Without a clock and
 * without a store of its own; what it holds is small next to the texts, and grows until it is told to forget.
 */
export type Stories = {
  /** The story that a post belongs to, by the id of its first post: its own, when nobody told it before. */
  place(post: Told, at?: Instant): string
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
    const same = trace.length > 0 ? wholes.get(trace.whole) : addresses.get(trace.address)
    const look = same || trace.length < fewest ? null : index.look(trace)
    const story = same ?? (look && find(look)) ?? begin(id, at, trace.own)
    keep(story, trace, look, at)
    return story.id
  }

  function find(look: Look): Story | undefined {
    const alike = (story: Story) => areAlike(look, story, index.weigh, enoughWords)
    const linked = addresses.get(look.trace.address)
    if (linked && areAlike(look, linked, index.weigh, enoughWords / 2)) return linked
    return index.byWords(look).find(alike) ?? index.bySignature(look).find(alike)
  }

  function begin(id: string, at: Instant, own: boolean): Story {
    const none = { words: [], seen: [], buckets: [], wholes: [], addresses: [] }
    const story: Story = { id, own, last: at, votes: 0, ...none }
    stories.set(id, story)
    return story
  }

  function keep(story: Story, trace: Trace, look: Look | null, at: Instant) {
    story.last = Math.max(story.last, at)
    if (trace.address !== 0 && addresses.get(trace.address) !== story) {
      addresses.set(trace.address, story)
      story.addresses.push(trace.address)
    }
    if (trace.length === 0 || wholes.get(trace.whole) === story) return
    wholes.set(trace.whole, story)
    story.wholes.push(trace.whole)
    if (trace.length >= fewest) index.add(story, look ?? index.look(trace))
  }

  return {
    place: (post, at = 0) => placed(post.id, traceOf(post), at),
    placed,
    recall: ({ story, at, trace }) =>
      keep(stories.get(story) ?? begin(story, at, trace.own), trace, null, at),
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

// Shorter posts ("Merci !", "Service en panne ?") have too little to be known by: they join only when equal.
const fewest = 8
