import type { Bars, Shares } from './sheet.ts'

/** What a chart is drawn of, whatever draws it: in px from the upper left, with colours by what they mean. */
export type Shape =
  | { is: 'box'; x: number; y: number; width: number; height: number; colour: Colour }
  | { is: 'line'; x: number; y: number; to: number; colour: Colour }
  | {
      is: 'text'
      x: number
      y: number
      words: string
      size: number
      at: 'start' | 'middle' | 'end'
      colour: Colour
      bold?: boolean
    }

export const colours = ['ink', 'quiet', 'line', 'whole', 'part', 'first', 'other'] as const
export type Colour = (typeof colours)[number]

export type Drawn = { width: number; height: number; shapes: Shape[] }

/** By day: they go with the ink of a page, the same on paper. */
export const byDay: Record<Colour, string> = {
  ink: '#17242e',
  quiet: '#52626f',
  line: '#dfe6ea',
  whole: '#7fa8bf',
  part: '#b3401f',
  first: '#1f6f8b',
  other: '#b4c3cc',
}

/** Bars that stand; a part of them in another colour. */
export function barShapes({ bars, ticks, scale, legend }: Bars): Drawn {
  const [width, height] = [760, 212]
  const area = { left: 44, right: width - 6, top: 34, bottom: height - 24 }
  const most = Math.max(scale.at(-1)?.at ?? 1, 1)
  const y = (count: number) => area.bottom - (count / most) * (area.bottom - area.top)
  const slot = (area.right - area.left) / Math.max(bars.length, 1)
  const thick = Math.min(34, slot * 0.72)
  const left = (at: number) => area.left + at * slot + (slot - thick) / 2
  const second = area.left + 18 + widthOf(legend.part, 12) + 22
  return {
    width,
    height,
    shapes: [
      { is: 'box', x: area.left, y: 6, width: 11, height: 11, colour: 'part' },
      text(area.left + 17, 16, legend.part, { size: 12 }),
      { is: 'box', x: second, y: 6, width: 11, height: 11, colour: 'whole' },
      text(second + 17, 16, legend.whole, { size: 12 }),
      ...(legend.unknown ? [text(area.right, 16, legend.unknown, { size: 12, at: 'end' })] : []),
      ...scale.flatMap(({ at, label }): Shape[] => [
        { is: 'line', x: area.left, y: y(at), to: area.right, colour: 'line' },
        text(area.left - 7, y(at) + 4, label, { at: 'end' }),
      ]),
      ...bars.flatMap(({ label, whole, part }, at): Shape[] => {
        if (whole === null) return [text(left(at) + thick / 2, area.bottom - 4, '?', { at: 'middle' })]
        const low = part ?? 0
        return [
          box(left(at), y(whole), thick, y(low) - y(whole), 'whole'),
          box(left(at), y(low), thick, area.bottom - y(low), 'part'),
          ...(label
            ? [text(left(at) + thick / 2, y(whole) - 5, label, { at: 'middle', colour: 'ink', bold: true })]
            : []),
        ].filter((shape) => shape.is !== 'box' || shape.height > 0)
      }),
      ...ticks.map(({ at, label }) => text(left(at) + thick / 2, height - 7, label, { at: 'middle' })),
    ],
  }
}

/** Bars that lie, the longest as long as there is room. */
export function shareShapes({ bars }: Shares): Drawn {
  const width = 760
  const [row, left, right] = [30, 170, 690]
  return {
    width,
    height: bars.length * row + 4,
    shapes: bars.flatMap(({ label, share, says, first }, at): Shape[] => {
      const y = at * row + 2
      const length = Math.max(2, share * (right - left))
      return [
        text(left - 10, y + 18, shortened(label), { at: 'end', size: 13, colour: 'ink', bold: first }),
        box(left, y + 4, length, row - 10, first ? 'first' : 'other'),
        text(left + length + 8, y + 18, says, { size: 13, colour: 'ink', bold: first }),
      ]
    }),
  }
}

const box = (x: number, y: number, width: number, height: number, colour: Colour): Shape => ({
  is: 'box',
  x,
  y,
  width,
  height,
  colour,
})

function text(
  x: number,
  y: number,
  words: string,
  more: { size?: number; at?: 'start' | 'middle' | 'end'; colour?: Colour; bold?: boolean } = {},
): Shape {
  return { is: 'text', x, y, words, size: 11, at: 'start', colour: 'quiet', ...more }
}

/** About: what is left of a line is not worth a ruler. */
const widthOf = (words: string, size: number) => words.length * size * 0.58
const shortened = (label: string) => (label.length > 20 ? `${label.slice(0, 19).trimEnd()}…` : label)
