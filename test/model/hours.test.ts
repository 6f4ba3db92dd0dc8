import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Weekday, weekdays } from '../../src/model/digest.ts'
import { easterIn, type HolidayCalendar } from '../../src/model/holidays.ts'
import {
  type BusinessHours,
  newOpenTimes,
  openAfter,
  openBetween,
  type Span,
  usualHours,
} from '../../src/model/hours.ts'
import { hour, instantOf, localOf, minute } from '../../src/model/time.ts'
import { rounds } from '../rounds.ts'

const weekOf = (spans: Span[], days: readonly Weekday[] = weekdays.slice(0, 5)) =>
  Object.fromEntries(weekdays.map((day) => [day, days.includes(day) ? spans : []])) as BusinessHours['week']

const office: BusinessHours = { ...usualHours, week: weekOf([{ from: '09:00', to: '17:00' }]) }
const withLunch: BusinessHours = {
  ...office,
  week: weekOf([
    { from: '14:00', to: '18:00' },
    { from: '09:00', to: '12:30' },
  ]),
}

/** `2026-11-20 16:45` by the clock of a place. */
function at(text: string, timeZone = 'Europe/Paris') {
  const [year, month, day, hours, minutes] = text.split(/\D/).map(Number)
  return instantOf({ year: year!, month: month!, day: day!, hour: hours!, minute: minutes! }, timeZone)
}

function shown(instant: number | null, timeZone = 'Europe/Paris') {
  if (instant === null) return null
  const { year, month, day, hour, minute } = localOf(instant, timeZone)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`
}

describe('open time is added up', () => {
  const rows: [string, number, BusinessHours, string][] = [
    // The example of the trade: a quarter of an hour on Friday, a quarter on Monday.
    ['2026-11-20 16:45', 30, office, '2026-11-23 09:15'],
    ['2026-11-20 16:45', 15, office, '2026-11-20 17:00'],
    ['2026-11-20 17:00', 15, office, '2026-11-23 09:15'],
    ['2026-11-21 14:30', 0, office, '2026-11-23 09:00'],
    ['2026-11-20 10:00', 0, office, '2026-11-20 10:00'],
    ['2026-11-20 08:00', 60, office, '2026-11-20 10:00'],
    ['2026-11-20 10:00', 8 * 60, office, '2026-11-23 10:00'],
    ['2026-11-20 12:00', 60, withLunch, '2026-11-20 14:30'],
    ['2026-11-20 13:00', 60, withLunch, '2026-11-20 15:00'],
    ['2026-11-10 16:30', 60, { ...office, holidays: 'france' }, '2026-11-12 09:30'],
    ['2026-12-24 16:30', 60, { ...office, holidays: 'france' }, '2026-12-28 09:30'],
    ['2026-04-02 16:30', 60, { ...office, holidays: 'france' }, '2026-04-03 09:30'],
    ['2026-04-02 16:30', 60, { ...office, holidays: 'alsace-moselle' }, '2026-04-07 09:30'],
    ['2026-05-22 16:30', 60, { ...office, holidays: 'france' }, '2026-05-26 09:30'],
    ['2026-05-22 16:30', 60, { ...office, holidays: 'france', worked: ['whit-monday'] }, '2026-05-25 09:30'],
    [
      '2026-12-23 16:30',
      60,
      { ...office, closed: [{ from: '2026-12-24', to: '2027-01-03' }] },
      '2027-01-04 09:30',
    ],
    ['2031-12-23 16:30', 60, { ...office, closed: [{ from: '12-24', to: '01-02' }] }, '2032-01-05 09:30'],
    ['2026-06-23 16:30', 60, { ...office, closed: [{ from: '06-24', to: '06-24' }] }, '2026-06-25 09:30'],
    ['2026-11-20 23:00', 180, usualHours, '2026-11-21 02:00'],
  ]
  test.each(rows)('%s and %i min', (from, minutes, hours, due) =>
    expect(shown(openAfter(at(from), minutes * minute, { hours, timeZone: 'Europe/Paris' }))).toBe(due),
  )

  test('by the clock of the hours, wherever the team is', () => {
    const hours = { ...office, timeZone: 'America/New_York' }
    const due = openAfter(at('2026-11-20 16:45'), 30 * minute, { hours, timeZone: 'Europe/Paris' })
    expect(shown(due)).toBe('2026-11-20 17:15')
  })

  test('a night shift counts the hour that comes twice, and not the one that is skipped', () => {
    const hours = { ...usualHours, week: weekOf([{ from: '22:00', to: '06:00' }], ['saturday']) }
    const clocked = { hours, timeZone: 'Europe/Paris' }
    const night = (from: string, to: string) => openBetween(at(from), at(to), clocked) / hour
    expect(night('2026-10-17 12:00', '2026-10-18 12:00')).toBe(8)
    expect(night('2026-10-24 12:00', '2026-10-25 12:00')).toBe(9)
    expect(night('2026-03-28 12:00', '2026-03-29 12:00')).toBe(7)
  })

  test('who is never open promises nothing', () => {
    const never = { hours: { ...office, week: weekOf([]) }, timeZone: 'Europe/Paris' }
    expect(openAfter(at('2026-11-20 16:45'), minute, never)).toBeNull()
  })
})

describe('minute by minute', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 5, 30, 45))
    // Whether a clock that is set back shows a time for the first time, a minute alone cannot know.
    .filter(([hours]) => hours === 0 || hours > 3)
    .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`)
  const span = fc
    .record({ from: time, to: fc.oneof(time, fc.constant('24:00')) })
    .filter(({ from, to }) => from !== to)
  const hours = fc.record<BusinessHours>({
    timeZone: fc.constant(null),
    week: fc.record(
      Object.fromEntries(weekdays.map((day) => [day, fc.array(span, { maxLength: 2 })])) as never,
    ) as never,
    holidays: fc.constantFrom<HolidayCalendar>('none', 'france', 'alsace-moselle'),
    closed: fc.constantFrom(
      [],
      [{ from: '2026-10-24', to: '2026-10-25' }],
      [{ from: '03-28', to: '03-29' }],
      [{ from: '12-30', to: '01-02' }],
    ),
    worked: fc.constantFrom([], ['easter-monday' as const], ['new-year' as const]),
  })
  const timeZone = fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'UTC')
  // Around the days on which clocks change, and holidays.
  const moment = fc
    .tuple(
      fc.constantFrom('2026-10-23', '2027-03-25', '2026-11-10', '2026-12-30', '2026-04-02', '2026-03-06'),
      fc.integer({ min: 0, max: 4 * 24 * 60 }),
    )
    .map(([day, minutes]) => Date.parse(`${day}T00:00:00Z`) + minutes * minute)

  test('as much open time passes as there are open minutes', () => {
    fc.assert(
      fc.property(
        hours,
        timeZone,
        moment,
        fc.integer({ min: 0, max: 4000 }),
        (hours, timeZone, from, length) => {
          const to = from + length * minute
          let open = 0
          for (let at = from; at < to; at += minute) if (isOpen(at, hours, timeZone)) open++
          expect(openBetween(from, to, { hours, timeZone }) / minute).toBe(open)
        },
      ),
      { numRuns: rounds(20, 60) },
    )
  }, 60_000)

  test('what is due is due once its last minute has passed', () => {
    fc.assert(
      fc.property(
        hours,
        timeZone,
        moment,
        fc.integer({ min: 1, max: 900 }),
        (hours, timeZone, from, length) => {
          const due = openAfter(from, length * minute, { hours, timeZone })
          if (due === null || due > from + 6 * 24 * hour) return
          let open = 0
          let at = from
          for (; open < length; at += minute) if (isOpen(at, hours, timeZone)) open++
          expect(shown(due, timeZone)).toBe(shown(at, timeZone))
        },
      ),
      { numRuns: rounds(20, 60) },
    )
  }, 60_000)

  /** What a clock on the wall shows, and who is there. */
  function isOpen(at: number, hours: BusinessHours, timeZone: string): boolean {
    const local = localOf(at, timeZone)
    const clock = `${two(local.hour)}:${two(local.minute)}`
    const days = [0, 1].map((ago) => new Date(Date.UTC(local.year, local.month - 1, local.day - ago)))
    const [today, yesterday] = days.map((day) => (isDayOff(day, hours) ? [] : spansOf(day, hours)))
    return (
      today!.some(({ from, to }) => clock >= from && (to <= from || clock < to)) ||
      yesterday!.some(({ from, to }) => to <= from && clock < to)
    )
  }

  const spansOf = (day: Date, { week }: BusinessHours) => week[weekdays[(day.getUTCDay() + 6) % 7]!]

  function isDayOff(day: Date, { holidays, closed, worked }: BusinessHours): boolean {
    const text = day.toISOString().slice(0, 10)
    const yearly = text.slice(5)
    for (const { from, to } of closed) {
      if (from.length > 5 && text >= from && text <= to) return true
      if (from.length === 5 && from <= to && yearly >= from && yearly <= to) return true
      if (from.length === 5 && from > to && (yearly >= from || yearly <= to)) return true
    }
    if (holidays === 'none') return false
    const easter = easterIn(day.getUTCFullYear())
    const after = Math.round(
      (day.getTime() - Date.UTC(easter.year, easter.month - 1, easter.day)) / 86_400_000,
    )
    const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']
    if (yearly === '01-01' && worked.includes('new-year')) return false
    if (after === 1 && worked.includes('easter-monday')) return false
    if (fixed.includes(yearly) || [1, 39, 50].includes(after)) return true
    return holidays === 'alsace-moselle' && (yearly === '12-26' || after === -2)
  }

  const two = (number: number) => String(number).padStart(2, '0')
})

test('many stretches of open time are measured at once as one by one', () => {
  const clocked = fc.constantFrom(
    { hours: usualHours, timeZone: 'Europe/Paris' },
    { hours: office, timeZone: 'Europe/Paris' },
    { hours: withLunch, timeZone: 'America/New_York' },
    { hours: { ...usualHours, week: weekOf([{ from: '22:00', to: '06:00' }]) }, timeZone: 'Asia/Kathmandu' },
  )
  const start = at('2026-03-20 00:00')
  const moment = fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minutes) => start + minutes * minute)
  fc.assert(
    fc.property(clocked, fc.array(fc.tuple(moment, moment), { maxLength: 5 }), (clocked, pairs) => {
      const between = newOpenTimes(start, start + 20 * 24 * hour, clocked)
      for (const [from, to] of pairs.map((pair) => pair.toSorted((a, b) => a - b)))
        expect(between(from!, to!)).toBe(openBetween(from!, to!, clocked))
    }),
    { numRuns: 60 },
  )
})
