/** Where in a line a text goes on: at its start some signs mean more, and `12.` begins a list. */
export type Place = 'start' | 'digits' | 'inside'

/**
 * The sign at an index of a text as Discord shows it and not as it reads it: with a backslash where it would begin
 * markup, a mention, an emoji by its name, a link. A backslash before a letter would be shown, so only signs get one.
 */
export function escapeAt(text: string, index: number, place: Place): string {
  const sign = text[index]!
  return meansSomething(text, index, sign, place) ? `\\${sign}` : sign
}

function meansSomething(text: string, index: number, sign: string, place: Place): boolean {
  if (always.has(sign)) return true
  if (sign === '~' || sign === '|') return text[index - 1] === sign || text[index + 1] === sign
  if (sign === ':') return matchesAt(/:(?:\/\/|[\w+-]{1,100}:)/y, text, index)
  if (sign === '@') return matchesAt(/@(?:everyone|here)/iy, text, index)
  // The label of a link may hold brackets: one that stands before would end here instead.
  if (sign === '(') return text[index - 1] === ']'
  if (sign === '.') return place === 'digits' && matchesAt(/\.(?:\s|$)/y, text, index)
  return place === 'start' && matchesAt(atStart, text, index)
}

/** Where the line goes on behind a piece of text. */
export function placeAfter(place: Place, piece: string): Place {
  if (place === 'inside') return place
  if (/^\d+$/.test(piece)) return 'digits'
  return place === 'start' && /^[\s\p{Cf}]+$/u.test(piece) ? 'start' : 'inside'
}

// Backslash, emphasis, code, the label of a link, and `<` of mentions, timestamps, emoji and links.
const always = new Set('\\*_`[<')
// Quotations, headings, lists, small text.
const atStart = />|#{1,3}(?:\s|$)|[-+](?:[\s#]|$)/y

function matchesAt(sign: RegExp, text: string, index: number): boolean {
  sign.lastIndex = index
  return sign.test(text)
}
