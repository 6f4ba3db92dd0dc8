/**
 * A text as what can be searched in it: folded words in order, with where each stood in the text
 * (UTF-16 units), and the #tags and @handles. Case, accents, ligatures and invisible characters do not
 * matter; apostrophes and hyphens part words, so that elision (« l’arnaque ») hides none; a Cyrillic or Greek
 * letter that stands in a Latin word for its double is read as that.
 */
export type Words = { text: string; words: string[]; from: number[]; to: number[]; tags: Tag[] }

/** A hashtag or a handle with all the names it answers to (`@mia@social.example` is `@mia` too). */
export type Tag = { names: string[]; from: number; to: number }

export function wordsOf(text: string): Words {
  const found: Words = { text, words: [], from: [], to: [], tags: [] }
  const length = text.length
  for (let at = 0; at < length; ) {
    const code = text.charCodeAt(at)
    const kind = code < near ? kinds[code]! : far
    if (kind === parting) {
      if (code === hash || code === at_) readTag(text, at, found)
      at++
    } else if (kind >= far && foldAt(text, at).trim() === '') at += widthAt(text, at)
    else at = readWord(text, at, found)
  }
  return found
}

/** Reads the word that begins here; gives where it ends. Most words are plain small letters: those are a slice. */
function readWord(text: string, from: number, found: Words): number {
  const length = text.length
  let at = from
  while (at < length && kindAt(text, at) === plainLetter) at++
  let word = text.slice(from, at)
  if (at < length && kindAt(text, at) !== parting) {
    let foreign = false
    while (at < length) {
      const fold = foldAt(text, at)
      if (fold === '') break
      // Part of the word it stands in, but without a letter of its own: a soft hyphen, a combining accent.
      if (fold !== joined) word += fold
      foreign ||= fold >= firstGreek
      at += widthAt(text, at)
    }
    if (foreign) word = undoubled(word)
  }
  found.words.push(word)
  found.from.push(from)
  found.to.push(at)
  return at
}

const kindAt = (text: string, at: number) => {
  const code = text.charCodeAt(at)
  // Asking a typed array beyond its end is slow.
  return code < near ? kinds[code]! : far
}
/** The folded letters of the character here; '' where words part; `joined` for what belongs to a word silently. */
export const foldAt = (text: string, at: number) => foldOf(text.codePointAt(at)!)
export const widthAt = (text: string, at: number) => (text.codePointAt(at)! > 0xffff ? 2 : 1)

/** The folded words of a text, nothing else: what the full-text index holds. */
export const foldedWords = (text: string) => wordsOf(text).words

/** One line that is the same however the text was typed: for comparing names and titles. */
export const folded = (text: string) => wordsOf(text).words.join(' ')

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
  let word = ''
  for (const char of name) {
    const fold = foldOf(char.codePointAt(0)!)
    if (fold !== '') word += fold.trim()
    else {
      all += undoubled(word) + char
      word = ''
    }
  }
  return all + undoubled(word)
}

/** The word as it looks, where it is a Latin one with Cyrillic or Greek doubles of some letters: those who hide a name write it so. */
function undoubled(word: string): string {
  if (!latinAndDoubles.test(word) || !/[a-z]/.test(word)) return word
  return word.replace(/[^a-z0-9]/g, (letter) => doubles[letter]!)
}

const hash = '#'.charCodeAt(0)
const at_ = '@'.charCodeAt(0)
/** The fold of what says nothing in a word. */
export const joined = ' '
const ligatures: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }
// Small letters, since case is folded before: в is here for В.
const doubles: Record<string, string> = Object.fromEntries(
  ['аa вb сc ԁd еe һh нh іi јj кk мm оo рp ԛq ѕs тt ԝw хx уy', 'αa βb εe ιi κk οo ρp τt υu χx ζz']
    .join(' ')
    .split(' ')
    .map(([double, letter]) => [double!, letter!]),
)
const latinAndDoubles = new RegExp(`^[a-z0-9${Object.keys(doubles).join('')}]+$`)
/** Folds from here on are of other alphabets than the Latin one. */
export const firstGreek = '\u0370'
const wordLike = /^[\p{L}\p{N}]+$/u
// Marks, joiners, the stretch of Arabic letters, and the signs that turn the direction of writing.
const invisible = /^[\p{M}\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0e\ufe0f]$/u

/** A text without what cannot be seen in it (accents that stand alone stay): for reading what was pasted. */
export const visible = (text: string) =>
  text.replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')

const folds = new Map<number, string>()

/** The folded letters of one character, as `foldAt` has them. */
export function foldOf(code: number): string {
  const known = folds.get(code)
  if (known !== undefined) return known
  const char = String.fromCodePoint(code)
  const bare = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '')
  const plain = bare(bare(char).toLowerCase())
  const letters = ligatures[plain] ?? plain
  const fold = invisible.test(char) ? joined : wordLike.test(letters) ? letters : ''
  folds.set(code, fold)
  return fold
}

// What each of the first characters (Latin with its accents) is, so that most texts are read without a search.
export const near = 0x250
const parting = 0
const plainLetter = 1
const foldedLetter = 2
const far = 3
const kinds = Uint8Array.from({ length: near }, (_, code) => {
  const fold = foldOf(code)
  if (fold === '') return parting
  if (fold === joined) return far
  return fold === String.fromCharCode(code) ? plainLetter : foldedLetter
})
