import type { Sensitivity } from '../../model/sensitivity.ts'
import { closeDay, newRecords, type Records, recordLevel } from './records.ts'
import { surprise } from './surprise.ts'

/** Minutes. A slow burn shows in the long ones, a storm in the short ones. */
export const windows = [5, 15, 60, 240] as const

/**
 * One measure of one topic: its recent slots, how fast it usually runs, and the records of its windows. How fast is
 * a number for each unit of exposure: a minute for counts, a mention for the share of the negative ones.
 */
export type Gauge = {
  /** What each of the last slots held, and would usually have held: rings, `slot` being the newest. */
  counts: Float32Array
  usual: Float32Array
  slot: number
  /** What was counted over what exposure in the last week, forgotten bit by bit; and how many hours were learnt. */
  counted: number
  exposed: number
  hours: number
  hour: Slice
  records: Records[]
}

/** What was counted, what was expected at the full swing of the hour, over what exposure, in how many minutes. */
export type Slice = { count: number; expected: number; exposure: number; minutes: number }

/** A window as it stands. Counts are of the measure's own kind; surprise in standard deviations of chance. */
export type Reading = { window: number; count: number; usual: number; surprise: number; needed: number }

/** `step`: minutes of a slot; `lean`: what is taken for usual before anything is known. */
export const newGauge = (step: number, lean = { counted: 0, exposed: 0 }): Gauge => {
  const slots = Math.max(1, Math.ceil(windows.at(-1)! / step))
  return {
    counts: new Float32Array(slots),
    usual: new Float32Array(slots),
    slot: 0,
    ...lean,
    hours: 0,
    hour: emptySlice(),
    records: windows.map(newRecords),
  }
}

const emptySlice = (): Slice => ({ count: 0, expected: 0, exposure: 0, minutes: 0 })

/** How much the measure usually brings for each unit of exposure. */
export const rateOf = ({ counted, exposed }: Gauge) => (exposed > 0 ? counted / exposed : 0)

/** Adds to a slot, whose number only grows; `usual` is what the slot is held against. */
export function addTo(gauge: Gauge, slot: number, { usual, ...slice }: Slice & { usual: number }) {
  const length = gauge.counts.length
  // What lies between two slots was not seen: neither counted nor expected.
  for (let next = Math.max(gauge.slot + 1, slot - length + 1); next <= slot; next++) {
    gauge.counts[next % length] = 0
    gauge.usual[next % length] = 0
  }
  gauge.slot = slot
  gauge.counts[slot % length]! += slice.count
  gauge.usual[slot % length]! += usual
  gauge.hour.count += slice.count
  gauge.hour.expected += slice.expected
  gauge.hour.exposure += slice.exposure
  gauge.hour.minutes += slice.minutes
}

/**
 * Every window as it stands, each against its own records, whose day remembers the highest that was read. None before
 * there is anything to compare with.
 */
export function readWindows(gauge: Gauge, step: number, { above, surprise: floor }: Sensitivity): Reading[] {
  if (gauge.hours < leastHours) return []
  const { counts, usual, slot } = gauge
  const length = counts.length
  const readings: Reading[] = []
  let [count, expected, back] = [0, 0, 0]
  for (let at = 0; at < windows.length; at++) {
    const slots = Math.min(length, Math.max(1, Math.round(windows[at]! / step)))
    // Of windows shorter than a slot the first stands for all.
    if (slots === back) continue
    for (; back < slots && back <= slot; back++) {
      count += counts[(slot - back) % length]!
      expected += usual[(slot - back) % length]!
    }
    back = slots
    const found = surprise(count, expected, gauge.counted)
    const records = gauge.records[at]!
    if (found > records.today) records.today = found
    const needed = Math.max(floor, recordLevel(records, above))
    readings.push({ window: slots * step, count, usual: expected, surprise: found, needed })
  }
  return readings
}

/** Learns the hour that has ended and begins the next. Gives what it learnt, `mean` being that of any hour; or null. */
export function closeHour(gauge: Gauge): { count: number; mean: number } | null {
  const { count, expected, exposure, minutes } = gauge.hour
  gauge.hour = emptySlice()
  if (minutes <= 0) return null
  const mean = rateOf(gauge) * exposure
  // A storm teaches what is usual only so much.
  const most = gauge.hours < leastHours ? count : 3 * (expected + 1) + 3 * Math.sqrt(expected)
  const learnt = Math.min(count, most)
  const swing = mean > 0 ? expected / mean : 1
  const kept = Math.exp(-minutes / minutesKept)
  gauge.counted = gauge.counted * kept + learnt / swing
  gauge.exposed = gauge.exposed * kept + exposure
  gauge.hours += minutes / 60
  return gauge.hours > 24 ? { count: learnt, mean } : null
}

/** Closes a day of records; `seen` when enough of it was watched. */
export function closeRecords(gauge: Gauge, seen: boolean) {
  for (const records of gauge.records) closeDay(records, seen)
}

const leastHours = 2
const minutesKept = 7 * 24 * 60
