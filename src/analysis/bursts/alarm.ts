import type { Reading } from './gauge.ts'

/** What an alert is about: a burst, the same event grown far beyond what was told, or one that has turned bad. */
export type AlertKind = 'burst' | 'growth' | 'worse'

/** A window of a measure; `stands` when it stands out, `bad` for the measures of what is negative. */
export type Sign = Reading & { measure: string; bad: boolean; stands: boolean }

/** What a topic has been told of lately. Times in minutes of the watch's own running clock. */
export type Alarm = {
  /** When the last alerts were raised, oldest first. */
  raised: number[]
  /** When anything last stood out; null for never. */
  stood: number | null
  /** The event has been told as bad. */
  bad: boolean
  /** The highest count of each `measure window` that people know of. */
  told: Record<string, number>
}

export const newAlarm = (): Alarm => ({ raised: [], stood: null, bad: false, told: {} })

/**
 * Whether what stands out now is an alert. One for each event: afterwards it is quiet for a day, and until the event
 * is over, unless a count grows to three times what was told, or what was liked or neutral turns bad. Never more than
 * three in 24 hours and fourteen in seven days, whatever comes. `now` and `step` in minutes.
 */
export function ring(alarm: Alarm, now: number, signs: Sign[], step: number): AlertKind | null {
  const standing = signs.filter(({ stands }) => stands)
  const kind = standing.length === 0 ? null : kindOf(alarm, now, standing, step)
  const raise = kind !== null && mayRaise(alarm, now)
  if (raise) {
    if (kind === 'burst') Object.assign(alarm, { told: {}, bad: false })
    alarm.raised = [...alarm.raised.filter((at) => now - at < week), now]
  }
  if (standing.length > 0) alarm.stood = now
  // An alert is read over the next hour, and kept up to date: what the counts reach in it is known.
  if (now - (alarm.raised.at(-1) ?? Number.NEGATIVE_INFINITY) <= hour)
    for (const { measure, window, count, bad, stands } of signs) {
      const key = `${measure} ${window}`
      alarm.told[key] = Math.max(alarm.told[key] ?? 0, count)
      alarm.bad ||= raise && bad && stands
    }
  return raise ? kind : null
}

function kindOf(alarm: Alarm, now: number, standing: Sign[], step: number): AlertKind | null {
  const last = alarm.raised.at(-1)
  const ended = alarm.stood === null || now - alarm.stood >= Math.max(over, 2 * step)
  if (last === undefined || (now - last >= day && ended)) return 'burst'
  if (!alarm.bad && standing.some(({ bad }) => bad)) return 'worse'
  const grown = ({ measure, window, count }: Sign) =>
    count > grows * Math.max(1, alarm.told[`${measure} ${window}`] ?? 0)
  return standing.some(grown) ? 'growth' : null
}

const mayRaise = ({ raised }: Alarm, now: number) =>
  raised.filter((at) => now - at < day).length < mostADay &&
  raised.filter((at) => now - at < week).length < mostAWeek

const hour = 60
const day = 24 * hour
const week = 7 * day
const over = 4 * hour
const grows = 3
const mostADay = 3
const mostAWeek = 14
