/** What all charts share: their width in px, and the font that is shipped beside them. */
export const chartWidth = 900
export const chartFont = 'DejaVu Sans'

/**
 * Okabe and Ito's colours (jfly.uni-koeln.de/color), which are told apart by who sees fewer of them: vermilion is bad,
 * and hatched beside, so that it is seen without any.
 */
export const colours = {
  ink: '#17242e',
  quiet: '#52626f',
  pale: '#dfe6ea',
  bad: '#d55e00',
  rest: '#9ccbe8',
  good: '#0b7a75',
  neutral: '#c3ced5',
  before: '#b3c0c9',
} as const

/** The lines of several series, each with a mark of its own. */
export const series = [
  { colour: '#0072b2', mark: 'circle' },
  { colour: '#d55e00', mark: 'square' },
  { colour: '#009e73', mark: 'triangle' },
  { colour: '#a3508f', mark: 'diamond' },
  { colour: '#b37700', mark: 'circle' },
  { colour: '#17242e', mark: 'square' },
] as const

/** What `url(#hatch)` and `url(#unknown)` fill with. */
export const hatching = `<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="${colours.bad}"/><rect width="1.6" height="6" fill="#ffb995"/></pattern><pattern id="unknown" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="9" height="9" fill="#f6f8f9"/><rect width="1.5" height="9" fill="#dbe2e7"/></pattern></defs>`

/** A title at its place, smaller where it is long, before it is cut. */
export function title(text: string): string {
  const [large, small, most] = [25, 20, chartWidth - 56]
  return words(text, { x: 28, y: 44, size: widthOf(text, large) <= most ? large : small, most })
}

type Placed = {
  x: number
  y: number
  size: number
  fill?: string
  anchor?: 'middle' | 'end'
  most?: number
  edge?: boolean
}

/** Words at a place, cut where they are wider than `most`; `edge` makes them readable on what is drawn below. */
export function words(text: string, { x, y, size, fill, anchor, most, edge }: Placed): string {
  const shown = most === undefined ? text : cut(text, size, most)
  const outlined = edge
    ? ' stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
    : ''
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${fill ? ` fill="${fill}"` : ''}${anchor ? ` text-anchor="${anchor}"` : ''}${outlined}>${escaped(shown)}</text>`
}

export function cut(text: string, size: number, most: number): string {
  if (widthOf(text, size) <= most) return text
  const signs = [...text]
  while (signs.length > 1 && widthOf(`${signs.join('')}…`, size) > most) signs.pop()
  return `${signs.join('').trimEnd()}…`
}

/** About as wide as the font draws it, in px: what no table says is taken as wide. */
export const widthOf = (text: string, size: number) =>
  [...text].reduce((sum, sign) => sum + (widths.find(([signs]) => signs.test(sign))?.[1] ?? 1), 0) * size

const widths: [RegExp, number][] = [
  [/[ijl.,:;'’|!\u00a0\u202f ]/u, 0.32],
  [/[ft\-r/()]/u, 0.4],
  [/[mwMW%]/u, 0.96],
  [/[A-ZÀ-Þ]/u, 0.7],
  [/[\d\p{Script=Latin}]/u, 0.625],
]

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '')

/** A tenth of a px is enough. */
export const round = (value: number) => Math.round(value * 10) / 10

/** A square of a legend, on the line whose words stand at `y`. */
export const squareSign = (left: number, fill: string, y = 109) =>
  `<rect x="${round(left)}" y="${y - 15}" width="20" height="17" rx="2" fill="${fill}"/>`
