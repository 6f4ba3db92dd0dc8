import { tokensOf } from './tokens.ts'

/** Which words stand in several of the posts that were learned from: a bit for each hash, so that few others pass. */
export function seenIn(texts: string[]): Uint8Array {
  const posts = new Map<number, number>()
  for (const text of texts) {
    const { hashes, spoken } = tokensOf(text)
    for (const hash of new Set(hashes.filter((_, at) => spoken[at])))
      posts.set(hash, (posts.get(hash) ?? 0) + 1)
  }
  const seen = new Uint8Array(seenBytes)
  for (const [hash, times] of posts) if (times >= often) seen[placeOf(hash) >> 3]! |= 1 << (placeOf(hash) & 7)
  return seen
}

export const isSeen = (seen: Uint8Array, hash: number) =>
  (seen[placeOf(hash) >> 3]! & (1 << (placeOf(hash) & 7))) !== 0

export const seenBytes = 1 << 13
const often = 3

const placeOf = (hash: number) => {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 13)) & (seenBytes * 8 - 1)
}
