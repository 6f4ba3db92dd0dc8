import { Tokenizer } from 'htmlparser2'
import { breathe, slice } from '../breath.ts'

/** What somebody does with the tokens of a text. All are places in it; `to` is behind the last character. */
export type Tokens = {
  /** `<name`; then come its attributes, then the end of the tag. */
  opens(from: number, to: number): void
  /** `valueFrom` is -1 where there is no value. */
  attribute(nameFrom: number, nameTo: number, valueFrom: number, valueTo: number): void
  /** The `>` of an opening tag; `closed` where it closes itself. */
  opened(end: number, closed: boolean): void
  closes(nameFrom: number, nameTo: number): void
  /** A text may come in several pieces. */
  text(from: number, to: number): void
  cdata(from: number, to: number): void
  comment(): void
  /** True ends the walk; asked at every breath. */
  enough(): boolean
}

/**
 * Finds the tokens that htmlparser2's tokenizer finds in XML, with pauses for breath. Whatever is written as nearly
 * all of it is (a text, a plain tag, a CDATA section) is recognised by searching for its end, several times faster
 * than by looking at each character; what is not is left to htmlparser2.
 */
export async function tokensOf(text: string, tokens: Tokens): Promise<void> {
  const odd = newOdd(text, tokens)
  for (let at = 0; at < text.length && !tokens.enough(); ) {
    const until = Math.min(at + slice, text.length)
    at = plainly(text, at, until, tokens)
    if (at < until) at = await odd(at)
    const pause = breathe()
    if (pause) await pause
  }
}

/** Reads until this place or a bit beyond; gives back how far it came, less than that where something is odd. */
function plainly(text: string, from: number, until: number, tokens: Tokens): number {
  let at = from
  while (at < until) {
    const open = text.charCodeAt(at) === less ? at : text.indexOf('<', at)
    if (open !== at) tokens.text(at, open < 0 ? text.length : open)
    if (open < 0) return text.length
    const sign = text.charCodeAt(open + 1)
    if (sign === slash) {
      const to = nameEnd(text, open + 2)
      if (to === open + 2 || text.charCodeAt(to) !== greater) return open
      tokens.closes(open + 2, to)
      at = to + 1
    } else if (sign === exclamation || sign === question) {
      at = asideEnd(text, open, tokens)
      if (at < 0) return open
    } else if (sign === greater || isBlank(sign)) {
      tokens.text(open, open + 1)
      at = open + 1
    } else {
      at = tagEnd(text, open, tokens)
      if (at < 0) return open
    }
  }
  return at
}

/** Behind a CDATA section, a comment or an instruction; -1 where it has no plain end. */
function asideEnd(text: string, open: number, tokens: Tokens): number {
  if (text.startsWith('<![CDATA[', open)) {
    const end = text.indexOf(']]>', open + 9)
    if (end < 0) return -1
    tokens.cdata(open + 9, end)
    return end + 3
  }
  if (text.startsWith('<!--', open)) {
    const end = text.indexOf('--', open + 4)
    if (end < 0 || text.charCodeAt(end + 2) !== greater) return -1
    tokens.comment()
    return end + 3
  }
  const end = text.charCodeAt(open + 1) === question ? text.indexOf('?>', open + 2) : -1
  return end < 0 ? -1 : end + 2
}

/** Behind an opening tag, told with its attributes; -1, and nothing told, where it is not a plain one. */
function tagEnd(text: string, open: number, tokens: Tokens): number {
  const nameTo = nameEnd(text, open + 1)
  let at = nameTo
  let told = 0
  let sign = text.charCodeAt(at)
  if (sign !== greater && sign !== slash && !isBlank(sign)) return -1
  while (sign !== greater) {
    const before = at
    while (isBlank(sign) && at < before + longestName) sign = text.charCodeAt(++at)
    if (sign === greater || sign === slash) break
    const to = attributeNameEnd(text, at)
    const quote = text.charCodeAt(to + 1)
    if (to === at || text.charCodeAt(to) !== equals || told >= mostTold) return -1
    const end = quote === 34 ? text.indexOf('"', to + 2) : quote === 39 ? text.indexOf("'", to + 2) : -1
    if (end < 0) return -1
    places[told++] = at
    places[told++] = to
    places[told++] = to + 2
    places[told++] = end
    at = end + 1
    sign = text.charCodeAt(at)
  }
  const closed = sign === slash
  if (closed && text.charCodeAt(++at) !== greater) return -1
  tokens.opens(open + 1, nameTo)
  for (let next = 0; next < told; next += 4)
    tokens.attribute(places[next]!, places[next + 1]!, places[next + 2]!, places[next + 3]!)
  tokens.opened(at, closed)
  return at + 1
}

const mostTold = 4 * 60
const places = new Int32Array(mostTold)

/** Where a name ends that begins here; for a very long one, somewhere in it. */
function nameEnd(text: string, from: number): number {
  let at = from
  for (const most = from + longestName; at < most; at++) {
    const sign = text.charCodeAt(at)
    if (sign === greater || sign === slash || isBlank(sign)) break
  }
  return at
}

function attributeNameEnd(text: string, from: number): number {
  let at = from
  for (const most = from + longestName; at < most; at++) {
    const sign = text.charCodeAt(at)
    if (sign === equals || sign === greater || sign === slash || isBlank(sign)) break
  }
  return at
}

const longestName = 200

const isBlank = (sign: number) =>
  sign <= 32 && (sign === 32 || sign === 10 || sign === 9 || sign === 12 || sign === 13)

const [slash, greater, less, equals, exclamation, question] = [47, 62, 60, 61, 33, 63]

/**
 * Lets htmlparser2 read on from a place between two tokens until it is between two tokens again; tells where that is.
 * It gets ever larger pieces: one long token costs no more than it should, and a file that is odd all over is left to
 * it altogether.
 */
function newOdd(text: string, tokens: Tokens): (at: number) => Promise<number> {
  let [from, ended, closesTo, least] = [0, -1, -1, 1]
  let [nameFrom, nameTo, valueFrom, valueTo] = [0, 0, -1, -1]
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname: (start, to) => tokens.opens(from + start, from + to),
      onattribname(start, to) {
        nameFrom = from + start
        nameTo = from + to
        valueFrom = valueTo = -1
      },
      onattribdata(start, to) {
        if (valueFrom < 0) valueFrom = from + start
        valueTo = from + to
      },
      onattribend: () => tokens.attribute(nameFrom, nameTo, valueFrom, valueTo),
      onopentagend(end) {
        ended = from + end
        tokens.opened(ended, false)
      },
      onselfclosingtag(end) {
        ended = from + end
        tokens.opened(ended, true)
      },
      onclosetag(start, to) {
        closesTo = from + to
        tokens.closes(from + start, closesTo)
      },
      ontext(start, to) {
        // Of a closing tag that the file cuts off, it takes what is left for a text from nowhere.
        if (start >= 0) tokens.text(from + start, from + to)
      },
      oncdata(start, to, offset) {
        ended = from + to
        tokens.cdata(from + start, from + to - offset)
      },
      oncomment(_, to) {
        ended = from + to
        tokens.comment()
      },
      ondeclaration(_, to) {
        ended = from + to
      },
      onprocessinginstruction(_, to) {
        ended = from + to + 1
      },
      onattribentity() {},
      ontextentity() {},
      onend() {},
    },
  )

  return async (start) => {
    tokenizer.reset()
    from = start
    least = Math.min(least + 8, slice)
    for (
      let at = start, size = least;
      at < text.length && !tokens.enough();
      size = Math.min(size * 8, slice)
    ) {
      const end = text.indexOf('>', at + size)
      const to = end < 0 ? Math.min(at + slice, text.length) : Math.min(end + 1, at + slice)
      ended = closesTo = -1
      tokenizer.write(flat(text, at, to))
      if (ended === to - 1 || (closesTo >= 0 && text.indexOf('>', closesTo) === to - 1)) return to
      at = to
      const pause = breathe()
      if (pause) await pause
    }
    tokenizer.end()
    return text.length
  }
}

/** A part of the text as a string of its own: one that only points into the whole is read at half the speed. */
const flat = (text: string, from: number, to: number) =>
  to - from < 1_000 ? text.slice(from, to) : Buffer.from(text.slice(from, to), 'utf16le').toString('utf16le')
