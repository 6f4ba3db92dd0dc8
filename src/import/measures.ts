import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Door } from '../http.ts'
import { Oops, Unavailable } from '../model/oops.ts'
import type { Day } from '../model/period.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { measureColumnsOf } from '../sources/csv/measure-columns.ts'
import { lineIn, type MeasureLine, measureLines, measureSheetOf } from '../sources/csv/measures.ts'
import { type Text, textOfBytes } from '../sources/csv/text.ts'
import type { MeasureImport } from '../store/measure-imports.ts'
import type { MeasureValue } from '../store/measure-values.ts'
import type { Store } from '../store/store.ts'

/**
 * What became of a file of numbers: `kept` is false where nothing was taken over, because lines are wrong or it was
 * `known` already. Of what was kept, values that are new, the same as before, and corrected.
 */
export type ImportedMeasures = {
  lines: number
  totals: number
  wrong: number
  kept: boolean
  known: MeasureImport | null
  fresh: number
  same: number
  corrected: number
  from: Day | null
  to: Day | null
}

export type MeasureImporting = {
  /** What is imported: a file's name, a webhook's. */
  source: string
  /** Who imports it, as people call them. */
  by: string
  now: Instant
  monthFirst?: boolean
  /** Takes over what is right although some lines are wrong. */
  partial?: boolean
  /** Hears of each line that is wrong, and why. */
  wrong?(line: number, why: Oops): void
  /** Hears of columns that are not taken over, once. */
  ignored?(columns: string[]): void
  progress?(lines: number): void
}

/**
 * Takes over rows of numbers (`{ date, campaign, sent, opens… }`, columns as in files, in French or English) of a
 * webhook or a program. All of them or, where one is wrong, none; the same rows twice count once. Throws Oops where the
 * rows name no day or no number.
 */
export async function importMeasures(
  store: Store,
  team: Team,
  given: unknown[],
  importing: MeasureImporting,
): Promise<ImportedMeasures> {
  const rows = given.map(rowOf)
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = measureColumnsOf(names)
  if (!columns) throw new Oops('measures.no-columns')
  if (columns.of.date.length === 0) throw new Oops('measures.no-date-column', { line: 1 })
  if (columns.ignored.length > 0) importing.ignored?.(columns.ignored)
  const calendar = calendarOf(team, importing)
  const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
  const lines = async function* () {
    let line = 0
    for (const row of rows) yield { line: ++line, said: attempted(() => said(row)) }
  }
  const said = (row: Record<string, unknown>) => {
    const cells = names.map((name) => {
      const cell = row[name]
      return typeof cell === 'number' ? cell : cell === null || cell === undefined ? '' : `${cell}`
    })
    return lineIn(cells, columns, null, calendar)
  }
  return takeOver(store, team, { hash, lines }, importing)
}

/**
 * The same of a CSV text of whatever size: it is gone through once to learn how it is written, once to check every line,
 * once to keep it, and never held whole. Where it is interrupted while it is kept, the same file again completes it.
 */
export async function importMeasuresText(
  store: Store,
  team: Team,
  text: Text,
  importing: MeasureImporting,
): Promise<ImportedMeasures> {
  const calendar = calendarOf(team, importing)
  const sheet = await measureSheetOf(text, calendar)
  if (sheet.columns.ignored.length > 0) importing.ignored?.(sheet.columns.ignored)
  const lines = () => measureLines(text, sheet, calendar)
  return takeOver(store, team, { hash: sheet.hash, lines }, importing)
}

/**
 * The same of a CSV file at an address, as tools and shared spreadsheets offer it, of at most ten megabytes. Throws Oops
 * or Unavailable that says what to do.
 */
export async function measuresFromAddress(
  store: Store,
  team: Team,
  url: string,
  { door, ...importing }: Omit<MeasureImporting, 'source'> & { door: Pick<Door, 'get'> },
): Promise<ImportedMeasures> {
  const answer = await door.get(url, { timeout: 30_000, most: mostBytes }).catch((error) => {
    if (!(error instanceof Unavailable && error.key === 'door.too-large')) throw error
    throw new Oops('measures.too-large', { most: mostBytes / 2 ** 20, team: team.name })
  })
  const { host, pathname } = new URL(answer.url)
  if (answer.status !== 200)
    throw new Unavailable(`${host} answered ${answer.status}`, {
      refused: answer.status < 500,
      key: 'measures.not-there',
      values: { host, status: `${answer.status}` },
    })
  const isPage = /html/i.test(answer.headers['content-type'] ?? '') || isMarkup(answer.body)
  if (isPage)
    throw new Unavailable(`${host} answered a page`, {
      refused: true,
      key: 'measures.no-table',
      values: { host },
    })
  const source = `${host}${pathname.length > 1 ? `/…/${pathname.split('/').at(-1)}` : ''}`
  return importMeasuresText(store, team, textOfBytes(answer.body), { ...importing, source })
}

/** What is no row has nothing in it, and is told as that. */
const rowOf = (given: unknown): Record<string, unknown> =>
  given !== null && typeof given === 'object' && !Array.isArray(given)
    ? (given as Record<string, unknown>)
    : {}

type Lines = () => AsyncIterable<{ line: number; said: MeasureLine | 'totals' | Oops }>

async function takeOver(
  store: Store,
  team: Team,
  { hash, lines }: { hash: string; lines: Lines },
  importing: MeasureImporting,
): Promise<ImportedMeasures> {
  const { source, by, now, partial = false, wrong, progress } = importing
  const all: ImportedMeasures = {
    ...{ lines: 0, totals: 0, wrong: 0, kept: false, known: null },
    ...{ fresh: 0, same: 0, corrected: 0, from: null, to: null },
  }
  const known = await store.measureImports.same(team.name, hash)
  if (known) return { ...all, known }
  for await (const { line, said } of lines()) {
    all.lines++
    if (all.lines % breathEvery === 0) {
      progress?.(all.lines)
      await pause(0)
    }
    if (said === 'totals') all.totals++
    else if (said instanceof Oops) {
      all.wrong++
      wrong?.(line, said)
    } else {
      if (all.from === null || said.day < all.from) all.from = said.day
      if (all.to === null || said.day > all.to) all.to = said.day
    }
  }
  if (all.lines === 0) throw new Oops('measures.no-lines')
  if (all.from === null || (all.wrong > 0 && !partial)) return all
  const id = await store.measureImports.begin(team.name, { name: source, hash, by }, now)
  let kept = 0
  // Lines of one day and campaign mostly stand together: they are added up before they are kept.
  let values = new Map<string, MeasureValue>()
  const keep = async () => {
    const batch = [...values.values()]
    values = new Map()
    await store.together((store) => store.measureValues.import(team.name, id, batch, now))
    progress?.(all.lines + kept)
    // Whoever runs beside us gets at the store.
    await pause(breath)
  }
  for await (const { said } of lines()) {
    kept++
    if (said === 'totals' || said instanceof Oops) continue
    const { account, day } = said
    for (const one of said.values) {
      const key = `${one.measure}\n${day}\n${account}`
      const sum = values.get(key)
      if (sum) sum.value += one.value
      else values.set(key, { ...one, account, day })
    }
    if (kept % breathEvery === 0) {
      progress?.(all.lines + kept)
      await pause(0)
    }
    if (values.size >= batchSize) await keep()
  }
  await keep()
  const brought = await store.measureValues.brought(id)
  // What is left out may be mended and come again under the same content's name.
  await store.measureImports.done(id, now)
  return { ...all, ...brought, kept: true }
}

const calendarOf = ({ timeZone }: Team, { now, monthFirst = false }: MeasureImporting) => ({
  timeZone,
  now,
  monthFirst,
})

function attempted<Result>(work: () => Result): Result | Oops {
  try {
    return work()
  } catch (error) {
    if (error instanceof Oops) return error
    throw error
  }
}

const isMarkup = (bytes: Uint8Array) =>
  /^[^<]{0,4}\s*<(?:!doctype|html|\?xml)/i.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))

const mostBytes = 10 * 2 ** 20
const batchSize = 5_000
const breathEvery = 5_000
const breath = 2
