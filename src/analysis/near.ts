import type { Span } from '../model/oops.ts'
import type { Words } from '../model/words.ts'

/** The hits of both sides that have one of the other within so many words (the next word being one away). */
export const nearHits = (left: Span[], right: Span[], within: number, words: Words): Span[] => [
  ...left.filter(hasNear(right, within, words)),
  ...right.filter(hasNear(left, within, words)),
]

/** Only the nearest on either side can be near, and sorted places find it: a long text is full of pairs. */
function hasNear(others: Span[], within: number, words: Words) {
  const begins = others.map(({ from }) => from).sort(ascending)
  const ends = others.map(({ to }) => to).sort(ascending)
  const apart = (from: number, to: number) => 1 + firstFrom(words.from, to) - firstFrom(words.from, from)

  return ({ from, to }: Span) => {
    const next = begins[firstFrom(begins, to)]
    const last = ends[firstFrom(ends, from + 1) - 1]
    return (
      (next !== undefined && apart(to, next) <= within) || (last !== undefined && apart(last, from) <= within)
    )
  }
}

const ascending = (a: number, b: number) => a - b

/** Where in sorted numbers the first stands that is at least so high. */
function firstFrom(sorted: number[], least: number): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (sorted[middle]! < least) from = middle + 1
    else to = middle
  }
  return from
}
