import { stdin, stdout } from 'node:process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { DrawnSheet, ToDraw } from './drawn.ts'
import { barShapes, shareShapes } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { svgOf } from './svg.ts'

// A process of its own: a sheet comes in as JSON, its PDF and the pictures of its charts go out, and the memory that
// took is given back.
stdout.write(JSON.stringify(await drawnOf(JSON.parse(await text(stdin)) as ToDraw)))

async function drawnOf({ sheet, at, compress, want }: ToDraw): Promise<DrawnSheet> {
  const pdf = want.includes('pdf') ? await (await import('./pdf.ts')).pdfOf(sheet, { at, compress }) : null
  return {
    pdf: pdf?.toString('base64') ?? null,
    charts: want.includes('charts') ? await pictures(sheet) : [],
  }
}

async function pictures(sheet: Sheet): Promise<string[]> {
  const { Resvg } = await import('@resvg/resvg-js')
  const fontFiles = ['DejaVuSans', 'DejaVuSans-Bold'].map((name) =>
    fileURLToPath(new URL(`../fonts/${name}.ttf`, import.meta.url)),
  )
  return chartsOf(sheet).map((svg) =>
    new Resvg(svg, {
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Sans' },
      // Twice as many pixels: sharp on a telephone.
      fitTo: { mode: 'width', value: 1520 },
    })
      .render()
      .asPng()
      .toString('base64'),
  )
}

function chartsOf({ sections }: Sheet): string[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind !== 'bars' && block.kind !== 'shares') return []
      const drawn = block.kind === 'bars' ? barShapes(block.chart) : shareShapes(block.chart)
      return [svgOf(drawn, { says: block.chart.says, paper: true })]
    })
}
