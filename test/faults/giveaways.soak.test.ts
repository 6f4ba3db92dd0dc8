import { expect, test } from 'vitest'
import { killGiveaways } from './giveaways.ts'
import { emptyPlace } from './places.ts'
import { roundsOf, seedOf } from './seeded.ts'

test('giveaways killed at random instants: no entry is lost or doubled, each draw is told once', async () => {
  const { folder } = await emptyPlace()
  const [seed, kills] = [seedOf(), roundsOf()]
  console.log(`${kills} kills of giveaways, SOAK_SEED=${seed}`)
  const progress = (nth: number) => nth % 20 === 0 && console.log(`giveaways: ${nth} of ${kills} kills`)
  const figures = await killGiveaways(folder, { seed, kills, progress })
  console.log(`giveaways: ${JSON.stringify(figures, null, 1)}`)
  expect(figures).toMatchObject({ lost: [], twice: [], told: [], state: { closed: figures.giveaways } })
})
