import { expect, test } from 'vitest'
import { emptyPlace } from './places.ts'
import { killPolls } from './polls.ts'
import { seedOf } from './seeded.ts'

test('killed 12 times while people vote and polls end: no vote is lost or doubled, each end is told once', async () => {
  const { folder } = await emptyPlace()
  const seed = seedOf()
  console.log(`12 kills of polls, SOAK_SEED=${seed}`)
  const figures = await killPolls(folder, { seed, kills: 12 })
  expect(figures, JSON.stringify(figures)).toMatchObject({ lost: [], told: [] })
  expect(figures.acknowledged).toBeGreaterThan(16)
  expect(figures.polls).toBeGreaterThan(1)
}, 180_000)
