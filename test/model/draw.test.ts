import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  commitmentOf,
  type DrawEntry,
  entriesHash,
  mostWeight,
  orderOf,
  receiptOf,
  receiptShape,
} from '../../src/model/draw.ts'
import { winnersOf } from '../../src/model/draw-winners.ts'
import { fromHex, hmacSha256, sha256, toHex } from '../../src/model/sha256.ts'
import { drawTicket, newTickets } from '../../src/model/tickets.ts'
import { pageCode } from '../proof-page.ts'
import { rounds } from '../rounds.ts'
import { entriesHashAgain, entriesTextAgain, orderAgain, ticketAgain } from './draw-second.ts'

const hex = (text: string) => createHash('sha256').update(text).digest('hex')
/** A receipt that a test can name again. */
const receipt = (name: string | number) => receiptOf(createHash('sha512').update(`${name}`).digest())
const people = (count: number, weight = (_: number) => 1): DrawEntry[] =>
  Array.from({ length: count }, (_, at) => ({ receipt: receipt(at), weight: weight(at) }))
const sorted = (entries: DrawEntry[]) => entries.toSorted((a, b) => (a.receipt < b.receipt ? -1 : 1))

describe('the order of a draw', () => {
  test('holds everybody once, and is the same for whoever works it out from the same facts', () => {
    const entries = people(50, (at) => (at % 5) + 1)
    const chance = { seed: hex('seed'), randomness: hex('drand') }
    const order = orderOf(entries, chance)
    expect(order.toSorted()).toEqual(entries.map((one) => one.receipt).sort())
    expect(orderOf(entries.toReversed(), chance)).toEqual(order)
    expect(orderOf(entries, { ...chance, seed: hex('other') })).not.toEqual(order)
    expect(orderOf(entries, { ...chance, randomness: hex('other') })).not.toEqual(order)
    expect(orderOf(entries, { ...chance, randomness: null })).not.toEqual(order)
    expect(orderOf([...entries, { receipt: receipt('late'), weight: 1 }], chance)).not.toEqual(order)
  })

  test('of nobody is empty, of one is that one', () => {
    const chance = { seed: hex('seed'), randomness: null }
    expect(orderOf([], chance)).toEqual([])
    expect(orderOf(people(1), chance)).toEqual([receipt(0)])
  })

  test.each([
    ['a receipt twice', [...people(2), ...people(1)]],
    ['no chance', people(2, () => 0)],
    ['a chance below none', people(2, () => -1)],
    ['half a chance', people(2, () => 0.5)],
    ['no number', people(2, () => Number.NaN)],
    ['too many chances', people(2, () => mostWeight + 1)],
    ['no receipt', [{ receipt: 'mia', weight: 1 }]],
  ])('%s is no draw', (_, entries) => {
    expect(() => orderOf(entries, { seed: hex('seed'), randomness: null })).toThrow(RangeError)
    expect(() => entriesHash(entries)).toThrow(RangeError)
  })

  test('of 100,000 entries is there within a second', () => {
    const entries = people(100_000, (at) => (at % 3) + 1)
    const lengths = [1, 2, 3].map((nth) => {
      const before = process.cpuUsage()
      expect(orderOf(entries, { seed: hex(`seed ${nth}`), randomness: hex('drand') })).toHaveLength(100_000)
      return process.cpuUsage(before).user / 1000
    })
    // Of the processor's time, and the best of three: what else a machine does meanwhile is no part of the draw.
    expect(Math.min(...lengths)).toBeLessThan(1000)
  })
})

test('two other implementations, one of them the page’s, agree on random draws', () => {
  const entry = fc.record({
    receipt: fc.uint8Array({ minLength: 26, maxLength: 26 }).map(receiptOf),
    weight: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: mostWeight })),
  })
  const value = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toHex)
  fc.assert(
    fc.property(
      fc.uniqueArray(entry, { maxLength: 9, selector: (one) => one.receipt }),
      value,
      fc.option(value),
      (entries, seed, randomness) => {
        const order = orderOf(entries, { seed, randomness })
        const hash = entriesHash(entries)
        expect(hash).toBe(entriesHashAgain(entries))
        expect(order).toEqual(orderAgain(entries, seed, randomness))
        expect(pageCode.entriesText(sorted(entries))).toBe(entriesTextAgain(entries))
        expect(order).toEqual(pageCode.drawOrder(sorted(entries), hash, seed, randomness))
      },
    ),
    { numRuns: rounds(2_000, 10_000) },
  )
}, 60_000)

test('they agree on large draws too, where sums are near what is exact', () => {
  for (const [count, weight] of [
    [1500, (at: number) => mostWeight - at],
    [1023, () => 1],
    [1024, (at: number) => (at % 100) + 1],
    [1025, (at: number) => (at === 7 ? mostWeight : 1)],
  ] as const) {
    const entries = people(count, weight)
    const order = orderOf(entries, { seed: hex('seed'), randomness: null })
    expect(order).toEqual(orderAgain(entries, hex('seed'), null))
    expect(order).toEqual(pageCode.drawOrder(sorted(entries), entriesHash(entries), hex('seed'), null))
  }
})

describe('weights are kept (chi-square over fixed seeds, so that this cannot fail by chance)', () => {
  const draws = 8000
  const weights = [1, 1, 2, 3, 5, 8]
  const entries = people(weights.length, (at) => weights[at]!)
  const orders = Array.from({ length: draws }, (_, at) =>
    orderOf(entries, { seed: hex(`seed ${at}`), randomness: hex(`drand ${at}`) }),
  )
  const all = weights.reduce((sum, one) => sum + one)
  /** How far what was drawn is from what is due; 20.5 is met once in a thousand with five degrees of freedom. */
  const chiSquare = (place: number, due: number[]) =>
    due.reduce((sum, share, at) => {
      const count = orders.filter((order) => order[place] === receipt(at)).length
      return sum + (count - share * draws) ** 2 / (share * draws)
    }, 0)

  test('at the first place', () => {
    expect(
      chiSquare(
        0,
        weights.map((one) => one / all),
      ),
    ).toBeLessThan(20.5)
    // The measure can fail: equal chances are far from it.
    expect(
      chiSquare(
        0,
        weights.map(() => 1 / weights.length),
      ),
    ).toBeGreaterThan(1000)
  })

  test('and at the second, of those who remain', () => {
    const due = weights.map((one, at) =>
      weights.reduce((sum, first, of) => (of === at ? sum : sum + (first / all) * (one / (all - first))), 0),
    )
    expect(chiSquare(1, due)).toBeLessThan(20.5)
  })
})

describe('the pieces', () => {
  test('SHA-256 and its HMAC are those of the system, both in the model and on the page', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        (text, key) => {
          const hash = createHash('sha256').update(text).digest('hex')
          const mac = createHmac('sha256', key).update(text).digest('hex')
          expect(toHex(sha256(text))).toBe(hash)
          expect(toHex(pageCode.sha256(text))).toBe(hash)
          expect(toHex(hmacSha256(key)(text))).toBe(mac)
          expect(toHex(pageCode.hmacSha256(key, text))).toBe(mac)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('tickets belong to their owners in order, and the numbers close up behind who leaves', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(weights, fc.infiniteStream(fc.nat(1_000_000)), (all, chance) => {
        const tickets = newTickets(all)
        const left = all.flatMap((weight, owner) => Array.from({ length: weight }, () => owner))
        for (const nth of all.keys()) {
          expect(tickets.left(), `before ${nth}`).toBe(left.length)
          const ticket = chance.next().value! % left.length
          const owner = left[ticket]!
          expect(tickets.take(ticket)).toBe(owner)
          left.splice(left.indexOf(owner), all[owner]!)
        }
        expect(tickets.left()).toBe(0)
      }),
    )
  })

  test('numbers that would favour the first tickets are thrown away, as the others do it', () => {
    const key = Buffer.from(hex('key'), 'hex')
    const hmac = hmacSha256(key)
    let thrown = 0
    // Just over half of all numbers: every other one is thrown away.
    const left = 2 ** 47 + 1
    for (let place = 1; place <= 200; place++) {
      const ticket = drawTicket(hmac, place, left)
      expect(ticket).toBe(Number(ticketAgain(key, place, BigInt(left))))
      expect(ticket).toBe(pageCode.drawTicket(key, place, left))
      const first = Number.parseInt(
        createHmac('sha256', key).update(`${place} 0`).digest('hex').slice(0, 12),
        16,
      )
      if (first !== ticket) thrown++
    }
    expect(thrown).toBeGreaterThan(50)
  })

  test('a receipt has 26 letters and digits, and every bit of chance that goes in counts', () => {
    expect(receiptOf(new Uint8Array(26))).toBe('a'.repeat(26))
    expect(receiptOf(new Uint8Array(26).fill(31))).toBe('7'.repeat(26))
    expect(receipt('mia')).toMatch(receiptShape)
  })

  test('prizes go to the first places, and on to the next place when somebody loses theirs', () => {
    const order = ['a', 'b', 'c', 'd']
    const who = (prizes: number, ...lost: number[]) =>
      winnersOf(
        order,
        prizes,
        lost.map((place) => ({ place })),
      ).map(({ prize, place, receipt }) => `${prize}:${receipt}${place}`)
    expect(who(2)).toEqual(['1:a1', '2:b2'])
    expect(who(2, 1)).toEqual(['1:c3', '2:b2'])
    expect(who(2, 1, 3)).toEqual(['1:d4', '2:b2'])
    expect(who(2, 1, 2, 3)).toEqual(['2:d4'])
    expect(who(9)).toEqual(['1:a1', '2:b2', '3:c3', '4:d4'])
    expect(() => who(2, 3)).toThrow(RangeError)
    expect(() => who(2, 1, 1)).toThrow(RangeError)
  })
})

describe.each(['docs/draw.md', 'docs/tirage.md'])('the examples of %s', (file) => {
  const text = readFileSync(file, 'utf8')
  const vectors = JSON.parse(/```json vectors\n([^`]*)```/.exec(text)?.[1] ?? '[]') as {
    seed: string
    randomness: string | null
    entries: [string, number][]
    commitment: string
    entriesHash: string
    key: string
    order: string[]
  }[]

  test('are there', () => expect(vectors.length).toBeGreaterThan(2))

  test.each(vectors)('hold: $commitment', (given) => {
    const entries = given.entries.map(([receipt, weight]) => ({ receipt, weight }))
    const { seed, randomness } = given
    expect(commitmentOf(seed)).toBe(given.commitment)
    expect(entriesHash(entries)).toBe(given.entriesHash)
    const keyText = `vigie-draw-1 ${given.entriesHash} ${randomness ?? 'none'}`
    expect(createHmac('sha256', fromHex(seed)).update(keyText).digest('hex')).toBe(given.key)
    expect(orderOf(entries, { seed, randomness })).toEqual(given.order)
    expect(orderAgain(entries, seed, randomness)).toEqual(given.order)
  })
})
