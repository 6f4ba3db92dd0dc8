import { expect, test } from 'vitest'
import {
  bucketsOf,
  isDay,
  lastDays,
  lengthOf,
  newDayOf,
  periodBefore,
  spanOf,
} from '../../src/model/period.ts'
import { hour, minute } from '../../src/model/time.ts'

const paris = 'Europe/Paris'

test('a day begins and ends at midnight where the team is, though it may have 23 or 25 hours', () => {
  const length = (day: string, zone = paris) => {
    const { from, to } = spanOf({ from: day, to: day }, zone)
    return (to - from) / hour
  }
  expect([length('2026-03-29'), length('2026-10-25'), length('2026-11-22')]).toEqual([23, 25, 24])
  // Where the clocks change at midnight, the day begins at one, or has its last hour twice.
  expect([length('2018-11-04', 'America/Sao_Paulo'), length('2018-02-17', 'America/Sao_Paulo')]).toEqual([
    23, 25,
  ])
  // Samoa passed over a day.
  expect(length('2011-12-30', 'Pacific/Apia')).toBe(0)
})

test('many moments get the day that the calendar shows, and posts from before 1970 the first one', () => {
  const dayOf = newDayOf(paris)
  const { from, to } = spanOf({ from: '2026-10-25', to: '2026-10-25' }, paris)
  expect([from - 1, from, from + 24 * hour, to - 1, to].map(dayOf)).toEqual([
    '2026-10-24',
    '2026-10-25',
    '2026-10-25',
    '2026-10-25',
    '2026-10-26',
  ])
  expect([-1e12, 0, minute].map(dayOf)).toEqual(['1970-01-01', '1970-01-01', '1970-01-01'])
})

test('the period before is as long; before a month it is the month', () => {
  expect(periodBefore({ from: '2026-11-16', to: '2026-11-22' })).toEqual({
    from: '2026-11-09',
    to: '2026-11-15',
  })
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({
    from: '2026-02-01',
    to: '2026-02-28',
  })
  expect(lengthOf({ from: '2026-03-28', to: '2026-03-30' })).toBe(3)
  expect(lastDays(7, Date.UTC(2026, 10, 21, 23, 30), paris)).toEqual({ from: '2026-11-16', to: '2026-11-22' })
})

test('weeks begin on Monday, and the first and the last may be short', () => {
  expect(
    bucketsOf({ from: '2026-10-31', to: '2026-11-10' }, 'week').map(({ from, to }) => [from, to]),
  ).toEqual([
    ['2026-10-31', '2026-11-01'],
    ['2026-11-02', '2026-11-08'],
    ['2026-11-09', '2026-11-10'],
  ])
  expect(bucketsOf({ from: '2026-01-31', to: '2026-03-01' }, 'month')).toHaveLength(3)
})

test('a day is one of the calendar', () => {
  expect(['2026-10-31', '2028-02-29'].filter(isDay)).toHaveLength(2)
  expect(['2026-10-32', '2026-02-29', '2026-13-01', '2026-1-1', '', 'constructor'].filter(isDay)).toEqual([])
})
