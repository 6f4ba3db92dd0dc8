import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, hour, minute } from '../../src/model/time.ts'
import {
  afterFailure,
  longest,
  longestSick,
  nextReading,
  rhythmOf,
  shortest,
} from '../../src/schedule/next-reading.ts'
import { never } from '../../src/store/due-feeds.ts'

const now = Date.parse('2026-11-22T09:00Z')
const half = () => 0.5
/** `count` posts, one each `gap` ms, the newest `since` ms ago. */
const posts = (count: number, gap: number, since = 0) =>
  Array.from({ length: count }, (_, at) => now - since - at * gap)
const fresh = (published: (number | null)[], more: Partial<Parameters<typeof rhythmOf>[1]> = {}) =>
  rhythmOf(published, { now, fresh: published.length, known: null, ...more })
const waitOf = (published: (number | null)[]) => nextReading({ now, rhythm: fresh(published) }, half) - now

test('a feed is read twice for each post it publishes, but never more than every five minutes nor less than hourly', () => {
  expect(waitOf(posts(30, minute))).toBeLessThan(5.3 * minute)
  expect(waitOf(posts(30, 40 * minute))).toBeCloseTo(19 * minute, -5)
  expect(waitOf(posts(10, 30 * day))).toBeGreaterThan(57 * minute)
  expect(waitOf([])).toBeLessThan(5.3 * minute)
})

test('the last posts tell the rhythm, not those of last year', () => {
  expect(waitOf([...posts(20, 10 * minute), ...posts(100, 30 * day, day)])).toBe(
    waitOf(posts(20, 10 * minute)),
  )
})

test('the longer nothing comes, the more seldom a feed is asked', () => {
  const rhythm = fresh(posts(20, 20 * minute))
  const waits = [0, 6 * hour, day, 7 * day].map(
    (later) => nextReading({ now: now + later, rhythm }, half) - now - later,
  )
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits[0]).toBeLessThan(11 * minute)
  expect(waits[3]).toBeGreaterThan(57 * minute)
})

test('without dates, or with dates that lag behind, what is new at a reading tells', () => {
  expect(fresh([null, null])).toEqual({ from: now, posts: 1 })
  const known = { from: now - day, posts: 1 }
  expect(fresh([null], { fresh: 0, known })).toBe(known)
  expect(fresh(posts(5, day, 300 * day), { fresh: 2, known })).toEqual({ from: now, posts: 1 })
  expect(fresh(posts(5, day, 300 * day), { fresh: 0, known })).toMatchObject({ posts: 5 })
  // A date in the future is a mistake.
  expect(fresh([now + day, now - hour])).toEqual({ from: now - hour, posts: 1 })
})

test('while a hub pushes it is asked hourly, and soon after the promise ends', () => {
  const rhythm = fresh(posts(20, minute))
  const at = (pushedUntil: number) => nextReading({ now, rhythm, pushedUntil }, half) - now
  expect(at(now + day)).toBeGreaterThan(57 * minute)
  expect(at(now + 20 * minute)).toBe(20 * minute)
  expect(at(now - 1)).toBeLessThan(5.3 * minute)
})

const instant = fc.integer({ min: now - 1_000 * day, max: now + 1_000 * day })
const rhythm = fc.option(fc.record({ from: instant, posts: fc.integer({ min: 1, max: 20 }) }))
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const length = fc.oneof(fc.integer({ min: 0, max: 3 * day }), fc.constantFrom(0, 1, minute, hour, day))

test('whatever a feed says of itself, it is read again within five minutes and an hour, and not sooner than it asks', () => {
  fc.assert(
    fc.property(rhythm, fc.option(length), instant, chance, (rhythm, asked, pushedUntil, chance) => {
      const wait = nextReading({ now, rhythm, asked, pushedUntil }, () => chance) - now
      expect(wait).toBeGreaterThanOrEqual(Math.max(shortest, Math.min(asked ?? 0, longest)))
      expect(wait).toBeLessThanOrEqual(longest)
      expect(Number.isInteger(wait)).toBe(true)
    }),
  )
})

test('feeds that are alike do not fall due together', () => {
  const rhythm = fresh(posts(20, 40 * minute))
  const times = Array.from({ length: 1_000 }, () => nextReading({ now, rhythm }))
  expect(new Set(times.map((at) => Math.floor(at / 10_000))).size).toBeGreaterThan(10)
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(1.8 * minute)
})

test('any dates make a rhythm that is none or makes sense', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(instant), { maxLength: 50 }),
      fc.nat(50),
      rhythm,
      (published, fresh, known) => {
        const found = rhythmOf(published, { now, fresh, known })
        if (found === null || found === known) return
        expect(found.posts).toBeGreaterThanOrEqual(1)
        expect(found.posts).toBeLessThanOrEqual(20)
        expect(found.from).toBeLessThanOrEqual(now)
      },
    ),
  )
})

const failing = fc.record({
  failures: fc.nat(60),
  failingSince: fc.option(instant),
  retryAfter: fc.option(fc.integer({ min: minute, max: day }), { nil: undefined }),
  offline: fc.boolean(),
})

test('what failed is asked again no sooner than it says, no sooner than in five minutes, and within a day and a bit', () => {
  fc.assert(
    fc.property(failing, chance, (one, chance) => {
      const { nextAt, dead } = afterFailure({ now, ...one }, () => chance)
      expect(nextAt - now).toBeGreaterThanOrEqual(Math.max(shortest, one.retryAfter ?? 0))
      expect(nextAt - now).toBeLessThanOrEqual(day)
      const sick =
        one.failures + 1 >= 10 && one.failingSince !== null && now - one.failingSince >= longestSick
      expect(dead).toBe(sick && !one.offline)
      if (dead) expect(nextAt - now).toBeGreaterThan(0.94 * day)
    }),
  )
})

test('patience doubles with each failure, and a feed that is gone is asked never', () => {
  const waits = [0, 1, 2, 3, 4].map(
    (failures) => afterFailure({ now, failures, failingSince: now }, half).nextAt - now,
  )
  expect(waits).toEqual([5, 10, 20, 40, 80].map((minutes) => minutes * minute))
  expect(afterFailure({ now, failures: 0, failingSince: null, gone: true })).toEqual({
    nextAt: never,
    dead: true,
  })
})

test('where it is we who are cut off, feeds are tried soon again, and none of them is dead', () => {
  const failures = 50
  const { nextAt, dead } = afterFailure({ now, failures, failingSince: now - 30 * day, offline: true })
  expect(nextAt - now).toBeLessThanOrEqual(15 * minute)
  expect(dead).toBe(false)
})
