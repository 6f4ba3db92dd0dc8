import { drawn, fill, outUnits, units } from '../model/scratch.ts'
import { referenceAt } from './entities.ts'

/**
 * A piece of a feed as people read it, tags stripped and references decoded. `html` is markup, `text` is not,
 * `guess` may be either, as RSS never says: then known tags or references decide.
 */
export type Piece = { text: string; as: 'html' | 'text' | 'guess' }

/** Paragraphs on lines of their own; at most 200,000 characters of the source are read, a novel's worth. */
export function plain({ text, as }: Piece): string {
  const source = text.length > mostSource ? text.slice(0, mostSource) : text
  if (as === 'text') return read(source, { tags: false, references: false })
  const once = read(source, { tags: as === 'html' || looksLikeHtml(source), references: true })
  // Escaped twice: what was text still has markup in it.
  return looksLikeHtml(once) ? read(once, { tags: true, references: true }) : once
}

/** The same on one line: a title, a name. */
export const plainLine = (piece: Piece) => plain(piece).replaceAll('\n', ' ')

/** What XML forbids, and no text needs: control characters other than white space. */
export const withoutControls = (text: string) => (controls.test(text) ? text.replace(allControls, '') : text)

const mostSource = 200_000

const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/
const allControls = new RegExp(controls.source, 'g')

const looksLikeHtml = (text: string) => text.includes('<') && tags.test(text)

// A closing tag, one that needs none, or one with attributes. « How to use <b> » alone is about HTML, not in HTML.
const tags =
  /<\/(?:a|abbr|acronym|address|article|b|big|blockquote|center|cite|code|dd|del|dfn|div|dl|dt|em|figcaption|figure|font|h[1-6]|i|ins|kbd|li|mark|ol|p|pre|q|s|samp|script|section|small|span|strike|strong|style|sub|sup|table|td|th|tr|tt|u|ul|var)\s*>|<(?:br|hr|img|wbr|p)(?:\s[^<>]*)?\/?>|<[a-z][a-z0-9]*\s[^<>]*=/i

const breaking = new Set(
  'address article aside blockquote br center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table td th tr ul'.split(
    ' ',
  ),
)
const silent = new Set('script style head title template iframe object svg math noscript textarea'.split(' '))

/**
 * Goes through the text once and copies what is to be read. White space of any length becomes one blank, or a new
 * line where a paragraph ended; a lone no-break space stays, French needs it. Nothing grows: the shortest reference
 * is longer than what it stands for.
 */
function read(text: string, { tags, references }: { tags: boolean; references: boolean }): string {
  if (text.length < 300 && !special.test(text)) return text.trim()
  const end = fill(text)
  const unclosed = new Set<string>()
  let length = 0
  let gap = none
  for (let at = 0; at < end; ) {
    const sign = signs[units[at]!]!
    let said = ''
    if (sign === opening && tags) {
      const tag = tagAt(text, at, end, unclosed)
      at = tag.end
      if (tag.breaks) gap = newLine
      if (!tag.literal) continue
      said = '<'
    } else if (sign === ampersand && references) {
      const reference = referenceAt(text, at)
      at = reference?.end ?? at + 1
      said = reference?.text ?? '&'
      if (said.trim() === '') {
        gap = wider(gap, said === '\u00a0' ? hardSpace : space)
        continue
      }
    } else if (sign === hardSpace || sign === space || sign === forbidden) {
      if (sign !== forbidden) gap = wider(gap, sign)
      at++
      continue
    }
    if (gap !== none && length > 0) outUnits[length++] = gaps[gap]!
    gap = none
    if (said !== '') for (let next = 0; next < said.length; next++) outUnits[length++] = said.charCodeAt(next)
    // The zero behind the end of the text ends this too.
    else
      do outUnits[length++] = units[at++]!
      while (signs[units[at]!] === letter)
  }
  return drawn(length)
}

/** Most titles have nothing to be read out of or tidied up. */
const special = /[<&\0-\x1f\u00a0\u2028\u2029\ufffe\uffff]| {2}/

// What a character means here. The first four are gaps as well, the wider the greater.
const none = 0
const hardSpace = 1
const space = 2
const newLine = 3
const letter = 4
const opening = 5
const ampersand = 6
const forbidden = 7
const gaps = [0, 0xa0, 0x20, 0x0a]
const wider = (gap: number, other: number) => (gap === none ? other : Math.max(gap, other, space))

const signs = new Uint8Array(0x10000).fill(letter)
signs.fill(forbidden, 0, 0x20)
for (const blank of ' \t\n\v\f\r\u2028\u2029') signs[blank.charCodeAt(0)] = space
for (const code of [0xfffe, 0xffff]) signs[code] = forbidden
signs[0xa0] = hardSpace
signs['<'.charCodeAt(0)] = opening
signs['&'.charCodeAt(0)] = ampersand

/** What the `<` here opens: where it ends, and whether a line ends with it; `literal` where it only says "less than". */
function tagAt(html: string, open: number, length: number, unclosed: Set<string>): Tag {
  const next = open + 1 < length ? units[open + 1]! : 0
  if (isLetter(next)) {
    const name = nameAt(html, open + 1, length)
    const end = tagEnd(html, open, length)
    if (silent.has(name) && units[end - 2] !== slash) return silence(closingOf(name, html, end, unclosed))
    return breaking.has(name) ? { end, breaks: true, literal: false } : silence(end)
  }
  if (next === slash)
    return {
      end: after('>', html, open),
      breaks: breaking.has(nameAt(html, open + 2, length)),
      literal: false,
    }
  if (next === question) return silence(after('>', html, open))
  if (next !== exclamation) return { end: open + 1, breaks: false, literal: true }
  return silence(html.startsWith('<!--', open) ? after('-->', html, open + 4) : after('>', html, open))
}

type Tag = { end: number; breaks: boolean; literal: boolean }
const silence = (end: number): Tag => ({ end, breaks: false, literal: false })

/** The tag's name in small letters, without a prefix (`xhtml:p` is a paragraph too). */
function nameAt(html: string, from: number, length: number): string {
  let start = from
  let at = from
  for (; at < length && (isLetter(units[at]!) || isDigitOrColon(units[at]!)); at++)
    if (units[at] === colon) start = at + 1
  return html.slice(start, at).toLowerCase()
}

const isDigitOrColon = (code: number) => code >= 48 && code <= colon
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
  let value = false
  for (let at = open + 1; at < length; at++) {
    const unit = units[at]!
    if (unit === greater) return at + 1
    // Only behind `=` does a quote open a value; elsewhere it is a slip of the pen.
    if (value && (unit === quote || unit === apostrophe)) {
      const close = html.slice(at + 1, at + longestValue).indexOf(unit === quote ? '"' : "'")
      if (close < 0) return after('>', html, at)
      at += 1 + close
      value = false
    } else value = unit === equals || (value && unit === 32)
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
