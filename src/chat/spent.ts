import { hour, minute } from '../model/time.ts'
import type { Say } from '../texts/texts.ts'

/** "4 minutes", "2 hours", "3 h 20 min", "2 d 4 h". */
export function spentWords(length: number, say: Say): string {
  const minutes = Math.round(length / minute)
  if (minutes < 1) return say.plain('crisis-report.at-once')
  if (minutes % 60 === 0 && minutes < 48 * 60) return say.plain('crisis.hours', { count: minutes / 60 })
  if (minutes < 100) return say.plain('crisis.minutes', { count: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 48)
    return say.plain('crisis-report.hours', { hours, minutes: String(minutes % 60).padStart(2, '0') })
  return say.plain('crisis-report.days', {
    days: Math.floor(hours / 24),
    hours: Math.floor((length % (24 * hour)) / hour),
  })
}
