import { Oops } from '../../model/oops.ts'
import { type Columns, columnsOf } from './columns.ts'
import { recordsIn } from './records.ts'

export type Head = { delimiter: string; line: number; columns: Columns }

/**
 * How a file is to be read, by its beginning: what parts its cells, and on which line its columns are named; tools
 * write a few lines about themselves above. Throws Oops where no line names columns.
 */
export async function headOf(beginning: string): Promise<Head> {
  const heads: Head[] = []
  for (const delimiter of [',', ';', '\t', '|']) {
    let seen = 0
    try {
      for await (const { line, cells } of recordsIn([beginning], delimiter)) {
        const columns = columnsOf(cells)
        if (columns) heads.push({ delimiter, line, columns })
        if (columns || ++seen > mostAbove) break
      }
    } catch {
      // The beginning may end within a quotation.
    }
  }
  const known = ({ columns }: Head) => Object.values(columns.of).flat().length
  const [best] = heads.sort((one, other) => known(other) - known(one))
  if (!best) throw new Oops('import.no-columns')
  if (best.columns.of.date.length === 0) throw new Oops('import.no-date-column', { line: best.line })
  return best
}

const mostAbove = 30
