import { expect, test } from 'vitest'
import { readFeed } from '../../src/sources/reader.ts'
import { rounds } from '../rounds.ts'
import { mutant, random, tried, triedDate, wild } from './mutants.ts'

// Another seed each time, printed when something is found; FUZZ_SEED draws the same again.
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
const time = Number(process.env.FUZZ_SECONDS ?? rounds(0.8, 2)) * 1_000

test(
  'whatever becomes of a feed, it is read or refused, quickly, and what is read is fit to be shown',
  async () => {
    const feeds = wild()
    const until = Date.now() + time
    let round = 0
    let read = 0
    for (; Date.now() < until && round < 1_000_000; round++) {
      const bytes = mutant(feeds, random(seed + round))
      try {
        if (await tried(bytes)) read++
      } catch (error) {
        throw new Error(
          `FUZZ_SEED=${seed + round} finds it: ${JSON.stringify(bytes.toString().slice(0, 2_000))}`,
          {
            cause: error,
          },
        )
      }
    }
    console.log(`${round} mutants, ${read} of them feeds (seed ${seed})`)
    // Most still are feeds, else this would try nothing but refusals.
    expect(read / round).toBeGreaterThan(0.5)
  },
  time + 20_000,
)

test(
  'whatever becomes of a date, it is a moment or none',
  () => {
    const until = Date.now() + time / 4
    let round = 0
    for (; Date.now() < until; round++)
      try {
        triedDate(random(seed + round))
      } catch (error) {
        throw new Error(`FUZZ_SEED=${seed + round} finds it`, { cause: error })
      }
    console.log(`${round} dates (seed ${seed})`)
  },
  time + 20_000,
)

test(
  'of a feed that is cut anywhere, all that came before the cut is kept',
  async () => {
    for (const bytes of wild()) {
      const shown = async (part: Uint8Array) =>
        (await readFeed(part).catch(() => ({ posts: [] }))).posts.map(
          ({ id, url, title, text, publishedAt }) => ({ id, url, title, text, publishedAt }),
        )
      const whole = await shown(bytes)
      const next = random(seed)
      let most = 0
      for (let round = 0; round < 60; round++) {
        const kept = await shown(bytes.subarray(0, Math.floor(next() * bytes.length)))
        most = Math.max(most, kept.length)
        // The last one may be half there.
        expect(kept.slice(0, -1), `seed ${seed}`).toEqual(whole.slice(0, Math.max(kept.length - 1, 0)))
      }
      if (whole.length > 1) expect(most).toBeGreaterThan(0)
    }
  },
  time + 60_000,
)
