import type { Shares } from './chart.ts'
import {
  chartFont,
  colours,
  hatching,
  round,
  squareSign,
  title,
  chartWidth as width,
  widthOf,
  words,
} from './chart-look.ts'
import { fillOf } from './stack-drawing.ts'

/** Bars from above to below as SVG, each in one part or several, its name above it and what it says at its end. */
export function sharesSvg({ title: name, below, rows, parts, legend: named = true }: Shares): string {
  const legend = named && parts.length > 1
  const top = legend ? 132 : 100
  const height = top + rows.length * row + 14
  const says = Math.max(0, ...rows.map((one) => Math.min(260, widthOf(one.says, 17))))
  const room = width - 56 - says - 14
  const most = Math.max(...rows.map(totalOf), 0) || 1
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${chartFont}" fill="${colours.ink}">
${hatching}
<rect width="${width}" height="${height}" fill="#ffffff"/>
${title(name)}
${words(below, { x: 28, y: 74, size: 17, fill: colours.quiet, most: width - 56 })}
${legend ? legendOf(parts) : ''}
${rows.map((one, at) => rowOf(one, top + at * row, { parts, room, most })).join('\n')}
</svg>`
}

const row = 56

const totalOf = ({ values }: Shares['rows'][number]) => values.reduce((sum, value) => sum + value, 0)

function rowOf(
  one: Shares['rows'][number],
  y: number,
  { parts, room, most }: { parts: Shares['parts']; room: number; most: number },
): string {
  let left = 28
  const drawn = one.values.map((value, at) => {
    const wide = (value / most) * room
    const from = left
    left += wide
    const { look } = parts[at] ?? parts[0]!
    // A single part is the main one where it is to be looked at, else paler.
    const fill = parts.length === 1 && !one.first ? colours.rest : fillOf(look)
    return wide > 0
      ? `<rect x="${round(from)}" y="${y + 22}" width="${round(wide)}" height="18" fill="${fill}"/>`
      : ''
  })
  return `${words(one.label, { x: 28, y: y + 13, size: 17, most: width - 56 })}
${drawn.join('')}
${words(one.says, { x: left + 10, y: y + 37, size: 17, fill: colours.quiet, most: width - left - 20 })}`
}

function legendOf(parts: Shares['parts']): string {
  let left = 28
  return parts
    .map(({ name, look }) => {
      const drawn = squareSign(left, fillOf(look)) + words(name, { x: left + 30, y: 109, size: 17 })
      left += widthOf(name, 17) + 60
      return drawn
    })
    .join('')
}
