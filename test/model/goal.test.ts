import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterStep, alertRest, alertStep, type Goal, isBeyond, usualSide } from '../../src/model/goal.ts'
import type { Figure } from '../../src/model/measure.ts'

const hour = 3_600_000
const alert: Goal = {
  ...{
    id: 1,
    kind: 'alert',
    measure: 'volume',
    topic: null,
    side: 'up',
    value: 10,
    currency: null,
    per: 'week',
  },
  ...{ by: 'Noor', at: 0, crossed: null, restsUntil: 0, told: 0 },
}
const known = (value: number, more: Partial<Extract<Figure, { known: true }>> = {}): Figure => ({
  ...{ known: true, value, n: 100, sources: [], sure: 'high' },
  ...more,
})

test('a goal is reached by its value, an alert rings beyond it', () => {
  expect(isBeyond({ ...alert, kind: 'goal' }, 10)).toBe(true)
  expect(isBeyond(alert, 10)).toBe(false)
  expect(isBeyond({ ...alert, side: 'down' }, 9)).toBe(true)
})

test('without a sign a goal lies where good news does, an alert where bad news does', () => {
  const sides = (better: 'up' | 'down' | null) => [
    usualSide('goal', { better }),
    usualSide('alert', { better }),
  ]
  expect(sides('up')).toEqual(['up', 'down'])
  expect(sides('down')).toEqual(['down', 'up'])
  expect(sides(null)).toEqual(['up', 'up'])
})

test('whatever a number does, it rings and is back by turns, and after that rests', () => {
  const figure = fc.oneof(
    fc.integer({ min: 0, max: 20 }).map((value) => known(value)),
    fc.integer({ min: 0, max: 20 }).map((value) => known(value, { sure: 'low' })),
    fc.integer({ min: 0, max: 20 }).map((value) => known(value, { partly: true })),
    fc.constant<Figure>({ known: false, because: { words: 'nobody knows' } }),
  )
  const looks = fc.array(fc.record({ figure, wait: fc.integer({ min: 0, max: 20 }) }), { maxLength: 60 })
  fc.assert(
    fc.property(looks, fc.constantFrom('up' as const, 'down' as const), (all, side) => {
      let goal: Goal = { ...alert, side }
      let now = 0
      const told: { step: string; at: number }[] = []
      for (const { figure, wait } of all) {
        now += wait * hour
        const step = alertStep(goal, figure, now)
        if (!figure.known || figure.sure === 'low' || (figure.partly && side === 'down'))
          expect(step).toBe(null)
        if (!step) continue
        goal = afterStep(goal, step, now)
        told.push({ step, at: now })
      }
      for (const [nth, { step, at }] of told.entries()) {
        expect(step).toBe(nth % 2 === 0 ? 'crossed' : 'back')
        if (step === 'crossed' && nth > 0) expect(at - told[nth - 1]!.at).toBeGreaterThanOrEqual(alertRest)
      }
      expect(goal.told).toBe(told.length)
    }),
  )
})
