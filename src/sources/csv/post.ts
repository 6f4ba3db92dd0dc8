import { Oops } from '../../model/oops.ts'
import { longestKept, type Post } from '../../model/post.ts'
import { addressIn, type Calendar, countIn, dateIn, languageIn, networkIn, outletIn } from './cells.ts'
import type { Columns, Field } from './columns.ts'

/** What a line of an older tool's file says as a post; its id is given later. Throws Oops naming the cure. */
export function postIn(cells: string[], columns: Columns, calendar: Calendar): Omit<Post, 'id'> {
  // Some tools end each line with what parts cells.
  const count = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  if (count > columns.width) throw new Oops('import.cells', { count, columns: columns.width })
  const cell = (field: Field) =>
    columns.of[field].map((at) => (cells[at] ?? '').trim()).find((one) => one !== '') ?? ''
  const [title, text] = [cell('title'), cell('text')]
  if (title === '' && text === '') throw new Oops('import.no-text')
  if (cell('date') === '') throw new Oops('import.no-date')
  const url = addressIn(cell('url'))
  const [author, outlet, language] = [cell('author'), cell('outlet'), cell('language')]
  const time = /\d\s*[:h]\s*\d/.test(cell('date')) ? '' : cell('time')
  return {
    url,
    title,
    text: text.slice(0, longestKept),
    author: author.slice(0, 200) || null,
    publishedAt: dateIn(`${cell('date')} ${time}`.trim(), calendar),
    updatedAt: null,
    outlet: outletIn(outlet) || (url ? outletIn(new URL(url).hostname) : null),
    language: languageIn(language),
    reach: countIn(cell('reach')),
    network: networkIn(cell('network')),
  }
}
