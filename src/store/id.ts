import { randomBytes } from 'node:crypto'
import type { Instant } from '../model/post.ts'

let last = 0n

/** A UUIDv7 (RFC 9562, 5.7): sorts by time, and rises even within one millisecond of this process. */
export function newId(now: Instant = Date.now()): string {
  const random = BigInt(`0x${randomBytes(10).toString('hex')}`)
  const next = (BigInt(now) << 80n) | random
  last = next > last || next >> 80n < (last >> 80n) - 1000n ? next : last + 1n
  const hex = ((last & ~(0xf000n << 64n) & ~(0xc000n << 48n)) | (0x7000n << 64n) | (0x8000n << 48n))
    .toString(16)
    .padStart(32, '0')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
