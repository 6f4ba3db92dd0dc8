import type { CrisisSettings, Incident, IncidentStep } from './incident.ts'
import type { Instant } from './post.ts'
import { hour, minute } from './time.ts'

/** What is due with an open incident: its curve, a reminder, the word that it is calm, its end. */
export type IncidentDuty = 'chart' | 'remind' | 'calm' | 'end'

/** The first thing that is due, or null. `steps` are those of its timeline. */
export function dueWith(
  incident: Incident,
  steps: Pick<IncidentStep, 'did' | 'at'>[],
  settings: CrisisSettings,
  now: Instant,
): IncidentDuty | null {
  const { cause, state, stoodAt } = incident
  const noticed = cause === 'bad' || cause === 'loud' || cause === 'liked'
  const last = (did: IncidentStep['did']) => steps.findLast((step) => step.did === did)?.at ?? null
  // By their order: a clock that is set back draws nothing anew.
  const grown = steps.findLastIndex(({ did }) => did === 'noticed' || did === 'grew' || did === 'turned-bad')
  if (noticed && steps.findLastIndex(({ did }) => did === 'charted') < grown) return 'chart'
  if (noticed && (state === 'firing' || cause === 'liked') && now - stoodAt >= calmFor(incident, settings))
    return 'end'
  if (cause === 'liked') return null
  if (noticed && state !== 'firing' && now - stoodAt >= quietAfter && (last('calm') ?? 0) < stoodAt)
    return 'calm'
  // Once it is calm nobody is asked for news.
  if (noticed && state !== 'firing' && now - stoodAt >= quietAfter) return null
  return now >= nextRemind(incident, settings) ? 'remind' : null
}

/** When somebody is reminded next: after the length of the settings, then after twice that, and so on. */
export function nextRemind({ saidAt, remindedAt }: Incident, { remind }: CrisisSettings): Instant {
  if (remindedAt === null || remindedAt < saidAt) return saidAt + remind
  return saidAt + Math.min(2 * Math.max(remindedAt - saidAt, remind), remindedAt - saidAt + longestPause)
}

/** After how long (ms) without anything that stands out it is over by itself, where nobody took it. */
export const calmFor = ({ cause }: Incident, { calm }: CrisisSettings) =>
  cause === 'liked' ? Math.min(calm, likedFor) : calm

const likedFor = 6 * hour
/** After so long (ms) without anything that stands out it is calm, and nobody is asked for news. */
export const quietAfter = 90 * minute
const longestPause = 4 * hour
