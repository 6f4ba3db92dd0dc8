import { escapeAt, type Place, placeAfter } from './escape.ts'
import { lettersOf } from './letters.ts'

/** `most` shrinks by what is needed to close what is open; `closed` is the sign that closed what stands last. */
export type Page = {
  text: string
  most: number
  place: Place
  quoted: boolean
  /** A quotation ended: what follows begins a line. */
  below: boolean
  closed: string
  active: string
  full: boolean
  lost: boolean
}

export const newPage = (most: number): Page => ({
  text: '',
  most,
  place: 'start',
  quoted: false,
  below: false,
  closed: '',
  active: '',
  full: false,
  lost: false,
})

/** Puts a piece of markup, or a letter as it is escaped, if there is room for all of it. */
export function put(page: Page, piece: string, place: Place = 'inside'): boolean {
  // Behind an underscore a letter would undo what it closes; two signs in a row would be one other sign.
  const apart = page.closed !== '' && (piece[0] === page.closed || (page.closed === '_' && /^\w/.test(piece)))
  const whole = `${page.below ? '\n' : ''}${apart ? '\u200b' : ''}${piece}`
  if (page.text.length + whole.length > page.most) {
    page.full = true
    return false
  }
  page.text += whole
  page.place = place
  page.closed = ''
  page.below = false
  return true
}

/** Words from anywhere, as they are, as far as there is room. */
export function words(page: Page, text: string) {
  for (const { letter, index } of lettersOf(text)) {
    if (page.text === '' && letter.trim() === '') continue
    const piece = escapeAt(text, index, page.place) + letter.slice(1)
    if (!put(page, piece, placeAfter(page.place, letter))) return
  }
}

/** Where nothing else stands yet, a line break would be lost. */
export function lineBreak(page: Page) {
  if (page.text !== '') put(page, page.quoted ? '\n> ' : '\n', 'start')
}
