import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../src/store/id.ts'

test('ids are UUIDv7 that rise in the order they were made, within one millisecond too', () => {
  const clock = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(clock, (steps) => {
      let now = Date.UTC(2026, 10, 21)
      const ids = steps.map((step) => {
        now += step
        return newId(now)
      })
      expect(ids.toSorted()).toEqual(ids)
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of ids)
        expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    }),
  )
})

test('ten thousand in one millisecond still rise', () => {
  const now = Date.UTC(2027, 0, 1)
  const ids = Array.from({ length: 10_000 }, () => newId(now))
  expect(ids.toSorted()).toEqual(ids)
})
