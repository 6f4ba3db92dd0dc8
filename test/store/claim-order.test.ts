import { expect, test } from 'vitest'
import { emptyStore } from '../databases/open.ts'

test('of the feeds that are due, the one that waited longest is read first', async () => {
  const { feeds } = await emptyStore()
  const due: [url: string, at: number][] = [
    ['https://a.example/', 300],
    ['https://b.example/', 100],
    ['https://c.example/', 200],
  ]
  await feeds.watch(
    'nimbus',
    due.map(([url]) => ({ name: url, url })),
    0,
  )
  for (const [url, nextAt] of due) await feeds.read((await feeds.get(url))!.id, {}, { now: 1, nextAt })
  const claimed = await feeds.claim('one', 400, { leasedUntil: 1_000, most: 3 })
  expect(claimed.map(({ next_at }) => next_at)).toEqual([100, 200, 300])
})

test('who is due waits a little for others, but not where many are, one has waited, or one was never asked', async () => {
  const { feeds } = await emptyStore()
  const urls = ['https://a.example/1', 'https://a.example/2', 'https://b.example/']
  await feeds.watch(
    'nimbus',
    urls.map((url) => ({ name: url, url })),
    0,
  )
  const ids = await Promise.all(urls.map(async (url) => (await feeds.get(url))!.id))
  const asked = { resting: [], done: [], many: 3, patience: 5_000 }
  expect(await feeds.isDue(100, asked)).toBe(true)

  for (const id of ids) {
    await feeds.read(id, {}, { now: 100, nextAt: id === ids[2] ? 3_000 : 1_000 })
  }
  expect(await feeds.isDue(900, { ...asked, many: 1 })).toBe(false)
  expect(await feeds.isDue(3_000, asked)).toBe(true)
  expect(await feeds.isDue(3_000, { ...asked, many: 4 })).toBe(false)
  expect(await feeds.isDue(6_000, { ...asked, many: 4 })).toBe(true)
  expect(await feeds.isDue(6_000, { ...asked, many: 4, resting: ['a.example'] })).toBe(false)

  // Its host is asked by somebody, until he is done.
  await feeds.claim('one', 2_000, { leasedUntil: 90_000, most: 1 })
  expect(await feeds.isDue(6_000, { ...asked, many: 4 })).toBe(false)
  expect(await feeds.isDue(6_000, { ...asked, many: 4, done: ids })).toBe(true)
})
