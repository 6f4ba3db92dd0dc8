import type { Logger } from 'pino'
import { digestBefore } from '../model/digest.ts'
import type { Instant } from '../model/post.ts'
import { type Place, placeKey, type Team } from '../model/team.ts'
import { hour, quietUntil } from '../model/time.ts'
import { digestMessage } from '../reports/digest.ts'
import type { Store } from '../store/store.ts'
import { wakeAt } from './waking.ts'

type Parts = {
  store: Store
  teams: Team[]
  clock: () => Instant
  log: Logger
  /** Called after a digest was queued. */
  wake: () => void
}

/**
 * Tells what was gathered for the digests at their time: cron only wakes, the clock and the store say what is due.
 * One that was missed is told late, once; in quiet hours it waits for their end.
 */
export function newDigests({ store, teams, clock, log, wake }: Parts) {
  const began = clock()
  let looking: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined
  let waking: ReturnType<typeof wakeAt> | undefined

  /** One at a time; who comes while another waits for their turn looks with them. */
  function look() {
    waiting ??= looking.then(() => {
      waiting = undefined
      return all()
    })
    looking = waiting
    return waiting
  }

  async function all() {
    for (const team of teams)
      try {
        for (const place of await placesWith(team)) if (await tell(team, place)) wake()
      } catch (err) {
        log.error({ err, team: team.name }, 'a digest could not be composed; trying again in a minute')
      }
  }

  /** The channels with a digest: those that routes lead to, and those for which something still waits. */
  async function placesWith(team: Team): Promise<Place[]> {
    const digests = team.routes.filter(({ when }) => when === 'digest')
    const routed = digests.map(({ to }) => (typeof to === 'string' ? team.channels[to] : to))
    const waiting = await store.digests.places(team.name)
    return [...new Map([...routed, ...waiting].map((place) => [placeKey(place), place])).values()]
  }

  /** Composed, closed and queued in one transaction: a crash loses nothing and tells nothing twice. */
  const tell = (team: Team, place: Place): Promise<boolean> =>
    store.together(async (store) => {
      await store.turns.take()
      const now = clock()
      const dueAt = digestBefore(now, team.digest, team.timeZone)
      const last = await store.digests.last(team.name, place, now)
      if (last && last.dueAt >= dueAt) return false
      const gathered = await store.digests.waiting(team.name, place)
      const late = now - dueAt > hour
      if (gathered.some(({ at }) => at <= dueAt)) {
        if (late && quietUntil(now, team.quietHours, team.timeZone) !== null) return false
      } else if (late || dueAt <= (last?.dueAt ?? began)) return false
      const since = last?.composedAt ?? gathered[0]?.at ?? began
      const outages = await store.feeds.outages(team.name, since)
      const untold = await store.deliveryList.untold(team.name, since)
      // Only what was read is closed: another process may keep more meanwhile.
      const mentions = gathered.map(({ mention }) => mention)
      if (!(await store.digests.close(team.name, place, mentions, { dueAt, now }))) return false
      const payload = await digestMessage(store, team, { gathered, outages, untold, since, dueAt, now })
      const about = `digest:${team.name}:${dueAt}`
      await store.deliveries.add(
        [{ team: team.name, rule: 'digest', about, place, payload, dueAt: now }],
        now,
      )
      return true
    })

  return {
    look,
    async start() {
      waking = wakeAt('* * * * *', look)
      await look()
    },
    async stop() {
      await waking?.stop()
      await looking
    },
  }
}
