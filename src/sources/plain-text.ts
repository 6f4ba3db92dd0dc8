import { drawn, fill, outUnits, units } from '../model/scratch.ts'
import { basicAt, basicLength, referenceAt } from './entities.ts'
import { tagAt } from './html-tags.ts'

/**
 * A piece of a feed as people read it, tags stripped and references decoded. `html` is markup, `text` is not,
 * `guess` may be either, as RSS never says: then known tags or references decide.
 */
export type Piece = { text: string; as: 'html' | 'text' | 'guess' }

/** Paragraphs on lines of their own; at most 200,000 characters of the source are read, a novel's worth. */
export function plain({ text, as }: Piece): string {
  if (isTidy(text)) return text.trim()
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

/**
 * Goes through the text once and copies what is to be read. White space of any length becomes one blank, or a new
 * line where a paragraph ended; a lone no-break space stays, French needs it. Nothing grows: the shortest reference
 * is longer than what it stands for.
 */
function read(text: string, { tags, references }: { tags: boolean; references: boolean }): string {
  const end = fill(text)
  const unclosed = new Set<string>()
  const [from, to, meaning] = [units, outUnits, signs]
  let length = 0
  let gap = none
  for (let at = 0; at < end; ) {
    let unit = from[at]!
    const sign = meaning[unit]!
    let said = ''
    if (sign === opening && tags) {
      const tag = tagAt(text, at, end, unclosed)
      if (tag >= 0) {
        if (tag & 1) gap = newLine
        at = tag >> 1
        continue
      }
    } else if (sign === ampersand && references) {
      const basic = basicAt(at)
      if (basic !== 0) {
        unit = basic
        at += basicLength(basic) - 1
      } else {
        const reference = referenceAt(text, at)
        if (reference) {
          said = reference.text
          at = reference.end
          if (said.trim() === '') {
            gap = wider(gap, said === '\u00a0' ? hardSpace : space)
            continue
          }
        }
      }
    } else if (sign <= space || sign === blank || sign === forbidden) {
      if (sign !== forbidden) gap = wider(gap, sign === hardSpace ? hardSpace : space)
      at++
      continue
    }
    if (gap !== none && length > 0) to[length++] = gaps[gap]!
    gap = none
    if (said === '') {
      // A run of letters and lone blanks, in which nothing has to be decided. The zero behind the text ends it too.
      let before = unit
      do {
        to[length++] = before = unit
        unit = from[++at]!
      } while (meaning[unit]! >= blank && ((unit ^ 32) | (before ^ 32)) !== 0)
      if (before === 32) {
        length--
        gap = space
      }
    } else for (let next = 0; next < said.length; next++) to[length++] = said.charCodeAt(next)
  }
  return drawn(length)
}

/** Most titles have nothing to be read out of or tidied up. */
function isTidy(text: string): boolean {
  if (text.length >= 300) return false
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (signs[unit]! < blank || (unit === 32 && before === 32)) return false
    before = unit
  }
  return true
}

// What a character means here. The first four are gaps as well, the wider the greater.
const none = 0
const hardSpace = 1
const space = 2
const newLine = 3
const opening = 4
const ampersand = 5
const forbidden = 6
const blank = 7
const letter = 8
const gaps = [0, 0xa0, 0x20, 0x0a]
const wider = (gap: number, other: number) => (gap === none ? other : Math.max(gap, other, space))

const signs = new Uint8Array(0x10000).fill(letter)
signs.fill(forbidden, 0, 0x20)
for (const blank of ' \t\n\v\f\r\u2028\u2029') signs[blank.charCodeAt(0)] = space
for (const code of [0xfffe, 0xffff]) signs[code] = forbidden
signs[0x20] = blank
signs[0xa0] = hardSpace
signs['<'.charCodeAt(0)] = opening
signs['&'.charCodeAt(0)] = ampersand
