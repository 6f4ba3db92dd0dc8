import { Oops } from '../../model/oops.ts'
import { orderIn } from './cells.ts'
import type { Head } from './head.ts'
import { recordsIn } from './records.ts'

/**
 * Goes through a whole file before any of it is filed: 03/04 alone does not say which number is the month, but
 * another line may. Throws Oops where more of its dates speak against the order that was asked for than for it.
 */
export async function checkOrder(
  text: AsyncIterable<string>,
  { delimiter, line: head, columns }: Head,
  monthFirst: boolean,
) {
  const seen = { 'day-first': 0, 'month-first': 0 }
  const [asked, other] = monthFirst
    ? (['month-first', 'day-first'] as const)
    : (['day-first', 'month-first'] as const)
  let first: { given: string; line: number } | undefined
  try {
    for await (const { line, cells } of recordsIn(text, delimiter)) {
      if (line <= head) continue
      const given = columns.of.date.map((at) => (cells[at] ?? '').trim()).find((cell) => cell !== '') ?? ''
      const order = orderIn(given)
      if (order) seen[order]++
      if (order === other) first ??= { given: given.slice(0, 60), line }
    }
  } catch (error) {
    // Where it is no table any more, the import says so.
    if (!(error instanceof Oops)) throw error
  }
  if (first && seen[other] > seen[asked])
    throw new Oops(monthFirst ? 'import.file-day-first' : 'import.file-month-first', first)
}
