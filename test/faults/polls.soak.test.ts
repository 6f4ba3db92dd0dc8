import { expect, test } from 'vitest'
import { emptyPlace } from './places.ts'
import { killPolls } from './polls.ts'
import { roundsOf, seedOf } from './seeded.ts'

test('polls killed at random instants: no vote is lost or doubled, each end is told once', async () => {
  const { folder } = await emptyPlace()
  const [seed, kills] = [seedOf(), roundsOf()]
  console.log(`${kills} kills of polls, SOAK_SEED=${seed}`)
  const progress = (nth: number) => nth % 20 === 0 && console.log(`polls: ${nth} of ${kills} kills`)
  const figures = await killPolls(folder, { seed, kills, progress })
  console.log(`polls: ${JSON.stringify(figures, null, 1)}`)
  expect(figures).toMatchObject({ lost: [], told: [] })
})
