/** Chance that can be repeated: the same seed draws the same numbers (mulberry32). */
export type Chance = ReturnType<typeof newChance>

export function newChance(seed: number) {
  let state = seed >>> 0

  /** From 0 (included) to 1 (not). */
  function fraction() {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  const below = (limit: number) => Math.floor(fraction() * limit)
  return {
    fraction,
    below,
    between: (least: number, most: number) => least + below(most - least + 1),
    oneOf: <One>(all: readonly One[]): One => all[below(all.length)]!,
    happens: (share: number) => fraction() < share,
  }
}

/** The seed that was asked for, else a new one; the seeds of a run's parts are `part` apart. */
export const seedOf = (part = 0) => (Number(process.env.SOAK_SEED) || Date.now() % 1_000_000_007) + part

/** How often, in a soak. */
export const roundsOf = () => Number(process.env.SOAK_ROUNDS) || 200
