import type { Entrant } from './giveaway.ts'
import type { Instant } from './post.ts'
import { day, hour } from './time.ts'

/** Entrants who look as if one hand had made them: to be looked at by people, never refused by us. */
export type Suspects = { names: string[]; from: Instant; to: Instant; count: number }

/**
 * Accounts that were young when they entered and were made soon after one another, largest group first. Accounts that
 * are older than a season tell nothing: somebody is made every minute. So are many of the young ones of a large
 * giveaway: there only those count that came much closer together than its own do by chance, and in larger numbers.
 * No group is longer than `longest` (ms).
 */
export function suspectsIn(
  entrants: Pick<Entrant, 'name' | 'accountSince' | 'at'>[],
  { apart = hour, least = 3, young = 90 * day, longest = day, shown = 10 } = {},
): Suspects[] {
  const fresh = entrants
    .flatMap(({ name, accountSince, at }) =>
      accountSince !== null && at - accountSince < young ? [{ name, since: accountSince }] : [],
    )
    .sort((one, other) => one.since - other.since)
  // Were all made at random moments of the season, two that follow each other would be so far apart.
  const usual = young / Math.max(fresh.length, 1)
  const near = Math.min(apart, usual / 10)
  const few = Math.max(least, leastOf(fresh.length, near / usual))
  const groups: { name: string; since: Instant }[][] = []
  for (const one of fresh) {
    const last = groups.at(-1)
    const [first, before] = [last?.[0], last?.at(-1)]
    const follows = first && before && one.since - before.since <= near && one.since - first.since <= longest
    if (follows) last!.push(one)
    else groups.push([one])
  }
  return groups
    .filter((group) => group.length >= few)
    .sort((one, other) => other.length - one.length)
    .map((group) => ({
      names: group.slice(0, shown).map(({ name }) => name),
      from: group[0]!.since,
      to: group.at(-1)!.since,
      count: group.length,
    }))
}

/** How many in a row are more than chance gives once in twenty giveaways, where each follows so closely by `chance`. */
const leastOf = (count: number, chance: number) =>
  1 + Math.ceil(Math.log(20 * Math.max(count, 1)) / -Math.log(Math.min(chance, 0.5)))
