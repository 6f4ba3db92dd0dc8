import { barChart, lineChart, stackChart } from '../src/reports/chart.ts'
import { newDrawing } from '../src/reports/chart-process.ts'
import { scaleFor } from '../src/reports/chart-scale.ts'

/**
 * A month drawn as lines, as bars by mood, and a poll's bars: cold, with a process that has to begin (the median of
 * `begun`), and warm (the median of `rounds`), in milliseconds from asking to the PNG.
 */
export async function chart({ rounds = 40, begun = 5 } = {}) {
  const kinds = {
    lines: () => lineChart(lines),
    stack: () => stackChart(stack),
    bars: () => barChart({ title: 'Quel logo ?', below: '42 votes', bars }),
  }
  const results: Record<string, unknown> = { 'cold ms': round(median(await cold(begun))) }
  for (const [kind, draw] of Object.entries(kinds)) {
    await draw()
    const times = await timed(rounds, draw)
    results[kind] = { 'warm ms': round(median(times)), 'p90 ms': round(at(times, 0.9)) }
  }
  return results
}

async function cold(begun: number): Promise<number[]> {
  return timed(begun, async () => {
    const { draw, end } = newDrawing()
    await draw({ kind: 'lines', ...lines })
    end()
  })
}

async function timed(rounds: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let done = 0; done < rounds; done++) {
    const begin = performance.now()
    await work()
    times.push(performance.now() - begin)
  }
  return times.sort((one, other) => one - other)
}

const at = (times: number[], share: number) => times[Math.floor(times.length * share)]!
const median = (times: number[]) => at(times, 0.5)
const round = (ms: number) => Math.round(ms * 10) / 10

const days = Array.from({ length: 30 }, (_, day) => day)
const points = days.map((day) => Math.round(800 + 600 * Math.sin(day / 4) + ((day * 7919) % 190)))
const ticks = days
  .filter((day) => day % 5 === 0)
  .map((day) => ({ at: (day + 0.5) / 30, label: `${day + 1} oct.` }))
const framed = {
  title: 'Volume de mentions : Nimbus',
  below: 'Par jour, du 1er au 30 octobre 2026',
  scale: scaleFor([...points, 1_800], 'count', String),
  ticks,
  unfinished: false,
}
const lines = {
  ...framed,
  series: [{ name: 'Nimbus', points, end: '1 234' }],
  before: { name: 'septembre', points: points.map((value) => value * 0.8) },
  goal: { value: 1_500, label: 'Objectif : 1 500' },
}
const stack = {
  ...framed,
  parts: [
    { name: 'Négatives', look: 'negative' as const },
    { name: 'Neutres', look: 'neutral' as const },
    { name: 'Positives', look: 'positive' as const },
  ],
  bars: points.map((value) => ({ values: [value * 0.2, value * 0.5, value * 0.3] })),
}
const bars = ['Aurore', 'Brume', 'Clarté', 'Dune'].map((label, nth) => ({
  label,
  value: 4 - nth,
  says: `${4 - nth} votes`,
  first: nth === 0,
}))
