import { createHash } from 'node:crypto'
import { Oops } from '../../model/oops.ts'
import type { Day } from '../../model/period.ts'
import { dayIn } from '../../model/time.ts'
import { type Calendar, dateIn, orderIn } from './cells.ts'
import {
  currencyIn,
  type MeasureColumns,
  type MeasureField,
  measureColumnsOf,
  measureFields,
  moneyFields,
} from './measure-columns.ts'
import { type DecimalMark, decimalMarkOf, numberIn } from './numbers.ts'
import { type CsvRecord, recordsIn } from './records.ts'
import type { Text } from './text.ts'

/** What a line says of a campaign or an account on a day, by the keys of measures. */
export type MeasureLine = {
  account: string
  day: Day
  values: { measure: string; value: number; currency: string | null }[]
}

/** How a file of numbers is to be read: where its columns are, what parts cells and decimals; `hash` is its content's. */
export type MeasureSheet = {
  delimiter: string
  line: number
  columns: MeasureColumns
  mark: DecimalMark | null
  hash: string
}

/**
 * Goes once through a file to learn how it is written. Throws Oops where no line names columns, where none of them is
 * the day, or where its dates speak against the order that was asked for.
 */
export async function measureSheetOf(
  text: Text,
  { monthFirst }: Pick<Calendar, 'monthFirst'>,
): Promise<MeasureSheet> {
  const head = await headOf(text)
  const hash = createHash('sha256')
  const seen = { 'day-first': 0, 'month-first': 0 }
  const marks = { ',': 0, '.': 0 }
  const [right, wrong] = monthFirst
    ? (['month-first', 'day-first'] as const)
    : (['day-first', 'month-first'] as const)
  let first: { given: string; line: number } | undefined
  const hashed = async function* () {
    for await (const piece of text()) {
      hash.update(piece)
      yield piece
    }
  }
  for await (const { line, cells } of tolerant(recordsIn(hashed(), head.delimiter))) {
    if (line <= head.line) continue
    const given = firstOf(cells, head.columns, 'date')
    const order = orderIn(given)
    if (order) seen[order]++
    if (order === wrong) first ??= { given: given.slice(0, 60), line }
    for (const field of measureFields) {
      const mark = decimalMarkOf(firstOf(cells, head.columns, field))
      if (mark) marks[mark]++
    }
  }
  if (first && seen[wrong] > seen[right])
    throw new Oops(monthFirst ? 'import.file-day-first' : 'import.file-month-first', first)
  const mark = marks[','] > 0 === marks['.'] > 0 ? null : marks[','] > 0 ? ',' : '.'
  return { ...head, mark, hash: hash.digest('hex') }
}

/** The lines of a file, each as what it says, as a line of totals, or as the Oops that says what is wrong with it. */
export async function* measureLines(
  text: Text,
  sheet: MeasureSheet,
  calendar: Calendar,
): AsyncGenerator<{ line: number; said: MeasureLine | 'totals' | Oops }> {
  const { delimiter, line: head, columns } = sheet
  try {
    for await (const { line, cells } of recordsIn(text(), delimiter)) {
      if (line <= head || cells.every((cell) => cell.trim() === '')) continue
      yield { line, said: attempted(() => lineIn(cells, columns, sheet.mark, calendar)) }
    }
  } catch (error) {
    if (!(error instanceof Oops)) throw error
    // From here on the file is no table any more.
    yield { line: Number(error.values.line ?? 0), said: error }
  }
}

/** What the cells of a line say. Throws Oops naming the cure. */
export function lineIn(
  cells: (string | number)[],
  columns: MeasureColumns,
  mark: DecimalMark | null,
  calendar: Calendar,
): MeasureLine | 'totals' {
  const count = cells.findLastIndex((cell) => `${cell}`.trim() !== '') + 1
  if (count > columns.names.length) throw new Oops('import.cells', { count, columns: columns.names.length })
  const date = firstOf(cells, columns, 'date')
  if (isTotal(date) || (date === '' && isTotal(`${cells[0] ?? ''}`.trim()))) return 'totals'
  if (date === '') throw new Oops('measures.no-date')
  const day = dayOf(date, calendar)
  const until = firstOf(cells, columns, 'until')
  if (until !== '' && dayOf(until, calendar) !== day)
    throw new Oops('measures.days', { from: date.slice(0, 30), to: until.slice(0, 30) })
  const told = currencyIn(firstOf(cells, columns, 'currency').toUpperCase())
  const values = measureFields.flatMap((field) => valueIn(cells, columns, field, mark, told))
  if (values.length === 0) throw new Oops('measures.no-number')
  const account = firstOf(cells, columns, 'account').replace(/\s+/gu, ' ').slice(0, longestName)
  return { account, day, values: sorted(inOneCurrency(values, columns)) }
}

/** An amount whose column names no currency is in that of the line, or in the only one that the columns name. */
function inOneCurrency(values: Value[], columns: MeasureColumns): Value[] {
  const named = (all: (string | null)[]) => [...new Set(all.filter((one) => one !== null))]
  const ofLine = named(values.map(({ currency }) => currency))
  const all = ofLine.length > 0 ? ofLine : named(columns.currencies)
  if (all.length !== 1) return values
  const [currency] = all as [string]
  return values.map((value) =>
    value.currency === null && moneyFields.has(value.measure as MeasureField)
      ? { ...value, currency }
      : value,
  )
}

/** The day of a date in the team's calendar. A file has few days and many lines: what was worked out is remembered. */
function dayOf(date: string, calendar: Calendar): Day {
  const days = known.get(calendar) ?? new Map<string, Day>()
  known.set(calendar, days)
  const day = days.get(date) ?? dayIn(momentOf(date, calendar), calendar.timeZone)
  if (days.size > mostDays) days.clear()
  days.set(date, day)
  return day
}

/** What is wrong with a date of a number is told of days, not of when something was published. */
function momentOf(date: string, calendar: Calendar) {
  try {
    return dateIn(date, calendar)
  } catch (error) {
    if (!(error instanceof Oops)) throw error
    const key = { 'import.date': 'measures.date', 'import.future': 'measures.future' }[error.key]
    throw key ? new Oops(key, error.values) : error
  }
}

const known = new WeakMap<Calendar, Map<string, Day>>()
const mostDays = 5_000

type Value = { measure: string; value: number; currency: string | null }

function valueIn(
  cells: (string | number)[],
  columns: MeasureColumns,
  field: MeasureField,
  mark: DecimalMark | null,
  told: string | null,
): Value[] {
  for (const at of columns.of[field]) {
    const cell = cells[at] ?? ''
    const value = typeof cell === 'number' ? cell : numberIn(cell, mark)
    if (value === 'nothing') continue
    const shown = { given: `${cell}`.trim().slice(0, 40), column: columns.names[at]! }
    if (value === null || !Number.isFinite(value)) throw new Oops('measures.number', shown)
    if (value < 0 && field !== 'revenue') throw new Oops('measures.negative', shown)
    const isWhole = Number.isInteger(value) || moneyFields.has(field) || field === 'conversions'
    if (!isWhole) throw new Oops('measures.whole', shown)
    if (!moneyFields.has(field)) return [{ measure: field, value, currency: null }]
    const [one, other] = [columns.currencies[at] ?? told, currencyIn(`${cell}`)]
    if (one && other && one !== other) throw new Oops('measures.currencies', { one, other })
    return [{ measure: field, value, currency: one ?? other }]
  }
  return []
}

/** Clicks beside what was spent are clicks on ads, and whom ads reached is not the audience of posts. */
function sorted(values: Value[]): Value[] {
  const has = (...fields: MeasureField[]) =>
    values.some(({ measure }) => (fields as string[]).includes(measure))
  const isAd = has('spend', 'impressions') && !has('sent', 'delivered', 'opens')
  if (!isAd) return values
  return values
    .filter(({ measure }) => measure !== 'account-reach')
    .map((value) => (value.measure === 'clicks' ? { ...value, measure: 'ad-clicks' } : value))
}

const isTotal = (cell: string) => /^(?:grand\s+|sous[- ]|sub-?)?tota(?:l|ux|ls)\b/iu.test(cell)

const firstOf = (cells: (string | number)[], columns: MeasureColumns, field: MeasureField): string =>
  columns.of[field].map((at) => `${cells[at] ?? ''}`.trim()).find((cell) => cell !== '') ?? ''

/** What parts cells, and on which line the columns are named: tools write a few lines about themselves above. */
async function headOf(text: Text): Promise<Pick<MeasureSheet, 'delimiter' | 'line' | 'columns'>> {
  const beginning = await beginningOf(text())
  // A workbook of Excel or LibreOffice is a packed folder.
  if (beginning.startsWith('PK\u0003\u0004')) throw new Oops('measures.workbook')
  const heads: Pick<MeasureSheet, 'delimiter' | 'line' | 'columns'>[] = []
  for (const delimiter of [',', ';', '\t', '|']) {
    let seen = 0
    // The beginning may end within a quotation.
    for await (const { line, cells } of tolerant(recordsIn([beginning], delimiter))) {
      const columns = measureColumnsOf(cells)
      // A line about the report itself may say "Impressions" as well.
      if (columns && cells.length > 1) heads.push({ delimiter, line, columns })
      if ((columns && cells.length > 1) || ++seen > mostAbove) break
    }
  }
  const known = ({ columns }: (typeof heads)[number]) => Object.values(columns.of).flat().length
  const [best] = heads.sort((one, other) => known(other) - known(one))
  if (!best) throw new Oops('measures.no-columns')
  if (best.columns.of.date.length === 0) throw new Oops('measures.no-date-column', { line: best.line })
  return best
}

async function beginningOf(text: AsyncIterable<string>): Promise<string> {
  let beginning = ''
  for await (const piece of text) {
    beginning += piece
    if (beginning.length >= 64 * 1024) break
  }
  return beginning
}

/** The records until the text is no table any more. */
async function* tolerant(records: AsyncIterable<CsvRecord>): AsyncGenerator<CsvRecord> {
  try {
    yield* records
  } catch (error) {
    if (!(error instanceof Oops)) throw error
  }
}

function attempted<Result>(work: () => Result): Result | Oops {
  try {
    return work()
  } catch (error) {
    if (error instanceof Oops) return error
    throw error
  }
}

const mostAbove = 30
const longestName = 120
