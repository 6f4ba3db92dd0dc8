import { expect, test } from 'vitest'
import { emptyPlace } from './places.ts'
import { killPublishing } from './publishing.ts'
import { roundsOf, seedOf } from './seeded.ts'

test('replies that go out, killed at random instants: each stands there exactly once, or a person was asked', async () => {
  const { folder } = await emptyPlace()
  const [seed, kills] = [seedOf(), roundsOf()]
  console.log(`${kills} kills of replies that go out, SOAK_SEED=${seed}`)
  const progress = (nth: number) => nth % 20 === 0 && console.log(`replies: ${nth} of ${kills} kills`)
  const figures = await killPublishing(folder, { seed, kills, progress })
  console.log(`replies: ${JSON.stringify(figures, null, 1)}`)
  expect(figures).toMatchObject({ twice: [], lost: [] })
})
