import { stdin, stdout } from 'node:process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import type { Drawing } from './chart.ts'
import { chartFont, chartWidth } from './chart-look.ts'

// A process of its own: what is drawn comes in as JSON, a PNG goes out, and the memory it took is given back.
stdout.write(pngOf(await svgOf(JSON.parse(await text(stdin)) as Drawing)))

/** Each kind loads only what it is drawn with. */
async function svgOf(drawing: Drawing): Promise<string> {
  if (drawing.kind === 'bars') return (await import('./bars-drawing.ts')).barsSvg(drawing)
  return (await import('./curve-drawing.ts')).curveSvg(drawing)
}

function pngOf(svg: string): Uint8Array {
  const fontFiles = [fileURLToPath(new URL('./fonts/DejaVuSans.ttf', import.meta.url))]
  return new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: chartFont },
    fitTo: { mode: 'width', value: chartWidth },
  })
    .render()
    .asPng()
}
