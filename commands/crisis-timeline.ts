import type { Asked, Pressed } from '../src/chat/command.ts'
import { stepWords } from '../src/chat/incident-step.ts'
import type { Message } from '../src/chat/message.ts'
import { titleOf } from '../src/delivery/incident.ts'
import { marked, together } from '../src/texts/marked.ts'
import { pressed } from './crisis-find.ts'

/** What happened, in order: the newest steps, and how many came before them. */
export async function timelineMessage(asked: Asked & Pick<Pressed, 'about'>): Promise<Message> {
  const { store, say, now, team } = asked
  const incident = await pressed(asked, store)
  const steps = (await store.incidents.steps(incident.id)).filter(({ did }) => did !== 'charted')
  const newest = steps.slice(-mostSteps)
  const before = steps.length - newest.length
  return {
    title: say.plain('crisis.timeline-title', { title: titleOf(incident, say) }),
    text: together([
      before > 0 ? say('crisis.timeline-before', { count: before }) : null,
      ...newest.map((step) =>
        together([marked`**${say.time(step.at, now, team.timeZone)}**`, stepWords(step, say)], ' '),
      ),
    ]),
    about: `crisis:${incident.id}`,
    quiet: true,
  }
}

const mostSteps = 40
