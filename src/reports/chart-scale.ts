import type { Unit } from '../model/measure.ts'
import { day, hour, minute } from '../model/time.ts'
import type { Rung } from './chart-frame.ts'

/**
 * The lines across a chart for these values: three to six round numbers of the unit, the lowest first. It begins at 0,
 * but where all values lie far above it and `near` asks for what has changed.
 */
export function scaleFor(
  values: (number | null)[],
  unit: Unit,
  write: (value: number) => string,
  { near = false } = {},
): Rung[] {
  const known = values.filter((value) => value !== null && Number.isFinite(value)) as number[]
  const [lowest, highest] = [Math.min(...known, Number.POSITIVE_INFINITY), Math.max(...known, 0)]
  const far = near && Number.isFinite(lowest) && lowest > 0 && highest - lowest < highest * 0.3
  const bottom = far ? lowest - (highest - lowest || highest * 0.05) * 0.5 : Math.min(0, lowest)
  const step = stepFor((highest - (Number.isFinite(bottom) ? bottom : 0)) / 5, unit)
  const from = Math.floor((Number.isFinite(bottom) ? bottom : 0) / step)
  const to = Math.max(from + 1, Math.ceil(highest / step - 1e-9))
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const value = tidy((from + at) * step)
    return { value, label: write(value) }
  })
}

/** The next round step. */
function stepFor(rough: number, unit: Unit): number {
  if (unit === 'duration') {
    const known = durations.find((step) => step >= rough)
    return known ?? roundStep(rough / day) * day
  }
  if (unit === 'count') return Math.max(1, roundStep(rough))
  if (unit === 'score') return Math.max(5, roundStep(rough))
  return rough > 0 ? roundStep(rough) : unit === 'percent' ? 0.1 : 1
}

function roundStep(rough: number): number {
  if (!(rough > 1e-12)) return 1
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough * (1 - 1e-9))!
  return tidy(step)
}

/** 0.30000000000000004 is 0.3. */
const tidy = (value: number) => Number(value.toPrecision(12))

const durations = [1, 2, 5, 10, 15, 30]
  .map((one) => one * minute)
  .concat([1, 2, 4, 6, 12].map((one) => one * hour))
  .concat([1, 2, 5, 10].map((one) => one * day))
