import type { Incident } from '../model/incident.ts'
import type { Say } from '../texts/texts.ts'

/** What an incident is called: by its title, else by its topic. */
export function titleOf(incident: Incident, say: Say): string {
  const { cause, severity, topic, title, drill, state } = incident
  const what = title ?? topic ?? ''
  const key = cause === 'liked' ? 'crisis.title-liked' : (`crisis.title-${severity}` as const)
  const named = say.plain(key, { what })
  const over = state === 'over' ? say.plain('crisis.title-over', { title: named }) : named
  return drill ? say.plain('crisis.title-drill', { title: over }) : over
}
