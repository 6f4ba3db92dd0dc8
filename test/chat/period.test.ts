import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grainFor, periodChoices, readPeriod } from '../../src/chat/period.ts'
import { Oops } from '../../src/model/oops.ts'
import { lengthOf, spanOf } from '../../src/model/period.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { nimbus, saturday } from '../world.ts'

const zone = 'Europe/Paris'

test.each([
  ['hier', '2026-11-20', '2026-11-20'],
  ['avant-hier', '2026-11-19', '2026-11-19'],
  ['aujourd’hui', '2026-11-21', '2026-11-21'],
  ['semaine', '2026-11-16', '2026-11-22'],
  ['this week', '2026-11-16', '2026-11-22'],
  ['la semaine dernière', '2026-11-09', '2026-11-15'],
  ['last week', '2026-11-09', '2026-11-15'],
  ['mois', '2026-11-01', '2026-11-30'],
  ['Ce mois-ci', '2026-11-01', '2026-11-30'],
  ['mois dernier', '2026-10-01', '2026-10-31'],
  ['le dernier mois', '2026-10-01', '2026-10-31'],
  ['last month', '2026-10-01', '2026-10-31'],
  ['7j', '2026-11-15', '2026-11-21'],
  ['30 derniers jours', '2026-10-23', '2026-11-21'],
  ['last 90 days', '2026-08-24', '2026-11-21'],
  ['3 mois', '2026-08-22', '2026-11-21'],
  ['trimestre', '2026-10-01', '2026-12-31'],
  ['last quarter', '2026-07-01', '2026-09-30'],
  ['l’an dernier', '2025-01-01', '2025-12-31'],
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-10', '2026-10-01', '2026-10-31'],
  ['10/2026', '2026-10-01', '2026-10-31'],
  ['octobre', '2026-10-01', '2026-10-31'],
  ['le mois de septembre', '2026-09-01', '2026-09-30'],
  // It has not begun: the last one is meant.
  ['décembre', '2025-12-01', '2025-12-31'],
  ['February 2024', '2024-02-01', '2024-02-29'],
  ['1er octobre', '2026-10-01', '2026-10-01'],
  ['01/10/2026', '2026-10-01', '2026-10-01'],
  ['2026-10-01..2026-10-15', '2026-10-01', '2026-10-15'],
  ['du 1er au 15 octobre 2026', '2026-10-01', '2026-10-15'],
  ['from 1 to 15 october', '2026-10-01', '2026-10-15'],
  ['du 01/10 au 15/10', '2026-10-01', '2026-10-15'],
  ['2026-09..2026-10', '2026-09-01', '2026-10-31'],
  ['depuis le 1er octobre', '2026-10-01', '2026-11-21'],
  ['since 2026-10-01', '2026-10-01', '2026-11-21'],
])('%s', (typed, from, to) => {
  expect(readPeriod(typed, saturday, zone)).toEqual({ from, to })
})

test.each([
  ['2026-10-15..2026-10-01', 'option.period-backwards'],
  ['2027-01', 'option.period-future'],
  ['22/11/2026', 'option.period-future'],
  ['2026-02-31', 'option.period'],
  ['2026-13', 'option.period'],
  ['32 octobre', 'option.period'],
  ['hier..demain', 'option.period'],
  ['soon', 'option.period'],
  ['', 'option.period'],
  ['2010..2026', 'option.period-long'],
  ['9999j', 'option.period-long'],
  ['0 jours', 'option.period'],
])('%s is none, and says why', (typed, key) => {
  expect(() => readPeriod(typed, saturday, zone)).toThrow(expect.objectContaining({ key }))
})

test('what is offered is read back, in both languages', () => {
  for (const locale of ['fr', 'en'] as const)
    for (const { value } of periodChoices({ say: sayIn(locale), now: saturday, team: nimbus }))
      expect(() => readPeriod(value, saturday, zone)).not.toThrow()
})

test('a day of 23 hours is a day', () => {
  const change = readPeriod('2026-03-29', saturday, zone)
  expect(lengthOf(change)).toBe(1)
  const { from, to } = spanOf(change, zone)
  expect(to - from).toBe(23 * 3_600_000)
})

test('whatever is typed is days in their order that have begun, or an Oops', () => {
  const word = fc.constantFrom(
    'du',
    'au',
    '..',
    'last',
    'mois',
    '2026-10',
    '31',
    'octobre',
    'depuis',
    '7j',
    '-',
    'to',
    'hier',
  )
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(word, { maxLength: 6 }).map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(typed, (raw) => {
      try {
        const period = readPeriod(raw, saturday, zone)
        expect(period.from <= period.to && period.from <= '2026-11-21').toBe(true)
        expect(['day', 'week', 'month']).toContain(grainFor(period))
      } catch (error) {
        if (!(error instanceof Oops)) throw error
        expect(error.key).toMatch(/^option\.period/)
      }
    }),
    { numRuns: 500 },
  )
})
