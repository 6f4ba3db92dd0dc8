import type { MadePost } from './stories-made.ts'

/**
 * How well stories were found: of all pairs put together, the share that belongs together (precision); of all
 * pairs that belong together, the share put together (recall), the latter also by how the second copy was made.
 */
export function pairs(posts: MadePost[], found: string[]) {
  const true_ = Map.groupBy(posts.keys(), (at) => posts[at]!.story)
  const put = countPairs(Map.groupBy(posts.keys(), (at) => found[at]!).values())
  let right = 0
  let wanted = 0
  const recall: Record<string, [number, number]> = {}
  for (const [story, members] of true_) {
    for (const at of members)
      for (const other of members) {
        if (at === other) continue
        const hit = found[at] === found[other] ? 1 : 0
        // Each pair is met from both ends.
        right += hit / 2
        wanted += 0.5
        for (const kind of [posts[at]!.edit, story.split('-')[0]!]) {
          recall[kind] ??= [0, 0]
          recall[kind][0] += hit
          recall[kind][1]++
        }
      }
  }
  const shares = Object.entries(recall).map(([kind, [hits, all]]) => [kind, +(hits / all).toFixed(3)])
  return {
    precision: +(right / put).toFixed(4),
    recall: +(right / wanted).toFixed(4),
    recallBy: Object.fromEntries(shares) as Record<string, number>,
  }
}

const countPairs = (groups: Iterable<number[]>) =>
  [...groups].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0)
