import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openIncident } from '../../src/delivery/incident-life.ts'
import { localOf } from '../../src/model/time.ts'
import { incidentChart } from '../../src/reports/curve-chart.ts'
import { curveSvg } from '../../src/reports/curve-drawing.ts'
import { slotsFor, ticksIn } from '../../src/reports/curve-slots.ts'
import { usualIn } from '../../src/reports/curve-usual.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { newWorld, nimbus } from '../world.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

test('a storm is drawn from hours before it on, and told in words to who cannot see it', async () => {
  const world = await newWorld()
  const { store, time } = world
  time.now -= 5 * hour
  await world.hear([world.post('Une lampe Nimbus au salon', { author: 'theo' })])
  time.now += 4 * hour + 20 * minute
  const began = time.now
  const storm = Array.from({ length: 12 }, (_, at) =>
    world.post(`Nimbus en panne ${at}`, { author: `a${at}` }),
  )
  await world.hear(storm)
  time.now += 5 * minute
  const opening = { cause: 'bad', topic: 'Nimbus', severity: 'serious', seen: [], from: began } as const
  const id = await openIncident(store, nimbus, { ...opening, seen: [] }, time.now)
  time.now += 10 * minute
  await store.incidents.move(id, ['firing'], 'taken', { by: 'Mia', at: time.now })
  time.now += 20 * minute

  const incident = (await store.incidents.get('nimbus', id))!
  const [chart, ...others] = await incidentChart(store, nimbus, incident, sayIn('fr'), time.now)
  expect(others).toEqual([])
  expect(chart).toMatchObject({ name: `crise-${id}.png`, type: 'image/png' })
  const png = Buffer.from(chart!.base64, 'base64')
  expect(png.toString('latin1', 1, 4)).toBe('PNG')
  expect(png.readUInt32BE(16)).toBe(900)
  expect(chart!.says).toContain('13 mentions de')
  expect(chart!.says).toContain('dont 12 négatives')
  expect(chart!.says).toContain('Pic\u00a0: 12 en 10 minutes')
  expect(chart!.says).toContain('Pris en main par Mia à')
}, 30_000)

test('where nothing was heard, nothing is drawn', async () => {
  const { store, time } = await newWorld()
  const opening = { cause: 'hand', topic: 'Lumeo', severity: 'minor', seen: [], from: time.now } as const
  const id = await openIncident(store, nimbus, { ...opening, seen: [], openedBy: 'Mia' }, time.now)
  const incident = (await store.incidents.get('nimbus', id))!
  expect(await incidentChart(store, nimbus, incident, sayIn('en'), time.now)).toEqual([])
})

test('30 to 60 slots hold all of it, six hours at least, on round times, in any zone', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }),
      fc.integer({ min: 1, max: 200 * day }),
      fc.constantFrom('Europe/Paris', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Auckland', 'UTC'),
      (began, length, zone) => {
        const to = began + length
        const slots = slotsFor(began, to, zone)
        expect(slots.count).toBeGreaterThanOrEqual(30)
        expect(slots.count).toBeLessThanOrEqual(61)
        expect(slots.from).toBeLessThan(began)
        expect(to - slots.from).toBeGreaterThanOrEqual(6 * hour)
        expect(slots.from + slots.count * slots.step).toBeGreaterThanOrEqual(to)
        expect(slots.from + (slots.count - 1) * slots.step).toBeLessThan(to)
        const ticks = ticksIn(slots, zone)
        expect(ticks.length).toBeGreaterThan(1)
        expect(ticks.length).toBeLessThanOrEqual(10)
        for (const at of ticks) {
          expect(at).toBeGreaterThanOrEqual(slots.from)
          expect(localOf(at, zone).minute % 15).toBe(0)
        }
      },
    ),
  )
})

test('what is usual is the same hour of the days before; of a day that is not known yet nobody says', () => {
  const from = Date.UTC(2026, 10, 21)
  // Busy from 9 to 11 in Paris, quiet else.
  const before = Array.from({ length: 14 * 24 }, (_, at) => {
    const begin = from - 14 * day + at * hour
    const { hour: shown } = localOf(begin, 'Europe/Paris')
    return { at: begin, count: shown >= 8 && shown <= 12 ? 12 : 0 }
  })
  const slots = { from, step: 10 * minute, count: 144 }
  const usual = usualIn(before, slots, 'Europe/Paris')!
  expect(usual[9 * 6]).toBeCloseTo(2)
  expect(usual[3 * 6]).toBe(0)
  expect(usual.reduce((sum, one) => sum + one, 0)).toBeCloseTo(60)
  expect(usualIn(before.slice(-20), slots, 'Europe/Paris')).toBeNull()
  expect(usualIn([], slots, 'Europe/Paris')).toBeNull()
})

const curve = {
  title: 'Nimbus',
  below: '',
  slots: Array.from({ length: 36 }, () => ({ count: 0, negative: 0 })),
  usual: null,
  unfinished: true,
  lasted: { from: 0.5, to: 1 },
  ticks: [{ at: 0, label: '08:00' }],
  marks: [0.5, 0.5, 0.5, 1].map((at, nth) => ({ at, label: `mark ${nth}` })),
  legend: { negative: 'Negative', others: 'Others', usual: 'Usual', peak: 'Peak: 0' },
}

test('marks of one moment stand side by side, all inside the picture', () => {
  const circles = [...curveSvg(curve).matchAll(/<circle cx="([\d.]+)" cy="144"/g)].map(([, at]) => Number(at))
  expect(circles).toHaveLength(4)
  for (const [nth, at] of circles.entries()) {
    expect(at).toBeLessThan(900 - 13)
    if (nth > 0) expect(at - circles[nth - 1]!).toBeGreaterThanOrEqual(26)
  }
})

test('texts of strangers are no markup in it, however long, and numbers never run out of the plot', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.array(fc.record({ count: fc.nat(1e6), part: fc.float({ min: 0, max: 1, noNaN: true }) }), {
        minLength: 30,
        maxLength: 61,
      }),
      (title, counted) => {
        const slots = counted.map(({ count, part }) => ({ count, negative: Math.floor(count * part) }))
        const svg = curveSvg({ ...curve, title: `<script>&"${title}`, slots, usual: slots.map(() => 3) })
        expect(svg).not.toContain('<script')
        expect(svg).not.toMatch(/NaN|Infinity|undefined|height="-/)
        for (const [, y] of svg.matchAll(/<rect x="[\d.]+" y="([\d.-]+)"/g))
          expect(Number(y)).toBeGreaterThan(90)
      },
    ),
  )
})
