import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestAfter, digestBefore, usualDigest, weekdays } from '../../src/model/digest.ts'
import { day } from '../../src/model/time.ts'

const paris = 'Europe/Paris'
const iso = (at: number) => new Date(at).toISOString().slice(0, 16)

test.each([
  // Saturday 21 November 2026, half past two in Paris.
  ['2026-11-21T13:30Z', '2026-11-21T07:30', '2026-11-22T07:30'],
  ['2026-11-21T07:29Z', '2026-11-20T07:30', '2026-11-21T07:30'],
  ['2026-11-21T07:30Z', '2026-11-21T07:30', '2026-11-22T07:30'],
  // Summer time began in the night.
  ['2026-03-29T12:00Z', '2026-03-29T06:30', '2026-03-30T06:30'],
  ['2026-03-28T12:00Z', '2026-03-28T07:30', '2026-03-29T06:30'],
  ['2026-12-31T23:30Z', '2026-12-31T07:30', '2027-01-01T07:30'],
])('at %s the last digest was at %s and the next is at %s', (now, before, after) => {
  expect(iso(digestBefore(Date.parse(now), usualDigest, paris))).toBe(before)
  expect(iso(digestAfter(Date.parse(now), usualDigest, paris))).toBe(after)
})

test('on Saturday the next digest of working days is on Monday, of Saturdays alone in a week', () => {
  const saturday = Date.parse('2026-11-21T13:30Z')
  const working = { at: '09:00', days: weekdays.slice(0, 5) }
  expect(iso(digestBefore(saturday, working, paris))).toBe('2026-11-20T08:00')
  expect(iso(digestAfter(saturday, working, paris))).toBe('2026-11-23T08:00')
  expect(iso(digestAfter(saturday, { at: '09:00', days: ['saturday'] }, paris))).toBe('2026-11-28T08:00')
})

test('whenever it is, digests lie before and after it, at most a week and an hour apart', () => {
  const digest = fc.record({
    at: fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((time) => time.map((part) => String(part).padStart(2, '0')).join(':')),
    days: fc.subarray([...weekdays], { minLength: 1 }),
  })
  const zone = fc.constantFrom(paris, 'UTC', 'Pacific/Kiritimati', 'America/St_Johns', 'Australia/Lord_Howe')
  fc.assert(
    fc.property(fc.integer({ min: 1.7e12, max: 1.9e12 }), digest, zone, (now, digest, zone) => {
      const [before, after] = [digestBefore(now, digest, zone), digestAfter(now, digest, zone)]
      expect(before).toBeLessThanOrEqual(now)
      expect(after).toBeGreaterThan(now)
      expect(after - before).toBeLessThanOrEqual(7 * day + 3_600_000)
      expect(digestBefore(after, digest, zone)).toBe(after)
      expect(digestAfter(before, digest, zone)).toBe(after)
    }),
    { numRuns: 200 },
  )
})
