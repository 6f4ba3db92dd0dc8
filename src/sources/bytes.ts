import { isAscii, isUtf8 } from 'node:buffer'
import { breathe, slice } from '../breath.ts'
import { type Decoder, decoderNamed } from './charset-names.ts'

/**
 * The text in a feed's bytes. What is valid UTF-8 is UTF-8, whatever the
 * label says: wrong labels are common, and other encodings are hardly ever valid UTF-8 by chance. Then the labels
 * count (`charset` is HTTP's), and what has none is read as UTF-8 with stray windows-1252 bytes.
 */
export async function textOf(bytes: Uint8Array, charset: string | null): Promise<string> {
  const encoding = encodingOf(bytes, charset)
  const text = await decode(bytes, encoding)
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

type Encoding = 'utf-8' | 'mixed' | 'utf-32le' | 'utf-32be' | Decoder

function encodingOf(bytes: Uint8Array, charset: string | null): Encoding {
  const start = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('')
  for (const [signature, encoding] of signatures)
    if (signature.test(start))
      return encoding.startsWith('utf-16') ? new TextDecoder(encoding) : (encoding as Encoding)
  const labels = [charset, declaredIn(bytes)].filter((label) => label !== null)
  // These few hide their characters behind plain ASCII, which is valid UTF-8 too.
  if (labels.some((label) => /iso[_-]?2022[_-]?jp/iu.test(label)) && bytes.includes(0x1b))
    return new TextDecoder('iso-2022-jp')
  const whole = withoutCutEnd(bytes)
  if (isUtf8(whole) && (whole === bytes || !isAscii(whole))) return 'utf-8'
  for (const label of labels) {
    const decoder = decoderOf(label)
    if (decoder) return decoder
  }
  return 'mixed'
}

// Byte order marks, then what `<` and `<?` look like without one (XML 1.0, appendix F).
const signatures: [RegExp, string][] = [
  [/^fffe0000/u, 'utf-32le'],
  [/^0000feff/u, 'utf-32be'],
  [/^3c000000/u, 'utf-32le'],
  [/^0000003c/u, 'utf-32be'],
  [/^fffe/u, 'utf-16le'],
  [/^feff/u, 'utf-16be'],
  [/^3c00..00/u, 'utf-16le'],
  [/^003c00/u, 'utf-16be'],
]

function declaredIn(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  return /<\?xml[^>]*?encoding\s*=\s*["']?\s*([\w.:-]+)/iu.exec(start)?.[1] ?? null
}

/** A truncated file may end in the middle of a character; that makes it no less UTF-8. */
function withoutCutEnd(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if (byte >= 0xc0)
      return byte >= (back === 1 ? 0xc0 : back === 2 ? 0xe0 : 0xf0) ? bytes.subarray(0, -back) : bytes
    if (byte < 0x80) return bytes
  }
  return bytes
}

/** None for UTF-8 and its wider kin: the bytes have already shown that they are not. */
function decoderOf(label: string): Decoder | null {
  const decoder = decoderNamed(label)
  return decoder instanceof TextDecoder && decoder.encoding.startsWith('utf-') ? null : decoder
}

async function decode(bytes: Uint8Array, encoding: Encoding): Promise<string> {
  if (encoding === 'utf-8')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const decoder = typeof encoding === 'string' ? handmade[encoding]() : encoding
  let text = ''
  for (let at = 0; at < bytes.length; at += slice) {
    text += decoder.decode(bytes.subarray(at, at + slice), { stream: true })
    await breathe()
  }
  return text + decoder.decode()
}

const handmade = {
  mixed: newMixedDecoder,
  'utf-32le': () => newUtf32Decoder(true),
  'utf-32be': () => newUtf32Decoder(false),
}

function newUtf32Decoder(littleEndian: boolean): Decoder {
  // Slices are whole multiples of four bytes; what is left over at the end is no character.
  return {
    decode(bytes = new Uint8Array()) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      let text = ''
      for (let at = 0; at + 4 <= bytes.length; at += 4) {
        const code = view.getUint32(at, littleEndian)
        text += code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code)
      }
      return text
    },
  }
}

/** UTF-8 where the bytes are, windows-1252 byte by byte where they are not: what a feed glued together holds. */
function newMixedDecoder(): Decoder {
  let kept: Uint8Array = new Uint8Array()
  return {
    decode(bytes, { stream = false } = {}) {
      const all = bytes ? Buffer.concat([kept, bytes]) : kept
      const codes = new Uint16Array(all.length)
      let length = 0
      let at = 0
      // A character that may go on in the next slice waits for it.
      for (const end = stream ? all.length - 3 : all.length; at < end; ) {
        const byte = all[at]!
        const width = byte < 0x80 ? 1 : widthAt(all, at)
        if (width === 1)
          codes[length++] = byte < 0x80 || byte > 0x9f ? byte : windows1252.charCodeAt(byte - 0x80)
        else if (width === 2) codes[length++] = ((byte & 0x1f) << 6) | (all[at + 1]! & 0x3f)
        else if (width === 3)
          codes[length++] = ((byte & 0x0f) << 12) | ((all[at + 1]! & 0x3f) << 6) | (all[at + 2]! & 0x3f)
        else {
          const code =
            ((byte & 7) << 18) |
            ((all[at + 1]! & 63) << 12) |
            ((all[at + 2]! & 63) << 6) |
            (all[at + 3]! & 63)
          codes[length++] = 0xd7c0 + (code >> 10)
          codes[length++] = 0xdc00 | (code & 0x3ff)
        }
        at += width
      }
      kept = all.subarray(at)
      return Buffer.from(codes.buffer, 0, length * 2).toString('utf16le')
    },
  }
}

/** How many bytes the UTF-8 character here takes, or 1 where there is none (overlong forms and surrogates are none). */
function widthAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!
  const width = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1
  if (width === 1 || byte >= 0xf5 || at + width > bytes.length) return 1
  for (let next = 1; next < width; next++) if ((bytes[at + next]! & 0xc0) !== 0x80) return 1
  const second = bytes[at + 1]!
  if ((byte === 0xe0 && second < 0xa0) || (byte === 0xed && second > 0x9f)) return 1
  if ((byte === 0xf0 && second < 0x90) || (byte === 0xf4 && second > 0x8f)) return 1
  return width
}

const windows1252 = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 32 }, (_, byte) => byte + 0x80),
)
