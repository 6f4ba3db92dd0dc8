/**
 * Who has a prize: the number of the prize (from 1), the place in the order (from 1), and the receipt that was drawn
 * there.
 */
export type Winner = { prize: number; place: number; receipt: string }

/** Why a prize goes to the next place: its winner no longer met the conditions, did not claim it, or staff said so. */
export const rerollReasons = ['ineligible', 'unclaimed', 'staff'] as const
export type RerollReason = (typeof rerollReasons)[number]

/** A prize that goes on to the next place of the same order; `place` is who loses it. */
export type Reroll = { place: number; reason: RerollReason; note: string | null; at: string }

/**
 * Who has what after every reroll: the first places have the prizes in their order; whoever loses theirs is followed
 * by the next place that had none yet. A prize for which nobody is left is missing. Throws where a place that has no
 * prize is to lose one.
 */
export function winnersOf(order: string[], prizes: number, rerolls: Pick<Reroll, 'place'>[]): Winner[] {
  const holders = Array.from({ length: prizes }, (_, at) => at + 1)
  let next = prizes
  for (const { place } of rerolls) {
    const prize = holders.indexOf(place)
    if (prize === -1 || place > order.length) throw new RangeError(`place ${place} has no prize to lose`)
    holders[prize] = ++next
  }
  return holders.flatMap((place, at) => {
    const receipt = order[place - 1]
    return receipt === undefined ? [] : [{ prize: at + 1, place, receipt }]
  })
}
