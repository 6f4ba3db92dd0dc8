import type { Instant } from '../model/post.ts'
import { day, dayStart, hour, minute } from '../model/time.ts'

/** Slots of time side by side: `step` ms each, the last one perhaps cut short by `to`. */
export type Slots = { from: Instant; to: Instant; step: number; count: number }

/**
 * Slots that show what began at a moment and lasts until another: from well before it, six hours at least where
 * nothing else is said, 30 to 60 of them, on round times of the team's clock.
 */
export function slotsFor(began: Instant, to: Instant, timeZone: string, least = sixHours): Slots {
  const shown = Math.max(least, (to - began) * 1.4)
  const step = stepFor(shown)
  const first = to - shown
  const midnight = dayStart(first, timeZone)
  const from = midnight + Math.floor((first - midnight) / step) * step
  return { from, to, step, count: Math.max(1, Math.ceil((to - from) / step)) }
}

const stepFor = (shown: number) =>
  steps.find((step) => shown / step < most) ?? Math.ceil(shown / (most - 1) / day) * day

/** Times at which an axis is named: five to nine round ones of the team's clock. */
export function ticksIn({ from, to }: Slots, timeZone: string): Instant[] {
  const step = tickSteps.find((one) => (to - from) / one <= 8) ?? Math.ceil((to - from) / 8 / day) * day
  const ticks: Instant[] = []
  // Day by day, since a day with a change of the clocks is an hour longer or shorter.
  for (let days = 0, at = dayStart(from, timeZone); at <= to; at = dayStart(from, timeZone, ++days)) {
    if (step >= day) {
      if (days % (step / day) === 0) ticks.push(at)
      continue
    }
    const end = dayStart(from, timeZone, days + 1)
    for (let tick = at; tick < end - step / 2; tick += step) ticks.push(tick)
  }
  return ticks.filter((at) => at >= from && at <= to)
}

const sixHours = 6 * hour
/** So many slots and no more; the one that is cut into at the beginning comes on top. */
const most = 60
const steps = [1, 2, 5, 10, 15, 20, 30]
  .map((one) => one * minute)
  .concat([1, 2, 3, 6, 12, 24].map((one) => one * hour))
const tickSteps = [15, 30].map((one) => one * minute).concat([1, 2, 3, 6, 12, 24].map((one) => one * hour))
