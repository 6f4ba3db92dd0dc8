import { fromHex, hmacSha256, utf8 } from './sha256.js'

// The draw, worked out a second time: written from docs/draw.md, not from the code that drew.

/** @typedef {{ receipt: string, weight: number }} Entry */

/** The text of which the fingerprint is published when entries close. @param {Entry[]} entries sorted by receipt */
export const entriesText = (entries) =>
  entries.map(({ receipt, weight }) => `${receipt} ${weight}\n`).join('')

/**
 * Every receipt in the order in which it is drawn.
 * @param {Entry[]} entries sorted by receipt @param {string} hash of their text
 * @param {string} seed @param {string | null} randomness
 */
export function drawOrder(entries, hash, seed, randomness) {
  const key = hmacSha256(fromHex(seed), utf8(`vigie-draw-1 ${hash} ${randomness ?? 'none'}`))
  // A tree of sums: the leaves are the weights, the root at 1 is all that remain.
  let leaves = 1
  while (leaves < entries.length) leaves *= 2
  const sums = new Float64Array(2 * leaves)
  for (const [at, { weight }] of entries.entries()) sums[leaves + at] = weight
  const sum = (/** @type {number} */ at) => /** @type {number} */ (sums[at])
  for (let at = leaves - 1; at > 0; at--) sums[at] = sum(2 * at) + sum(2 * at + 1)

  return entries.map((_, before) => {
    let ticket = drawTicket(key, before + 1, sum(1))
    let at = 1
    while (at < leaves) {
      at *= 2
      if (ticket >= sum(at)) {
        ticket -= sum(at)
        at++
      }
    }
    const weight = sum(at)
    for (let up = at; up > 0; up = Math.floor(up / 2)) sums[up] = sum(up) - weight
    return /** @type {Entry} */ (entries[at - leaves]).receipt
  })
}

/** @param {Uint8Array} key @param {number} place @param {number} tickets */
export function drawTicket(key, place, tickets) {
  for (let attempt = 0; ; attempt++) {
    const [b0, b1, b2, b3, b4, b5] = /** @type {[number, number, number, number, number, number]} */ (
      /** @type {unknown} */ (hmacSha256(key, utf8(`${place} ${attempt}`)))
    )
    const number = ((b0 * 256 + b1) * 256 + b2) * 2 ** 24 + (b3 * 65536 + b4 * 256 + b5)
    if (number < 2 ** 48 - (2 ** 48 % tickets)) return number % tickets
  }
}
