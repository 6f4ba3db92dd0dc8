import type { Curve } from './chart.ts'
import {
  chartFont,
  colours,
  hatching,
  round,
  squareSign as square,
  title,
  chartWidth as width,
  widthOf,
  words,
} from './chart-look.ts'

/**
 * A curve as SVG: what is negative at the bottom, in vermilion and hatched, the rest above it in pale blue (Okabe and
 * Ito's colours, told apart by who sees fewer of them, and without any); marks by their numbers, named below, since
 * they may stand too near each other for words.
 */
export function curveSvg(curve: Curve): string {
  const names = rowsOf(curve.marks.map(({ label }, at) => `${at + 1}  ${label}`))
  const height = plot.bottom + 52 + names.length * nameRow + (names.length > 0 ? 14 : 0)
  const highest = highestOf(curve)
  const scale = scaleOf(highest)
  const y = (value: number) => plot.bottom - (value / scale.top) * (plot.bottom - plot.top)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${chartFont}" fill="${ink}">
${hatching}
<rect width="${width}" height="${height}" fill="#ffffff"/>
${title(curve.title)}
${words(curve.below, { x: 28, y: 74, size: 17, fill: quiet, most: width - 56 })}
${legend(curve)}
${lasted(curve)}
${scale.lines.map((value) => line(value, y)).join('\n')}
${bars(curve, y)}
${usual(curve, y)}
${curve.ticks.map(tick).join('\n')}
${marks(curve)}
${names.map((row, at) => nameLine(row, plot.bottom + 66 + at * nameRow)).join('\n')}
</svg>`
}

const plot = { left: 74, right: width - 30, top: 166, bottom: 430 }
const nameRow = 36
const { ink, quiet, pale, rest } = colours

const x = (at: number) => round(plot.left + at * (plot.right - plot.left))

const highestOf = ({ slots, usual }: Curve) =>
  Math.max(1, ...slots.map(({ count }) => count), ...(usual ?? []))

/** Round numbers, three to five of them, the last one above all. */
function scaleOf(highest: number): { top: number; lines: number[] } {
  const rough = highest / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough)!)
  const whole = Number.isInteger(step) ? step : Math.ceil(step)
  const top = Math.ceil(highest / whole) * whole
  return { top: top * 1.04, lines: Array.from({ length: top / whole + 1 }, (_, at) => at * whole) }
}

const line = (value: number, y: (value: number) => number) =>
  `<line x1="${plot.left}" x2="${plot.right}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="${value === 0 ? quiet : pale}" stroke-width="${value === 0 ? 1.5 : 1}"/>
${words(String(value), { x: plot.left - 12, y: y(value) + 6, size: 17, fill: quiet, anchor: 'end' })}`

function bars({ slots, unfinished }: Curve, y: (value: number) => number): string {
  const each = 1 / slots.length
  const gap = slots.length > 45 ? 2 : 3
  return slots
    .map(({ count, negative }, at) => {
      if (count === 0) return ''
      const [left, wide] = [x(at * each) + gap / 2, x((at + 1) * each) - x(at * each) - gap]
      const bar = (from: number, to: number, fill: string) =>
        to > from
          ? `<rect x="${round(left)}" y="${round(y(to))}" width="${round(wide)}" height="${round(y(from) - y(to))}" fill="${fill}"/>`
          : ''
      const drawn = bar(0, negative, 'url(#hatch)') + bar(negative, count, rest)
      // What has only begun is no fall.
      return unfinished && at === slots.length - 1 ? `<g opacity="0.5">${drawn}</g>` : drawn
    })
    .join('')
}

/** A line with a light edge, so that it is seen on bars as well. */
function usual({ usual }: Curve, y: (value: number) => number): string {
  if (!usual) return ''
  const points = usual
    .flatMap((value, at) => [at, at + 1].map((edge) => `${x(edge / usual.length)},${round(y(value))}`))
    .join(' ')
  const drawn = (stroke: string, thick: number, dashes: string) =>
    `<polyline points="${points}" fill="none" stroke="${stroke}" stroke-width="${thick}" stroke-linejoin="round"${dashes}/>`
  return drawn('#ffffff', 4.5, ' opacity="0.6"') + drawn(ink, 2.2, ' stroke-dasharray="9 6"')
}

const lasted = ({ lasted: { from, to } }: Curve) =>
  `<rect x="${x(from)}" y="${plot.top - 4}" width="${round(x(to) - x(from))}" height="${plot.bottom - plot.top + 4}" fill="#f4efe6"/>`

const tick = ({ at, label }: Curve['ticks'][number]) =>
  `<line x1="${x(at)}" x2="${x(at)}" y1="${plot.bottom}" y2="${plot.bottom + 7}" stroke="${quiet}" stroke-width="1.5"/>
${words(label, { x: x(at), y: plot.bottom + 28, size: 17, fill: quiet, anchor: 'middle' })}`

/** Numbers above the plot; those that would touch stand side by side, each with a line to its own time. */
function marks({ marks }: Curve): string {
  const placed: number[] = []
  for (const { at } of marks) placed.push(Math.max(x(at), (placed.at(-1) ?? -apart) + apart))
  // What ran out of the picture is pushed back from its edge.
  for (let nth = placed.length - 1, most = plot.right + 8; nth >= 0; nth--, most -= apart)
    placed[nth] = Math.min(placed[nth]!, most)
  return marks
    .map(({ at }, nth) => {
      const [to, from] = [x(at), placed[nth]!]
      return `<polyline points="${from},${plot.top - 18} ${to},${plot.top + 4} ${to},${plot.bottom}" fill="none" stroke="${ink}" stroke-width="1.6"/>${badge(nth + 1, from, plot.top - 22)}`
    })
    .join('')
}

const apart = 30

const badge = (number: number, at: number, y: number) =>
  `<circle cx="${round(at)}" cy="${round(y)}" r="13" fill="${ink}" stroke="#ffffff" stroke-width="1.5"/>${words(String(number), { x: at, y: y + 6, size: 16, fill: '#ffffff', anchor: 'middle' })}`

function legend({ legend, usual }: Curve): string {
  const shown = [
    { sign: (left: number) => square(left, 'url(#hatch)'), label: legend.negative },
    { sign: (left: number) => square(left, rest), label: legend.others },
    ...(usual ? [{ sign: dashes, label: legend.usual }] : []),
  ]
  const peak = words(legend.peak, { x: plot.right, y: 109, size: 17, anchor: 'end' })
  let left = 28
  const signs = shown
    .map(({ sign, label }) => {
      const drawn = sign(left) + words(label, { x: left + 30, y: 109, size: 17 })
      left += 30 + widthOf(label, 17) + 28
      return drawn
    })
    .join('')
  return signs + peak
}

const dashes = (left: number) =>
  `<line x1="${round(left)}" x2="${round(left + 22)}" y1="103" y2="103" stroke="${ink}" stroke-width="2.5" stroke-dasharray="8 5"/>`

/** The names of the marks, as many on a line as there is room for. */
function rowsOf(names: string[]): string[][] {
  const rows: string[][] = []
  let left = width
  for (const name of names) {
    const wide = widthOf(name, 17) + 48
    if (left + wide > width - 28) {
      rows.push([])
      left = 28
    }
    rows.at(-1)!.push(name)
    left += wide
  }
  return rows
}

function nameLine(row: string[], y: number): string {
  let left = 28
  return row
    .map((name) => {
      const [number = '', label = ''] = name.split(/ {2}(.*)/u)
      const drawn =
        badge(Number(number), left + 13, y) +
        words(label, { x: left + 36, y: y + 6, size: 17, most: width - 90 })
      left += widthOf(name, 17) + 48
      return drawn
    })
    .join('')
}
