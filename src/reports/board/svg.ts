import { byDay, type Colour, type Drawn, type Shape } from './shapes.ts'

/** A drawing as SVG: in the page's own colours, by day and by night, or in those of paper. */
export function svgOf(
  { width, height, shapes }: Drawn,
  { says, paper = false }: { says: string; paper?: boolean },
): string {
  const colour = (name: Colour) => (paper ? byDay[name] : `var(--${name})`)
  const back = paper ? `<rect width="${width}" height="${height}" fill="#ffffff"/>` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(says)}" font-family="DejaVu Sans, system-ui, sans-serif">${back}${shapes
    .map((shape) => shapeSvg(shape, colour))
    .join('')}</svg>`
}

function shapeSvg(shape: Shape, colour: (name: Colour) => string): string {
  const { x, y } = shape
  if (shape.is === 'box')
    return `<rect x="${r(x)}" y="${r(y)}" width="${r(shape.width)}" height="${r(shape.height)}" rx="${shape.height > 3 ? 2 : 0}" fill="${colour(shape.colour)}"/>`
  if (shape.is === 'line')
    return `<line x1="${r(x)}" y1="${r(y)}" x2="${r(shape.to)}" y2="${r(y)}" stroke="${colour(shape.colour)}"/>`
  const bold = shape.bold ? ' font-weight="700"' : ''
  return `<text x="${r(x)}" y="${r(y)}" font-size="${shape.size}" text-anchor="${shape.at}" fill="${colour(shape.colour)}"${bold}>${escaped(shape.words)}</text>`
}

const r = (value: number) => Math.round(value * 10) / 10

/** What strangers wrote, where markup is read. */
export const escaped = (text: string) =>
  text.replace(/[&<>"'\p{Cc}]/gu, (letter) => (/\p{Cc}/u.test(letter) ? ' ' : `&#${letter.charCodeAt(0)};`))
