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
