import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayStart, instantOf, localOf, quietUntil } from '../../src/model/time.ts'

const iso = (text: string) => Date.parse(text)
const paris = 'Europe/Paris'

test('a moment on the clock of a zone is found again', () => {
  const zones = fc.constantFrom(paris, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC')
  const moments = fc
    .integer({ min: iso('2020-01-01'), max: iso('2035-01-01') })
    .map((at) => Math.floor(at / 60_000) * 60_000)
  fc.assert(
    fc.property(moments, zones, (at, zone) => {
      const found = instantOf(localOf(at, zone), zone)
      // In the hour that comes twice, the first is taken.
      expect(localOf(found, zone)).toEqual(localOf(at, zone))
      expect(at - found === 0 || at - found === 3_600_000 || at - found === 1_800_000).toBe(true)
    }),
  )
})

test('a day begins at midnight, on days of 23 and 25 hours too', () => {
  expect(dayStart(iso('2026-03-29T10:00Z'), paris)).toBe(iso('2026-03-28T23:00Z'))
  expect(dayStart(iso('2026-03-29T10:00Z'), paris, 1)).toBe(iso('2026-03-29T22:00Z'))
  expect(dayStart(iso('2026-10-25T10:00Z'), paris, 1) - dayStart(iso('2026-10-25T10:00Z'), paris)).toBe(
    25 * 3_600_000,
  )
  expect(dayStart(iso('2026-03-01T10:00Z'), paris, -1)).toBe(iso('2026-02-27T23:00Z'))
})

test('02:30 on the night that skips it is the moment of the change, on the night that has it twice the first', () => {
  expect(instantOf({ year: 2026, month: 3, day: 29, hour: 2, minute: 30 }, paris)).toBe(
    iso('2026-03-29T01:00Z'),
  )
  expect(instantOf({ year: 2026, month: 10, day: 25, hour: 2, minute: 30 }, paris)).toBe(
    iso('2026-10-25T00:30Z'),
  )
})

const night = { from: '22:00', to: '07:00' }

test.each([
  ['2026-11-21T20:59Z', night, null],
  ['2026-11-21T21:00Z', night, '2026-11-22T06:00Z'],
  ['2026-11-21T23:30Z', night, '2026-11-22T06:00Z'],
  ['2026-11-22T05:59Z', night, '2026-11-22T06:00Z'],
  ['2026-11-22T06:00Z', night, null],
  // The night that summer time shortens ends at seven all the same.
  ['2026-03-28T22:00Z', night, '2026-03-29T05:00Z'],
  ['2026-11-21T11:30Z', { from: '12:00', to: '14:00' }, '2026-11-21T13:00Z'],
  ['2026-11-21T13:00Z', { from: '12:00', to: '14:00' }, null],
])('at %s with quiet hours %o it is quiet until %s', (now, quiet, until) => {
  expect(quietUntil(iso(now), quiet, paris)).toBe(until && iso(until))
})
