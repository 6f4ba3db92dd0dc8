import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barChart, type Lines, lineChart, shareChart, stackChart } from '../../src/reports/chart.ts'
import { scaleFor } from '../../src/reports/chart-scale.ts'
import { linesSvg } from '../../src/reports/lines-drawing.ts'
import { stackSvg } from '../../src/reports/stack-drawing.ts'

const bars = (labels: string[]) => ({
  title: 'Quel nom pour la lampe ? 📊',
  below: `${labels.length} votes`,
  bars: labels.map((label, at) => ({ label, value: at, says: `${at} votes`, first: at === 0 })),
})
const sizeOf = (png: Uint8Array) => {
  const view = Buffer.from(png)
  return {
    signature: view.toString('latin1', 1, 4),
    width: view.readUInt32BE(16),
    height: view.readUInt32BE(20),
  }
}

test('bars become a picture, the same one every time, without what it takes to draw in this process', async () => {
  const [one, other] = await Promise.all([
    barChart(bars(['Aurore', 'Brume'])),
    barChart(bars(['Aurore', 'Brume'])),
  ])
  expect(sizeOf(one)).toEqual({ signature: 'PNG', width: 900, height: 228 })
  expect(Buffer.compare(one, other)).toBe(0)
  const more = await barChart(bars(Array.from({ length: 25 }, (_, at) => `Choix ${at}`)))
  expect(sizeOf(more).height).toBe(96 + 28 + 25 * 52)
}, 30_000)

test('texts of strangers are no markup, and pictures are left out of them', async () => {
  const hostile = [
    '<script>alert(1)</script>&amp;"\'',
    '🌙',
    `${'é'.repeat(500)}`,
    '\u202eabc\0',
    '\ud83d',
    '\uffff',
  ].map((text) => `A. ${text}`)
  expect(sizeOf(await barChart(bars(hostile))).signature).toBe('PNG')
}, 30_000)

const lines = (points: (number | null)[]): Lines => ({
  title: 'Volume de mentions',
  below: 'Par jour, du 1er au 5 octobre 2026',
  series: [{ name: 'Nimbus', points, end: '1\u202f234' }],
  before: null,
  goal: { value: 1_500, label: 'Objectif : 1\u202f500' },
  scale: scaleFor([...points, 1_500], 'count', String),
  ticks: [{ at: 0.1, label: '1er oct.' }],
  unfinished: false,
  unknown: 'inconnu',
})

test('lines break where nothing is known, and say so; what has only begun is no fall', () => {
  const svg = linesSvg(lines([800, 900, null, 700, 650]))
  expect(svg.match(/<polyline/g)).toHaveLength(2)
  expect(svg).toContain('inconnu')
  expect(svg).toContain('stroke-dasharray="9 6"')
  expect(linesSvg(lines([800, 900, 850, 700, 650]))).not.toContain('inconnu')
  const begun = linesSvg({ ...lines([800, 900, 850, 700, 5]), unfinished: true, begun: 'en cours' })
  expect(begun.match(/<polyline[^>]*points="([^"]*)"/)![1]!.split(' ')).toHaveLength(4)
  expect(begun).toContain('en cours')
  // Nothing yet is not unknown.
  expect(linesSvg({ ...lines([800, 900, 850, 700, null]), unfinished: true })).not.toContain('inconnu')
})

test('several lines are told apart without colours, and words of strangers are no markup', () => {
  const one = lines([1, 2, 3])
  const svg = linesSvg({
    ...one,
    title: '<script>alert(1)</script>',
    series: [...one.series, { name: 'Lumeo & <b>', points: [3, 2, 1] }],
  })
  expect(svg).toContain('<circle')
  expect(svg).toContain('<polygon')
  expect(svg).not.toMatch(/<script|<b>/)
})

test('each kind is a picture, the same bytes for the same data', async () => {
  const stack = {
    ...lines([1, 2, 3]),
    parts: [
      { name: 'Négatives', look: 'negative' as const },
      { name: 'Positives', look: 'positive' as const },
    ],
    bars: [{ values: [1, 2], says: '3' }, { values: null }, { values: [0, 0] }],
  }
  expect(stackSvg(stack)).toContain('url(#unknown)')
  const shares = {
    title: 'Part de voix',
    below: 'octobre 2026',
    parts: [{ name: 'Mentions', look: 0 }],
    rows: [{ label: 'Nimbus 🌙', values: [3], says: '60 %', first: true }],
  }
  const draw = () => Promise.all([lineChart(lines([1, null, 3])), stackChart(stack), shareChart(shares)])
  const [first, again] = [await draw(), await draw()]
  expect(first.map((png) => sizeOf(png).signature)).toEqual(['PNG', 'PNG', 'PNG'])
  expect(first.map((png, at) => Buffer.compare(png, again[at]!))).toEqual([0, 0, 0])
}, 30_000)

test('a scale holds every value in three to eight round lines', () => {
  const units = fc.constantFrom('count', 'percent', 'score', 'duration', 'money')
  const value = fc.oneof(
    fc.constant(null),
    fc.double({ min: 0, max: 1e10, noNaN: true }),
    fc.integer({ min: -100, max: 100 }),
  )
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), units, fc.boolean(), (values, unit, near) => {
      const scale = scaleFor(values, unit, String, { near })
      const known = values.filter((one) => one !== null)
      expect(scale.length).toBeGreaterThanOrEqual(2)
      expect(scale.length).toBeLessThanOrEqual(9)
      for (const one of known) {
        expect(one).toBeGreaterThanOrEqual(scale[0]!.value - 1e-6 * Math.abs(one))
        expect(one).toBeLessThanOrEqual(scale.at(-1)!.value * (1 + 1e-9) + 1e-9)
      }
    }),
  )
  expect(
    scaleFor([7_200_000, 600_000], 'duration', (ms) => `${ms / 60_000} min`).map(({ label }) => label),
  ).toEqual(['0 min', '30 min', '60 min', '90 min', '120 min'])
  expect(scaleFor([10_234, 10_310], 'count', String, { near: true })[0]!.value).toBeGreaterThan(10_000)
})
