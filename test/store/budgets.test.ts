import { expect, test } from 'vitest'
import type { Limit } from '../../src/model/search.ts'
import { day, hour, minute } from '../../src/model/time.ts'
import { BudgetSpent } from '../../src/sources/places/budget.ts'
import { emptyStore } from '../databases/open.ts'

const noon = Date.UTC(2026, 10, 21, 12)

async function newBudget(limits: Limit[]) {
  const store = await emptyStore()
  const take = (now: number, count = 1) =>
    store
      .together(async ({ budgets }) => {
        const until = await budgets.take('reddit x -', limits, now, count)
        if (until !== null) throw new BudgetSpent('reddit', until, now)
        return null
      })
      .catch((error: BudgetSpent) => error.until)
  return { take, left: (now: number) => store.budgets.left('reddit x -', limits, now) }
}

test('one a minute is one a minute, and says when the next may be', async () => {
  const { take, left } = await newBudget([{ per: 'minute', most: 1 }])
  expect(await take(noon)).toBeNull()
  expect(await take(noon + 20_000)).toBe(noon + minute)
  expect(await left(noon + 20_000)).toEqual([{ per: 'minute', most: 1, left: 0, until: noon + minute }])
  expect(await take(noon + minute)).toBeNull()
  // After the clock was set back, nobody waits for the time before.
  expect(await take(noon - hour)).toBeNull()
})

test('what one limit refuses is taken from none', async () => {
  const limits: Limit[] = [
    { per: 'day', most: 10 },
    { per: 'minute', most: 1 },
  ]
  const { take, left } = await newBudget(limits)
  expect(await take(noon)).toBeNull()
  for (let second = 1; second < 30; second++) expect(await take(noon + second * 1000)).toBe(noon + minute)
  expect((await left(noon + 30_000)).map(({ left }) => left)).toEqual([9, 0])
})

test('days and months are those of the calendar', async () => {
  const { take } = await newBudget([{ per: 'month', most: 2 }])
  expect(await take(noon, 2)).toBeNull()
  expect(await take(noon + day)).toBe(Date.UTC(2026, 11, 1))
  expect(await take(Date.UTC(2026, 11, 1))).toBeNull()
  const daily = await newBudget([{ per: 'day', most: 1 }])
  expect(await daily.take(noon)).toBeNull()
  expect(await daily.take(noon + 11 * hour)).toBe(noon + 12 * hour)
  expect(await daily.take(noon + 12 * hour)).toBeNull()
})

test('many who ask at once are given no more than there is', async () => {
  const { take } = await newBudget([{ per: 'hour', most: 7 }])
  const given = await Promise.all(Array.from({ length: 30 }, () => take(noon)))
  expect(given.filter((until) => until === null)).toHaveLength(7)
})
