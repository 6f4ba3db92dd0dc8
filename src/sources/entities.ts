import { Tokenizer } from 'htmlparser2'
import { drawn, fill, outUnits, scratchSize, units } from '../model/scratch.ts'

/**
 * What a DOCTYPE declares for itself, by name, and how many characters it may still bring in: a short name that
 * stands for a long text, used again and again, would make a small file huge.
 */
export type OwnEntities = { values: Map<string, string>; left: number }

/** One level of XML's references, with HTML's names too: feeds use them without ever declaring them. */
export function decodeXml(text: string, own?: OwnEntities): string {
  if (!text.includes('&')) return text
  const short = text.length > scratchSize ? text.slice(0, scratchSize) : text
  const end = fill(short)
  const [from, to] = [units, outUnits]
  let length = 0
  // It ends the last run as any other does.
  from[end] = ampersand
  for (let at = 0; length < scratchSize; ) {
    for (let unit = from[at]!; unit !== ampersand; unit = from[++at]!) to[length++] = unit
    if (at >= end) break
    const basic = basicAt(at)
    if (basic !== 0) {
      to[length++] = basic
      at += basicLength(basic)
      continue
    }
    strict.lastIndex = at
    const found = strict.exec(short)
    const said = found ? meaningOf(found[0], found[1]!, own) : '&'
    at += found ? found[0].length : 1
    for (let next = 0; next < said.length && length < scratchSize; next++)
      to[length++] = said.charCodeAt(next)
  }
  return drawn(Math.min(length, scratchSize))
}

/** The sign that one of XML's own five stands for, in `units`; 0 where it is none of them. Most references are. */
export function basicAt(at: number): number {
  const first = units[at + 1]
  const second = units[at + 2]
  const third = units[at + 3]
  if (third === semicolon && second === t) return first === l ? less : first === g ? greater : 0
  if (units[at + 4] === semicolon) return first === a && second === m && third === p ? ampersand : 0
  if (units[at + 5] !== semicolon) return 0
  if (first === q && second === u && third === o && units[at + 4] === t) return quote
  return first === a && second === p && third === o && units[at + 4] === s ? apostrophe : 0
}

/** How long the reference is that stands for this sign. */
export const basicLength = (sign: number) =>
  sign === less || sign === greater ? 4 : sign === ampersand ? 5 : 6

const [quote, ampersand, apostrophe, semicolon, less, greater] = [34, 38, 39, 59, 60, 62]
const [a, g, l, m, o, p, q, s, t, u] = [97, 103, 108, 109, 111, 112, 113, 115, 116, 117]

function meaningOf(reference: string, name: string, own: OwnEntities | undefined): string {
  if (name.startsWith('#')) return ofNumber(name)
  const value = own?.values.get(name)
  if (value === undefined) return ofName(reference)
  own!.left -= value.length
  return own!.left < 0 ? reference : value
}

/** The reference that begins with the `&` here, as browsers read it; null where it is but a sign. */
export function referenceAt(text: string, at: number): { text: string; end: number } | null {
  loose.lastIndex = at
  const found = loose.exec(text)?.[0]
  if (found === undefined) return null
  const read = found[1] === '#' ? ofNumber(found.slice(1).replace(';', '')) : ofName(found)
  return { text: read, end: at + found.length }
}

const strict = /&(#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,9}|[a-zA-Z_][\w.-]{0,39});/y
const loose = /&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,9}|[a-zA-Z][a-zA-Z0-9]{0,39});?/y
/** `#233` or `#xe9`. 128 to 159 mean windows-1252, as everywhere on the web; what XML forbids is left out. */
function ofNumber(name: string): string {
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  if (code >= 128 && code <= 159) return windows1252.decode(Uint8Array.of(code))
  if (code < 32 && code !== 9 && code !== 10 && code !== 13) return ''
  if (code === 0xfffe || code === 0xffff) return ''
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code)
}

const windows1252 = new TextDecoder('windows-1252')
const named = new Map<string, string>()

/** htmlparser2 knows all of HTML's 2,231 names; asking it once for each that is met spares us a copy of the list. */
function ofName(reference: string): string {
  let text = named.get(reference)
  if (text === undefined) {
    text = read(reference)
    if (named.size < mostNames) named.set(reference, text)
  }
  return text
}

// Enough for every real name with and without its semicolon; strangers cannot make it grow beyond.
const mostNames = 8_000

let gathered = ''
let asked = ''
const nothing = () => {}
const reader = new Tokenizer(
  { decodeEntities: true },
  {
    ontext: (from, to) => {
      gathered += asked.slice(from, to)
    },
    ontextentity: (code) => {
      gathered += String.fromCodePoint(code)
    },
    onattribdata: nothing,
    onattribentity: nothing,
    onattribend: nothing,
    onattribname: nothing,
    oncdata: nothing,
    onclosetag: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onend: nothing,
    onopentagend: nothing,
    onopentagname: nothing,
    onprocessinginstruction: nothing,
    onselfclosingtag: nothing,
  },
)

function read(reference: string): string {
  gathered = ''
  asked = reference
  reader.reset()
  reader.write(reference)
  reader.end()
  return gathered
}
