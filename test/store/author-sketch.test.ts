import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AuthorSketch,
  authorsIn,
  bytesOfSketch,
  placeOf,
  sketched,
  sketchOf,
} from '../../src/store/author-sketch.ts'

const none = new Float64Array()
const keyOf = (author: number) => createHash('sha256').update(String(author)).digest('hex').slice(0, 32)
const sketchFrom = (authors: number[]): AuthorSketch =>
  sketched(
    none,
    authors.map((author) => placeOf(keyOf(author))),
  )
const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at)

test('few authors are counted exactly, over any days, in any order and however often they wrote', () => {
  const days = fc.array(fc.array(fc.nat(300), { maxLength: 200 }), { maxLength: 6 })
  fc.assert(
    fc.property(days, (days) => {
      const sketches = days.map((day) =>
        day.reduce((sketch, one) => sketched(sketch, [placeOf(keyOf(one))]), none),
      )
      const kept = sketches.map((sketch) => sketchOf(bytesOfSketch(sketch)))
      expect(authorsIn(kept)).toEqual({ authors: new Set(days.flat()).size, error: 0 })
    }),
    { numRuns: 30 },
  )
})

test('many authors are estimated, and the error that is told holds', () => {
  // Thirty days of three thousand authors each, a third of them the next day too.
  const days = Array.from({ length: 30 }, (_, day) => sketchFrom(upTo(3_000, day * 2_000)))
  const { authors, error } = authorsIn(days)
  const all = 29 * 2_000 + 3_000
  expect(Math.abs(authors / all - 1)).toBeLessThan(error)
  expect(error).toBeLessThan(0.05)
  // A busy day does not make a guess of what it cannot: a quiet one alone stays exact.
  expect(authorsIn([sketchFrom(upTo(1_000))])).toEqual({ authors: 1_000, error: 0 })
})
