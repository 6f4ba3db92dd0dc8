import { parse } from 'csv-parse'
import { Oops } from '../../model/oops.ts'

/** A line of a CSV file and where it begins, counted as an editor counts. */
export type CsvRecord = { line: number; cells: string[] }

/**
 * The records of a CSV text as it comes in. What cannot be cut into cells ends it with an Oops that knows the line
 * (`values.line`); the records before it were given.
 */
export async function* recordsIn(
  text: AsyncIterable<string> | Iterable<string>,
  delimiter: string,
): AsyncGenerator<CsvRecord> {
  const found: string[][] = []
  const parser = parse({
    delimiter,
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRecord,
    // Nothing is pushed on: what stands before a mistake must not go down with it.
    on_record: (cells: string[]) => {
      found.push(cells)
      return null
    },
  })
  parser.resume()
  const failed = new Promise<Error>((resolve) => parser.once('error', resolve))
  const done = (step: (then: () => void) => void) =>
    Promise.race([failed, new Promise<null>((resolve) => step(() => resolve(null)))])

  let line = 1
  function* taken() {
    for (const cells of found.splice(0)) {
      yield { line, cells }
      line += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0)
    }
  }

  for await (const piece of text) {
    const error = await done((then) => parser.write(piece, then))
    yield* taken()
    if (error) throw new Oops('import.unreadable', { line })
  }
  const error = await done((then) => parser.end(then))
  yield* taken()
  if (error) throw new Oops('import.unreadable', { line })
}

const breaksIn = (cell: string) => (/[\r\n]/.test(cell) ? cell.split(/\r\n|\n|\r/).length - 1 : 0)

/** A quotation that never ends would swallow the rest of the file. */
const longestRecord = 2_000_000
