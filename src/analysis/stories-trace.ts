import { type Instant, type Post, wholeText } from '../model/post.ts'
import { folded, foldedWords } from '../model/words.ts'
import { hashesOf, hashOf, noHash, signatureOfHashes, signatureSize, stirred } from './stories-signature.ts'

/** What stories are told apart by. */
export type Told = Pick<Post, 'id' | 'title' | 'text' | 'url'>

/**
 * All that is remembered of a post to know its story again. `words` are its distinct telling words as hashes,
 * whose two lowest bits say what a word is: see `isName`, `isNumber`. `whole` and `address` are hashes too; an
 * `address` of 0 is none.
 */
export type Trace = {
  length: number
  whole: number
  address: number
  signature: Uint32Array
  words: Uint32Array
}

/** What was kept of a post, with its story and when it was heard: what a store hands back after a restart. */
export type Kept = { story: string; at: Instant; trace: Trace }

/** `words`: the folded words of the whole text, where somebody has them already. */
export function traceOf(post: Told, words = foldedWords(wholeText(post))): Trace {
  // The last word of a text that was cut off may be half a word or half a number.
  const last = cutOff.test(post.text) ? words.length - 1 : words.length
  const read = words.slice(0, Math.min(last, longestRead))
  const hashes = hashesOf(read)
  return {
    length: words.length,
    whole: wholeOf(post, words, hashes),
    address: addressOf(post.url),
    signature: signatureOfHashes(hashes),
    words: tellingWords(post, read, hashes),
  }
}

/** News says what it is about at its beginning; what stands below the four hundredth word is mostly about other things. */
const longestRead = 400

const cutOff = /(?:…|\.\.\.)\W*$/u

export const isName = (word: number) => (word & 3) === 1
export const isNumber = (word: number) => (word & 3) === 2
/** The same word has the same identity, whether it was seen as a name or not. */
export const identityOf = (word: number) => word >>> 2

function tellingWords(post: Told, words: string[], hashes: Int32Array): Uint32Array {
  const telling = newTelling()
  for (const text of [post.title, post.text.slice(0, namesWithin)])
    for (const name of namesIn(text)) telling.add(hashOf(name), 1)
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (startsWithDigit(word)) {
      // 12 000, 12.000 and 3,5 are one number each, though their parts are words.
      let number = word
      while (at + 1 < words.length && startsWithDigit(words[at + 1]!)) number += words[++at]!
      // A small number is everywhere: it only tells something together with what it counts.
      if (number.length < 3) number += ` ${words[at + 1]}`
      telling.add(hashOf(number), 2)
    } else if (word.length >= shortestWord) telling.add(hashes[at]!, 0)
  }
  return telling.all()
}

/** Distinct words as they are found; the first kind of a word stays. A Set of numbers takes three times as long. */
function newTelling() {
  let count = 0
  seen.fill(0)
  return {
    add(hash: number, kind: number) {
      const identity = hash >>> 2
      let place = identity & (seen.length - 1)
      while (seen[place] !== 0) {
        if (identityOf(found[seen[place]! - 1]!) === identity) return
        place = (place + 1) & (seen.length - 1)
      }
      if (count === mostTelling) return
      found[count++] = (identity << 2) | kind
      seen[place] = count
    },
    all: () => found.slice(0, count),
  }
}

// Twice as many places as there can be words, so that a look-up ends soon.
const mostTelling = 512
const found = new Uint32Array(mostTelling)
const seen = new Uint16Array(2 * mostTelling)

// Characters. A few names are enough, since they are looked for among all the words of the other side.
const namesWithin = 400

// Shorter ones are nearly all grammar, in French and in English; a short name is kept as a name.
const shortestWord = 4

const startsWithDigit = (word: string) => word.charCodeAt(0) >= 48 && word.charCodeAt(0) <= 57

/** The folded words that begin with a capital inside a sentence; none where everything is written large. */
function namesIn(text: string): string[] {
  const names: string[] = []
  let starts = 0
  let opens = true
  for (let at = 0; at < text.length; ) {
    const sign = signAt(text, at)
    let end = at + 1
    if (sign === letter || sign === capital) {
      while (end < text.length && signAt(text, end) >= letter) end++
      starts++
      if (sign === capital && !opens && end > at + 1) names.push(foldedName(text.slice(at, end)))
      opens = false
    } else if (sign === opening) opens = true
    at = end
  }
  return names.length > starts * 0.4 ? [] : names
}

const foldedName = (name: string) => (plain.test(name) ? name.toLowerCase() : folded(name))
const plain = /^[A-Za-z]+$/u

const signAt = (text: string, at: number) => {
  const code = text.charCodeAt(at)
  return code < signs.length ? signs[code]! : other
}
// Latin with its accents, and what a sentence may begin after, the dashes and quotes above U+2000 among them.
const other = 0
const opening = 1
const letter = 2
const capital = 3
const signs = Uint8Array.from({ length: 0x2030 }, (_, code) => {
  const char = String.fromCharCode(code)
  if ('.!?:…«“"|–—\n'.includes(char)) return opening
  if (code >= 0x250 || !/\p{L}/u.test(char)) return other
  return /\p{Lu}/u.test(char) ? capital : letter
})

/** Equal for two posts that say the same, whatever outlet an aggregator hangs on a bare title. */
function wholeOf(post: Told, words: string[], hashes: Int32Array): number {
  let said = words.length <= longestBare ? withoutOutlet(post) : null
  said ??= hashes.length === words.length ? hashes : hashesOf(words)
  let whole = noHash
  for (const hash of said) whole = stirred(Math.imul(whole, 31) ^ hash)
  return whole
}

function withoutOutlet({ title, text }: Told): Int32Array | null {
  const outlet = /\s[-–—|]\s[^-–—|]{2,40}$/u.exec(title)
  const bare = outlet && title.slice(0, outlet.index)
  return bare && (text === '' || folded(text).startsWith(folded(bare))) ? hashesOf(foldedWords(bare)) : null
}

// A title, and once more with its outlet as its text: what aggregators give.
const longestBare = 40

/** What a link leads to: without scheme, `www.`, fragment and what only counts clicks; 0 for none and for a front page. */
function addressOf(url: string | null): number {
  const whole = url === null ? null : URL.parse(url)
  if (!whole) return 0
  const asked = [...whole.searchParams].filter(([name]) => !counting.test(name)).sort()
  const path = whole.pathname.replace(/\/(?:amp\/?)?$/u, '')
  if (path === '' && asked.length === 0) return 0
  const host = whole.hostname.replace(/^(?:www|m|amp)\./u, '')
  return hashOf(`${host}${path}?${asked.map((pair) => pair.join('=')).join('&')}`)
}

// The names that analytics and advertising hang on links (Google, Meta, Microsoft, Mailchimp, Matomo, Piano).
const counting =
  /^(?:utm_.*|(?:fb|g|dcl|ms|tw|yc|igsh)(?:clid|id)?|at_.*|mc_[ce]id|pk_.*|mtm_.*|xtor|ref|ref_src|src|cmp|cmpid|smid|ito|oc)$/u

/** A trace as bytes for one column, and back. */
export const bytesOf = ({ length, whole, address, signature, words }: Trace) =>
  new Uint8Array(Uint32Array.of(length, whole, address, ...signature, ...words).buffer)

export function traceFrom(bytes: Uint8Array): Trace {
  // A copy, since a driver may hand over a view that does not begin at a multiple of four.
  const all = new Uint32Array(bytes.slice().buffer)
  const [length = 0, whole = 0, address = 0] = all
  const words = 3 + signatureSize
  return {
    length,
    whole: whole | 0,
    address: address | 0,
    signature: all.slice(3, words),
    words: all.slice(words),
  }
}
