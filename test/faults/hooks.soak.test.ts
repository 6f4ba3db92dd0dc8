import { expect, test } from 'vitest'
import { killHooks } from './hooks.ts'
import { emptyPlace } from './places.ts'
import { roundsOf, seedOf } from './seeded.ts'

test('a webhook that is called while it is killed at random instants: what was acknowledged is there, once', async () => {
  const { folder } = await emptyPlace()
  const [seed, kills] = [seedOf(), roundsOf()]
  console.log(`${kills} kills of a webhook, SOAK_SEED=${seed}`)
  const progress = (nth: number) => nth % 20 === 0 && console.log(`webhooks: ${nth} of ${kills} kills`)
  const figures = await killHooks({ folder, url: null }, { seed, kills, progress })
  console.log(`webhooks: ${JSON.stringify(figures, null, 1)}`)
  expect(figures).toMatchObject({ lost: [], twice: [], undeleted: [], waiting: 0 })
})
