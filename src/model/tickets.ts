import { utf8 } from './sha256.ts'

/**
 * A drum of tickets, numbered from 0 in the order of their owners: `weights[i]` of them are owner i's. Whose ticket is
 * taken leaves with all of them, and the numbers close up. Each step costs the logarithm of the owners (a Fenwick tree).
 */
export function newTickets(weights: number[]) {
  const size = weights.length
  // sums[i] holds the weights of the owners (i - (i & -i), i], counted from 1.
  const sums = new Float64Array(size + 1)
  let left = 0
  for (let i = 1; i <= size; i++) {
    sums[i] = sums[i]! + weights[i - 1]!
    left += weights[i - 1]!
    const parent = i + (i & -i)
    if (parent <= size) sums[parent] = sums[parent]! + sums[i]!
  }
  const top = size === 0 ? 0 : 2 ** Math.floor(Math.log2(size))

  return {
    /** How many tickets there are still. */
    left: () => left,
    /** Takes the owner of a ticket (0 … left - 1) out, and says who it was. */
    take(ticket: number): number {
      let owner = 0
      for (let step = top; step > 0; step >>= 1) {
        const next = owner + step
        if (next <= size && sums[next]! <= ticket) {
          owner = next
          ticket -= sums[next]!
        }
      }
      const weight = weights[owner]!
      left -= weight
      for (let i = owner + 1; i <= size; i += i & -i) sums[i] = sums[i]! - weight
      return owner
    },
  }
}

/**
 * The ticket that is drawn for a place: a number from 0 to `left` - 1, each as likely, since numbers that would make the
 * first ones likelier are thrown away. `hmac` is keyed with the draw's chance.
 */
export function drawTicket(hmac: (message: Uint8Array) => Uint8Array, place: number, left: number): number {
  const fair = numbers - (numbers % left)
  for (let attempt = 0; ; attempt++) {
    const bytes = hmac(utf8(`${place} ${attempt}`))
    let number = 0
    for (let at = 0; at < 6; at++) number = number * 256 + bytes[at]!
    if (number < fair) return number % left
  }
}

/** As many as six bytes can say: exact in a number, and far more than all chances together. */
const numbers = 2 ** 48
