import type { Instant, Post } from '../model/post.ts'
import { addressOf } from './stories-address.ts'
import { type Reading, read, wordsBefore } from './stories-reading.ts'
import { noHash, signatureOfHashes, signatureSize, stirred } from './stories-signature.ts'
import { tellingWords } from './stories-telling.ts'

/** What stories are told apart by. */
export type Told = Pick<Post, 'id' | 'title' | 'text' | 'url'>

/**
 * All that is remembered of a post to know its story again: how many words were read (400 at most), the distinct
 * telling ones among them (src/analysis/stories-telling.ts), and hashes of all of them and of what its link leads
 * to; an `address` of 0 is none. `own`: somebody's own words, a short text without a headline.
 */
export type Trace = {
  length: number
  own: boolean
  whole: number
  address: number
  signature: Uint32Array
  words: Uint32Array
}

/** What was kept of a post, with its story and when it was heard: what a store hands back after a restart. */
export type Kept = { story: string; at: Instant; trace: Trace }

/** The trace of a post. It reads the text itself: going through the words of the matcher takes longer. */
export function traceOf(post: Told): Trace {
  const reading = read(post.title, post.text)
  const { count, hashes } = reading
  // The last word of a text that was cut off may be half a word or half a number.
  const cut = count > 0 && reading.ends && cutOff.test(post.text.slice(-cutWithin))
  const sure = cut ? count - 1 : count
  const own = reading.titled === 0 && count <= longestOwn && post.text.length <= longestOwnText
  return {
    length: count,
    own,
    whole: own ? ownWhole(post, reading) : wholeOf(post, reading),
    address: addressOf(post.url),
    signature: signatureOfHashes(hashes, sure),
    words: tellingWords(reading, sure),
  }
}

// Words: longer than most posts of social networks, shorter than most articles.
const longestOwn = 60
const longestOwnText = 1_000

const cutOff = /(?:…|\.\.\.)\W*$/u
// Looked for among the last characters alone: in a text of nothing but dots it would take hours.
const cutWithin = 24

/** Equal for two posts that say the same, whatever outlet an aggregator hangs on a bare title. */
function wholeOf(post: Told, reading: Reading): number {
  const said = reading.count <= longestBare ? bareWords(post, reading) : reading.count
  let whole = noHash
  for (let at = 0; at < said; at++) whole = stirred(Math.imul(whole, 31) ^ reading.hashes[at]!)
  return whole
}

/** Equal for two posts in the same words, whoever passes them on, with whatever link, handle or hashtag. */
function ownWhole({ text }: Told, { count, hashes, from }: Reading): number {
  const found = [...text.matchAll(passingOn)]
  const aside = found.map(({ index, 0: { length } }) => [index, index + length] as const)
  // Nothing but links and names: then these are what was said.
  if (text.replace(passingOn, '').trim() === '') aside.length = 0
  let whole = noHash
  for (let at = 0; at < count; at++)
    if (!aside.some(([begin, end]) => from[at]! >= begin && from[at]! < end))
      whole = stirred(Math.imul(whole, 31) ^ hashes[at]!)
  return whole
}

const passingOn = /\bRT @\S+|\bvia @\S+|https?:\/\/\S+|[#@][\p{L}\p{N}_][\p{L}\p{N}_.@-]*/giu

// A title, and once more with its outlet as its text: what aggregators give.
const longestBare = 40

/** How many of the words are left without what an aggregator adds to a title: all, where it is none of them. */
function bareWords({ title }: Told, reading: Reading): number {
  const { count, titled, hashes } = reading
  const bare = wordsBefore(reading, outlet.exec(title)?.index ?? 0)
  const again = hashes.subarray(titled, titled + bare).every((hash, at) => hash === hashes[at])
  return bare > 0 && (titled === count || (again && titled + bare <= count)) ? bare : count
}

const outlet = /\s[-–—|]\s[^-–—|]{2,40}$/u

/** A trace as bytes for one column, and back. */
export const bytesOf = ({ length, own, whole, address, signature, words }: Trace) =>
  new Uint8Array(Uint32Array.of(length | (own ? ownBit : 0), whole, address, ...signature, ...words).buffer)

// An earlier version left it empty: then a post counts as one with a headline.
const ownBit = 0x80000000

export function traceFrom(bytes: Uint8Array): Trace {
  // A copy, since a driver may hand over a view that does not begin at a multiple of four; `slice` of a Buffer is none.
  const all = new Uint32Array(Uint8Array.from(bytes).buffer)
  const [length = 0, whole = 0, address = 0] = all
  const words = 3 + signatureSize
  return {
    length: length & ~ownBit,
    own: (length & ownBit) !== 0,
    whole: whole | 0,
    address: address | 0,
    signature: all.slice(3, words),
    words: all.slice(words),
  }
}
