import { expect, test } from 'vitest'
import { cutAgainAndAgain } from './cuts.ts'
import { emptyPlace } from './places.ts'
import { roundsOf, seedOf } from './seeded.ts'

test('copies of the files of killed processes, cut at any byte, hold what was written before', async () => {
  const { folder } = await emptyPlace()
  const lives = Math.ceil(roundsOf() / 10)
  const seed = seedOf()
  console.log(`${lives * 10} cuts, SOAK_SEED=${seed}`)
  const figures = await cutAgainAndAgain(folder, { seed, cuts: lives * 10, lives })
  console.log(JSON.stringify(figures))
  expect(figures.cuts).toBe(lives * 10)
})
