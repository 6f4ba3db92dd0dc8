import type { PartLook, Stack } from './chart.ts'
import { framed, type Plot } from './chart-frame.ts'
import { colours, round, series, squareSign, words } from './chart-look.ts'

/** Bars side by side over time as SVG, each made of parts that stand on one another, the first one at the bottom. */
export function stackSvg(stack: Stack): string {
  const legend = stack.parts.map(({ name, look }) => ({
    label: name,
    draw: (left: number, y: number) => squareSign(left, fillOf(look), y),
  }))
  return framed({ ...stack, legend }, (plot) =>
    stack.bars.map((bar, at) => barOf(bar, at, stack, plot)).join(''),
  )
}

/** What a part is filled with: its mood, or the colour of its place among several. */
export const fillOf = (look: PartLook): string =>
  typeof look === 'number'
    ? series[look % series.length]!.colour
    : { negative: 'url(#hatch)', neutral: colours.neutral, positive: colours.good, rest: colours.pale }[look]

function barOf(bar: Stack['bars'][number], at: number, { bars, parts, unfinished }: Stack, plot: Plot) {
  const each = 1 / bars.length
  const gap = Math.min(24, Math.max(2, (plot.right - plot.left) * each * 0.22))
  const [left, right] = [plot.x(at * each) + gap / 2, plot.x((at + 1) * each) - gap / 2]
  if (bar.values === null)
    return `<rect x="${round(left)}" y="${plot.top}" width="${round(right - left)}" height="${plot.bottom - plot.top}" fill="url(#unknown)"/>`
  let from = 0
  const drawn = parts.map(({ look }, part) => {
    const value = bar.values![part] ?? 0
    const [low, high] = [plot.y(from), plot.y(from + value)]
    from += value
    return value > 0
      ? `<rect x="${round(left)}" y="${high}" width="${round(right - left)}" height="${round(low - high)}" fill="${fillOf(look)}"/>`
      : ''
  })
  const says = bar.says
    ? words(bar.says, { x: (left + right) / 2, y: plot.y(from) - 7, size: 16, anchor: 'middle', edge: true })
    : ''
  // What has only begun is no fall.
  const whole = drawn.join('') + says
  return unfinished && at === bars.length - 1 ? `<g opacity="0.55">${whole}</g>` : whole
}
