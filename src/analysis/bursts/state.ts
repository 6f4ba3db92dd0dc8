import type { Alarm } from './alarm.ts'
import type { Gauge } from './gauge.ts'
import type { Measure } from './measures.ts'
import type { UsualReach } from './reach.ts'
import type { Season } from './season.ts'

/** What a watch knows. */
export type Kept = {
  step: number
  now: number
  /** When it was last told of anything, ms since 1970. */
  wall: number | null
  /** Minutes that went by unseen since it was last told of anything it could see. */
  missed: number
  hour: { number: number; ofWeek: number } | null
  /** The day of the records: when it began on the running clock, and the minutes of it that were seen. */
  day: { began: number; minutes: number }
  reach: UsualReach
  season: Season
  gauges: Partial<Record<Measure, Gauge>>
  alarm: Alarm
}

/** The same as JSON; long rows of numbers as base64 of 32-bit floats. */
export type WatchState = { version: 1; watch: unknown }

export const kept = (watch: Kept): WatchState => ({
  version: 1,
  watch: JSON.parse(
    JSON.stringify(watch, (_, value) => (value instanceof Float32Array ? packed(value) : value)),
  ),
})

/** What was kept; null for nothing, or for what another version or step has kept. */
export function remembered(state: WatchState | undefined, step: number): Kept | null {
  if (state?.version !== 1) return null
  const watch = JSON.parse(JSON.stringify(state.watch), (_, value) =>
    typeof value?.floats === 'string' ? unpacked(value.floats) : value,
  ) as Kept
  return watch.step === step ? watch : null
}

const packed = (row: Float32Array) => ({
  floats: Buffer.from(row.buffer, row.byteOffset, row.byteLength).toString('base64'),
})

function unpacked(floats: string): Float32Array {
  const bytes = Buffer.from(floats, 'base64')
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
