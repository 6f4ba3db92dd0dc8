import type {
  ContextBlock,
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
  SectionBlock,
} from '@slack/types'
import { type Marked, type Node, nodesOf, textOf } from '../../texts/marked.ts'
import type { Field } from '../message.ts'
import { oneLine } from '../shorten.ts'
import { most, share } from './limits.ts'
import { mrkdwnOf, mrkdwnWords } from './mrkdwn.ts'
import { plainLines } from './plain.ts'
import { newPen, paragraphs, richText, section, words } from './rich.ts'
import { block, escapedLength, type Room } from './room.ts'

/** Fields, where all are short and plain in two columns, else one below the other. */
export function fieldBlocks(fields: Field[] | undefined, room: Room): (SectionBlock | RichTextBlock)[] {
  if (!fields || fields.length === 0) return []
  const cells = fields.map(cell)
  return cells.every((one) => one !== null) && takesAll(cells, room) ? grid(cells) : list(fields, room)
}

/** A field in mrkdwn, or null where it has to be said otherwise. */
function cell({ name, value }: Field): string | null {
  const nodes = marks(value, share.gridValue)
  const [title, text] = [mrkdwnWords(name), nodes && mrkdwnOf(nodes)]
  if (!nodes || !title?.trim() || !text || name.length > share.fieldName) return null
  return textOf(nodes).length > share.gridValue || text.length > share.fieldValue
    ? null
    : `*${title.trim()}*\n${text}`
}

function takesAll(cells: string[], room: Room): boolean {
  const blocks = Math.ceil(cells.length / most.fields)
  const letters = cells.reduce((sum, cell) => sum + cell.length, 0)
  if (letters > Math.min(share.fields, room.letters / 2) || blocks > 3) return false
  for (let count = 0; count < blocks; count++) if (!block(room)) return false
  room.letters -= letters
  return true
}

function grid(cells: string[]): SectionBlock[] {
  const rows = Array.from({ length: Math.ceil(cells.length / most.fields) }, (_, row) =>
    cells.slice(row * most.fields, (row + 1) * most.fields),
  )
  return rows.map((row) => ({
    type: 'section',
    fields: row.map((text) => ({ type: 'mrkdwn', text, verbatim: true })),
  }))
}

function list(fields: Field[], room: Room): RichTextBlock[] {
  if (!block(room)) return []
  const elements: RichTextBlockElement[] = []
  const begun = room.letters
  for (const { name, value } of fields) {
    const left = share.fields - (begun - room.letters)
    const title = words(newPen(room, Math.min(share.fieldName, left)), oneLine(name), { bold: true })
    const nodes = amply(value, share.fieldValue, room)
    const said = paragraphs(newPen(room, Math.min(share.fieldValue, left)), nodes)
    elements.push(...beside(title, said))
  }
  return richText(elements)
}

/** A field's value on the line of its name, where it does not begin with a quotation. */
function beside(title: RichTextElement[], [first, ...more]: RichTextBlockElement[]): RichTextBlockElement[] {
  if (first?.type !== 'rich_text_section') return [...section(title), ...(first ? [first] : []), ...more]
  return [...section([...title, { type: 'text', text: '\u2002' }, ...first.elements]), ...more]
}

/** A small line below: in small letters where that can be said safely. */
export function noteBlocks(note: Marked | undefined, room: Room): (ContextBlock | RichTextBlock)[] {
  if (!note || note.trim() === '' || !block(room)) return []
  const nodes = amply(note, share.note, room)
  const text = mrkdwnOf(nodes)
  if (text !== null && text.length <= Math.min(share.note, room.letters)) {
    room.letters -= escapedLength(text)
    return [{ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] }]
  }
  if (nodes.every(({ kind }) => kind === 'text' || kind === 'break')) {
    const plain = plainLines(room, textOf(nodes), share.note)
    return plain ? [{ type: 'context', elements: [plain] }] : []
  }
  return richText(paragraphs(newPen(room, share.note), nodes))
}

/** Marked text as a tree; marks and addresses say nothing themselves, hence the ample cut before the reading. */
export function amply(text: Marked, limit: number, room: Room): Node[] {
  const whole = marks(text, limit)
  if (whole) return whole
  room.cut = true
  return nodesOf(`${text.slice(0, 12 * limit)}…` as Marked)
}

const marks = (text: Marked, limit: number): Node[] | null =>
  text.length > 12 * limit ? null : nodesOf(text)
