import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSince } from '../../src/chat/since.ts'
import { digestAfter, digestBefore, usualDigest, weekdays } from '../../src/model/digest.ts'
import { day, hour, instantOf, localOf, minute, quietUntil } from '../../src/model/time.ts'
import { rounds } from '../rounds.ts'

const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata']
const iso = (text: string) => Date.parse(text)
const shown = (at: number | null) => at && new Date(at).toISOString().slice(0, 16)
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Moments of many years, half of them within a day of a change of the clocks. */
const moments = (zone: string) => {
  const any = fc.integer({ min: iso('2020-01-01'), max: iso('2040-01-01') })
  const near = fc
    .tuple(fc.constantFrom(...changesOf(zone)), fc.integer({ min: -day, max: day }))
    .map(([at, more]) => at + more)
  return fc.oneof(any, near)
}

/** Where the clocks of a zone change, to the minute; a few of the quiet days where they never do. */
function changesOf(zone: string): number[] {
  const offset = (at: number) => {
    const { year, month, day, hour, minute } = localOf(at, zone)
    return Date.UTC(year, month - 1, day, hour, minute) - at
  }
  const changes: number[] = []
  for (let at = iso('2024-01-01'); at < iso('2028-01-01'); at += day) {
    let [from, to] = [at, at + day]
    if (offset(from) === offset(to)) continue
    while (to - from > minute) {
      const middle = from + Math.floor((to - from) / minute / 2) * minute
      if (offset(middle) === offset(from)) from = middle
      else to = middle
    }
    changes.push(to)
  }
  return changes.length > 0 ? changes : [iso('2024-02-29'), iso('2026-06-01')]
}

/** The zone's clock by the minute, as if it had no zone. */
const wallOf = (at: number, zone: string) => {
  const { year, month, day, hour, minute } = localOf(at, zone)
  return Date.UTC(year, month - 1, day, hour, minute)
}

const quietHours = fc
  .tuple(fc.nat(1439), fc.integer({ min: 1, max: 1439 - 121 }))
  .map(([from, length]) => ({ from: time(from), to: time((from + length) % 1440) }))

describe.each(zones)('in %s', (zone) => {
  test('quiet hours end after now, at an hour that is not quiet, within a day and an hour', () => {
    fc.assert(
      fc.property(moments(zone), quietHours, (now, quiet) => {
        const until = quietUntil(now, quiet, zone)
        if (until === null) return
        expect(until).toBeGreaterThan(now)
        expect(until - now).toBeLessThanOrEqual(day + hour)
        expect(quietUntil(until, quiet, zone)).toBeNull()
        // At their end, or at the change that skips it: a minute before, it was not yet that late.
        expect(wallOf(until - minute, zone) % day).not.toBe(minutesOf(quiet.to) * minute)
      }),
      { numRuns: rounds(300, 1_000) },
    )
  })

  test('the next digest is after now, on one of its days, at its hour or at the change that skips it', () => {
    const digests = fc.record({
      at: fc.nat(1439).map(time),
      days: fc.subarray([...weekdays], { minLength: 1 }),
    })
    fc.assert(
      fc.property(moments(zone), digests, (now, digest) => {
        const next = digestAfter(now, digest, zone)
        expect(next).toBeGreaterThan(now)
        expect(next - now).toBeLessThanOrEqual(7 * day + hour)
        const wall = wallOf(next, zone)
        expect(digest.days).toContain(weekdays[(new Date(wall).getUTCDay() + 6) % 7])
        const asked = minutesOf(digest.at) * minute
        if (wall % day !== asked) {
          expect(wall % day).toBeGreaterThan(asked)
          // Skipped: a minute earlier the clock stood before it.
          expect(wallOf(next - minute, zone) % day).toBeLessThan(asked)
        }
        expect(digestBefore(next, digest, zone)).toBe(next)
        expect(digestBefore(next - 1, digest, zone)).toBeLessThanOrEqual(now)
      }),
      { numRuns: rounds(300, 1_000) },
    )
  })

  test('a time that the clock shows is found, the first time where it comes twice', () => {
    fc.assert(
      fc.property(moments(zone), (any) => {
        const at = Math.floor(any / minute) * minute
        const found = instantOf(localOf(at, zone), zone)
        expect(wallOf(found, zone)).toBe(wallOf(at, zone))
        expect(found).toBeLessThanOrEqual(at)
        expect(at - found).toBeLessThanOrEqual(hour)
      }),
      { numRuns: rounds(300, 1_000) },
    )
  })
})

test.each([
  // The night that skips two o'clock, and the one that has it twice.
  ['Europe/Paris', '2026-03-28T12:00Z', '02:30', '2026-03-29T01:00'],
  ['Europe/Paris', '2026-10-24T12:00Z', '02:30', '2026-10-25T00:30'],
  ['Europe/Paris', '2026-10-25T00:30Z', '02:30', '2026-10-26T01:30'],
  ['Europe/Paris', '2026-10-25T01:30Z', '02:30', '2026-10-26T01:30'],
  ['America/New_York', '2026-03-08T05:00Z', '02:15', '2026-03-08T07:00'],
  // Half an hour is skipped, and comes again.
  ['Australia/Lord_Howe', '2026-10-03T12:00Z', '02:10', '2026-10-03T15:30'],
  ['Australia/Lord_Howe', '2026-04-04T12:00Z', '01:45', '2026-04-04T14:45'],
  ['Asia/Kolkata', '2028-02-28T12:00Z', '08:30', '2028-02-29T03:00'],
])('in %s after %s the digest of %s is at %s', (zone, now, at, next) => {
  expect(shown(digestAfter(iso(now), { at, days: weekdays }, zone))).toBe(next)
})

test('the 29th of February has its digest, where there is one', () => {
  const tuesdays = { at: '08:30', days: ['tuesday' as const] }
  expect(shown(digestAfter(iso('2028-02-23T00:00Z'), tuesdays, 'Europe/Paris'))).toBe('2028-02-29T07:30')
  expect(shown(digestAfter(iso('2028-02-28T12:00Z'), usualDigest, 'Europe/Paris'))).toBe('2028-02-29T07:30')
  expect(shown(digestAfter(iso('2027-02-28T12:00Z'), usualDigest, 'Europe/Paris'))).toBe('2027-03-01T07:30')
})

test.each([
  ['2026-10-25T00:30Z', { from: '22:00', to: '02:45' }, '2026-10-25T00:45'],
  // The hour that comes again is as quiet as the first time, and ends again.
  ['2026-10-25T01:30Z', { from: '22:00', to: '02:45' }, '2026-10-25T01:45'],
  ['2026-10-25T00:50Z', { from: '22:00', to: '02:45' }, null],
  ['2026-03-29T00:30Z', { from: '22:00', to: '02:30' }, '2026-03-29T01:00'],
  ['2026-03-29T01:00Z', { from: '22:00', to: '02:30' }, null],
  ['2028-02-28T22:00Z', { from: '22:00', to: '07:00' }, '2028-02-29T06:00'],
  ['2028-02-29T22:00Z', { from: '22:00', to: '07:00' }, '2028-03-01T06:00'],
])('in Paris at %s, quiet from %o, it is quiet until %s', (now, quiet, until) => {
  expect(shown(quietUntil(iso(now), quiet, 'Europe/Paris'))).toBe(until)
})

test.each([
  ['hier', '2026-03-29T10:00Z', 'Europe/Paris', '2026-03-27T23:00'],
  ['today', '2026-03-29T10:00Z', 'Europe/Paris', '2026-03-28T23:00'],
  ['yesterday', '2026-10-26T10:00Z', 'Europe/Paris', '2026-10-24T22:00'],
  ['hier', '2028-03-01T10:00Z', 'Europe/Paris', '2028-02-28T23:00'],
  ['29/02/2028', '2028-03-01T10:00Z', 'Europe/Paris', '2028-02-28T23:00'],
  ['2026-03-29', '2026-04-01T10:00Z', 'Europe/Paris', '2026-03-28T23:00'],
  ['29.03.2026', '2026-04-01T10:00Z', 'Asia/Kolkata', '2026-03-28T18:30'],
  ['24h', '2026-03-29T10:00Z', 'Europe/Paris', '2026-03-28T10:00'],
  // Days that begin at one in the morning.
  ['2018-11-04', '2018-11-05T10:00Z', 'America/Sao_Paulo', '2018-11-04T03:00'],
])('since:%s, asked at %s in %s, begins at %s', (raw, now, zone, since) => {
  expect(shown(readSince(raw, iso(now), zone))).toBe(since)
})

test.each(['29/02/2027', '2027-02-29', '31/04/2026', '29/02/2100'])('there is no %s', (raw) => {
  expect(() => readSince(raw, iso('2101-01-01'), 'Europe/Paris')).toThrow('option.since')
})
