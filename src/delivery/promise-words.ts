import type { Mention } from '../model/mention.ts'
import { clockedOf, leftOf } from '../model/promise.ts'
import { hour, minute } from '../model/time.ts'
import type { Marked } from '../texts/marked.ts'
import type { Say } from '../texts/texts.ts'
import type { Reader } from './mention.ts'

/** What a mention's message says of its promise; null where nothing was promised, or it was ignored or deleted. */
export function promiseLine({ promised }: Mention, { say, now, team }: Reader): Marked | null {
  if (!promised || (promised.stopped && promised.stopped.why !== 'answered')) return null
  const time = say.at(promised.dueAt, now, team.timeZone)
  const left = leftOf(promised, now, clockedOf(team))
  if (promised.stopped)
    return left >= 0 ? say('promise.kept', { time }) : say('promise.broken', { late: openWords(-left, say) })
  return say(left < 0 || promised.dueAt <= now ? 'promise.late' : 'promise.until', { time })
}

/** A length of open time (ms): `45 min`, `2 h 15`, `26 h`. A day is no length of it. */
export function openWords(length: number, say: Say): string {
  // Whatever is late is so by a minute.
  const all = Math.max(Math.round(length / minute), 1)
  const [hours, minutes] = [Math.floor((all * minute) / hour), all % 60]
  if (hours === 0) return say.plain('promise.minutes', { minutes })
  if (minutes === 0) return say.plain('promise.hours', { hours })
  return say.plain('promise.hours-minutes', { hours, minutes: String(minutes).padStart(2, '0') })
}
