/** What a mention usually reaches: people summed over mentions, the old forgotten bit by bit. */
export type UsualReach = { people: number; mentions: number }

/**
 * Reach in mentions of the usual reach, so that it can be counted like the others; one voice of a million counts as
 * twenty of them, not as a thousand. Learns from what it is given.
 */
export function inUsualReach(usual: UsualReach, people: number, mentions: number): number {
  if (mentions <= 0 || people <= 0) return 0
  const each = usual.mentions > 0 && usual.people > 0 ? usual.people / usual.mentions : people / mentions
  const capped = Math.min(people, most * each * mentions)
  usual.people = usual.people * kept + capped
  usual.mentions = usual.mentions * kept + mentions
  return capped / each
}

const most = 20
const kept = 0.9995
