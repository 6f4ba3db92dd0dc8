import { createReadStream } from 'node:fs'
import { Oops } from '../../model/oops.ts'

/** A text that can be gone through again from its beginning. */
export type Text = () => AsyncIterable<string>

/**
 * The text of a file, piece by piece: UTF-16 and UTF-8 with or without their marks, else Windows-1252, as
 * spreadsheets save it. The file is gone through once more for that, and held in memory never. Throws Oops when it
 * cannot be opened.
 */
export const textIn = (file: string): Text => textFrom(() => bytesIn(file))

/** The same of bytes that came otherwise. */
export const textOfBytes = (bytes: Uint8Array): Text => textFrom(() => inPieces(Buffer.from(bytes)))

type Bytes = () => AsyncIterable<Buffer>

function textFrom(source: Bytes): Text {
  let encoding: Promise<string> | undefined
  return async function* () {
    encoding ??= encodingOf(source)
    const decoder = new TextDecoder(await encoding)
    for await (const bytes of source()) yield decoder.decode(bytes, { stream: true })
    yield decoder.decode()
  }
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength)
}

const pieceLength = 64 * 1024

async function encodingOf(source: Bytes): Promise<string> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const bytes of source()) {
      const wide = first ? wideIn(bytes) : null
      if (wide) return wide
      first = false
      strict.decode(bytes, { stream: true })
    }
    strict.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof Oops) throw error
    return 'windows-1252'
  }
}

/** By its mark, or by the zeros beside its letters: the names of columns are mostly plain ones. */
function wideIn(bytes: Buffer): string | null {
  const [one, two] = bytes
  if (one === 0xff && two === 0xfe) return 'utf-16le'
  if (one === 0xfe && two === 0xff) return 'utf-16be'
  if (bytes.length < 4) return null
  if (one !== 0 && two === 0 && bytes[3] === 0) return 'utf-16le'
  return one === 0 && two !== 0 && bytes[2] === 0 ? 'utf-16be' : null
}

async function* bytesIn(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file) as AsyncIterable<Buffer>
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Oops('scan.no-file', { file, reason: code ?? String(error) })
  }
}
