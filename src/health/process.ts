import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { newFigures } from './prometheus.ts'

/** The process itself, under the names that Prometheus' own clients use. Gives the way to stop measuring. */
export function measureProcess({ level }: Pick<ReturnType<typeof newFigures>, 'level'>): () => void {
  const began = Date.now() / 1000 - process.uptime()
  level('process_resident_memory_bytes', 'Resident memory in bytes.', () => [
    { value: process.memoryUsage.rss() },
  ])
  level('process_start_time_seconds', 'When the process started, in seconds since 1970.', () => [
    { value: began },
  ])
  level(
    'process_cpu_seconds_total',
    'User and system CPU time in seconds.',
    () => {
      const { user, system } = process.cpuUsage()
      return [{ value: (user + system) / 1e6 }]
    },
    'counter',
  )
  const lag = monitorEventLoopDelay({ resolution })
  lag.enable()
  const late = (nanoseconds: number) => Math.max(nanoseconds / 1e9 - resolution / 1000, 0)
  level(
    'nodejs_eventloop_lag_seconds',
    'How late the event loop was, by quantile, since the process started.',
    () =>
      ['0.5', '0.9', '0.99', '1'].map((quantile) => ({
        labels: { quantile },
        value: lag.count === 0 ? 0 : late(lag.percentile(Number(quantile) * 100)),
      })),
  )
  return () => void lag.disable()
}

/** Milliseconds between two looks at the event loop. */
const resolution = 50
