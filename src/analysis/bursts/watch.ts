import { type Sensitivity, sensitivityOf } from '../../model/sensitivity.ts'
import { type AlertKind, newAlarm, ring } from './alarm.ts'
import { addTo, closeHour, closeRecords, newGauge, rateOf } from './gauge.ts'
import { type Counts, measures, mostCount } from './measures.ts'
import { inUsualReach, newReach } from './reach.ts'
import { busyness, hourOfWeekUtc, learnHour, newSeason } from './season.ts'
import { readAll, type Seen } from './signs.ts'
import { type Kept, kept, remembered, type WatchState } from './state.ts'

/** `signs`: the windows that stand out, the clearest first; `lookedAt`: every window of every measure. */
export type Alert = { kind: AlertKind; at: number; signs: Seen[]; lookedAt: Seen[] }

export type Watch = {
  /**
   * Tells what was heard from `at` (ms since 1970) on, for the length of a step, and gives the alert to raise, if any.
   * To be told of every step, the empty ones too: a step that is not told was not seen. Throws RangeError for a
   * count that is none.
   */
  tell(at: number, counts: Counts): Alert | null
  /** Every window of every measure as it stands: what an alert that is kept up to date shows. */
  look(): Seen[]
  /** Whether an event is still on: something stood out in the last four hours. */
  standing(): boolean
  /** All of it as JSON, for `newWatch` after a restart. */
  toState(): WatchState
}

export type WatchSettings = {
  /** Minutes a step covers: 1 for a watch that looks every minute. */
  step?: number
  sensitivity?: Sensitivity
  /** The hour of the week of a time; `hourOfWeekIn` of the team's zone, one for all its topics. */
  hourOfWeek?: (at: number) => number
}

/** Watches one topic for bursts, strictly online. A state of another step or version is left aside. */
export function newWatch(settings: WatchSettings = {}, state?: WatchState): Watch {
  const { step = 1, hourOfWeek = hourOfWeekUtc } = settings
  const sensitivity = settings.sensitivity ?? sensitivityOf('normal')!
  const of: Kept = remembered(state, step) ?? {
    step,
    // The running clock: minutes that only grow, whatever the clock on the wall does.
    now: 0,
    wall: null,
    missed: 0,
    hour: null,
    day: { began: 0, minutes: 0 },
    reach: newReach(),
    season: newSeason(),
    gauges: {},
    alarm: newAlarm(),
  }
  return { tell, look, standing, toState: () => kept(of) }

  function tell(at: number, counts: Counts): Alert | null {
    refuse(at, counts)
    of.missed += moveOn(at)
    const sight = Math.min(1, counts.sight ?? 1)
    if (sight === 0) {
      of.missed += step
      return null
    }
    add(counts, sight)
    of.missed = 0
    const lookedAt = look()
    const kind = ring(of.alarm, of.now, lookedAt, step)
    if (kind === null) return null
    const signs = lookedAt.filter(({ stands }) => stands)
    signs.sort((a, b) => b.surprise / b.needed - a.surprise / a.needed)
    return { kind, at, signs, lookedAt }
  }

  /** Moves the running clock to `at` and closes what ended meanwhile. Gives the minutes that nobody told of. */
  function moveOn(at: number): number {
    const minutes = of.wall === null ? step : (at - of.wall) / 60_000
    // A clock that is put back (summer time ends, a server is corrected) stands for one step, and nothing is missed.
    const passed = minutes > 0 ? minutes : step
    of.wall = at
    of.now += passed
    const hour = Math.floor(at / 3_600_000)
    if (of.hour && of.hour.number !== hour) endHour(of.hour.ofWeek)
    of.hour = { number: hour, ofWeek: hourOfWeek(at) }
    if (of.now - of.day.began >= day) {
      for (const gauge of Object.values(of.gauges)) closeRecords(gauge, of.day.minutes >= day / 4)
      of.day = { began: of.now, minutes: 0 }
    }
    return Math.max(0, passed - step)
  }

  function endHour(ofWeek: number) {
    for (const [measure, gauge] of Object.entries(of.gauges)) {
      const learnt = closeHour(gauge)
      if (measure === 'volume' && learnt) learnHour(of.season, ofWeek, learnt)
    }
  }

  function add(counts: Counts, sight: number) {
    const slot = Math.floor(of.now / step)
    const busy = busyness(of.season, of.hour!.ofWeek)
    // After a gap the first step may bring what came meanwhile.
    const waited = 1 + Math.min(of.missed, longestWait) / step
    of.day.minutes += step
    for (const measure of measures) {
      const given = measure === 'share' ? counts.negative : counts[measure]
      if (given === undefined) continue
      of.gauges[measure] ??= newGauge(step, measure === 'share' ? fewNegative : undefined)
      const gauge = of.gauges[measure]
      const count = measure === 'reach' ? inUsualReach(of.reach, given, counts.volume) : given
      const exposure = measure === 'share' ? counts.volume : step * sight
      const mean = rateOf(gauge) * exposure
      // Held against half the swing of day and week: a loud night is news, and so is the loudest noon.
      const [usual, expected] =
        measure === 'share' ? [mean, mean] : [mean * Math.sqrt(busy) * waited, mean * busy]
      addTo(gauge, slot, { count, usual, expected, exposure, minutes: step })
    }
  }

  function look(): Seen[] {
    return readAll(of.gauges, step, sensitivity)
  }

  function standing(): boolean {
    return of.alarm.stood !== null && of.now - of.alarm.stood < 4 * 60
  }
}

/** A count that no chat, feed or file can mean is a mistake of the caller. */
function refuse(at: number, counts: Counts) {
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) throw new RangeError(`no time: ${at}`)
  for (const [name, value] of Object.entries(counts))
    if (value !== undefined && !(value >= 0 && value <= mostCount))
      throw new RangeError(`no count: ${name} ${value}`)
}

const day = 24 * 60
const longestWait = 4 * 60
/** Until mentions were heard, one in five is taken to be negative. */
const fewNegative = { counted: 2, exposed: 10 }
