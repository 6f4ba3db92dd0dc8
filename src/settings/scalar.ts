import type { Scalar } from 'yaml'

/**
 * Where in the file the character of a text stands, given its offset in the text (UTF-16 units). Quotes, escapes
 * and folded lines change only blanks or how a character is written, never how many others there are: so the
 * characters that are not blank are counted, in the text and then in the file.
 */
export function offsetIn(node: Scalar, source: string, offset: number): number {
  const [start, end] = [node.range![0], node.range![1]]
  const wanted = inked(String(node.value).slice(0, offset))
  const { from, to, pieces } = bodyOf(node.type, source, start, end)
  let passed = 0
  let last = from
  for (const piece of source.slice(from, to).matchAll(pieces)) {
    if (isBlank(piece[0])) continue
    if (passed === wanted) return from + piece.index
    passed++
    last = from + piece.index + piece[0].length
  }
  return last
}

const inked = (text: string) => [...text].filter((char) => !/\s/u.test(char)).length

// An escaped line break and the escapes that stand for blanks are blanks.
const isBlank = (piece: string) => /^(?:\s|\\[\s tnrvf_NLP])/u.test(piece)

function bodyOf(type: Scalar.Type | undefined, source: string, start: number, end: number) {
  if (type === 'QUOTE_SINGLE') return { from: start + 1, to: end - 1, pieces: /''|[\s\S]/gu }
  if (type === 'QUOTE_DOUBLE') return { from: start + 1, to: end - 1, pieces: doubleQuoted }
  if (type !== 'BLOCK_FOLDED' && type !== 'BLOCK_LITERAL') return { from: start, to: end, pieces: /[\s\S]/gu }
  const header = source.indexOf('\n', start)
  return { from: header < 0 ? end : header + 1, to: end, pieces: /[\s\S]/gu }
}

const doubleQuoted = /\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|[\s\S])|[\s\S]/giu
