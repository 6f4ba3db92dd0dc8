// SHA-256 (FIPS 180-4) and HMAC (RFC 2104). Written out here since the model leans on nothing, and since a draw asks for
// hundreds of thousands of tiny hashes, for which the way into the system's library costs more than the hash.

/** The SHA-256 of bytes: 32 bytes. */
export function sha256(message: Uint8Array): Uint8Array {
  const state = Int32Array.from(initial)
  return bytesOf(finish(state, message, 0))
}

/** HMAC-SHA256 with a key of at most 64 bytes. The key is worked in once, however many messages follow. */
export function hmacSha256(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const keyed = (pad: number) => {
    const block = new Uint8Array(64).fill(pad)
    for (const [at, byte] of key.entries()) block[at] = pad ^ byte
    const state = Int32Array.from(initial)
    compress(state, block, 0)
    return state
  }
  const [inner, outer] = [keyed(0x36), keyed(0x5c)]
  return (message) => {
    const hashed = bytesOf(finish(inner.slice(), message, 64))
    return bytesOf(finish(outer.slice(), hashed, 64))
  }
}

/** Text as the bytes of UTF-8. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text)
const encoder = new TextEncoder()

/** Bytes in small hex, and back. */
export const toHex = (bytes: Uint8Array): string => {
  let hex = ''
  for (const byte of bytes) hex += hexOf[byte]
  return hex
}
export const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16))
const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Takes in what is left of a message of which `before` bytes were taken in already, and its length. */
function finish(state: Int32Array, message: Uint8Array, before: number): Int32Array {
  const whole = message.length - (message.length % 64)
  for (let at = 0; at < whole; at += 64) compress(state, message, at)
  const rest = message.length - whole
  for (let at = 0; at < rest; at++) last[at] = message[whole + at]!
  last.fill(0, rest)
  last[rest] = 0x80
  if (rest >= 56) {
    compress(state, last, 0)
    last.fill(0)
  }
  const length = before + message.length
  const [high, low] = [Math.floor(length / 2 ** 29), length * 8]
  for (let i = 0; i < 4; i++) {
    last[56 + i] = high >>> (24 - 8 * i)
    last[60 + i] = low >>> (24 - 8 * i)
  }
  compress(state, last, 0)
  return state
}

function compress(state: Int32Array, bytes: Uint8Array, from: number) {
  for (let i = 0, at = from; i < 16; i++, at += 4)
    words[i] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
  for (let i = 16; i < 64; i++) {
    const early = words[i - 15]!
    const late = words[i - 2]!
    const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    words[i] = words[i - 16]! + s0 + words[i - 7]! + s1
  }
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let i = 0; i < 64; i++) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[i]! + words[i]!) | 0
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = state[0]! + a
  state[1] = state[1]! + b
  state[2] = state[2]! + c
  state[3] = state[3]! + d
  state[4] = state[4]! + e
  state[5] = state[5]! + f
  state[6] = state[6]! + g
  state[7] = state[7]! + h
}

const words = new Int32Array(64)
const last = new Uint8Array(64)
const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function bytesOf(state: Int32Array): Uint8Array {
  const bytes = new Uint8Array(32)
  for (let at = 0; at < 32; at++) bytes[at] = state[at >> 2]! >>> (24 - 8 * (at & 3))
  return bytes
}

// The first 32 bits of the fractions of the square roots of the first 8 primes, and of the cube roots of the first 64.
const initial = Int32Array.of(
  ...[0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
)
const constants = Int32Array.from(
  `428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5 d807aa98 12835b01 243185be 550c7dc3
  72be5d74 80deb1fe 9bdc06a7 c19bf174 e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da
  983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967 27b70a85 2e1b2138 4d2c6dfc 53380d13
  650a7354 766a0abb 81c2c92e 92722c85 a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070
  19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3 748f82ee 78a5636f 84c87814 8cc70208
  90befffa a4506ceb bef9a3f7 c67178f2`
    .split(/\s+/)
    .map((word) => Number.parseInt(word, 16)),
)
