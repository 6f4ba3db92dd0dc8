import { fromHex, hmacSha256, sha256, toHex, utf8 } from './sha256.ts'
import { drawTicket, newTickets } from './tickets.ts'

// docs/draw.md writes this down for whoever wants to check it in another language. Not a letter may change here: what is
// drawn another way has another format.

/** One who takes part, by a receipt that only they know to be theirs, and how many chances they have: 1, 2, 3… */
export type DrawEntry = { receipt: string; weight: number }

/** What decides: a secret seed (64 hex digits), and a public value nobody could know before (hex; null: none). */
export type Chance = { seed: string; randomness: string | null }

/** What is published before anybody enters: the SHA-256 of the seed's 32 bytes, in hex. */
export const commitmentOf = (seed: string): string => toHex(sha256(fromHex(seed)))

/** A receipt: 26 letters and digits, from as many random bytes (130 bits count). */
export const receiptOf = (random: Uint8Array): string =>
  Array.from(random.subarray(0, 26), (byte) => alphabet[byte & 31]).join('')

/** What a receipt looks like. */
export const receiptShape = /^[a-z2-7]{26}$/
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** How many may take part, and with how many chances each: so that no sum leaves what is exact. */
export const mostEntries = 1_000_000
export const mostWeight = 1_000_000

/** The SHA-256, in hex, of the entries in the order of their receipts: `receipt weight` and a line feed for each. */
export const entriesHash = (entries: DrawEntry[]): string => hashOf(sorted(entries))

/**
 * Every receipt in the order in which it is drawn: each place goes to one of those who remain, with the chances that
 * their weight gives. The same entries and the same chance always give the same order, whoever works it out.
 */
export const orderOf = (entries: DrawEntry[], chance: Chance): string[] => drawOf(entries, chance).order

/** The same, with what it was drawn from: the entries in the order of their receipts, and their hash. */
export function drawOf(entries: DrawEntry[], { seed, randomness }: Chance) {
  const all = sorted(entries)
  const hash = hashOf(all)
  const key = hmacSha256(fromHex(seed))(utf8(`vigie-draw-1 ${hash} ${randomness ?? 'none'}`))
  const hmac = hmacSha256(key)
  const tickets = newTickets(all.map(({ weight }) => weight))
  const order = all.map((_, before) => {
    const ticket = drawTicket(hmac, before + 1, tickets.left())
    return all[tickets.take(ticket)]!.receipt
  })
  return { order, hash, sorted: all }
}

const hashOf = (inOrder: DrawEntry[]) =>
  toHex(sha256(utf8(inOrder.map(({ receipt, weight }) => `${receipt} ${weight}\n`).join(''))))

/** By receipt, letter by letter. Throws where these are no entries that can be drawn. */
function sorted(entries: DrawEntry[]): DrawEntry[] {
  if (entries.length > mostEntries) throw new RangeError(`${entries.length} entries are too many for a draw`)
  const all = entries.toSorted((a, b) => (a.receipt < b.receipt ? -1 : 1))
  for (const [at, { receipt, weight }] of all.entries()) {
    if (!receiptShape.test(receipt)) throw new RangeError('a receipt has 26 letters a to z and digits 2 to 7')
    if (!Number.isInteger(weight) || weight < 1 || weight > mostWeight)
      throw new RangeError(`an entry has 1 to ${mostWeight} chances, not ${weight}`)
    if (receipt === all[at - 1]?.receipt) throw new RangeError('two entries have one receipt')
  }
  return all
}
