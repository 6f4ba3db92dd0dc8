import { expect, test } from 'vitest'
import { emptyStore } from '../databases/open.ts'

const minute = 60_000

test('what is heard twice is done once', async () => {
  const { once } = await emptyStore()
  const heard = await Promise.all([1, 2, 3].map(() => once.begin('slack:Ev1', 1000)))
  expect(heard.filter((first) => first)).toHaveLength(1)
  await once.done('slack:Ev1', 1001)
  expect(await once.begin('slack:Ev1', 1000 + 10 * minute)).toBe(false)
})

test('what was begun and never finished is begun again after a minute', async () => {
  const { once } = await emptyStore()
  await once.begin('slack:Ev1', 1000)
  expect(await once.begin('slack:Ev1', 1000 + minute)).toBe(false)
  expect(await once.begin('slack:Ev1', 1001 + minute)).toBe(true)
})
