import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest, slipsBetween } from '../../src/settings/nearest.ts'

test.each([
  ['chanels', 'channels'],
  ['CHANNELS', 'channels'],
  ['toipcs', 'topics'],
  ['time_zone', 'timeZone'],
  ['k', null],
  ['webhook', null],
  ['', null],
])('for %o people meant %o', (word, meant) => {
  expect(nearest(word, ['title', 'topics', 'channels', 'timeZone', 'keep'])).toBe(meant)
})

test('of several near words the nearest is meant, and of equals the first', () => {
  expect(nearest('stuff', ['staff', 'stuffs', 'stuf'])).toBe('staff')
  expect(nearest('aprover', ['provers', 'approver'])).toBe('approver')
})

test('a letter missing, too many, wrong or swapped is one slip', () => {
  for (const slip of ['tpics', 'toppics', 'topixs', 'toipcs']) expect(slipsBetween('topics', slip)).toBe(1)
})

test('slips are the same both ways, none only between equals, and never more than the letters', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      const slips = slipsBetween(a, b)
      expect(slips).toBe(slipsBetween(b, a))
      expect(slips === 0).toBe(a === b)
      expect(slips).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
      expect(slips).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
})
