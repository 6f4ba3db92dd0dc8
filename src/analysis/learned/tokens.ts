import { type Words, wordsOf } from '../../model/words.ts'

/**
 * A text as the learned model reads it: folded words, with figures made alike, and the signs between them (an emoji,
 * « ! »), each as a hash. `stem` and `root` are hashes of a longer word's first letters, 0 where it is short: they
 * bring its endings together. `from` and `to` in UTF-16 units.
 */
export type Tokens = {
  hashes: number[]
  stems: number[]
  roots: number[]
  negated: boolean[]
  /** Whether it is a word; the others are signs. */
  spoken: boolean[]
  from: number[]
  to: number[]
}

/** At most so many are read: what a post feels is said by then. */
const mostTokens = 400

export function tokensOf(text: string): Tokens {
  const tokens: Tokens = { hashes: [], stems: [], roots: [], negated: [], spoken: [], from: [], to: [] }
  const { words, from, to }: Words = wordsOf(text)
  let at = 0
  let negating = 0
  for (let place = 0; place < words.length && tokens.hashes.length < mostTokens; place++) {
    if (readSigns(text, at, from[place]!, tokens)) negating = 0
    const word = words[place]!
    add(tokens, word, negating > 0, from[place]!, to[place]!)
    negating = negations.has(word) ? reach : negating - 1
    at = to[place]!
  }
  readSigns(text, at, text.length, tokens)
  return tokens
}

/** What follows so closely behind a negation is probably meant by it. */
const reach = 4
const negations = new Set(
  'pas jamais plus rien aucun aucune sans ni guere not no never without t dont cant wont nothing hardly'.split(
    ' ',
  ),
)

function add(tokens: Tokens, word: string, negated: boolean, from: number, to: number) {
  let hash = seed
  let stem = 0
  let root = 0
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    hash = Math.imul(hash ^ (code >= zero && code <= nine ? zero : code), prime)
    if (at === stemLength - 1 && word.length > stemLength) stem = hash
    if (at === rootLength - 1 && word.length > rootLength) root = hash
  }
  tokens.hashes.push(hash)
  tokens.stems.push(stem)
  tokens.roots.push(root)
  tokens.negated.push(negated)
  tokens.spoken.push(true)
  tokens.from.push(from)
  tokens.to.push(to)
}

/** The signs of a gap between two words, the same one three times at most; true where a pause ends a negation. */
function readSigns(text: string, from: number, to: number, tokens: Tokens): boolean {
  let pauses = false
  let [last, times] = [0, 0]
  for (let at = from; at < to; ) {
    const code = text.codePointAt(at)!
    const width = code > 0xffff ? 2 : 1
    // Blanks, no-break ones too, apostrophes, joiners and the colours of hands say nothing.
    if (code > 32 && !silent.has(code) && !(code >= 0x1f3fb && code <= 0x1f3ff)) {
      times = code === last ? times + 1 : 1
      last = code
      pauses ||= pausing.has(code)
      if (times <= mostTimes && tokens.hashes.length < mostTokens) {
        tokens.hashes.push(Math.imul(seed ^ code, prime) ^ signMark)
        tokens.stems.push(0)
        tokens.roots.push(0)
        tokens.negated.push(false)
        tokens.spoken.push(false)
        tokens.from.push(at)
        tokens.to.push(at + width)
      }
    }
    at += width
  }
  return pauses
}

const mostTimes = 3
const silent = new Set([0xa0, 0x202f, 0x2009, 0x200b, 0x200d, 0xfe0f, 0x27, 0x2019, 0x2d, 0x22, 0xab, 0xbb])
const pausing = new Set([...'.!?,;:…'].map((sign) => sign.codePointAt(0)!))
const [zero, nine] = [48, 57]
const [stemLength, rootLength] = [4, 6]

/** The hash of a folded word. */
export function hashOf(word: string): number {
  let hash = seed
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), prime)
  return hash
}

// FNV-1a.
const seed = 2_166_136_261
const prime = 16_777_619
const signMark = 0x5bd1e995
