import { expect, test } from 'vitest'
import { killAgainAndAgain } from './kills.ts'
import { emptyPlace } from './places.ts'
import { seedOf } from './seeded.ts'

test('killed ten times at random instants, in a chat that misbehaves: nothing lost, nothing told twice', async () => {
  const seed = seedOf()
  console.log(`10 kills, SOAK_SEED=${seed}`)
  const figures = await killAgainAndAgain(await emptyPlace(), { seed, kills: 10 })
  expect(figures, JSON.stringify(figures)).toMatchObject({
    lost: [],
    doubled: [],
    disagree: [],
    unsettled: [],
    cut: [],
    fell: 0,
    rested: true,
  })
  expect(figures.stories).toBeGreaterThan(40)
}, 120_000)
