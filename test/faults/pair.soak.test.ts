import { expect, test } from 'vitest'
import { killOneOfTwo } from './pair.ts'
import { twoPlaces } from './places.ts'
import { roundsOf, seedOf } from './seeded.ts'

test('two on one PostgreSQL, of which one is killed at random instants: nothing lost, nothing told twice', async () => {
  const seed = seedOf()
  const kills = roundsOf()
  console.log(`${kills} kills of one of two, SOAK_SEED=${seed}`)
  const progress = (nth: number) => nth % 20 === 0 && console.log(`one of two: ${nth} of ${kills} kills`)
  const figures = await killOneOfTwo(await twoPlaces(), { seed, kills, progress })
  console.log(`one of two: ${JSON.stringify(figures, null, 1)}`)
  expect(figures).toMatchObject({ lost: [], doubled: [], disagree: [], unsettled: [], fell: 0, rested: true })
})
