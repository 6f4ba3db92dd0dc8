import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextAfter, type Rhythm, rhythmOf, rhythms } from '../../src/model/rhythm.ts'
import { day, localOf } from '../../src/model/time.ts'

const paris = 'Europe/Paris'
const shown = (at: number) => {
  const { month, day, hour, minute } = localOf(at, paris)
  return `${day}/${month} ${hour}:${String(minute).padStart(2, '0')}`
}

function times(rhythm: Rhythm, from: number, count: number) {
  const all: string[] = []
  for (let at = from; all.length < count; ) {
    const { startsAt, endsAt } = nextAfter(rhythm, at, paris)
    all.push(`${shown(startsAt)} – ${shown(endsAt)}`)
    at = startsAt
  }
  return all
}

test('every Monday at nine is nine on both sides of a change of the clocks', () => {
  const monday = Date.UTC(2026, 9, 19, 7, 0)
  const rhythm = rhythmOf('week', { startsAt: monday, endsAt: Date.UTC(2026, 9, 23, 16, 0) }, paris)
  expect(times(rhythm, monday - 1, 3)).toEqual([
    '19/10 9:00 – 23/10 18:00',
    '26/10 9:00 – 30/10 18:00',
    '2/11 9:00 – 6/11 18:00',
  ])
})

test('every day at half past two is at three when the clocks skip it', () => {
  const rhythm = rhythmOf('day', { startsAt: Date.UTC(2027, 2, 27, 1, 30), endsAt: null }, paris)
  expect(times(rhythm, Date.UTC(2027, 2, 27, 1, 29), 3)).toEqual([
    '27/3 2:30 – 28/3 3:00',
    '28/3 3:00 – 29/3 2:30',
    '29/3 2:30 – 30/3 2:30',
  ])
})

test('a month that is too short has it on its last day', () => {
  const rhythm = rhythmOf('month', { startsAt: Date.UTC(2027, 0, 31, 8, 0), endsAt: null }, paris)
  expect(times(rhythm, Date.UTC(2027, 0, 30), 4).map((time) => time.split(' –')[0])).toEqual([
    '31/1 9:00',
    '28/2 9:00',
    '31/3 9:00',
    '30/4 9:00',
  ])
})

test('whatever the moment and the place, the next one lies ahead, is no later than its rhythm says, and none is left out', () => {
  const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC']
  fc.assert(
    fc.property(
      fc.constantFrom(...rhythms),
      fc.constantFrom(...zones),
      fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 0, 1) }),
      fc.integer({ min: 0, max: 900 }),
      (every, zone, start, days) => {
        const startsAt = Math.floor(start / 60_000) * 60_000
        const rhythm = rhythmOf(every, { startsAt, endsAt: null }, zone)
        const after = startsAt + days * day
        const next = nextAfter(rhythm, after, zone)
        expect(next.startsAt).toBeGreaterThan(after)
        expect(next.startsAt - after).toBeLessThanOrEqual(
          { day: 1, week: 7, month: 31 }[every] * day + day / 8,
        )
        expect(next.endsAt).toBe(nextAfter(rhythm, next.startsAt, zone).startsAt)
      },
    ),
    { numRuns: 500 },
  )
})

test('a month that follows a longer one ends when the next begins', () => {
  const january = { startsAt: Date.UTC(2027, 0, 1, 8, 0), endsAt: Date.UTC(2027, 1, 1, 8, 0) }
  expect(times(rhythmOf('month', january, paris), january.startsAt - 1, 3)).toEqual([
    '1/1 9:00 – 1/2 9:00',
    '1/2 9:00 – 1/3 9:00',
    '1/3 9:00 – 1/4 9:00',
  ])
  const thirtyDays = { startsAt: Date.UTC(2027, 0, 1, 8, 0), endsAt: Date.UTC(2027, 0, 31, 8, 0) }
  expect(times(rhythmOf('month', thirtyDays, paris), thirtyDays.startsAt - 1, 2)).toEqual([
    '1/1 9:00 – 31/1 9:00',
    '1/2 9:00 – 1/3 9:00',
  ])
})
