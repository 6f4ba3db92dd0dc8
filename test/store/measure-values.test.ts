import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter } from '../../src/model/period.ts'
import { emptyStore } from '../databases/open.ts'

const first = '2026-02-26'
const measures = ['sent', 'opens']
const value = fc.record({
  measure: fc.constantFrom(...measures),
  account: fc.constantFrom('', 'A', 'Été'),
  day: fc.nat(6).map((days) => dayAfter(first, days)),
  value: fc.nat(100_000).map((cents) => cents / 100),
})

test('what is kept is what plain counting gives: a count in the place of the one before, lines of an import added up', async () => {
  const store = await emptyStore()
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.boolean(), fc.array(value, { minLength: 1, maxLength: 6 })), { maxLength: 5 }),
      fc.nat(6),
      fc.nat(6),
      async (batches, one, other) => {
        const team = `team-${++run}`
        const period = {
          from: dayAfter(first, Math.min(one, other)),
          to: dayAfter(first, Math.max(one, other)),
        }
        const plain = new Map<string, number>()
        const keyOf = (given: { measure: string; account: string; day: string }) =>
          [given.measure, given.account, given.day].join('\n')
        for (const [imported, values] of batches) {
          const once = [...new Map(values.map((one) => [keyOf(one), one])).values()]
          if (!imported) {
            await store.measureValues.put(team, once, 1)
            for (const one of once) plain.set(keyOf(one), one.value)
            continue
          }
          const id = await store.measureImports.begin(team, { name: 'x', hash: 'y', by: 'Mia' }, 1)
          // In two batches, as a long file comes.
          for (const part of [values.slice(0, 2), values.slice(2)])
            await store.measureValues.import(team, id, part, 1)
          for (const one of once)
            plain.set(
              keyOf(one),
              values.filter((line) => keyOf(line) === keyOf(one)).reduce((sum, { value }) => sum + value, 0),
            )
        }
        const rows = [...plain].map(([key, value]) => {
          const [measure = '', account = '', day = ''] = key.split('\n')
          return { measure, account, day, value }
        })
        const within = (measure: string) =>
          rows.filter((row) => row.measure === measure && row.day >= period.from && row.day <= period.to)
        for (const measure of measures) {
          const wanted = within(measure)
          const [sum] = await store.measureValues.sums(team, measure, period)
          expect(sum?.value ?? 0).toBeCloseTo(
            wanted.reduce((all, row) => all + row.value, 0),
            5,
          )
          expect(sum?.n ?? 0).toBe(wanted.length)
          const last = await store.measureValues.last(team, measure, period)
          expect(last.map(({ account, day }) => `${account} ${day}`).sort()).toEqual(
            [...new Set(wanted.map(({ account }) => account))]
              .map((name) => {
                const days = wanted.filter(({ account }) => account === name).map(({ day }) => day)
                return `${name} ${days.sort().at(-1)}`
              })
              .sort(),
          )
        }
        const pair = await store.measureValues.pair(team, ['opens', 'sent'], period)
        const both = within('opens').filter((row) =>
          within('sent').some(({ account, day }) => account === row.account && day === row.day),
        )
        expect(pair.n).toBe(both.length)
        expect(pair.top).toBeCloseTo(
          both.reduce((all, row) => all + row.value, 0),
          5,
        )
      },
    ),
    { numRuns: 25 },
  )
})

test('what one team counts is nobody else’s, and goes with the counts of its days', async () => {
  const store = await emptyStore()
  const sent = (day: string) => ({ measure: 'sent', account: 'A', day, value: 7 })
  for (const team of ['nimbus', 'acme'])
    await store.measureValues.put(team, [sent('2026-01-31'), sent('2026-02-01')], 1)
  await store.measureValues.forget('nimbus', '2026-02-01')
  const year = { from: '2026-01-01', to: '2026-12-31' }
  expect(await store.measureValues.sums('nimbus', 'sent', year)).toMatchObject([
    { value: 7, first: '2026-02-01' },
  ])
  expect(await store.measureValues.sums('acme', 'sent', year)).toMatchObject([{ value: 14, days: 2 }])
  // With 0 a day is known; what was counted there stays.
  await store.measureValues.add('nimbus', sent('2026-02-01'), 0, 2)
  await store.measureValues.add('nimbus', sent('2026-02-02'), 0, 2)
  expect(await store.measureValues.sums('nimbus', 'sent', year)).toMatchObject([{ value: 7, days: 2 }])
})
