import { expect, test } from 'vitest'
import { killGiveaways } from './giveaways.ts'
import { emptyPlace } from './places.ts'
import { seedOf } from './seeded.ts'

test('killed 8 times while people enter and winners are drawn: no entry is lost or doubled, each draw is told once', async () => {
  const { folder } = await emptyPlace()
  const seed = seedOf()
  console.log(`8 kills of giveaways, SOAK_SEED=${seed}`)
  const figures = await killGiveaways(folder, { seed, kills: 8 })
  expect(figures).toMatchObject({
    kills: 8,
    lost: [],
    twice: [],
    told: [],
    state: { closed: figures.giveaways },
  })
  expect(figures.acknowledged).toBeGreaterThan(20)
}, 180_000)
