import type { Logger } from 'pino'
import { type Counting, newCounting } from '../analysis/bursts/counting.ts'
import { hourOfWeekIn } from '../analysis/bursts/season.ts'
import type { WatchState } from '../analysis/bursts/state.ts'
import { type Alert, newWatch, type Watch } from '../analysis/bursts/watch.ts'
import { breathe } from '../breath.ts'
import { raise, watchOn } from '../delivery/incident-life.ts'
import { usualCrisis } from '../model/incident.ts'
import type { Instant } from '../model/post.ts'
import { sensitivityOf } from '../model/sensitivity.ts'
import type { Team } from '../model/team.ts'
import { hour, minute } from '../model/time.ts'
import type { Store } from '../store/store.ts'
import type { HeardOf } from '../store/watches.ts'
import { newRounds } from './rounds.ts'
import { newSight } from './sight.ts'

/**
 * What watches one topic; `toldAt`: the last minute it was told of; `keptAt`: when it was written down; `pending`: what it
 * noticed and could not be written down yet.
 */
type Watched = {
  team: Team
  topic: string
  counting: Counting
  watch: Watch
  toldAt: Instant
  keptAt: Instant
  pending: Alert | null
}

/**
 * Looks every minute whether a topic is talked of more, or worse, than is usual for it, and raises what is. It reads
 * what was heard from the store: a restart loses nothing, and which process heard it does not matter. One process at
 * a time does this (src/schedule/holder.ts).
 */
export function newNoticing({
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
  /** Called after something was raised or has changed: it is to be told. */
  wake: () => void
}) {
  const watched = new Map<string, Watched>()
  const hours = new Map<string, (at: Instant) => number>()
  const sight = newSight(store)
  let mention = 0

  /** Tells all watches of the minute that has just ended. */
  async function look() {
    const now = clock()
    await follow(now)
    await hear()
    const seen = await sight(teams, now)
    let changed = false
    for (const one of [...watched.values()]) {
      changed = (await tell(one, minuteBefore(now), seen(one.team), now)) || changed
      await breathe()
    }
    await keep(now)
    if (changed) wake()
  }

  /** Topics come and go while we run. */
  async function follow(now: Instant) {
    const keys = new Set<string>()
    for (const team of teams)
      for (const { name } of team.topics) {
        const key = keyOf(team.name, name)
        keys.add(key)
        if (!watched.has(key)) watched.set(key, newWatched(team, name, now))
      }
    for (const [key, { team, topic }] of watched)
      if (!keys.has(key)) {
        watched.delete(key)
        await store.watches.drop(team.name, [topic])
      }
  }

  function newWatched(team: Team, topic: string, now: Instant, state?: WatchState): Watched {
    const { sensitivity } = team.crisis ?? usualCrisis
    const hourOfWeek = hours.get(team.timeZone) ?? hourOfWeekIn(team.timeZone)
    hours.set(team.timeZone, hourOfWeek)
    const watch = newWatch({ hourOfWeek, sensitivity: sensitivityOf(sensitivity) ?? undefined }, state)
    return { team, topic, counting: newCounting(), watch, toldAt: now, keptAt: now, pending: null }
  }

  /** Hands over what was heard since the last time. */
  async function hear() {
    for (;;) {
      const { heard, upTo } = await store.watches.heard(mention, atOnce)
      for (const one of heard) count(one)
      if (upTo === mention) return
      mention = upTo
      await breathe()
    }
  }

  const count = ({ team, topic, label, source, ...heard }: HeardOf) =>
    watched.get(keyOf(team, topic))?.counting.hear({
      ...heard,
      reach: heard.reach ?? 0,
      negative: label === 'negative',
      behind: source.startsWith('feed:') ? betweenReadings : 0,
    })

  /** True where something was raised, or what is raised has changed. */
  async function tell(one: Watched, at: Instant, seen: number, now: Instant): Promise<boolean> {
    try {
      one.pending = one.watch.tell(at, { ...one.counting.take(), sight: seen }) ?? one.pending
      one.toldAt = at
      if (!one.watch.standing()) one.pending = null
      if (one.pending) await raised(one, one.pending, now)
      else if (!one.watch.standing()) return false
      return await watchOn(store, one.team, one.topic, one.watch.look(), now)
    } catch (err) {
      log.error({ err, topic: one.topic }, 'a topic could not be looked at; its next minute is')
      return false
    }
  }

  /** What was raised and what the watch knows of it are written down together: no restart raises it again. */
  async function raised(one: Watched, alert: Alert, now: Instant) {
    await store.together(async (store) => {
      await store.turns.take()
      await store.watches.keep(one.team.name, one.topic, JSON.stringify(one.watch.toState()), one.toldAt)
      await raise(store, one.team, one.topic, alert, now)
    })
    one.pending = null
    one.keptAt = now
    log.info({ team: one.team.name, kind: alert.kind }, 'a topic is talked of more than usual')
  }

  /** How far all was told, at every minute; what each watch knows, once an hour. */
  async function keep(now: Instant) {
    const due = [...watched.values()]
      .filter(({ keptAt, pending }) => !pending && Math.abs(now - keptAt) >= keptEvery)
      .slice(0, Math.ceil(watched.size / 30) + 1)
    await store.together(async (store) => {
      await store.watches.keepNoticed({ mention, at: minuteBefore(now) })
      for (const { team, topic, watch, toldAt } of due)
        await store.watches.keep(team.name, topic, JSON.stringify(watch.toState()), toldAt)
    })
    for (const one of due) one.keptAt = now
  }

  /**
   * Takes up where the last process stopped: what watches knew when they were kept, then every minute up to its last
   * one, which they hear again. The time after that nobody saw.
   */
  async function recall() {
    watched.clear()
    const now = clock()
    for await (const { team: name, topic, state, at } of store.watches.states(
      teams.map(({ name }) => name),
    )) {
      const team = teams.find((one) => one.name === name)
      if (!team?.topics.some((one) => one.name === topic)) continue
      const one = newWatched(team, topic, now, JSON.parse(state) as WatchState)
      watched.set(keyOf(name, topic), { ...one, toldAt: at, keptAt: now - Math.random() * keptEvery })
      await breathe()
    }
    await follow(now)
    const fresh = [...watched.values()].filter(({ toldAt }) => toldAt === now)
    const last = await store.watches.noticed()
    if (last === null || last.at > now) {
      mention = last?.mention ?? (await store.watches.newest())
      return
    }
    const heard = await since(await store.watches.before(last.at - remembered), last.mention)
    mention = last.mention
    // One that was never kept is younger than an hour: it hears all of that again.
    for (const one of fresh) one.toldAt = 0
    let next = 0
    for (let at = minuteOf(last.at - remembered); at <= last.at; at += minute) {
      for (; next < heard.length && heard[next]!.at < at + minute; next++) count(heard[next]!)
      for (const one of watched.values()) {
        // What a watch was told before it was kept is only counted again, for who said it.
        if (at <= one.toldAt) one.counting.take()
        else await tell(one, at, 1, now)
        await breathe()
      }
    }
    for (const one of watched.values()) one.counting.take()
  }

  async function since(after: number, until: number): Promise<HeardOf[]> {
    const all: HeardOf[] = []
    for (let from = after; from < until; ) {
      const { heard, upTo } = await store.watches.heard(from, atOnce)
      if (upTo === from) break
      all.push(...heard.filter((one) => one.mention <= until))
      from = upTo
      await breathe()
    }
    return all
  }

  const rounds = newRounds({
    look,
    // A little after the minute: what was heard in it is kept by then.
    pause() {
      const now = Date.now()
      return minute - (now % minute) + Math.floor(minute / 60)
    },
    trouble: 'bursts could not be looked for; the next minute is',
    log,
  })

  return {
    look: rounds.look,
    recall,
    async start() {
      await recall()
      rounds.begin()
    },
    stop: rounds.stop,
  }
}

const keyOf = (team: string, topic: string) => `${team}/${topic}`
const minuteOf = (at: Instant) => Math.floor(at / minute) * minute
/** The last one that is over. */
const minuteBefore = (at: Instant) => minuteOf(at) - minute

/** Mentions at a time. */
const atOnce = 2_000
const keptEvery = hour
/** Who said what counts within so long (src/analysis/bursts/counting.ts). */
const remembered = 4 * hour
/** A feed is read at least so often, so that what it brings may be that old. */
const betweenReadings = hour
