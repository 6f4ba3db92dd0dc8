/**
 * The words of a text in small letters, the first `most` of them, elided ones with their apostrophe (« l' »); no
 * tags, handles, addresses. « ¿ » and « ¡ » count as words: only Spanish has them.
 */
export function lettersOf(text: string, most = Number.POSITIVE_INFINITY): string[] {
  const spoken = asideSigns.some((sign) => text.includes(sign)) ? text.replace(aside, ' ') : text
  return plainWords(spoken, most) ?? anyWords(spoken).slice(0, most)
}

const aside = /https?:\/\/\S+|www\.\S+|[#@][\p{L}\p{N}_.-]+|<[^<>]{1,300}>|&\w{2,8};/gu
const asideSigns = ['://', 'www.', '#', '@', '<', '&']
const word = /\p{L}[\p{L}\p{M}]*'?|[¿¡]/gu

const anyWords = (text: string): string[] =>
  text.replace(/[’ʼ]/gu, "'").toLowerCase().normalize('NFC').match(word) ?? []

/** The same words, found faster, of a text in usual Latin letters and signs; undefined where others stand in it. */
function plainWords(text: string, most: number): string[] | undefined {
  const words: string[] = []
  for (let at = 0; at < text.length && words.length < most; ) {
    const from = at
    let shapes = 0
    let kind = kindOf(text.charCodeAt(at))
    while (kind >= smallLetter) {
      shapes |= kind
      kind = ++at < text.length ? kindOf(text.charCodeAt(at)) : parting
    }
    // What may change the letter before it, as an accent does, or may be a letter.
    if (kind === unusual) return undefined
    if (at === from) {
      if (kind === opening) words.push(text.charAt(at))
      at++
      continue
    }
    const written = text.slice(from, at)
    const small = shapes & tallLetter ? written.toLowerCase() : written
    words.push(kind === apostrophe ? `${small}'` : small)
    if (kind === apostrophe) at++
  }
  return words
}

const near = 0x250
const parting = 0
const unusual = 1
const apostrophe = 2
const opening = 3
const smallLetter = 4
const tallLetter = 8
const kinds = Uint8Array.from({ length: near }, (_, code) => {
  const char = String.fromCharCode(code)
  if (char === "'") return apostrophe
  if (char === '¿' || char === '¡') return opening
  if (!/\p{L}/u.test(char)) return parting
  const small = char.toLowerCase()
  return small.length > 1 ? unusual : small === char ? smallLetter : tallLetter
})

/** What a character is; punctuation and emoji beyond the Latin letters only part words. */
function kindOf(code: number): number {
  if (code < near) return kinds[code]!
  if (code === 0x2019) return apostrophe
  return (code >= 0x2000 && code < 0x2070) ||
    code === 0x20ac ||
    (code >= 0xd83c && code < 0xd83f) ||
    isLowHalf(code)
    ? parting
    : unusual
}

const isLowHalf = (code: number) => code >= 0xdc00 && code < 0xe000
