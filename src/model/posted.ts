import type { Instant } from './post.ts'

/**
 * When a message was posted, as its address in the chat says: Slack and Discord number messages by their own clocks,
 * and nobody can choose a number. Null for other addresses.
 */
export function postedAt(link: string): Instant | null {
  const slack = /^https:\/\/[^/]+\/archives\/[^/]+\/p(\d{10})(\d{3})\d{3}(?:$|\?)/.exec(link)
  if (slack) return Number(slack[1]! + slack[2]!)
  const discord = /^https:\/\/(?:[a-z]+\.)?discord\.com\/channels\/\d+\/\d+\/(\d{17,20})(?:$|\?)/.exec(link)
  return discord ? Number(BigInt(discord[1]!) >> 22n) + discordEpoch : null
}

/** The first second of 2015, from which Discord counts. */
const discordEpoch = 1_420_070_400_000
