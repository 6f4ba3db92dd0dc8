import { expect, test } from 'vitest'
import { killHooks } from './hooks.ts'
import { emptyPlace } from './places.ts'
import { seedOf } from './seeded.ts'

test('killed 4 times while a webhook is called: whatever was acknowledged is there, once', async () => {
  const { folder } = await emptyPlace()
  const seed = seedOf()
  console.log(`4 kills of a webhook, SOAK_SEED=${seed}`)
  const figures = await killHooks({ folder, url: null }, { seed, kills: 4 })
  console.log(`webhooks: ${JSON.stringify(figures)}`)
  expect(figures).toMatchObject({ kills: 4, lost: [], twice: [], undeleted: [], waiting: 0 })
  expect(figures.acknowledged).toBeGreaterThan(10)
}, 300_000)
