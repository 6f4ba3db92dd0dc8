import type { Lines } from './chart.ts'
import { framed, type Plot, type Sign } from './chart-frame.ts'
import { colours, series as looks, round, squareSign, widthOf, words } from './chart-look.ts'

/**
 * Lines over time as SVG, told apart by colour and by the marks on them: broken where nothing is known, the days
 * before in pale, the goal dashed, and each line's last value at its end.
 */
export function linesSvg(lines: Lines): string {
  const drawn = lines.series.map((one, at) => ({ ...one, ...looks[at % looks.length]! }))
  const ends = drawn.flatMap(({ end }) => (end ? [end] : []))
  const right = Math.max(0, ...ends.map((end) => Math.min(160, widthOf(end, 17) + 6)))
  return framed({ ...lines, legend: legendOf(lines, drawn), right }, (plot) =>
    [
      unknownParts(lines, plot),
      lines.before ? path(lines.before.points, plot, { stroke: colours.before, width: 3.5 }) : '',
      goal(lines, plot),
      ...drawn.map((one) => line(one, lines, plot)),
      endWords(drawn, plot),
    ].join('\n'),
  )
}

type Drawn = Lines['series'][number] & (typeof looks)[number]

const centre = (at: number, count: number) => (at + 0.5) / count

function line({ points, colour, mark }: Drawn, { unfinished }: Lines, plot: Plot): string {
  const whole = unfinished ? points.slice(0, -1).concat([null]) : points
  // What has only begun is no fall: no line leads there, and its mark is hollow.
  const each = Math.ceil(points.length / 31)
  const marks = points.map((value, at) => {
    const shown = value !== null && ((points.length - 1 - at) % each === 0 || isAlone(points, at))
    if (!shown) return ''
    const hollow = unfinished && at === points.length - 1
    return drawMark(
      mark,
      plot.x(centre(at, points.length)),
      plot.y(value),
      colour,
      hollow ? '#ffffff' : colour,
    )
  })
  return path(whole, plot, { stroke: colour, width: 3 }) + marks.join('')
}

const isAlone = (points: (number | null)[], at: number) =>
  (points[at - 1] ?? null) === null && (points[at + 1] ?? null) === null

/** A line through what is known. */
function path(
  points: (number | null)[],
  plot: Plot,
  { stroke, width }: { stroke: string; width: number },
): string {
  const stretches: string[][] = [[]]
  points.forEach((value, at) => {
    if (value === null) stretches.push([])
    else stretches.at(-1)!.push(`${plot.x(centre(at, points.length))},${plot.y(value)}`)
  })
  return stretches
    .filter((one) => one.length > 1)
    .map(
      (one) =>
        `<polyline points="${one.join(' ')}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"/>`,
    )
    .join('')
}

/** Of what has only begun nobody can know more yet. */
const isUnknown = ({ series, unfinished }: Lines, at: number) =>
  series.every(({ points }) => points[at] === null) &&
  !(unfinished && at === (series[0]?.points.length ?? 0) - 1)

/** Where no line knows anything. */
function unknownParts(lines: Lines, { x, top, bottom }: Plot): string {
  const { series, unknown } = lines
  const count = series[0]?.points.length ?? 0
  if (!unknown) return ''
  return Array.from({ length: count }, (_, at) => at)
    .filter((at) => isUnknown(lines, at))
    .map((at) => {
      const [from, to] = [x(at / count), x((at + 1) / count)]
      return `<rect x="${from}" y="${top}" width="${round(to - from)}" height="${bottom - top}" fill="url(#unknown)"/>`
    })
    .join('')
}

function goal({ goal }: Lines, { left, right, y }: Plot): string {
  if (!goal) return ''
  return `<line x1="${left}" x2="${right}" y1="${y(goal.value)}" y2="${y(goal.value)}" stroke="${colours.ink}" stroke-width="2" stroke-dasharray="9 6"/>`
}

/** The last values to the right of their lines; those that would touch are pushed apart. */
function endWords(drawn: Drawn[], plot: Plot): string {
  const placed = drawn
    .flatMap(({ points, end, colour }) => {
      const at = points.findLastIndex((value) => value !== null)
      if (!end || at < 0) return []
      return [{ end, colour, x: plot.x(centre(at, points.length)) + 12, y: plot.y(points[at]!) + 6 }]
    })
    .sort((one, other) => one.y - other.y)
  let free = plot.top - 10
  for (const one of placed) {
    one.y = Math.max(one.y, free)
    free = one.y + 20
  }
  return placed
    .map(({ end, colour, x, y }) => words(end, { x, y, size: 17, fill: colour, edge: true }))
    .join('')
}

function legendOf(lines: Lines, drawn: Drawn[]): Sign[] {
  const several = drawn.length > 1 || lines.before !== null || lines.goal !== null
  const gaps = lines.series[0]?.points.some((_, at) => isUnknown(lines, at))
  const begun = lines.unfinished && lines.series.some(({ points }) => points.at(-1) !== null)
  return [
    ...(several ? drawn : []).map(({ name, colour, mark }) => ({
      label: name,
      draw: (left: number, y: number) =>
        stroke(left, y, colour, 3) + drawMark(mark, left + 13, y - 6, colour, colour),
    })),
    ...(lines.before
      ? [
          {
            label: lines.before.name,
            draw: (left: number, y: number) => stroke(left, y, colours.before, 3.5),
          },
        ]
      : []),
    ...(lines.goal
      ? [
          {
            label: lines.goal.label,
            draw: (left: number, y: number) => stroke(left, y, colours.ink, 2, '9 8'),
          },
        ]
      : []),
    ...(lines.begun && begun
      ? [
          {
            label: lines.begun,
            draw: (left: number, y: number) =>
              drawMark('circle', left + 13, y - 6, drawn[0]!.colour, '#ffffff'),
          },
        ]
      : []),
    ...(lines.unknown && gaps
      ? [
          {
            label: lines.unknown,
            draw: (left: number, y: number) => squareSign(left, 'url(#unknown)', y),
          },
        ]
      : []),
  ]
}

const stroke = (left: number, y: number, colour: string, width: number, dashes = '') =>
  `<line x1="${left}" x2="${left + 26}" y1="${y - 6}" y2="${y - 6}" stroke="${colour}" stroke-width="${width}"${dashes ? ` stroke-dasharray="${dashes}"` : ''}/>`

function drawMark(mark: Drawn['mark'], x: number, y: number, colour: string, fill: string): string {
  const edge = `fill="${fill}" stroke="${fill === colour ? '#ffffff' : colour}" stroke-width="${fill === colour ? 1 : 2}"`
  if (mark === 'circle') return `<circle cx="${x}" cy="${y}" r="5.5" ${edge}/>`
  const around = {
    square: [
      [-5, -5],
      [5, -5],
      [5, 5],
      [-5, 5],
    ],
    triangle: [
      [0, -6.5],
      [6.2, 5],
      [-6.2, 5],
    ],
    diamond: [
      [0, -7],
      [7, 0],
      [0, 7],
      [-7, 0],
    ],
  }[mark]
  return `<polygon points="${around.map(([dx, dy]) => `${round(x + dx!)},${round(y + dy!)}`).join(' ')}" ${edge}/>`
}
