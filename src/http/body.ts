import type { Readable } from 'node:stream'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'
import { Unavailable } from '../model/oops.ts'

/** Answers without a body, by their nature. */
export const bodiless = new Set([204, 304])
const empty = Buffer.alloc(0)

/** Lets a body that holds nothing go by. */
export async function nothingOf(body: { dump(): Promise<void> }): Promise<Uint8Array> {
  await body.dump()
  return empty
}

/** Reads the body to its end or to `most` bytes, undoing the encodings as it comes: a bomb stops where it would burst. */
export async function bodyOf(
  body: Readable,
  encoding: string,
  most: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const encodings = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && name !== 'identity')
  if (encodings.length > 2)
    throw new Unavailable(`the answer is packed ${encodings.length} times over`, { key: 'door.packed-often' })
  const streams: Readable[] = [body]
  for (const name of encodings.reverse()) {
    const unpacked = streams.at(-1)!.pipe(await unpacker(name, streams.at(-1)!))
    streams.push(unpacked)
  }
  const last = streams.at(-1)!
  for (const stream of streams)
    if (stream !== last) {
      // An error upstream has to end the reading downstream.
      stream.on('error', (error) => last.destroy(error))
      // What unpacks to nothing can go on for ever: what comes in is counted too.
      let came = 0
      stream.on('data', ({ length }: Buffer) => {
        came += length
        if (came > most) last.destroy(tooLarge(most))
      })
    }
  const stop = () => last.destroy(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of last) {
      length += chunk.length
      if (length > most) throw tooLarge(most)
      chunks.push(chunk)
    }
  } finally {
    signal.removeEventListener('abort', stop)
    for (const stream of streams) stream.on('error', () => {}).destroy()
  }
  return Buffer.concat(chunks, length)
}

const tooLarge = (most: number) =>
  new Unavailable(`the answer is larger than ${sizeOf(most)}`, {
    key: 'door.too-large',
    values: { most: sizeOf(most) },
  })

const sizeOf = (bytes: number) => (bytes >= 2 ** 20 ? `${Math.round(bytes / 2 ** 20)} MB` : `${bytes} bytes`)

async function unpacker(name: string, source: Readable) {
  // A server that hangs up early has still said something: what came is unpacked.
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH }
  if (name === 'gzip' || name === 'x-gzip') return createGunzip(lenient)
  if (name === 'br') return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })
  if (name === 'zstd') return createZstdDecompress()
  if (name !== 'deflate')
    throw new Unavailable(`the answer is packed as “${name.slice(0, 40)}”, which nobody knows here`, {
      key: 'door.packed-unknown',
      values: { name: name.slice(0, 40) },
    })
  // Half of the servers leave out zlib's two bytes at the beginning.
  const first = await firstByte(source)
  return first !== null && (first & 0x0f) === 8 ? createInflate(lenient) : createInflateRaw(lenient)
}

async function firstByte(source: Readable): Promise<number | null> {
  for (;;) {
    const chunk: Buffer | null = source.read()
    if (chunk !== null && chunk.length > 0) {
      source.unshift(chunk)
      return chunk[0]!
    }
    if (source.readableEnded || source.destroyed) return null
    await new Promise<void>((resolve) => {
      for (const event of ['readable', 'end', 'error', 'close']) source.once(event, () => resolve())
    })
  }
}
