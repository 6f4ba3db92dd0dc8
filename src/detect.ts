import { createReadStream } from 'node:fs'
import { mostCount } from './analysis/bursts/measures.ts'
import { newWatch, type Watch } from './analysis/bursts/watch.ts'
import { Oops } from './model/oops.ts'
import { sensitivityOf } from './model/sensitivity.ts'
import type { Say } from './texts/texts.ts'

type Out = { say: Say; tell: (words: string) => void; print: (line: string) => void }
type Row = { at: number; count: number }

/**
 * Reads CSV with `timestamp` and `value` from a file or a stream and prints each row as soon as it is read, with
 * `anomaly_score` 1 where an alert would be raised. False where lines had to be left out, which it tells. Throws Oops
 * for a file that cannot be read, one without these columns, and an unknown sensitivity.
 */
export async function detect(
  input: string | AsyncIterable<Buffer | string>,
  asked: string,
  { say, tell, print }: Out,
): Promise<boolean> {
  const sensitivity = sensitivityOf(asked)
  if (!sensitivity) throw new Oops('detect.no-sensitivity', { asked })
  const alertAt = newAlerting((step) => newWatch({ step, sensitivity }))
  let columns: Columns | null = null
  let [number, left, before, back] = [0, 0, Number.NEGATIVE_INFINITY, false]
  for await (const line of linesOf(input)) {
    number++
    if (line.trim() === '') continue
    const cells = cellsOf(line)
    if (columns === null) {
      columns = columnsOf(cells)
      print('timestamp,value,anomaly_score')
      if (columns.named) continue
    }
    const [time, value] = [cells[columns.time] ?? '', cells[columns.value] ?? '']
    const [at, count] = [timeOf(time), countOf(value)]
    if (at === null || count === null) {
      const key = at === null ? 'detect.no-time' : 'detect.no-value'
      if (++left <= mostTold) tell(say.plain(key, { line: String(number), most: String(mostCount) }))
      continue
    }
    if (at <= before && !back) {
      back = true
      tell(say.plain('detect.goes-back', { line: String(number) }))
    }
    before = at
    print(`${time},${value},${alertAt({ at, count }) ? 1 : 0}`)
  }
  if (columns === null) throw new Oops('detect.no-columns')
  if (left > mostTold) tell(say.plain('detect.more', { count: left - mostTold }))
  return left === 0
}

/** Whether a row raises an alert. The first rows show how far apart they are; none of them could raise one. */
function newAlerting(watchOf: (step: number) => Watch): (row: Row) => boolean {
  let first: Row[] = []
  let watch: Watch | null = null
  return (row) => {
    if (watch) return watch.tell(row.at, { volume: row.count }) !== null
    first.push(row)
    if (first.length < rowsToLearnFrom) return false
    watch = watchOf(stepOf(first))
    for (const { at, count } of first) watch.tell(at, { volume: count })
    first = []
    return false
  }
}

/** Minutes between rows, the middle one of the first distances; a minute at least, a day at most. */
function stepOf(rows: Row[]): number {
  const apart = rows.slice(1).map(({ at }, before) => Math.abs(at - rows[before]!.at) / 60_000)
  return Math.min(Math.max(apart.sort((a, b) => a - b)[1]!, 1), 24 * 60)
}

type Columns = { time: number; value: number; named: boolean }

/** Where the two columns stand; without a heading they are the first two. */
function columnsOf(cells: string[]): Columns {
  const names = cells.map((name) => name.toLowerCase())
  const [time, value] = [names.indexOf('timestamp'), names.indexOf('value')]
  if (time >= 0 && value >= 0) return { time, value, named: true }
  if (timeOf(cells[0] ?? '') !== null && cells.length > 1) return { time: 0, value: 1, named: false }
  throw new Oops('detect.no-columns')
}

const cellsOf = (line: string) =>
  line
    .replace(/^\uFEFF/, '')
    .split(',')
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))

/** ms since 1970 of an ISO date and time; one without a zone is taken as it stands, in UTC. Null for none. */
function timeOf(text: string): number | null {
  const found = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/.exec(
    text,
  )
  if (!found) return null
  const [, day, time = '00:00', zone = 'Z'] = found
  const at = Date.parse(`${day}T${time}${zone.replace(/(\d\d)(\d\d)$/, '$1:$2')}`)
  // 30 February would be read as 2 March.
  const real = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at) || real.toISOString().slice(0, 10) !== day ? null : at
}

function countOf(text: string): number | null {
  if (!/^\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return null
  return Number(text) <= mostCount ? Number(text) : null
}

/** Lines as they come. Of one that never ends the beginning is kept: no row is that long. */
async function* linesOf(input: string | AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of typeof input === 'string' ? chunksOf(input) : input) {
    const lines = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n')
    lines[0] = rest + lines[0]
    rest = lines.pop()!.slice(0, longest)
    yield* lines
  }
  if (rest !== '') yield rest
}

async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new Oops('detect.no-file', { file, reason: code ?? message })
  }
}

const longest = 10_000
const mostTold = 20
const rowsToLearnFrom = 4
