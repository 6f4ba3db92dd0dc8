import type { Message } from '../chat/message.ts'
import { spentWords } from '../chat/spent.ts'
import type { Incident, Task } from '../model/incident.ts'
import type { IncidentTimes } from '../model/incident-lessons.ts'
import { together } from '../texts/marked.ts'
import type { Say } from '../texts/texts.ts'

type Timed = {
  incident: Incident
  times: IncidentTimes
  /** Those of the drill before; null where this was the first. */
  before: IncidentTimes | null
  tasks: Task[]
  say: Say
}

/** How a team did in a drill, and whether it was faster than last time. */
export function timesMessage({ incident, times, before, tasks, say }: Timed): Message {
  const missing = say.plain('crisis-report.not-done')
  const said = (length: number | null) => (length === null ? missing : spentWords(length, say))
  const lines = (['take', 'note', 'control', 'over'] as const).map((step) => {
    const facts = { name: say.plain(`crisis-report.time-${step}`), time: said(times[step]) }
    return before === null
      ? say('drill.time', facts)
      : say('drill.time-before', { ...facts, before: said(before[step]) })
  })
  return {
    title: say.plain('crisis.title-drill', { title: say.plain('drill.over') }),
    text: together([
      ...lines,
      tasks.length > 0
        ? say('drill.plan', { done: tasks.filter(({ done }) => done).length, count: tasks.length })
        : null,
      verdict(times, before, say),
    ]),
    about: `crisis:${incident.id}`,
    buttons: [{ action: 'crisis.report', label: say.plain('crisis.do-report'), style: 'primary' }],
  }
}

/** By when somebody had it: that is what a drill trains first. */
function verdict({ take }: IncidentTimes, before: IncidentTimes | null, say: Say) {
  if (before === null) return say('drill.first')
  if (take === null || before.take === null || take === before.take) return null
  return say(take < before.take ? 'drill.faster' : 'drill.slower')
}
