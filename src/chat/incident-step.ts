import { type IncidentStep, type Severity, severities } from '../model/incident.ts'
import type { Marked } from '../texts/marked.ts'
import type { Say } from '../texts/texts.ts'

export const severityWord = (severity: Severity, say: Say) => say.plain(`crisis.severity-${severity}`)

/** A step of an incident in words: who did what. What the outside said is quoted. */
export function stepWords(step: IncidentStep, say: Say): Marked {
  const { key, values } = said(step, say)
  return say(key, values)
}

/** The same where no markup is read. */
export function plainStep(step: IncidentStep, say: Say): string {
  const { key, values } = said(step, say)
  return say.plain(key, values).trim()
}

function said({ did, what, by }: IncidentStep, say: Say) {
  const severity = severities.find((one) => one === what)
  const values = {
    name: by ?? 'Vigie',
    what: severity
      ? severityWord(severity, say)
      : (what ?? (did === 'note' || did === 'reply' ? say.plain('crisis.forgotten') : '')),
  }
  const handed = did === 'taken' && what !== null && what !== by
  const step = handed ? 'handed' : by === null && did === 'over' ? 'calm' : did
  return { key: `crisis.step-${step}` as const, values }
}
