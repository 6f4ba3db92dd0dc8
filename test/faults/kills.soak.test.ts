import { expect, inject, test } from 'vitest'
import { killAgainAndAgain } from './kills.ts'
import { emptyPlace } from './places.ts'
import { roundsOf, seedOf } from './seeded.ts'

const database = inject('postgres') ? 'PostgreSQL' : 'SQLite'

test(`killed at random instants on ${database}: nothing lost, nothing told twice`, async () => {
  const seed = seedOf()
  const kills = roundsOf()
  console.log(`${kills} kills on ${database}, SOAK_SEED=${seed}`)
  const progress = (nth: number) => nth % 20 === 0 && console.log(`${database}: ${nth} of ${kills} kills`)
  const figures = await killAgainAndAgain(await emptyPlace(), { seed, kills, progress })
  console.log(`${database}: ${JSON.stringify(figures, null, 1)}`)
  expect(figures).toMatchObject({
    lost: [],
    doubled: [],
    disagree: [],
    unsettled: [],
    cut: [],
    fell: 0,
    rested: true,
  })
})
