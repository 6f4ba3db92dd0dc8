import type { Instant } from '../../model/post.ts'

/** Discord counts from the first moment of 2015, in ms; the 22 low bits tell apart what was made in the same one. */
const discordEpoch = 1_420_070_400_000

/** When an id of Discord was made. */
export const madeAt = (snowflake: string): Instant => Number(BigInt(snowflake) >> 22n) + discordEpoch

/** The lowest id of a moment: what was made since then is greater. */
export const snowflakeAt = (at: Instant) => String(BigInt(Math.max(at - discordEpoch, 0)) << 22n)

/** When a delivery was decided on: its id is a UUIDv7 (RFC 9562, 5.7), whose first 48 bits are ms. */
export const decidedAt = (delivery: string): Instant =>
  Number.parseInt(delivery.replaceAll('-', '').slice(0, 12), 16)

/**
 * A delivery's id in 25 characters, the most that a nonce may have: with `enforce_nonce` Discord gives the first
 * message again instead of a second one, for a few minutes.
 */
export const nonceOf = (delivery: string) => BigInt(`0x${delivery.replaceAll('-', '')}`).toString(36)
