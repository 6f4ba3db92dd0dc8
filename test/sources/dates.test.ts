import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDate } from '../../src/sources/dates.ts'

const day = '2026-07-14T00:00:00.000Z'
const ten = '2026-07-14T10:00:00.000Z'
const eight = '2026-07-14T08:00:00.000Z'

test.each([
  ['Tue, 14 Jul 2026 10:00:00 GMT', ten],
  ['Tue, 14 Jul 2026 10:00:00 +0200', eight],
  ['Tue, 14 Jul 2026 10:00:00 +02:00', eight],
  ['14 Jul 26 10:00 GMT', ten],
  ['Tue,14 Jul 2026 06:00:00 EDT', ten],
  ['Tue, 14 Jul 2026 12:00:00 CEST', ten],
  ['Tue, 14 Jul 2026 10:00:00 GMT+0200', eight],
  ['Tue, 14 July 2026 10:00:00 Nowhere', ten],
  ['Tue, 14 Jul 2026', day],
  ['Tuesday, 14-Jul-26 10:00:00 GMT', ten],
  ['Tue, Jul 14 2026 10:00:00 AM', ten],
  ['July 14, 2026, 10:00 am', ten],
  ['Tue Jul 14 10:00:00 2026', ten],
  ['Tue Jul 14 03:00:00 PDT 2026', ten],
  ['Tue Jul 14 10:00:00 +0200 2026', eight],
  ['Tue Jul 14 2026 12:00:00 GMT+0200 (heure d’été d’Europe centrale)', ten],
  ['Sat, 01 Jan 00 00:00:00 GMT', '2000-01-01T00:00:00.000Z'],
  ['Sat, 01 Jan 94 00:00:00 GMT', '1994-01-01T00:00:00.000Z'],
  ['2026-07-14T10:00:00Z', ten],
  ['2026-07-14t10:00:00z', ten],
  ['2026-07-14T12:00:00+02:00', ten],
  ['2026-07-14T12:00:00+0200', ten],
  ['2026-07-14T12:00+02', ten],
  ['2026-07-14 10:00:00', ten],
  ['2026-07-14 10:00:00 UTC', ten],
  ['2026-07-14 12:00:00 +0200', ten],
  ['2026-07-14T10:00:00.123456Z', '2026-07-14T10:00:00.123Z'],
  ['2026-07-14', day],
  ['20260714', day],
  ['20260714T100000Z', ten],
  ['2026-07', '2026-07-01T00:00:00.000Z'],
  ['2026', '2026-01-01T00:00:00.000Z'],
  ['2026-195', day],
  ['26-07-14', day],
  ['2026-07-13T24:00:00Z', day],
  ['1784023200', ten],
  ['mar. 14 juil. 2026 10:00:00 GMT', ten],
  ['mardi 14 juillet 2026 à 12h00 CEST', ten],
  ['14 juillet 2026', day],
  ['1er août 2026', '2026-08-01T00:00:00.000Z'],
  ['mar, 3 mar 2026 10:00:00 +0100', '2026-03-03T09:00:00.000Z'],
  ['mar. 3 mars 2026', '2026-03-03T00:00:00.000Z'],
  ['lun, 16 févr. 2026 00:38:15 +0100', '2026-02-15T23:38:15.000Z'],
  ['mer, 16 déc 2026 10:00:00 +0000', '2026-12-16T10:00:00.000Z'],
  ['Di, 14 Jul 2026 12:00:00 MESZ', ten],
  ['14/07/2026 10:00', ten],
  ['07/14/2026 10:00', ten],
  ['7/4/2026 3:05:00 PM', '2026-07-04T15:05:00.000Z'],
  ['14.07.2026', day],
])('“%s” is %s', (text, expected) => {
  const at = readDate(text)
  expect(at === null ? null : new Date(at).toISOString()).toBe(expected)
})

test.each([
  '',
  'demain',
  'n/a',
  '0000-00-00 00:00:00',
  'Tue, 31 Feb 2026 10:00:00 GMT',
  '2026-13-01',
  '25:61',
  'Jul',
  '99/99/9999',
  'x'.repeat(5_000),
])('“%s” is no date', (text) => {
  expect(readDate(text)).toBeNull()
})

test('no text makes it stumble: it finds a moment or nothing', () => {
  const piece = fc.constantFrom(
    '14',
    '2026',
    'Jul',
    'mar.',
    'T',
    ':',
    '10',
    '-',
    '+',
    '02',
    'Z',
    'GMT',
    ' ',
    '/',
    ',',
    'h',
    'pm',
    '.',
    '0',
    '99999',
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(text, (any) => {
      const at = readDate(any)
      return at === null || Number.isFinite(at)
    }),
    { numRuns: 2_000 },
  )
})
