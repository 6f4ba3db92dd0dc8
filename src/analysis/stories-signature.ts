/**
 * One-permutation MinHash (Li, Owen, Zhang 2012) over the pairs of neighbouring words: 64 numbers below 65,536.
 * Empty places borrow from the next one to the right (Shrivastava, Li 2014). No words give 64 zeroes.
 */
export const signatureOf = (words: string[]) =>
  signatureOfHashes(Int32Array.from(words, (word) => hashOf(word)))

/** The same of the first `count` of the hashes of words. */
export function signatureOfHashes(words: Int32Array, count = words.length): Uint32Array {
  sparse.fill(empty)
  if (count === 1) place(stirred(Math.imul(noHash, 31) ^ words[0]!))
  for (let at = 1; at < count; at++) place(stirred(Math.imul(words[at - 1]!, 31) ^ words[at]!))
  return borrowed()
}

/** How alike the texts of two signatures are: about the share of word pairs that they have in common, 0 to 1. */
export function similar(a: Uint32Array, b: Uint32Array): number {
  let same = 0
  for (let at = 0; at < signatureSize; at++) if (a[at] === b[at]) same++
  return same / signatureSize
}

/**
 * The buckets that a signature falls into: two texts with a share of 0.5 in common meet in one of the 12 nearly
 * always, with 0.2 two times in five, with 0.05 three times in a hundred. More would take longer and find little:
 * most copies are found by their words before.
 */
export function bucketsOf(signature: Uint32Array): Int32Array {
  const buckets = new Int32Array(bands)
  for (let band = 0; band < bands; band++)
    buckets[band] = stirred(band * 0x9e37 + (signature[band]! * 0x10000 + signature[band + bands]!))
  return buckets
}

export const signatureSize = 64
// Two rows each; the rows of a band stand far apart, since neighbours may have borrowed from the same place.
const bands = 12
const empty = 0x10000

// A signature in the making.
const sparse = new Int32Array(signatureSize)

function place(hash: number) {
  const bin = hash >>> 26
  const value = (hash >>> 10) & 0xffff
  if (value < sparse[bin]!) sparse[bin] = value
}

function borrowed(): Uint32Array {
  const dense = new Uint32Array(signatureSize)
  let far = 0
  let value = empty
  // Twice around, from the right: the first round only finds what the last places borrow from the first.
  for (let at = 2 * signatureSize - 1; at >= 0; at--) {
    const here = sparse[at % signatureSize]!
    if (here !== empty) {
      value = here
      far = 0
    } else far++
    // The distance is mixed in, so that a borrowed number only equals one that was borrowed from as far.
    if (value !== empty) dense[at % signatureSize] = (value + far * 0x9e37) & 0xffff
  }
  return dense
}

export const noHash = 0x811c9dc5 | 0

/** FNV-1a (Fowler, Noll, Vo 1991) over UTF-16 units, 32 bits with a sign. */
export function hashOf(word: string, hash = noHash): number {
  for (let at = 0; at < word.length; at++) hash = hashStep(hash, word.charCodeAt(at))
  return hash
}

export const hashStep = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193)

/** The finish of MurmurHash3 (Austin Appleby, public domain): every bit depends on every bit. */
export function stirred(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
