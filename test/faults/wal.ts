import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs'

// The write-ahead log of SQLite, as https://www.sqlite.org/fileformat2.html#walformat has it: a header of 32 bytes, then
// frames of 24 bytes and a page each. A frame that ends a transaction says how large the database is now.

const header = 32
const frame = 24

/** Which log it is, by the salts that a new one draws, and how long; null where there is none. */
export type Stamp = { salts: string; size: number }

/** How much was written by now. */
export function stampOf(file: string): Stamp | null {
  try {
    const log = openSync(file, 'r')
    try {
      const start = Buffer.alloc(header)
      if (readSync(log, start, 0, header, 0) < header) return null
      return { salts: start.subarray(16, 24).toString('hex'), size: fstatSync(log).size }
    } finally {
      closeSync(log)
    }
  } catch {
    return null
  }
}

/** Where each transaction of a log ends, in bytes, and whether these were of it all: what an older log left is not. */
export function commitsIn(log: Uint8Array): { ends: number[]; end: number } {
  const bytes = Buffer.from(log)
  if (bytes.length < header) return { ends: [], end: 0 }
  const salts = bytes.subarray(16, 24)
  const length = frame + bytes.readUInt32BE(8)
  const ends: number[] = []
  let at = header
  for (; at + length <= bytes.length; at += length) {
    if (!bytes.subarray(at + 8, at + 16).equals(salts)) break
    if (bytes.readUInt32BE(at + 4) > 0) ends.push(at + length)
  }
  return { ends, end: at }
}

/**
 * From which byte on a log may be cut, to be what a power cut could have left: what may have been copied into the
 * database was on the disk before. The shared-memory file beside it says so (nBackfillAttempted, in frames).
 */
export function firstCut(shm: string, log: Uint8Array): number {
  const memory = readFileSync(shm)
  if (log.length < header || memory.length < 136) return log.length
  const native = Buffer.from(memory)
  const frames = littleEndian ? native.readUInt32LE(128) : native.readUInt32BE(128)
  return header + frames * (frame + Buffer.from(log).readUInt32BE(8))
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

export const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0
