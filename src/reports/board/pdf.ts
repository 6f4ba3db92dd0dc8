import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import { webAddress } from '../../texts/marked.ts'
import { barShapes, byDay, type Drawn, shareShapes } from './shapes.ts'
import type { Block, Cell, Comment, Line, Section, Sheet, Tile } from './sheet.ts'

// Loaded by src/reports/board/drawing.ts alone, in a process of its own.

type Doc = InstanceType<typeof PDFDocument>

/** A report on A4: vector text that can be searched, the font within. The same bytes for the same sheet and moment. */
export function pdfOf(sheet: Sheet, { at, compress }: { at: number; compress: boolean }): Promise<Buffer> {
  const title = `${sheet.title} · ${sheet.period}`
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 64, bottom: 62, left: side, right: side },
    bufferPages: true,
    compress,
    lang: sheet.locale,
    displayTitle: true,
    // A font that is set here and registered as well is opened anew each time it is asked for.
    font: null as unknown as string,
    info: {
      Title: title,
      Author: 'Vigie',
      Creator: 'Vigie',
      CreationDate: new Date(at),
      ModDate: new Date(at),
    },
  })
  doc.registerFont('plain', regular)
  doc.registerFont('bold', bold)
  const parts: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
  const wide = doc.page.width - 2 * side
  head(doc, sheet, wide)
  tiles(doc, sheet.tiles, wide)
  if (sheet.comment) comment(doc, sheet.comment, wide)
  for (const one of sheet.sections) section(doc, one, wide)
  definitions(doc, sheet, wide)
  edges(doc, sheet, title)
  doc.end()
  return done
}

function head(doc: Doc, sheet: Sheet, wide: number) {
  doc.y = 46
  write(doc, sheet.period, { size: 10, colour: byDay.first, bold: true, wide })
  write(doc, sheet.title, { size: 20, bold: true, wide, after: 6 })
  for (const note of sheet.notes)
    write(doc, note, { size: 9, colour: byDay.part, bold: true, wide, after: 3 })
  doc.y += 4
  for (const line of sheet.what) write(doc, line, { size: 10.5, wide, after: 3 })
}

/** Three beside each other; a row does not break. */
function tiles(doc: Doc, all: Tile[], wide: number) {
  const [gap, each, tall] = [10, (wide - 20) / 3, 55]
  doc.y += 8
  for (let from = 0; from < all.length; from += 3) {
    room(doc, tall + 6)
    const top = doc.y
    all.slice(from, from + 3).forEach(({ name, value, change, before, tone }, at) => {
      const x = side + at * (each + gap)
      doc.roundedRect(x, top, each, tall, 5).fill('#f2f6f8')
      const within = { x: x + 9, wide: each - 18, one: true }
      put(doc, name, { ...within, y: top + 7, size: 8, colour: byDay.quiet })
      put(doc, value, { ...within, y: top + 17, size: 15, bold: true })
      const colour = tone === 'good' ? '#1d7a4c' : tone === 'bad' ? byDay.part : byDay.quiet
      put(doc, change ?? '', { ...within, y: top + 38, size: 8.5, colour, bold: true })
      const right = { ...within, wide: within.wide, align: 'right' as const }
      put(doc, before ?? '', { ...right, y: top + 38.5, size: 7, colour: byDay.quiet })
    })
    doc.y = top + tall + 8
  }
}

function comment(doc: Doc, { name, text, note }: Comment, wide: number) {
  doc.y += 6
  const inner = wide - 14
  const paragraphs = text.split(/\n+/).map(drawable)
  room(doc, heightOf(doc, paragraphs[0] ?? '', { size: 10, wide: inner }) + 34)
  const strip = (from: number) => doc.rect(side, from, 3, Math.max(0, doc.y - from)).fill(byDay.first)
  const begun = { page: doc.bufferedPageRange().count, y: doc.y }
  write(doc, name, { size: 9.5, bold: true, wide: inner, x: side + 14, after: 3, colour: byDay.first })
  for (const paragraph of paragraphs) {
    const tall = heightOf(doc, paragraph, { size: 10, wide: inner })
    if (doc.y + tall > bottomOf(doc) && begun.page === doc.bufferedPageRange().count) {
      strip(begun.y)
      doc.addPage()
      Object.assign(begun, { page: doc.bufferedPageRange().count, y: doc.y })
    }
    write(doc, paragraph, { size: 10, wide: inner, x: side + 14, after: 3 })
  }
  if (note) write(doc, note, { size: 8, colour: byDay.quiet, wide: inner, x: side + 14 })
  if (begun.page === doc.bufferedPageRange().count) strip(begun.y)
}

/** Its name stays with what comes first in it. */
function section(doc: Doc, { name, blocks }: Section, wide: number) {
  const first = blocks[0]
  doc.y += 9
  room(doc, 26 + (first ? firstHeight(doc, first, wide) : 0))
  write(doc, name, { size: 12, bold: true, wide, after: 3 })
  doc
    .moveTo(side, doc.y)
    .lineTo(side + wide, doc.y)
    .lineWidth(1)
    .strokeColor(byDay.line)
    .stroke()
  doc.y += 6
  for (const block of blocks) drawBlock(doc, block, wide)
}

function firstHeight(doc: Doc, block: Block, wide: number): number {
  if (block.kind === 'bars' || block.kind === 'shares') return drawnOf(block).height * (wide / 760) + 8
  // A few lines stay together.
  if (block.kind === 'lines') {
    const [first = 0, ...more] = block.lines.map((line) => lineHeight(doc, line, wide))
    const all = more.reduce((sum, tall) => sum + tall, first)
    return all < 150 ? all : first
  }
  return block.kind === 'table' ? 46 : 20
}

function drawBlock(doc: Doc, block: Block, wide: number) {
  if (block.kind === 'lines')
    for (const line of block.lines) drawLine(doc, line, wide, block.lines.length > 1)
  else if (block.kind === 'note') write(doc, block.text, { size: 8.5, colour: byDay.quiet, wide })
  else if (block.kind === 'table') drawTable(doc, block, wide)
  else drawChart(doc, block, wide)
}

const drawnOf = (block: Extract<Block, { kind: 'bars' | 'shares' }>) =>
  block.kind === 'bars' ? barShapes(block.chart) : shareShapes(block.chart)

function drawChart(doc: Doc, block: Extract<Block, { kind: 'bars' | 'shares' }>, wide: number) {
  const drawn = drawnOf(block)
  const scale = wide / drawn.width
  room(doc, drawn.height * scale + 18)
  if (block.kind === 'shares') write(doc, block.chart.title, { size: 8, colour: byDay.quiet, wide, after: 2 })
  const top = doc.y
  shapes(doc, drawn, { x: side, y: top, scale })
  // Each word that was written has moved it.
  doc.y = top + drawn.height * scale + 8
  doc.x = side
}

function shapes(doc: Doc, drawn: Drawn, { x, y, scale }: { x: number; y: number; scale: number }) {
  for (const shape of drawn.shapes) {
    const at = { x: x + shape.x * scale, y: y + shape.y * scale }
    if (shape.is === 'box')
      doc.rect(at.x, at.y, shape.width * scale, shape.height * scale).fill(byDay[shape.colour])
    else if (shape.is === 'line')
      doc
        .moveTo(at.x, at.y)
        .lineTo(x + shape.to * scale, at.y)
        .lineWidth(0.6)
        .strokeColor(byDay[shape.colour])
        .stroke()
    else {
      const words = drawable(shape.words)
      const size = shape.size * scale
      doc.font(shape.bold ? 'bold' : 'plain').fontSize(size)
      const width = doc.widthOfString(words)
      const left = shape.at === 'end' ? at.x - width : shape.at === 'middle' ? at.x - width / 2 : at.x
      doc.fillColor(byDay[shape.colour]).text(words, left, at.y - size * 0.93, { lineBreak: false })
    }
  }
}

function lineHeight(doc: Doc, { strong, text }: Line, wide: number): number {
  const heads = strong ? heightOf(doc, strong, { size: 10, wide: wide - 16, bold: true }) + 1 : 0
  return heads + (text ? heightOf(doc, text, { size: 9.5, wide: wide - 16 }) : 0) + 5
}

function drawLine(doc: Doc, line: Line, wide: number, listed: boolean) {
  const { strong, text, url, nth } = line
  room(doc, lineHeight(doc, line, wide))
  const inner = { x: side + (listed ? 16 : 0), wide: wide - (listed ? 16 : 0) }
  if (listed) {
    const mark = { x: side, wide: 16, y: doc.y, size: 10, one: true }
    const y = doc.y
    put(doc, nth === undefined ? '•' : `${nth}.`, { ...mark, colour: byDay.first, bold: true })
    doc.y = y
  }
  if (strong) write(doc, strong, { size: 10, bold: true, ...inner, after: 1 })
  if (text)
    write(doc, text, { size: 9.5, ...inner, colour: strong ? '#33424d' : byDay.ink, link: url ?? null })
  doc.y += 5
}

/** Its heads stand again on each page; a row does not break, a long cell is cut. */
function drawTable(doc: Doc, { heads, rows, numbers }: Extract<Block, { kind: 'table' }>, wide: number) {
  const widths = columnWidths(doc, { heads, rows, numbers }, wide)
  const lefts = widths.map((_, at) => side + widths.slice(0, at).reduce((sum, one) => sum + one, 0))
  const cells = (row: Cell[], more: { bold?: boolean; colour?: string; size: number }) => {
    const tall = Math.min(
      44,
      Math.max(...row.map((cell, at) => heightOf(doc, wordsOf(cell), { ...more, wide: widths[at]! - 8 }))),
    )
    const top = doc.y
    row.forEach((cell, at) => {
      const align = numbers.includes(at) ? ('right' as const) : ('left' as const)
      const link = typeof cell === 'string' ? null : cell.url
      put(doc, wordsOf(cell), { ...more, x: lefts[at]!, y: top, wide: widths[at]! - 8, tall, align, link })
    })
    doc.y = top + tall + 3
    doc
      .moveTo(side, doc.y)
      .lineTo(side + wide, doc.y)
      .lineWidth(0.5)
      .strokeColor(byDay.line)
      .stroke()
    doc.y += 4
  }
  const header = () => cells(heads, { size: 8, colour: byDay.quiet, bold: true })
  room(doc, 46)
  header()
  for (const row of rows) {
    const tall = Math.min(
      44,
      Math.max(...row.map((cell, at) => heightOf(doc, wordsOf(cell), { size: 8.5, wide: widths[at]! - 8 }))),
    )
    if (doc.y + tall + 8 > bottomOf(doc)) {
      doc.addPage()
      header()
    }
    cells(row, { size: 8.5 })
  }
  doc.x = side
}

/** Numbers take what they need, words share the rest by how long they are. */
function columnWidths(
  doc: Doc,
  { heads, rows, numbers }: Pick<Extract<Block, { kind: 'table' }>, 'heads' | 'rows' | 'numbers'>,
  wide: number,
): number[] {
  const natural = heads.map((head, at) => {
    doc.font('bold').fontSize(8)
    const headWidth = doc.widthOfString(drawable(head))
    doc.font('plain').fontSize(8.5)
    return Math.max(headWidth, ...rows.map((row) => doc.widthOfString(drawable(wordsOf(row[at] ?? ''))))) + 12
  })
  const fixed = natural.reduce((sum, one, at) => sum + (numbers.includes(at) ? Math.min(one, 150) : 0), 0)
  const words = natural.map((one, at) => (numbers.includes(at) ? 0 : Math.min(one, 280)))
  const asked = words.reduce((sum, one) => sum + one, 0)
  return natural.map((one, at) =>
    numbers.includes(at) ? Math.min(one, 150) : (words[at]! / asked) * (wide - fixed),
  )
}

/** In two columns, as high as each other. */
function definitions(doc: Doc, { definitions, definitionsName }: Sheet, wide: number) {
  if (definitions.length === 0) return
  const column = (wide - 18) / 2
  const talls = definitions.map(
    ({ name, text }) => heightOf(doc, `${name} · ${text}`, { size: 7, wide: column }) + 3,
  )
  const half = talls.reduce((sum, tall) => sum + tall, 0) / 2
  doc.y += 10
  room(doc, Math.min(half + 20, 500))
  write(doc, definitionsName, { size: 8.5, bold: true, colour: byDay.quiet, wide, after: 3 })
  const top = doc.y
  let [x, y, written] = [side, top, 0]
  definitions.forEach(({ name, text }, at) => {
    if (x === side && written >= half) [x, y] = [side + column + 18, top]
    doc.font('bold').fontSize(7).fillColor(byDay.quiet)
    doc.text(`${drawable(name)} · `, x, y, { width: column, continued: true, lineGap: 7 * 0.18 })
    doc.font('plain').text(drawable(text), { width: column })
    y += talls[at]!
    written += talls[at]!
  })
  doc.y = Math.max(doc.y, y)
}

/** Who made it, and which page of how many; above the second and later ones, what it is. */
function edges(doc: Doc, sheet: Sheet, title: string) {
  const { start, count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    doc.switchToPage(start + page)
    // What stands below the margin would begin a new page.
    doc.page.margins.bottom = 0
    const wide = doc.page.width - 2 * side
    const foot = doc.page.height - 36
    doc
      .moveTo(side, foot - 8)
      .lineTo(side + wide, foot - 8)
      .lineWidth(0.5)
      .strokeColor(byDay.line)
      .stroke()
    const small = { x: side, wide, y: foot, size: 7.5, colour: byDay.quiet, one: true }
    put(doc, sheet.foot, small)
    const words = sheet.page.replace('{page}', String(page + 1)).replace('{pages}', String(count))
    put(doc, words, { ...small, align: 'right' })
    if (page > 0) put(doc, title, { ...small, y: 34 })
  }
}

type Style = { size: number; wide: number; bold?: boolean; colour?: string }

function write(doc: Doc, words: string, style: Style & { x?: number; after?: number; link?: string | null }) {
  const { size, wide, bold: isBold = false, colour = byDay.ink, x = side, after = 0, link = null } = style
  const text = drawable(words)
  room(doc, Math.min(heightOf(doc, text, style), doc.page.height / 3))
  const address = link === null ? null : webAddress(link)
  doc
    .font(isBold ? 'bold' : 'plain')
    .fontSize(size)
    .fillColor(colour)
  doc.text(text, x, doc.y, { width: wide, lineGap: size * 0.18, ...(address ? { link: address } : {}) })
  doc.y += after
  doc.x = side
}

function put(
  doc: Doc,
  words: string,
  style: Style & {
    x: number
    y?: number
    one?: boolean
    tall?: number
    align?: 'left' | 'right'
    link?: string | null
  },
) {
  const {
    size,
    wide,
    bold: isBold = false,
    colour = byDay.ink,
    x,
    y = doc.y,
    one,
    tall,
    align = 'left',
    link = null,
  } = style
  const address = link === null ? null : webAddress(link)
  doc
    .font(isBold ? 'bold' : 'plain')
    .fontSize(size)
    .fillColor(colour)
  doc.text(drawable(words), x, y, {
    width: wide,
    align,
    // Another line would not fit: three dots instead.
    height: one ? size : (tall ?? size),
    ellipsis: true,
    ...(address ? { link: address } : {}),
  })
}

function heightOf(doc: Doc, words: string, { size, wide, bold: isBold = false }: Style): number {
  doc.font(isBold ? 'bold' : 'plain').fontSize(size)
  return doc.heightOfString(drawable(words) || ' ', { width: wide, lineGap: size * 0.18 })
}

/** A new page where so much does not fit any more. */
function room(doc: Doc, tall: number) {
  if (doc.y + tall > bottomOf(doc)) doc.addPage()
}

const bottomOf = (doc: Doc) => doc.page.height - 62
const wordsOf = (cell: Cell) => (typeof cell === 'string' ? cell : cell.text)

/** The font has no pictures: they are left out rather than drawn as empty boxes. */
const drawable = (text: string) =>
  text
    .replace(
      /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u200d\ufe0f\p{Noncharacter_Code_Point}\p{Cc}]/gu,
      (one) => (/\s/.test(one) ? ' ' : ''),
    )
    .toWellFormed()

const side = 48
const regular = fileURLToPath(new URL('../fonts/DejaVuSans.ttf', import.meta.url))
const bold = fileURLToPath(new URL('../fonts/DejaVuSans-Bold.ttf', import.meta.url))
