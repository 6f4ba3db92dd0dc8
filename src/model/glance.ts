import { fill, scratchSize, units } from './scratch.ts'
import { firstGreek, foldAt, foldOf, joined, near, widthAt } from './words.ts'

/**
 * Whether a text holds one of some folded words, or one that begins with one of some `beginnings`, by their
 * hashes alone: a quick look that is never wrong when it says no, and keeps nothing of the text.
 */
export function newGlance(words: string[], beginnings: string[] = []): (text: string) => boolean {
  const wanted = new Set(words.map(hashOf))
  const begun = new Set(beginnings.map(hashOf))
  // Big enough that few other words share a mark.
  const marks = new Uint8Array(wanted.size > 1_000 ? 0x80000 : 0x10000)
  const mask = marks.length - 1
  for (const hash of [...wanted, ...begun]) marks[hash & mask] = 1
  const meant = (hash: number, text: string, next: number) =>
    begun.has(hash) || (wanted.has(hash) && endsAt(text, next))

  return (text) => {
    if (text.length > scratchSize) return true
    const length = fill(text)
    let hash = noHash
    for (let at = 0; at < length; at++) {
      // No branch where words part: nobody can guess where that is, a processor neither. The end is no plain text.
      for (;;) {
        const code = units[at]!
        const growth = growths[code]!
        if (growth === unlike) break
        hash = Math.imul(hash ^ letters[code]!, growth)
        at++
        if (marks[hash & mask] === 1 && meant(hash, text, at)) return true
      }
      if (at >= length) break
      const fold = foldAt(text, at)
      if (fold === '') hash = noHash
      else if (fold !== joined) {
        if (fold >= firstGreek && besideLatin(text, at)) return true
        for (let place = 0; place < fold.length; place++) {
          hash = mixed(hash, fold.charCodeAt(place))
          const last = place === fold.length - 1
          if (last ? meant(hash, text, at + widthAt(text, at)) : begun.has(hash)) return true
        }
      }
      at += widthAt(text, at) - 1
    }
    return false
  }
}

/** Whether a word that has come this far ends here; what says nothing may follow it. */
function endsAt(text: string, at: number): boolean {
  while (at < text.length && foldAt(text, at) === joined) at += widthAt(text, at)
  return at >= text.length || foldAt(text, at) === ''
}

/** Whether a letter may stand in a Latin word: too rare to be worth more than a yes. */
const besideLatin = (text: string, at: number) => {
  const before = at > 0 ? text.charCodeAt(at - 1) : 0
  const after = at + widthAt(text, at)
  return isLatin(before) || (after < text.length && isLatin(text.codePointAt(after)!))
}
const isLatin = (code: number) => {
  if (code >= 0xd800 && code < 0xe000) return true
  const fold = foldOf(code)
  return fold !== '' && fold < firstGreek
}

// FNV-1a (Fowler, Noll, Vo 1991), over UTF-16 units; it begins with nothing, which is what parts words.
const noHash = 0
const fnvPrime = 0x01000193
const mixed = (hash: number, code: number) => Math.imul(hash ^ code, fnvPrime)
const hashOf = (word: string) =>
  Array.from({ length: word.length }, (_, at) => word.charCodeAt(at)).reduce(mixed, noHash)

// For a quick look, of Latin letters and usual signs: the one letter that each folds to, and what the hash of a word
// is multiplied by there, which is nothing where words part.
const unlike = 1
const letters = new Uint16Array(0x10000)
const growths = new Int32Array(0x10000).fill(unlike)
const usual = [
  ...Array.from({ length: near }, (_, code) => code),
  ...[...'‐–—‘’“”„•…'].map((c) => c.charCodeAt(0)),
]
for (const code of usual.slice(1)) {
  const fold = foldOf(code)
  if (fold === '') growths[code] = 0
  else if (fold.length === 1 && fold !== joined) {
    letters[code] = fold.charCodeAt(0)
    growths[code] = fnvPrime
  }
}
