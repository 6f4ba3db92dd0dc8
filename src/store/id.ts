import { randomBytes, randomInt } from 'node:crypto'
import type { Instant } from '../model/post.ts'

let lastAt = 0
let count = 0

/**
 * A UUIDv7 (RFC 9562, 5.7, with the counter of 6.2): sorts by time, and rises even within one millisecond of
 * this process. A clock that jumps back by less than a second is waited out by counting on.
 */
export function newId(now: Instant = Date.now()): string {
  if (now > lastAt || now < lastAt - 1000) {
    lastAt = now
    count = randomInt(0x100)
  } else if (++count > 0xfff) {
    lastAt++
    count = 0
  }
  const time = lastAt.toString(16).padStart(12, '0')
  const order = count.toString(16).padStart(3, '0')
  const random = randomBytes(8).toString('hex')
  const variant = ((Number.parseInt(random[0]!, 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${variant}${random.slice(1, 4)}-${random.slice(4, 16)}`
}
