import { expect, test } from 'vitest'
import { killGiveaways } from './giveaways.ts'
import { emptyPlace } from './places.ts'
import { seedOf } from './seeded.ts'

test('killed 20 times while people enter and winners are drawn: no entry is lost or doubled, each draw is told once', async () => {
  const { folder } = await emptyPlace()
  const seed = seedOf()
  console.log(`20 kills of giveaways, SOAK_SEED=${seed}`)
  const figures = await killGiveaways(folder, { seed, kills: 20 })
  expect(figures).toMatchObject({
    kills: 20,
    lost: [],
    twice: [],
    told: [],
    state: { closed: figures.giveaways },
  })
  expect(figures.acknowledged).toBeGreaterThan(50)
}, 180_000)
