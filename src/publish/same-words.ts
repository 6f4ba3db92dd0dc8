import { folded } from '../model/words.ts'

/** Whether what stands there is what was to be published: networks make markup of it, links shorter and blanks their own. */
export const sameWords = (text: string, found: string) => wordsOf(text) === wordsOf(found)

/** Of a page of HTML what people read: breaks are blanks, and the most common entities are what they stand for. */
export function readable(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/li|\/div)[^>]*>/giu, ' ')
    .replace(/<[^>]*>/gu, '')
    .replace(
      /&(#x[0-9a-f]+|#\d+|\w+);/giu,
      (whole, name: string) => entities[name.toLowerCase()] ?? coded(name) ?? whole,
    )
}

/** Mastodon shows `@ravi@mamot.fr` as @ravi. What holds no word, as an emoji alone, is compared as it is. */
function wordsOf(text: string): string {
  const short = text.replace(/(@[\p{L}\p{N}_.-]+)@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, '$1')
  return folded(short) || short.replace(/\s+/gu, ' ').trim()
}

function coded(name: string): string | null {
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return name.startsWith('#') && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
