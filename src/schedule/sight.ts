import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { day, hour } from '../model/time.ts'
import type { Store } from '../store/store.ts'

/**
 * How much of what a team usually sees can be seen now, from 0 to 1: its sources that cannot be read count by what they
 * brought in the last fortnight.
 */
export function newSight(store: Store) {
  const usual = new Map<string, { counts: Map<string, number>; at: Instant }>()

  return async (teams: Team[], now: Instant): Promise<(team: Team) => number> => {
    const blind = Map.groupBy(await store.watches.blind(teams.map(({ name }) => name)), ({ team }) => team)
    const seen = new Map<string, number>()
    for (const [team, sources] of blind) {
      const counts = await countsOf(team, now)
      const readable = teams.find(({ name }) => name === team)?.sources.filter(({ paused }) => !paused) ?? []
      // One that brought nothing yet may bring something.
      const all = [...counts.values()].reduce((sum, count) => sum + count, readable.length)
      const lost = sources.reduce((sum, { source }) => sum + 1 + (counts.get(source) ?? 0), 0)
      seen.set(team, Math.max(0, 1 - lost / Math.max(all, lost)))
    }
    return ({ name }) => seen.get(name) ?? 1
  }

  async function countsOf(team: string, now: Instant): Promise<Map<string, number>> {
    const known = usual.get(team)
    if (known && Math.abs(now - known.at) < hour) return known.counts
    const counts = await store.watches.bySource(team, now - 14 * day)
    usual.set(team, { counts, at: now })
    return counts
  }
}
