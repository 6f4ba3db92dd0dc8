// Discord counts from 2015-01-01; the 22 low bits tell apart what was made in the same millisecond.
const discordEpoch = 1_420_070_400_000

/** Ids as Discord makes them: 17 to 19 digits, the later the greater; the clock gives ms since 1970. */
export function newIds(clock: () => number) {
  let last = 0n
  return () => {
    const id = BigInt(clock() - discordEpoch) << 22n
    last = id > last ? id : last + 1n
    return String(last)
  }
}

/** The moment an id was made, in ms since 1970. */
export const madeAt = (id: string) => Number(BigInt(id) >> 22n) + discordEpoch

/** As `a < b` of numbers that are too long for a number. */
export const older = (one: string, other: string) =>
  one.length === other.length ? one < other : one.length < other.length
