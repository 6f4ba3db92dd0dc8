// SHA-256 (FIPS 180-4) and HMAC (RFC 2104), so that this page also works where a browser keeps its own from it: on a
// plain http address. The numbers of the standard are worked out from the prime numbers, as the standard says.

const primes = [2]
for (let n = 3; primes.length < 64; n += 2) if (primes.every((prime) => n % prime !== 0)) primes.push(n)

/** The first 32 bits of the fraction of the root of a number. @param {number} of @param {bigint} power */
function fractionOfRoot(of, power) {
  const scaled = BigInt(of) << (32n * power)
  let [low, high] = [0n, 1n << 40n]
  while (low < high) {
    const middle = (low + high + 1n) / 2n
    if (middle ** power <= scaled) low = middle
    else high = middle - 1n
  }
  return Number(low & 0xffffffffn)
}

const beginning = primes.slice(0, 8).map((prime) => fractionOfRoot(prime, 2n) | 0)
const roundConstants = Int32Array.from(primes, (prime) => fractionOfRoot(prime, 3n) | 0)
const schedule = new Int32Array(64)

/** @param {Uint8Array} message @returns {Uint8Array} */
export function sha256(message) {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(message.length / 2 ** 29))
  view.setUint32(padded.length - 4, (message.length << 3) >>> 0)

  let [h0, h1, h2, h3, h4, h5, h6, h7] =
    /** @type {[number, number, number, number, number, number, number, number]} */ (beginning)
  const w = schedule
  const k = roundConstants
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(block + 4 * i)
    for (let i = 16; i < 64; i++) {
      const x = /** @type {number} */ (w[i - 15])
      const y = /** @type {number} */ (w[i - 2])
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
      w[i] = /** @type {number} */ (w[i - 16]) + s0 + /** @type {number} */ (w[i - 7]) + s1
    }
    let [a, b, c, d, e, f, g, h] = [h0, h1, h2, h3, h4, h5, h6, h7]
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
      const t1 =
        (h + s1 + (g ^ (e & (f ^ g))) + /** @type {number} */ (k[i]) + /** @type {number} */ (w[i])) | 0
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
      const t2 = (s0 + ((a & b) | (c & (a | b)))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    h0 = (h0 + a) | 0
    h1 = (h1 + b) | 0
    h2 = (h2 + c) | 0
    h3 = (h3 + d) | 0
    h4 = (h4 + e) | 0
    h5 = (h5 + f) | 0
    h6 = (h6 + g) | 0
    h7 = (h7 + h) | 0
  }
  const hash = new DataView(new ArrayBuffer(32))
  for (const [i, word] of [h0, h1, h2, h3, h4, h5, h6, h7].entries()) hash.setInt32(4 * i, word)
  return new Uint8Array(hash.buffer)
}

/** @param {Uint8Array} key at most 64 bytes @param {Uint8Array} message */
export function hmacSha256(key, message) {
  const inner = new Uint8Array(64 + message.length).fill(0x36, 0, 64)
  const outer = new Uint8Array(96).fill(0x5c, 0, 64)
  for (let i = 0; i < key.length; i++) {
    inner[i] = 0x36 ^ /** @type {number} */ (key[i])
    outer[i] = 0x5c ^ /** @type {number} */ (key[i])
  }
  inner.set(message, 64)
  outer.set(sha256(inner), 64)
  return sha256(outer)
}

/** @param {string} text */
export const utf8 = (text) => new TextEncoder().encode(text)
/** @param {Uint8Array} bytes */
export const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
/** @param {string} hex */
export const fromHex = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
