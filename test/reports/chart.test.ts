import { expect, test } from 'vitest'
import { barChart } from '../../src/reports/chart.ts'

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
