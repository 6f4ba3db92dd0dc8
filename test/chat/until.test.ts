import { describe, expect, test } from 'vitest'
import { readLength, readUntil } from '../../src/chat/until.ts'
import { localOf } from '../../src/model/time.ts'
import { saturday } from '../world.ts'

const paris = 'Europe/Paris'
const shown = (at: number, timeZone = paris) => {
  const { year, month, day, hour, minute } = localOf(at, timeZone)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`
}
const read = (raw: string, now = saturday) => shown(readUntil(raw, now, paris))
const problem = (raw: string, now = saturday) => {
  try {
    return shown(readUntil(raw, now, paris))
  } catch (error) {
    return (error as { key: string }).key
  }
}

describe('on Saturday 21 November 2026 at 14:30 in Paris', () => {
  test.each([
    ['demain 18h', '2026-11-22 18:00'],
    ['tomorrow 18:00', '2026-11-22 18:00'],
    ['Demain à 9h30', '2026-11-22 09:30'],
    ['tomorrow at 6pm', '2026-11-22 18:00'],
    ['demain', '2026-11-22 23:59'],
    ['après-demain midi', '2026-11-23 12:00'],
    ['aujourd’hui 18h', '2026-11-21 18:00'],
    ['ce soir', '2026-11-21 20:00'],
    ['tonight 22:15', '2026-11-21 22:15'],
    ['18h', '2026-11-21 18:00'],
    ['9h', '2026-11-22 09:00'],
    ['à 14:31', '2026-11-21 14:31'],
    ['minuit', '2026-11-22 00:00'],
    ['vendredi', '2026-11-27 23:59'],
    ['vendredi 9h', '2026-11-27 09:00'],
    ['samedi 18h', '2026-11-21 18:00'],
    ['samedi 9h', '2026-11-28 09:00'],
    ['samedi prochain 18h', '2026-11-28 18:00'],
    ['next monday 9am', '2026-11-23 09:00'],
    ['in 2h', '2026-11-21 16:30'],
    ['dans 3 jours', '2026-11-24 14:30'],
    ['dans une heure', '2026-11-21 15:30'],
    ['in 1 day 2 hours', '2026-11-22 16:30'],
    ['dans 1h30', '2026-11-21 16:00'],
    ['3 jours', '2026-11-24 14:30'],
    ['48h', '2026-11-23 14:30'],
    ['2 semaines', '2026-12-05 14:30'],
    ['in 1 month', '2026-12-21 14:30'],
    ['2026-12-01 18:00', '2026-12-01 18:00'],
    ['2026-12-01T18:00', '2026-12-01 18:00'],
    ['2026-12-01T18:00:00Z', '2026-12-01 19:00'],
    ['01/12/2026 18h', '2026-12-01 18:00'],
    ['1/12', '2026-12-01 23:59'],
    ['03/02', '2027-02-03 23:59'],
    ['1er décembre à 18h', '2026-12-01 18:00'],
    ['25 déc. 2026', '2026-12-25 23:59'],
    ['december 1st 6pm', '2026-12-01 18:00'],
    ['jusqu’à demain 18h', '2026-11-22 18:00'],
    ['  demain   18\u00a0h ', '2026-11-22 18:00'],
  ])('“%s” is %s', (raw, at) => expect(read(raw)).toBe(at))

  test.each([
    ['hier', 'option.until-past'],
    ['hier 18h', 'option.until-past'],
    ['avant-hier', 'option.until-past'],
    ['yesterday at noon', 'option.until-past'],
    ['day before yesterday', 'option.until-past'],
    ['lundi dernier', 'option.until-past'],
    ['last friday 9am', 'option.until-past'],
    ['il y a 3 jours', 'option.until-past'],
    ['2 hours ago', 'option.until-past'],
    ['maintenant', 'option.until-past'],
    ['now', 'option.until-past'],
    ['hier soir', 'option.until-past'],
    ['last night', 'option.until-past'],
    ['la semaine dernière', 'option.until-past'],
    ['last month', 'option.until-past'],
    ['hier peut-être', 'option.until'],
    ['il y a du monde', 'option.until'],
    ['', 'option.until'],
    ['bientôt', 'option.until'],
    ['demain peut-être', 'option.until'],
    ['31/02/2027', 'option.until'],
    ['demain 25h', 'option.until'],
    ['14:99', 'option.until'],
    ['demain 18', 'option.until'],
    ['13pm', 'option.until'],
    ['2026-11-21 14:00', 'option.until-past'],
    ['aujourd’hui 9h', 'option.until-past'],
    ['01/01/2020', 'option.until-past'],
    ['in 0 h', 'option.until-past'],
    ['2h', 'option.until-which'],
    ['2029-01-01', 'option.until-far'],
    ['dans 99999 jours', 'option.until-far'],
    ['9'.repeat(400), 'option.until'],
  ])('“%s” says what to write instead (%s)', (raw, key) => expect(problem(raw)).toBe(key))
})

test('days keep their time of day when the clocks change, hours do not', () => {
  const before = Date.UTC(2026, 9, 24, 12, 0)
  expect(shown(before)).toBe('2026-10-24 14:00')
  expect(read('dans 1 jour', before)).toBe('2026-10-25 14:00')
  expect(read('dans 24h', before)).toBe('2026-10-25 13:00')
})

test('a time that a change of the clocks skips is the moment of the change', () => {
  const before = Date.UTC(2027, 2, 27, 12, 0)
  expect(read('demain 2h30', before)).toBe('2027-03-28 03:00')
})

test.each([
  ['2h', 7_200_000],
  ['45 min', 2_700_000],
  ['1h30', 5_400_000],
  ['for 3 days', 259_200_000],
  ['pendant 3 jours et 2 heures', 266_400_000],
  ['30s', 30_000],
])('“%s” lasts %i ms', (raw, length) => expect(readLength(raw)).toBe(length))

test.each(['', 'demain', '0h', '400 jours', '-2h', '2 lampes'])('“%s” is no length', (raw) =>
  expect(() => readLength(raw)).toThrow(expect.objectContaining({ key: 'option.length' })),
)
