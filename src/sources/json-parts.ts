import { slice } from '../breath.ts'
import { Oops } from '../model/oops.ts'

/** An element of a list or a member of an object, where it stands in the text. `whole`: its end was seen. */
export type Part = { key: string; from: number; to: number; whole: boolean }

/**
 * The parts of the list or object that begins at `start`, one by one, however broken the rest is: what stands
 * between two commas is one. Null now and then, to catch one's breath. Throws Oops for what nests deeper than any feed.
 */
export function* partsOf(text: string, start: number, end: number): Generator<Part | null, void> {
  let depth = 0
  let from = start + 1
  let colon = -1
  let breath = start
  const part = (to: number, whole = true): Part => {
    const key = colon < 0 ? '' : keyIn(text, from, colon)
    return { key, from: afterBlanks(text, colon < 0 ? from : colon + 1, to), to, whole }
  }
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    // `[` and `{` differ from `]` and `}` by two, and from each other by the bit of small letters.
    if (code === quote) at = stringEnd(text, at, end)
    else if ((code | 32) === opening) {
      if (++depth > deepest) throw new Oops('feed.json')
    } else if ((code | 32) === opening + 2) {
      if (--depth === 0) return yield part(at)
    } else if (depth === 1 && code === comma) {
      if (at > from) yield part(at)
      from = at + 1
      colon = -1
    } else if (depth === 1 && code === colonSign && colon < 0) colon = at
    if (at - breath > slice) {
      breath = at
      yield null
    }
  }
  yield part(end, false)
}

function afterBlanks(text: string, from: number, to: number): number {
  let at = from
  while (at < to && text.charCodeAt(at) <= blank) at++
  return at
}

const blank = 32
const quote = 34
const comma = 44
const colonSign = 58
const backslash = 92
const opening = 123
/** No feed nests deeper than a few levels. */
const deepest = 100

/** Where the string that begins here ends: at its quote, or at `end`. */
function stringEnd(text: string, open: number, end: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0 && at < end; at = text.indexOf('"', at + 1)) {
    let before = at - 1
    while (text.charCodeAt(before) === backslash) before--
    if ((at - before) % 2 === 1) return at
  }
  return end
}

const keyIn = (text: string, from: number, to: number) => {
  const value = to - from > longestKey ? '' : newValueReader().read(text, from, to)
  return typeof value === 'string' ? value : ''
}
const longestKey = 500

/**
 * Reads single values. A long string is cut, a broken one mended, anything else that is broken is undefined. After
 * many such it stops trying: what fails a million times is no feed.
 */
export function newValueReader() {
  let patience = 2_000

  function parsed(written: string): unknown {
    try {
      return JSON.parse(written)
    } catch {
      patience--
      return undefined
    }
  }

  function read(text: string, from: number, to: number): unknown {
    if (patience <= 0) return undefined
    const written = text.slice(from, Math.min(to, from + longestString)).trim()
    if (written === '') return undefined
    const cut = to - from > longestString
    if (written[0] !== '"') return to - from > longestValue ? undefined : parsed(written)
    const closed = !cut && written.length > 1 && stringEnd(written, 0, written.length) === written.length - 1
    return (
      (closed ? parsed(written) : undefined) ??
      parsed(`"${mended(written.slice(1, closed ? -1 : undefined))}"`)
    )
  }

  return { read, parsed, tired: () => patience <= 0 }
}

// No more of a text is read anyway.
const longestString = 200_000
const longestValue = 64 * 1024

/** Line breaks and backslashes that JSON forbids inside a string, and half a reference at its end. */
const mended = (inside: string) =>
  inside
    .replace(/[\0-\x1f]+/g, ' ')
    .replace(/\\(u[0-9a-fA-F]{4}|["\\/bfnrt])|\\(?:u[0-9a-fA-F]{0,3}$)?/g, (all, good) => (good ? all : ''))
