import type { Entrant } from './giveaway.ts'
import type { Instant } from './post.ts'
import { day, hour } from './time.ts'

/** Entrants who look as if one hand had made them: to be looked at by people, never refused by us. */
export type Suspects = { names: string[]; from: Instant; to: Instant; count: number }

/**
 * Accounts that were young when they entered and were made soon after one another, largest group first. Accounts that
 * are older than a season tell nothing: somebody is made every minute.
 */
export function suspectsIn(
  entrants: Pick<Entrant, 'name' | 'accountSince' | 'at'>[],
  { apart = hour, least = 3, young = 90 * day, shown = 10 } = {},
): Suspects[] {
  const fresh = entrants
    .flatMap(({ name, accountSince, at }) =>
      accountSince !== null && at - accountSince < young ? [{ name, since: accountSince }] : [],
    )
    .sort((one, other) => one.since - other.since)
  const groups: { name: string; since: Instant }[][] = []
  for (const one of fresh) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last && before && one.since - before.since <= apart) last.push(one)
    else groups.push([one])
  }
  return groups
    .filter((group) => group.length >= least)
    .sort((one, other) => other.length - one.length)
    .map((group) => ({
      names: group.slice(0, shown).map(({ name }) => name),
      from: group[0]!.since,
      to: group.at(-1)!.since,
      count: group.length,
    }))
}
