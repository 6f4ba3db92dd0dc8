import { createHash, createHmac } from 'node:crypto'

// A second implementation of docs/draw.md, for the tests alone: slow and plain, on the system's hashes and whole numbers
// of any size. It shares nothing with src/model/draw.ts; where the two differ, one of them is wrong.

type Entry = { receipt: string; weight: number }

export function entriesTextAgain(entries: Entry[]): string {
  const lines = entries.map(({ receipt, weight }) => `${receipt} ${weight}`)
  return Buffer.from(
    lines
      .map((line) => `${line}\n`)
      .sort()
      .join(''),
  ).toString()
}

export const entriesHashAgain = (entries: Entry[]) =>
  createHash('sha256').update(entriesTextAgain(entries)).digest('hex')

export function orderAgain(entries: Entry[], seed: string, randomness: string | null): string[] {
  const text = `vigie-draw-1 ${entriesHashAgain(entries)} ${randomness === null ? 'none' : randomness}`
  const key = createHmac('sha256', Buffer.from(seed, 'hex')).update(text).digest()
  const left = [...entries].sort((a, b) => Buffer.compare(Buffer.from(a.receipt), Buffer.from(b.receipt)))
  const order: string[] = []
  while (left.length > 0) {
    const all = left.reduce((sum, { weight }) => sum + BigInt(weight), 0n)
    let ticket = ticketAgain(key, order.length + 1, all)
    let at = 0
    while (ticket >= BigInt(left[at]!.weight)) ticket -= BigInt(left[at++]!.weight)
    order.push(left.splice(at, 1)[0]!.receipt)
  }
  return order
}

export function ticketAgain(key: Buffer, place: number, all: bigint): bigint {
  const numbers = 1n << 48n
  let attempt = 0
  while (true) {
    const hash = createHmac('sha256', key).update(`${place} ${attempt}`).digest('hex')
    const number = BigInt(`0x${hash.slice(0, 12)}`)
    if (number < numbers - (numbers % all)) return number % all
    attempt += 1
  }
}
