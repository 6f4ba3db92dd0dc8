import type { Attached, Field, Message } from '../../chat/message.ts'
import { link, type Marked, marked, plain, together } from '../../texts/marked.ts'
import { type Say, sayIn } from '../../texts/texts.ts'
import { csvOf } from '../csv.ts'
import type { DrawnSheet } from './drawn.ts'
import { reportPage } from './page.ts'
import type { Block, Line, Sheet } from './sheet.ts'

/** A report in a chat: what is read at once, its charts, and the whole as files beside it. */
export function reportMessage(sheet: Sheet, drawn: DrawnSheet): Message {
  const say = sayIn(sheet.locale)
  return {
    title: `${sheet.title} · ${sheet.period}`,
    text: together([
      ...sheet.notes.map((note) => marked`_${note}_`),
      ...sheet.what.map(plain),
      sheet.comment &&
        together([plain(''), marked`**${sheet.comment.name}**`, ...quoted(sheet.comment.text)]),
    ]),
    fields: [
      ...sheet.tiles.map(({ name, value, change }) => ({
        name,
        value: change ? marked`**${value}** ${change}` : marked`**${value}**`,
      })),
      ...sections(sheet),
    ],
    note: say('report.all-inside'),
    files: filesOf(sheet, drawn, say),
  }
}

const quoted = (text: string): Marked[] => text.split(/\n+/).map((line) => `> ${plain(line)}` as Marked)

/** What fits a chat: the first lines of the sections that are made of lines. */
function sections({ sections, locale }: Sheet): Field[] {
  const say = sayIn(locale)
  return sections
    .filter(({ key }) => shown.includes(key))
    .flatMap(({ name, blocks }) => {
      const lines = blocks.flatMap((block: Block) => (block.kind === 'lines' ? block.lines : []))
      if (lines.length === 0) return []
      const more = lines.length - mostLines
      return [
        {
          name,
          value: together([
            ...lines.slice(0, mostLines).map(lineText),
            more > 0 ? say('report.more-lines', { count: more }) : null,
          ]),
        },
      ]
    })
}

function lineText({ strong, text, url, nth }: Line): Marked {
  const words = url ? link(text, url) : plain(text)
  return together(
    [nth === undefined ? null : plain(`${nth}.`), strong ? marked`**${strong}**` : null, text ? words : null],
    ' ',
  )
}

/** The charts, the page, the PDF, the table. */
export function filesOf(sheet: Sheet, drawn: DrawnSheet, say: Say): Attached[] {
  const name = fileName(sheet, say)
  const charts = sheet.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'bars' || block.kind === 'shares' ? [block.chart] : []))
  return [
    ...drawn.charts.map((base64, at) => ({
      name: `${name}-${at + 1}.png`,
      type: 'image/png',
      base64,
      says: `${charts[at]?.title ?? ''}: ${charts[at]?.says ?? ''}`,
    })),
    {
      name: `${name}.html`,
      type: 'text/html',
      base64: base64Of(reportPage(sheet)),
      says: say.plain('report.file-page'),
    },
    ...(drawn.pdf
      ? [
          {
            name: `${name}.pdf`,
            type: 'application/pdf',
            base64: drawn.pdf,
            says: say.plain('report.file-pdf'),
          },
        ]
      : []),
    {
      name: `${name}.csv`,
      type: 'text/csv',
      base64: base64Of(csvOf(sheet.table)),
      says: say.plain('report.file-csv'),
    },
  ]
}

/** `rapport-nimbus-novembre-2026`: what every file system takes. */
export const fileName = ({ team, period }: Pick<Sheet, 'team' | 'period'>, say: Say): string =>
  [say.plain('report.file'), team, period]
    .join('-')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)

const base64Of = (text: string) => Buffer.from(text).toString('base64')

const shown = ['todo', 'moves', 'rivals', 'answered', 'blind']
const mostLines = 5
