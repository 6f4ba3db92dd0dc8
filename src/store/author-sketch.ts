/**
 * Different authors, as little as it takes to count them over any days: of each a number between 0 and 1 that their
 * key gives (it is a hash, so that these lie evenly), the `longest` smallest ones, sorted. While there are no more it
 * is all of them and the count exact; beyond, they say how dense authors lie (Bar-Yossef et al. 2002, "KMV").
 */
export type AuthorSketch = Float64Array<ArrayBuffer>

/** The place of an author's key (hexadecimal) between 0 and 1: 52 bits of it. */
export const placeOf = (authorKey: string): number => Number.parseInt(authorKey.slice(0, 13), 16) / 2 ** 52

/** A sketch of one that was and more places, in any order and however often. */
export function sketched(before: AuthorSketch, more: Iterable<number>): AuthorSketch {
  const all = Float64Array.from([...before, ...more]).sort()
  return distinct(all).slice(0, longest)
}

/**
 * How many different authors several sketches hold together; `error` is how far off that may be, as a ratio (two
 * standard deviations), 0 where it is exact.
 */
export function authorsIn(sketches: AuthorSketch[]): { authors: number; error: number } {
  // Below this every sketch holds all of its authors.
  const full = sketches.filter(({ length }) => length === longest).map((one) => one.at(-1)!)
  const total = sketches.reduce((sum, { length }) => sum + length, 0)
  const edge = Math.min(...full, most / Math.max(total, most))
  const found = countDistinct(sketches, edge, total)
  if (edge === 1) return { authors: found, error: 0 }
  return { authors: Math.round(found / edge), error: 2 / Math.sqrt(Math.max(found, 1)) }
}

/** As they are kept: 8 bytes a number. */
export const bytesOfSketch = (sketch: AuthorSketch): Uint8Array =>
  new Uint8Array(sketch.buffer, sketch.byteOffset, sketch.byteLength)

/** Copied: what a database gives may begin anywhere in memory. */
export const sketchOf = (bytes: Uint8Array): AuthorSketch => new Float64Array(new Uint8Array(bytes).buffer)

/** How many different numbers lie under an edge. They lie evenly: each has its place in a table right away. */
function countDistinct(sketches: AuthorSketch[], edge: number, total: number): number {
  const size = 2 * total + 1
  const table = new Float64Array(size).fill(-1)
  let count = 0
  for (const sketch of sketches)
    for (const one of sketch) {
      if (one >= edge) break
      let at = Math.floor((one / edge) * size)
      while (table[at] !== -1 && table[at] !== one) at = at + 1 === size ? 0 : at + 1
      if (table[at] === -1) count++
      table[at] = one
    }
  return count
}

/** In place; the numbers are sorted. */
function distinct(sorted: AuthorSketch): AuthorSketch {
  let length = 0
  for (const one of sorted) if (length === 0 || one !== sorted[length - 1]) sorted[length++] = one
  return sorted.subarray(0, length)
}

/** Authors of a day and topic: 16 kB where there are so many, and the count then right within 5 %. */
export const longest = 2048

/** More numbers would take longer to put in order than anybody waits. */
const most = 100_000
