import { expect, test } from 'vitest'
import { emptyPlace } from './places.ts'
import { killPublishing } from './publishing.ts'
import { seedOf } from './seeded.ts'

test('killed 8 times while replies go out: each stands there exactly once, or a person was asked', async () => {
  const { folder } = await emptyPlace()
  const seed = seedOf()
  console.log(`8 kills of replies that go out, SOAK_SEED=${seed}`)
  const figures = await killPublishing(folder, { seed, kills: 8 })
  console.log(`replies: ${JSON.stringify(figures)}`)
  expect(figures).toMatchObject({ kills: 8, twice: [], lost: [] })
  expect(figures.approved).toBeGreaterThan(2)
}, 300_000)
