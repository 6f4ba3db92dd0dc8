import { describe, expect, test } from 'vitest'
import { easterIn, holidaysIn, holidaysOn } from '../../src/model/holidays.ts'

const shown = ({ year, month, day }: { year: number; month: number; day: number }) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

test.each([
  ['1818-03-22'],
  ['1886-04-25'],
  ['1943-04-25'],
  ['1954-04-18'],
  ['1981-04-19'],
  ['2000-04-23'],
  ['2008-03-23'],
  ['2011-04-24'],
  ['2019-04-21'],
  ['2024-03-31'],
  ['2025-04-20'],
  ['2026-04-05'],
  ['2027-03-28'],
  ['2038-04-25'],
  ['2049-04-18'],
  ['2285-03-22'],
])('Easter is on %s', (day) => expect(shown(easterIn(Number(day.slice(0, 4))))).toBe(day))

test('Easter is the Sunday after the full moon of spring, in every year of the calendar', () => {
  for (let year = 1583; year < 4100; year++) expect(shown(easterIn(year))).toBe(byTheMoon(year))
})

/** By its definition: the age of the moon from the golden number, and the Sunday after its fourteenth day. */
function byTheMoon(year: number): string {
  const golden = (year % 19) + 1
  const century = Math.floor(year / 100) + 1
  const droppedLeapDays = Math.floor((3 * century) / 4) - 12
  const moonCorrection = Math.floor((8 * century + 5) / 25) - 5
  let epact = (((11 * golden + 20 + moonCorrection - droppedLeapDays) % 30) + 30) % 30
  if ((epact === 25 && golden > 11) || epact === 24) epact++
  const fullMoon = 44 - epact < 21 ? 44 - epact + 30 : 44 - epact
  const after = new Date(Date.UTC(year, 2, fullMoon + 1))
  while (after.getUTCDay() !== 0) after.setUTCDate(after.getUTCDate() + 1)
  return after.toISOString().slice(0, 10)
}

describe('France', () => {
  test('has eleven public holidays', () => {
    expect(holidaysIn(2026, 'france').map(({ day }) => shown(day))).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ])
  })

  test('in Alsace and Moselle has two more', () => {
    const more = holidaysIn(2026, 'alsace-moselle').filter(
      ({ name }) => !holidaysIn(2026, 'france').some((one) => one.name === name),
    )
    expect(more.map(({ name, day }) => [name, shown(day)])).toEqual([
      ['good-friday', '2026-04-03'],
      ['saint-stephen', '2026-12-26'],
    ])
  })

  test('had two on one day in 2008, and elsewhere there are none', () => {
    const day = { year: 2008, month: 5, day: 1 }
    expect(holidaysOn(day, 'france')).toEqual(['labour-day', 'ascension'])
    expect(holidaysOn(day, 'none')).toEqual([])
    expect(holidaysOn({ ...day, day: 2 }, 'france')).toEqual([])
  })
})
