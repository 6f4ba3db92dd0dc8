/**
 * A text as what can be searched in it: folded words in order, with where each stood in the text
 * (UTF-16 units), and the #tags and @handles. Case, accents, ligatures and invisible characters do not
 * matter; apostrophes and hyphens part words, so that elision (« l’arnaque ») hides none.
 */
export type Words = { words: string[]; from: number[]; to: number[]; tags: Tag[] }

/** A hashtag or a handle with all the names it answers to (`@mia@social.example` is `@mia` too). */
export type Tag = { names: string[]; from: number; to: number }

export function wordsOf(text: string): Words {
  const found: Words = { words: [], from: [], to: [], tags: [] }
  let word = ''
  let from = 0
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at)!
    const width = code > 0xffff ? 2 : 1
    const folded = code < 128 ? ascii[code]! : foldOf(code)
    if (folded === joined) {
      // Part of the word it stands in, but without a letter of its own: a soft hyphen, a combining accent.
    } else if (folded === '') {
      if (word !== '') keep(found, word, from, at)
      word = ''
      if (code === hash || code === at_) readTag(text, at, found)
    } else {
      if (word === '') from = at
      word += folded
    }
    at += width
  }
  if (word !== '') keep(found, word, from, text.length)
  return found
}

/** The folded words of a text, nothing else: what the full-text index holds. */
export const foldedWords = (text: string) => wordsOf(text).words

/** One line that is the same however the text was typed: for comparing names and titles. */
export const folded = (text: string) => wordsOf(text).words.join(' ')

function keep(found: Words, word: string, from: number, to: number) {
  found.words.push(word)
  found.from.push(from)
  found.to.push(to)
}

// A tag begins where no word stands before it (an address `mia@nimbus.example` holds no handle) and runs on
// over letters, digits and `_`; a handle may also hold dots and hyphens and name its server.
const tagText =
  /#[\p{L}\p{N}\p{M}_]+|@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)?/uy

function readTag(text: string, at: number, found: Words) {
  if (at > 0 && wordBefore.test(text.slice(Math.max(0, at - 2), at))) return
  tagText.lastIndex = at
  const match = tagText.exec(text)
  if (match) found.tags.push({ names: tagNames(match[0]), from: at, to: at + match[0].length })
}

const wordBefore = /[\p{L}\p{N}_@/&=]$/u

function tagNames(tag: string): string[] {
  const whole = tag[0] + foldTag(tag.slice(1))
  if (tag[0] === '#') return [whole]
  const names = new Set([whole])
  const server = whole.indexOf('@', 1)
  if (server > 0) names.add(whole.slice(0, server))
  if (whole.endsWith('.bsky.social')) names.add(whole.slice(0, -'.bsky.social'.length))
  return [...names]
}

const foldTag = (name: string) => {
  let all = ''
  for (const char of name) all += foldOf(char.codePointAt(0)!).trim() || (/[\p{M}]/u.test(char) ? '' : char)
  return all
}

const hash = '#'.charCodeAt(0)
const at_ = '@'.charCodeAt(0)
const joined = ' '
const ligatures: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }
const wordLike = /^[\p{L}\p{N}]+$/u
const invisible = /^[\p{M}\u00ad\u200b-\u200d\u2060\ufeff\ufe0e\ufe0f]$/u

const folds = new Map<number, string>()

/** The folded letters of one character; '' where words part; a blank for what belongs to a word silently. */
function foldOf(code: number): string {
  const known = folds.get(code)
  if (known !== undefined) return known
  const char = String.fromCodePoint(code)
  const plain = char
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
  const letters = ligatures[plain] ?? plain
  const fold = invisible.test(char) ? joined : wordLike.test(letters) ? letters : ''
  folds.set(code, fold)
  return fold
}

const ascii = Array.from({ length: 128 }, (_, code) => foldOf(code))
