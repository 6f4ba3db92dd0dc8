import type { Instant } from '../model/post.ts'
import type { Stories } from './stories.ts'
import { traceFrom } from './stories-trace.ts'

/** Where the traces of posts are kept, by the number of their post. */
type Traces = {
  after(
    postId: number,
    since: Instant,
  ): Promise<{ postId: number; story: string; at: Instant; trace: Uint8Array }[]>
}

/**
 * Takes back into `stories` what was heard before the start, and later what other processes heard meanwhile: each
 * call reads only what was kept since the last one, not further back than `length` (ms).
 */
export function newRecall(stories: Pick<Stories, 'recall'>, length: number) {
  let last = 0
  async function recall(traces: Traces, now: Instant) {
    for (const { postId, trace, ...kept } of await traces.after(last, now - length)) {
      stories.recall({ ...kept, trace: traceFrom(trace) })
      last = postId
    }
  }
  /** We know these posts ourselves, and all that were kept before them. */
  const knows = (postIds: Iterable<number>) => {
    for (const id of postIds) last = Math.max(last, id)
  }
  return Object.assign(recall, { knows })
}
