import { sha256, utf8 } from '../../model/sha256.ts'
import { webAddress } from '../../texts/marked.ts'
import { mailStyle, pageStyle } from './page-style.ts'
import { barShapes, shareShapes } from './shapes.ts'
import type { Block, Cell, Comment, Line, Section, Sheet, Tile } from './sheet.ts'
import { escaped, svgOf } from './svg.ts'

/** How a chart gets into the page: drawn in it, or as a picture that comes beside it, by its number. */
type Charts = (block: Extract<Block, { kind: 'bars' | 'shares' }>, nth: number) => string

/** A report as a page that is complete in itself: it asks nobody for anything, runs nothing, and prints well. */
export function reportPage(sheet: Sheet): string {
  const hash = `sha256-${Buffer.from(sha256(utf8(pageStyle))).toString('base64')}`
  const drawn: Charts = (block) =>
    svgOf(block.kind === 'bars' ? barShapes(block.chart) : shareShapes(block.chart), {
      says: `${block.chart.title}: ${block.chart.says}`,
    })
  return whole(sheet, { style: pageStyle, charts: drawn, before: '' }).replace(
    '<meta charset="utf-8">',
    `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hash}'; base-uri 'none'; form-action 'none'">`,
  )
}

/** The same as a mail: its charts are pictures that come with it, `cid:chart-1`, `cid:chart-2`… `before` stands first. */
export function mailPage(sheet: Sheet, { before }: { before: string[] }): string {
  const pictures: Charts = ({ chart }, nth) =>
    `<img src="cid:chart-${nth}" width="760" alt="${escaped(`${chart.title}: ${chart.says}`)}">`
  const first = before.map((line) => `<p class="note">${escaped(line)}</p>`).join('')
  return whole(sheet, { style: mailStyle, charts: pictures, before: first })
}

function whole(sheet: Sheet, { style, charts, before }: { style: string; charts: Charts; before: string }) {
  let nth = 0
  const chart: Charts = (block) => charts(block, ++nth)
  const title = `${sheet.title} · ${sheet.period}`
  return `<!doctype html>
<html lang="${sheet.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${before}<header>
<p class="period">${escaped(sheet.period)}</p>
<h1>${escaped(sheet.title)}</h1>
${sheet.notes.map((note) => `<p class="note">${escaped(note)}</p>`).join('')}
</header>
<ul class="what">${sheet.what.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>
${sheet.tiles.length > 0 ? `<div class="tiles">${sheet.tiles.map(tile).join('')}</div>` : ''}
${sheet.comment ? comment(sheet.comment) : ''}
${sheet.sections.map((one) => section(one, chart)).join('\n')}
${definitions(sheet)}
<footer><p>${escaped(sheet.foot)}</p></footer>
</main>
</body>
</html>
`
}

const tile = ({ name, value, change, before, tone }: Tile) =>
  `<div class="tile"><p class="name">${escaped(name)}</p><p class="value">${escaped(value)}</p><p class="change ${tone}">${escaped(change ?? '')}</p>${
    before ? `<p class="before">${escaped(before)}</p>` : ''
  }</div>`

const comment = ({ name, text, note }: Comment) =>
  `<section class="comment"><h2>${escaped(name)}</h2>${text
    .split(/\n+/)
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('')}${note ? `<p class="quiet">${escaped(note)}</p>` : ''}</section>`

const section = ({ key, name, blocks }: Section, chart: Charts) =>
  `<section class="${key}"><h2>${escaped(name)}</h2>${blocks.map((block) => blockHtml(block, chart)).join('')}</section>`

function blockHtml(block: Block, chart: Charts): string {
  if (block.kind === 'bars' || block.kind === 'shares')
    return `<figure>${block.kind === 'shares' ? `<figcaption>${escaped(block.chart.title)}</figcaption>` : ''}${chart(block, 0)}</figure>`
  if (block.kind === 'note') return `<p class="quiet">${escaped(block.text)}</p>`
  if (block.kind === 'lines') return lines(block.lines)
  const align = (at: number) => (block.numbers.includes(at) ? ' class="number"' : '')
  const heads = block.heads.map((head, at) => `<th scope="col"${align(at)}>${escaped(head)}</th>`).join('')
  const rows = block.rows
    .map((row) => `<tr>${row.map((cell, at) => `<td${align(at)}>${cellHtml(cell)}</td>`).join('')}</tr>`)
    .join('')
  return `<table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`
}

function lines(all: Line[]): string {
  if (all.length === 1 && !all[0]!.strong && !all[0]!.url) return `<p>${escaped(all[0]!.text)}</p>`
  const tag = all.some(({ nth }) => nth !== undefined) ? 'ol' : 'ul'
  return `<${tag}>${all
    .map(({ strong, text, url }) => {
      const words = url ? anchor(text, url) : escaped(text)
      return `<li>${strong ? `<strong>${escaped(strong)}</strong>${text ? '<br>' : ''}` : ''}${words}</li>`
    })
    .join('')}</${tag}>`
}

const cellHtml = (cell: Cell) => (typeof cell === 'string' ? escaped(cell) : anchor(cell.text, cell.url))

/** A link to an outside address, or its words alone where it is none. */
function anchor(words: string, url: string | null): string {
  const address = url === null ? null : webAddress(url)
  return address
    ? `<a href="${escaped(address)}" rel="noopener noreferrer nofollow">${escaped(words)}</a>`
    : escaped(words)
}

const definitions = ({ definitions, definitionsName }: Sheet) =>
  definitions.length === 0
    ? ''
    : `<section class="definitions"><h2>${escaped(definitionsName)}</h2><dl>${definitions
        .map(({ name, text }) => `<div><dt>${escaped(name)}</dt><dd>${escaped(text)}</dd></div>`)
        .join('')}</dl></section>`
