import { stdin, stdout } from 'node:process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import { BarChart } from 'echarts/charts'
import { GridComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Bars } from './chart.ts'

// A process of its own: bars come in as JSON, a PNG goes out, and the memory it took is given back.
use([BarChart, GridComponent, TitleComponent, SVGRenderer])

const font = 'DejaVu Sans'
const colours = { ink: '#1d2b36', quiet: '#5b6b78', bar: '#7fa7b3', first: '#0f6478', back: '#ffffff' }
const [width, row, head, foot] = [900, 52, 96, 28]

stdout.write(pngOf(svgOf(JSON.parse(await text(stdin)) as Bars)))

function svgOf({ title, below, bars }: Bars): string {
  const chart = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width,
    height: head + foot + bars.length * row,
  })
  chart.setOption({
    animation: false,
    backgroundColor: colours.back,
    textStyle: { fontFamily: font },
    title: {
      text: title,
      subtext: below,
      left: 24,
      top: 18,
      padding: 0,
      textStyle: {
        fontFamily: font,
        fontSize: 22,
        fontWeight: 'normal',
        color: colours.ink,
        width: width - 48,
        overflow: 'truncate',
      },
      subtextStyle: { fontFamily: font, fontSize: 14, color: colours.quiet },
    },
    grid: { left: 24, right: 150, top: head, bottom: foot, containLabel: false },
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...bars.map(({ value }) => value)) },
    yAxis: {
      type: 'category',
      inverse: true,
      show: false,
      data: bars.map(({ label }) => label),
    },
    series: [
      {
        type: 'bar',
        barWidth: 16,
        showBackground: true,
        backgroundStyle: { color: '#eef3f5' },
        data: bars.map(({ value, first }) => ({
          value,
          itemStyle: { color: first ? colours.first : colours.bar },
        })),
        // The name above its bar, where a long one has room.
        label: {
          show: true,
          position: [0, -20],
          formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]!.label,
          fontFamily: font,
          fontSize: 15,
          color: colours.ink,
          width: width - 60,
          overflow: 'truncate',
        },
      },
      {
        type: 'bar',
        barWidth: 16,
        barGap: '-100%',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: bars.map(({ value }) => value),
        label: {
          show: true,
          position: 'right',
          formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]!.says,
          fontFamily: font,
          fontSize: 15,
          color: colours.quiet,
        },
      },
    ],
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

function pngOf(svg: string): Uint8Array {
  const fontFiles = [fileURLToPath(new URL('./fonts/DejaVuSans.ttf', import.meta.url))]
  return new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: font },
    fitTo: { mode: 'width', value: width },
  })
    .render()
    .asPng()
}
