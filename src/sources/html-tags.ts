import { units } from '../model/scratch.ts'

/**
 * What the `<` here opens, in a text that also lies in `units`: twice the place where the text goes on, plus one
 * where a line ends with it; -1 where it only says "less than". A number, since most texts have hundreds of tags.
 * `unclosed` remembers which names were looked for in vain.
 */
export function tagAt(html: string, open: number, length: number, unclosed: Set<string>): number {
  const next = open + 1 < length ? units[open + 1]! : 0
  if (isLetter(next)) {
    const meaning = meaningAt(open + 1, length)
    const end = tagEnd(html, open, length)
    if (meaning === silent && units[end - 2] !== slash)
      return 2 * closingOf(nameAt(html, open + 1, length), html, end, unclosed)
    return 2 * end + (meaning === breaking ? 1 : 0)
  }
  if (next === slash) {
    const end = after('>', html, open)
    return 2 * end + (meaningAt(open + 2, length) === breaking ? 1 : 0)
  }
  if (next === question) return 2 * after('>', html, open)
  if (next !== exclamation) return -1
  return 2 * (html.startsWith('<!--', open) ? after('-->', html, open + 4) : after('>', html, open))
}

const nothing = 0
const breaking = 1
const silent = 2

const breakingNames =
  'address article aside blockquote br center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table td th tr ul'
const silentNames = 'script style head title template iframe object svg math noscript textarea'

/** The names that mean something, by a number made of their letters. */
const known = new Map(
  [breakingNames, silentNames].flatMap((names, at) =>
    names.split(' ').map((name) => [hashed(name), { name, meaning: at + 1 }] as const),
  ),
)

function hashed(name: string): number {
  let hash = 0
  for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0
  return hash
}

/** What the tag's name means, whatever its prefix (`xhtml:p` is a paragraph too). */
function meaningAt(from: number, length: number): number {
  let start = from
  let hash = 0
  let at = from
  for (; at < length; at++) {
    const unit = units[at]!
    if (unit === colon) {
      start = at + 1
      hash = 0
    } else if (isLetter(unit) || isDigit(unit)) hash = (Math.imul(hash, 31) + (unit | 32)) | 0
    else break
  }
  const found = known.get(hash)
  if (found === undefined || found.name.length !== at - start) return nothing
  for (let next = start; next < at; next++)
    if (found.name.charCodeAt(next - start) !== (units[next]! | 32)) return nothing
  return found.meaning
}

/** The tag's name in small letters, without a prefix. */
function nameAt(html: string, from: number, length: number): string {
  let start = from
  let at = from
  for (; at < length && (isLetter(units[at]!) || isDigit(units[at]!) || units[at] === colon); at++)
    if (units[at] === colon) start = at + 1
  return html.slice(start, at).toLowerCase()
}

const isDigit = (code: number) => code >= 48 && code < colon
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const exclamation = 33
const quote = 34
const apostrophe = 39
const slash = 47
const colon = 58
const equals = 61
const greater = 62
const question = 63

/** Where the text goes on behind the tag: a `>` in quotes does not end it, an open quote does not swallow the rest. */
function tagEnd(html: string, open: number, length: number): number {
  const all = units
  for (let at = open + 1; at < length; at++) {
    const unit = all[at]!
    if (unit === greater) return at + 1
    if (unit !== equals) continue
    while (at + 1 < length && all[at + 1] === 32) at++
    // Only behind `=` does a quote open a value; elsewhere it is a slip of the pen.
    const next = at + 1 < length ? all[at + 1]! : 0
    if (next !== quote && next !== apostrophe) continue
    const close = html.indexOf(next === quote ? '"' : "'", at + 2)
    if (close < 0 || close > at + longestValue) return after('>', html, at + 1)
    at = close
  }
  return length
}

const longestValue = 2_000

function after(mark: string, html: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

/** Behind the closing tag; where there is none, behind the opening one. Looked for in vain once a name, not each time. */
function closingOf(name: string, html: string, from: number, unclosed: Set<string>): number {
  if (unclosed.has(name)) return from
  const closing = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'giu')
  closing.lastIndex = from
  if (closing.exec(html)) return closing.lastIndex
  unclosed.add(name)
  return name === 'script' || name === 'style' ? html.length : from
}
