import { BarChart } from 'echarts/charts'
import { GridComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Bars } from './chart.ts'
import { chartFont as font, chartWidth as width } from './chart-look.ts'

use([BarChart, GridComponent, TitleComponent, SVGRenderer])

const colours = { ink: '#1d2b36', quiet: '#5b6b78', bar: '#7fa7b3', first: '#0f6478', back: '#ffffff' }
const [row, head, foot] = [52, 96, 28]

/** Bars from above to below, as SVG. */
export function barsSvg({ title, below, bars }: Bars): string {
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
