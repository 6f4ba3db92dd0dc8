import { expect, test } from 'vitest'
import { mutant, random, tried, triedDate, wild } from './mutants.ts'

// SOAK_ROUNDS times 100 mutants (200) and a thousand dates for each; FUZZ_FEEDS names a folder of real feeds to begin
// with; SOAK_SEED draws the same again.
const rounds = Number(process.env.SOAK_ROUNDS ?? 200)
const seed = Number(process.env.SOAK_SEED ?? Math.floor(Math.random() * 2 ** 31))

test('a long night of broken feeds', async () => {
  const feeds = wild()
  let read = 0
  for (let round = 0; round < rounds; round++)
    try {
      for (let turn = 0; turn < 100; turn++)
        if (await tried(mutant(feeds, random(seed + round * 100 + turn)))) read++
      const next = random(seed + round)
      for (let turn = 0; turn < 1_000; turn++) triedDate(next)
    } catch (error) {
      throw new Error(`SOAK_SEED=${seed + round * 100} SOAK_ROUNDS=1 finds it`, { cause: error })
    }
  console.log(
    `${rounds * 100} mutants of ${feeds.length} feeds, ${read} of them read, ${rounds * 1_000} dates (seed ${seed})`,
  )
  expect(read).toBeGreaterThan(rounds * 50)
})
