import type { Logger } from 'pino'
import { nextOf, playOn, tellTimes } from '../delivery/drill-life.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import type { Store } from '../store/store.ts'
import { newMoments } from './moments.ts'

/** Plays the drills that run: what is said by now is shown, and once they are over their times are told. */
export function newDrills({
  store,
  teams,
  clock,
  log,
  wake,
}: {
  store: Store
  teams: Team[]
  clock: () => Instant
  log: Logger
  /** Called after something was written down that is to be told. */
  wake: () => void
}) {
  const running = () => store.drills.running(teams.map(({ name }) => name))

  async function work() {
    for (const drill of await running()) {
      const team = teams.find(({ name }) => name === drill.team)!
      await store.together(async (store) => {
        await store.turns.take()
        const now = clock()
        const incident = await store.incidents.get(team.name, drill.incident)
        if (!incident) return
        if (incident.state !== 'over') await playOn(store, team, drill, incident, now)
        const after = await store.incidents.get(team.name, drill.incident)
        if (after?.state === 'over') await tellTimes(store, team, after, now)
      })
      wake()
    }
  }

  async function next(): Promise<Instant | null> {
    const now = clock()
    const moments = (await running()).map((drill) => nextOf(drill, now))
    return moments.length > 0 ? Math.min(...moments) : null
  }

  return newMoments({ work, next, shared: store.shared, clock, log })
}
