import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import type { Drawing } from './chart.ts'
import { chartFont, chartWidth } from './chart-look.ts'

// A process of its own (chart-process.ts): drawings come in as lines of JSON, PNGs go out, each in a frame. It ends
// when nobody can ask any more.
for await (const line of createInterface({ input: stdin }))
  await drawn(line).then(
    (png) => answer(0, png),
    (error: unknown) => answer(1, Buffer.from(error instanceof Error ? error.message : String(error))),
  )

async function drawn(line: string): Promise<Uint8Array> {
  return pngOf(await svgOf(JSON.parse(line) as Drawing))
}

function answer(what: 0 | 1, bytes: Uint8Array) {
  const head = Buffer.alloc(5)
  head.writeUInt8(what, 0)
  head.writeUInt32BE(bytes.length, 1)
  stdout.write(Buffer.concat([head, bytes]))
}

/** Each kind loads only what it is drawn with. */
async function svgOf(drawing: Drawing): Promise<string> {
  if (drawing.kind === 'bars') return (await import('./bars-drawing.ts')).barsSvg(drawing)
  if (drawing.kind === 'lines') return (await import('./lines-drawing.ts')).linesSvg(drawing)
  if (drawing.kind === 'stack') return (await import('./stack-drawing.ts')).stackSvg(drawing)
  if (drawing.kind === 'shares') return (await import('./shares-drawing.ts')).sharesSvg(drawing)
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
