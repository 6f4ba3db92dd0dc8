import { expect, test } from 'vitest'
import { killAgainAndAgain } from './kills.ts'
import { emptyPlace } from './places.ts'
import { seedOf } from './seeded.ts'

test('killed six times at random instants, in a chat that misbehaves: nothing lost, nothing told twice', async () => {
  const seed = seedOf()
  console.log(`6 kills, SOAK_SEED=${seed}`)
  const figures = await killAgainAndAgain(await emptyPlace(), { seed, kills: 6 })
  expect(figures, JSON.stringify(figures)).toMatchObject({
    lost: [],
    doubled: [],
    disagree: [],
    unsettled: [],
    cut: [],
    fell: 0,
    rested: true,
  })
  expect(figures.stories).toBeGreaterThan(24)
}, 120_000)
