import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from '../../src/reports/csv.ts'

const rowsOf = (csv: string): string[][] =>
  parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: false })

test.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1+1', '\u200b=1', '%x', '|calc'])(
  '%j never becomes a formula',
  (text) => expect(rowsOf(csvOf([[text]]))[0]![0]).toMatch(/^'/),
)

test('whatever is written comes back, and no cell begins a formula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      (rows) => {
        const read = rowsOf(csvOf(rows))
        expect(read.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replaceAll('\0', '').replace(/^'/, ''))),
        )
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      },
    ),
  )
})
