import type { Block, Cell, Line, Sheet } from './sheet.ts'

/** A report as plain text, for mailboxes that show no pages. */
export function plainReport(sheet: Sheet, { before }: { before: string[] }): string {
  const sections = sheet.sections.map(({ name, blocks }) => [heading(name), ...blocks.flatMap(blockLines)])
  return [
    ...before,
    `${sheet.title}\n${sheet.period}`,
    ...sheet.notes,
    sheet.what.join('\n'),
    sheet.tiles
      .map(({ name, value, change }) => `${name}: ${value}${change ? ` (${change})` : ''}`)
      .join('\n'),
    ...(sheet.comment ? [`${heading(sheet.comment.name)}\n${sheet.comment.text}`] : []),
    ...sections.map((lines) => lines.join('\n')),
    [heading(sheet.definitionsName), ...sheet.definitions.map(({ name, text }) => `${name}: ${text}`)].join(
      '\n',
    ),
    sheet.foot,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const heading = (name: string) => name.toUpperCase()

function blockLines(block: Block): string[] {
  if (block.kind === 'lines') return block.lines.map(lineText)
  if (block.kind === 'note') return [block.text]
  if (block.kind === 'table') return block.rows.map((row) => row.map(wordsOf).join(' · '))
  return block.kind === 'shares' ? [block.chart.says] : []
}

const lineText = ({ strong, text, nth }: Line) =>
  `${nth === undefined ? '-' : `${nth}.`} ${[strong, text].filter(Boolean).join(' – ')}`

const wordsOf = (cell: Cell) => (typeof cell === 'string' ? cell : cell.text)
