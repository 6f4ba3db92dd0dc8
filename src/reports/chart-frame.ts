import { chartFont, chartWidth, colours, hatching, round, title, widthOf, words } from './chart-look.ts'

/** Words along an axis: `at` goes from 0 to 1 from left to right, `value` from below to above. */
export type Tick = { at: number; label: string }
export type Rung = { value: number; label: string }

export type Sign = { draw(left: number, y: number): string; label: string }

export type Framed = {
  title: string
  below: string
  legend: Sign[]
  /** From the lowest to the highest. */
  scale: Rung[]
  ticks: Tick[]
  /** Px that are kept free to the right. */
  right?: number
}

/** Where things stand in the frame, in px. */
export type Plot = {
  left: number
  right: number
  top: number
  bottom: number
  x(at: number): number
  y(value: number): number
}

/** A whole picture: what stands around the plot, and in it what `draw` draws there. */
export function framed(frame: Framed, draw: (plot: Plot) => string): string {
  const rows = legendRows(frame.legend)
  const plot = plotOf(frame, rows.length)
  const height = plot.bottom + 46
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${chartWidth}" height="${height}" font-family="${chartFont}" fill="${colours.ink}">
${hatching}
<rect width="${chartWidth}" height="${height}" fill="#ffffff"/>
${title(frame.title)}
${words(frame.below, { x: 28, y: 74, size: 17, fill: colours.quiet, most: chartWidth - 56 })}
${rows.map(legendRow).join('')}
${frame.scale.map((rung, at) => line(rung, plot, at === 0)).join('\n')}
${draw(plot)}
${ticksApart(frame.ticks, plot)
  .map((one) => tick(one, plot))
  .join('\n')}
</svg>`
}

function plotOf({ scale, right = 0 }: Framed, rows: number): Plot {
  const wide = Math.max(0, ...scale.map(({ label }) => widthOf(label, 17)))
  const [left, to] = [Math.max(58, Math.min(200, 28 + wide + 12)), chartWidth - 30 - right]
  const top = (rows > 0 ? 112 : 84) + Math.max(0, rows - 1) * legendHeight + 26
  const bottom = top + 264
  const [low, high] = [scale[0]?.value ?? 0, scale.at(-1)?.value ?? 1]
  const range = high - low || 1
  return {
    left,
    right: to,
    top,
    bottom,
    x: (at) => round(left + at * (to - left)),
    y: (value) => round(bottom - ((value - low) / range) * (bottom - top)),
  }
}

const line = ({ value, label }: Rung, { left, right, y }: Plot, first: boolean) => {
  const strong = first || value === 0
  return `<line x1="${left}" x2="${right}" y1="${y(value)}" y2="${y(value)}" stroke="${strong ? colours.quiet : colours.pale}" stroke-width="${strong ? 1.5 : 1}"/>
${words(label, { x: left - 12, y: y(value) + 6, size: 17, fill: colours.quiet, anchor: 'end' })}`
}

const tick = ({ at, label }: Tick, { x, bottom }: Plot) =>
  `<line x1="${x(at)}" x2="${x(at)}" y1="${bottom}" y2="${bottom + 7}" stroke="${colours.quiet}" stroke-width="1.5"/>
${words(label, { x: inside(x(at), label), y: bottom + 28, size: 17, fill: colours.quiet, anchor: 'middle' })}`

/** Nothing is cut by the edge of the picture. */
function inside(at: number, label: string): number {
  const half = widthOf(label, 17) / 2
  return Math.min(Math.max(at, half + 8), chartWidth - half - 8)
}

/** Words that would touch are left out. */
function ticksApart(ticks: Tick[], { x }: Plot): Tick[] {
  let free = Number.NEGATIVE_INFINITY
  return ticks.filter(({ at, label }) => {
    const [from, to] = [-1, 1].map((side) => inside(x(at), label) + (side * widthOf(label, 17)) / 2)
    if (from! < free) return false
    free = to! + 14
    return true
  })
}

function legendRows(signs: Sign[]): Sign[][] {
  const rows: Sign[][] = []
  let left = chartWidth
  for (const sign of signs) {
    const wide = widthOf(sign.label, 17) + signWidth + 28
    if (left + wide > chartWidth - 28) {
      rows.push([])
      left = 28
    }
    rows.at(-1)!.push(sign)
    left += wide
  }
  return rows
}

function legendRow(row: Sign[], at: number): string {
  const y = 109 + at * legendHeight
  let left = 28
  return row
    .map(({ draw, label }) => {
      const drawn =
        draw(left, y) + words(label, { x: left + signWidth, y, size: 17, most: chartWidth - left - 60 })
      left += widthOf(label, 17) + signWidth + 28
      return drawn
    })
    .join('')
}

const signWidth = 36
const legendHeight = 28
